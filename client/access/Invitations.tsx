import type { Invitation } from '../../shared/http/access.ts'
import { resendInvitation, revokeInvitation } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './access.module.css'
import { dayWords } from './dayWords.ts'
import { partyOf, rolesFrom, useSharing } from './Sharing.ts'

/** Those who have been invited and have not come yet. */
export function Invitations() {
  const { access: words } = useText()
  const { invitations } = useSharing().access
  if (invitations.length === 0) return null
  return (
    <section className={styles.group} aria-labelledby="access-invitations">
      <h3 id="access-invitations">{words.invitations}</h3>
      <ul>
        {invitations.map(invitation => (
          <li key={invitation.id}>
            <InvitationRow invitation={invitation} />
          </li>
        ))}
      </ul>
    </section>
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
    <div className={styles.row} data-signless="">
      <div className={styles.who}>
        <p className={styles.name}>{address}</p>
        <p className={styles.soft}>
          {[party?.name, words.roles[role], words.invitedOn(invitedBy, day(invitedAt))].join(' · ')}
        </p>
        <p className={mail === 'failed' || isOver ? styles.trouble : styles.soft}>
          {isOver ? words.expired : `${words.mail[mail]}. ${words.validUntil(day(expiresAt))}.`}
        </p>
      </div>
      {rolesFrom(sharing, party).includes(role) && (
        <div className={styles.does}>
          <Button look="quiet" aria-label={words.resendTo(address)} onClick={() => void resend()}>
            {words.resend}
          </Button>
          <Button look="quiet" aria-label={words.revokeInvitation(address)} onClick={() => void revoke()}>
            {words.revoke}
          </Button>
        </div>
      )}
    </div>
  )
}
