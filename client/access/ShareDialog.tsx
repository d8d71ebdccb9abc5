import { useEffect, useMemo, useState } from 'react'
import type { AccessAnswer } from '../../shared/http/access.ts'
import type { Me } from '../../shared/http/session.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import { roles } from '../../shared/people/role.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Advice } from './Advice.tsx'
import styles from './access.module.css'
import { CopyBox } from './CopyBox.tsx'
import { copyWords } from './copyWords.ts'
import { FilterField } from './FilterField.tsx'
import { GuestLinks } from './GuestLinks.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { areMany, listedFor } from './listed.ts'
import { Members } from './Members.tsx'
import { Requests } from './Requests.tsx'
import { rolesFrom, type Sharing, SharingContext } from './Sharing.ts'
import { useTold } from './useTold.ts'
import { whomToAsk } from './whomToAsk.ts'

/** Officers are those of the förbund, and nobody gives that role. */
const given = roles.filter(role => role !== 'officer')

/** How often it is asked whether letters on their way have been sent. */
const letterEveryMs = 2_000

interface ShareDialogProps {
  readonly applicationId: string
  readonly me: Me
  readonly standing: Standing
  /** Null until it has come. */
  readonly access: AccessAnswer | null
  readonly reload: () => Promise<void>
  readonly onClose: () => void
}

/** *Dela ansökan*: who has access, and letting others in. */
export function ShareDialog({ applicationId, me, standing, access, reload, onClose }: ShareDialogProps) {
  const text = useText()
  const words = text.access
  const { said, say, fault, act } = useTold(reload)
  const [filter, setFilter] = useState('')
  /** The link is shown, to be copied by hand. */
  const [byHand, setByHand] = useState(false)
  const link = `${location.origin}/ansokningar/${applicationId}`

  const hasLettersOnTheirWay = access?.invitations.some(({ mail }) => mail === 'waiting') ?? false
  useEffect(() => {
    if (!hasLettersOnTheirWay) return
    // Without contact they are on their way still, as far as is known here.
    const timer = setInterval(() => void reload().catch(() => {}), letterEveryMs)
    return () => clearInterval(timer)
  }, [hasLettersOnTheirWay, reload])

  const copy = async () => {
    const isCopied = await copyWords(link)
    setByHand(!isCopied)
    say(isCopied ? words.linkCopied : words.copyByHand)
  }
  const sharing = useMemo<Sharing | null>(() => {
    if (access === null) return null
    const isFiltered = filter.trim() !== ''
    return { applicationId, me, standing, access, listed: listedFor(access, filter), isFiltered, act, say }
  }, [applicationId, me, standing, access, filter, act, say])

  return (
    <Dialog
      title={words.title}
      closeWord={words.done}
      place="large"
      onClose={onClose}
      actions={
        <>
          <Button icon={<Icon name="link" />} onClick={() => void copy()}>
            {words.copyLink}
          </Button>
          <div className={styles.said}>
            {byHand && <CopyBox label={words.linkToApplication} words={link} />}
            <p role="status">{said}</p>
            <p role="alert" className={styles.trouble}>
              {fault}
            </p>
          </div>
        </>
      }
    >
      {sharing === null ? (
        <p role="status" className={styles.soft}>
          {fault === '' && words.loading}
        </p>
      ) : (
        <SharingContext value={sharing}>
          {mayLetIn(sharing) ? (
            <InviteForm />
          ) : (
            <p className={styles.soft}>{words.mayNotShare(whomToAsk(text, access, me.person.id))}</p>
          )}
          {(filter !== '' || areMany(sharing.access)) && <FilterField value={filter} onChange={setFilter} />}
          <Requests />
          <Invitations />
          <Members />
          <GuestLinks />
          <Advice />
          <details className={styles.roles}>
            <summary>{words.rolesMean}</summary>
            <dl>
              {given.map(role => (
                <div key={role}>
                  <dt>{words.roles[role]}</dt>
                  <dd>{words.roleMeans[role]}</dd>
                </div>
              ))}
            </dl>
          </details>
        </SharingContext>
      )}
    </Dialog>
  )
}

function mayLetIn(sharing: Sharing): boolean {
  const { standing, access } = sharing
  return may(standing, 'share') || access.parties.some(party => rolesFrom(sharing, party).length > 0)
}
