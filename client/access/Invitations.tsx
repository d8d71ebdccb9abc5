import type { Invitation } from '../../shared/http/access.ts'
import { resendInvitation, revokeInvitation } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './access.module.css'
import { dayWords } from './dayWords.ts'
import { Group } from './Group.tsx'
import groupStyles from './group.module.css'
import { Rows } from './Rows.tsx'
import { partyOf, rolesFrom, useSharing } from './Sharing.ts'

/** Those who have been invited and have not come yet. */
export function Invitations() {
  const { access: words } = useText()
  const { access, listed } = useSharing()
  const id = 'access-invitations'
  return (
    <Group
      id={id}
      title={words.invitations}
      all={access.invitations.length}
      listed={listed.invitations.length}
    >
      <Rows
        items={listed.invitations}
        keyOf={invitation => invitation.id}
        labelledBy={id}
        title={words.invitations}
      >
        {invitation => <InvitationRow invitation={invitation} />}
      </Rows>
    </Group>
  )
}

function InvitationRow({ invitation }: { readonly invitation: Invitation }) {
  const text = useText()
  const words = text.access
  const sharing = useSharing()
  const { access, applicationId, act } = sharing
  const { id, address, role, mail, invitedBy, invitedAt, expiresAt } = invitation
  const party = partyOf(access, invitation.partyId)
  const day = (at: string) => dayWords(text.form.dateLanguage, at)
  const isOver = Date.parse(expiresAt) < Date.now()
  const resend = async () => {
    await act(() => resendInvitation(applicationId, id), words.resent(address))
  }
  const revoke = async () => {
    await act(() => revokeInvitation(applicationId, id), words.revoked(address))
  }
  return (
    <div className={groupStyles.row} data-signless="">
      <div className={groupStyles.who}>
        <p className={groupStyles.name}>{address}</p>
        <p className={styles.soft}>
          {[party?.name, words.roles[role], words.invitedOn(invitedBy, day(invitedAt))].join(' · ')}
        </p>
        <p className={mail === 'failed' || isOver ? styles.trouble : styles.soft}>
          {isOver ? words.expired : `${words.mail[mail]}. ${words.validUntil(day(expiresAt))}.`}
        </p>
      </div>
      {rolesFrom(sharing, party).includes(role) && (
        <div className={groupStyles.does}>
          <Button
            look="quiet"
            data-does="resend"
            aria-label={words.resendTo(address)}
            onClick={() => void resend()}
          >
            {words.resend}
          </Button>
          <Button
            look="quiet"
            data-does="revoke"
            aria-label={words.revokeInvitation(address)}
            onClick={() => void revoke()}
          >
            {words.revoke}
          </Button>
        </div>
      )}
    </div>
  )
}
