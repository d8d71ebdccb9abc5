import { useRef, useState } from 'react'
import type { GuestLink, GuestLinkMade } from '../../shared/http/access.ts'
import { may } from '../../shared/people/may.ts'
import { revokeGuestLink } from '../http/access.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './access.module.css'
import { Confirm } from './Confirm.tsx'
import { CopyBox } from './CopyBox.tsx'
import { copyWords } from './copyWords.ts'
import { dayFromToday, dayWords } from './dayWords.ts'
import { Group } from './Group.tsx'
import { GuestLinkForm } from './GuestLinkForm.tsx'
import groupStyles from './group.module.css'
import { Rows } from './Rows.tsx'
import { partyOf, rolesFrom, useSharing } from './Sharing.ts'

/** Links for people without an account: named for whom they are, and over on a day. */
export function GuestLinks() {
  const { access: words } = useText()
  const sharing = useSharing()
  const { access, listed } = sharing
  const id = 'access-guests'
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<GuestLinkMade | null>(null)
  const again = useRef<HTMLButtonElement>(null)
  const mayMake = may(sharing.standing, 'share')
  return (
    <Group
      id={id}
      title={words.guestLinks}
      all={access.guestLinks.length}
      listed={listed.guestLinks.length}
      stays={mayMake}
    >
      <p className={styles.help}>{words.guestLinksHelp}</p>
      <Rows items={listed.guestLinks} keyOf={link => link.id} labelledBy={id} title={words.guestLinks}>
        {link => (
          <>
            <GuestLinkRow link={link} />
            {made?.link.id === link.id && <Secret made={made} />}
          </>
        )}
      </Rows>
      {mayMake && isMaking && (
        <GuestLinkForm
          onMade={answer => {
            setMade(answer)
            setMaking(false)
          }}
          onClose={() => {
            setMaking(false)
            requestAnimationFrame(() => again.current?.focus())
          }}
        />
      )}
      {mayMake && !isMaking && (
        <Button ref={again} look="quiet" icon={<Icon name="add" />} onClick={() => setMaking(true)}>
          {words.newGuestLink}
        </Button>
      )}
    </Group>
  )
}

function GuestLinkRow({ link }: { readonly link: GuestLink }) {
  const text = useText()
  const words = text.access
  const sharing = useSharing()
  const { access, applicationId, act } = sharing
  const [asking, setAsking] = useState(false)
  const party = partyOf(access, link.partyId)
  const isOver = link.endsOn < dayFromToday()
  const revoke = async () => {
    setAsking(false)
    await act(() => revokeGuestLink(applicationId, link.id), words.guestLinkRevoked(link.label))
  }
  return (
    <div className={groupStyles.row} data-signless="">
      <div className={groupStyles.who}>
        <p className={groupStyles.name}>{link.label}</p>
        <p className={styles.soft}>
          {words.guestLinkLine(
            party?.name ?? '',
            words.roles[link.role],
            dayWords(text.form.dateLanguage, link.endsOn),
          )}
        </p>
        {isOver && <p className={styles.trouble}>{words.guestLinkOver}</p>}
      </div>
      {rolesFrom(sharing, party).includes(link.role) && (
        <div className={groupStyles.does}>
          <Button
            look="quiet"
            data-does="revoke"
            aria-label={words.revokeGuestLink(link.label)}
            onClick={() => setAsking(true)}
          >
            {words.revoke}
          </Button>
        </div>
      )}
      {asking && (
        <Confirm
          title={words.revokeGuestTitle(link.label)}
          help={words.revokeGuestHelp}
          confirm={words.revoke}
          danger
          onConfirm={() => void revoke()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

/** The link itself, which is shown only now. */
function Secret({ made: { link, secret } }: { readonly made: GuestLinkMade }) {
  const { access: words } = useText()
  const { say } = useSharing()
  const address = `${location.origin}/gast#${secret}`
  return (
    <div className={groupStyles.secret}>
      <p>{words.guestLinkMade(link.label)}</p>
      <div className={groupStyles.copied}>
        <CopyBox label={words.guestLink(link.label)} words={address} />
        <Button
          aria-label={words.copyGuestLink(link.label)}
          onClick={async () => say((await copyWords(address)) ? words.copied : words.copyByHand)}
        >
          {words.copy}
        </Button>
      </div>
    </div>
  )
}
