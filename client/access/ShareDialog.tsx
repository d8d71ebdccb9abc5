import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AccessAnswer } from '../../shared/http/access.ts'
import type { Me } from '../../shared/http/session.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import { roles } from '../../shared/people/role.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Advice } from './Advice.tsx'
import styles from './access.module.css'
import { CopyBox } from './CopyBox.tsx'
import { copyWords } from './copyWords.ts'
import { GuestLinks } from './GuestLinks.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { Members } from './Members.tsx'
import { Requests } from './Requests.tsx'
import { rolesFrom, type Sharing, SharingContext } from './Sharing.ts'
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
  const [said, setSaid] = useState('')
  const [fault, setFault] = useState('')
  /** The link is shown, to be copied by hand. */
  const [byHand, setByHand] = useState(false)
  const link = `${location.origin}/ansokningar/${applicationId}`

  useEffect(() => {
    reload().catch(thrown => setFault(problemWords(text, thrown)))
  }, [reload, text])

  const hasLettersOnTheirWay = access?.invitations.some(({ mail }) => mail === 'waiting') ?? false
  useEffect(() => {
    if (!hasLettersOnTheirWay) return
    // Without contact they are on their way still, as far as is known here.
    const timer = setInterval(() => void reload().catch(() => {}), letterEveryMs)
    return () => clearInterval(timer)
  }, [hasLettersOnTheirWay, reload])

  const act = useCallback(
    async (doing: () => Promise<unknown>, done: string) => {
      setSaid('')
      setFault('')
      let isDone = true
      try {
        await doing()
      } catch (thrown) {
        isDone = false
        setFault(problemWords(text, thrown))
      }
      // Also after a fault: a part may have been done. Who may not see it any more is told so by the page.
      await reload().catch(() => {})
      if (isDone) setSaid(done)
      return isDone
    },
    [reload, text],
  )
  const copy = async () => {
    const isCopied = await copyWords(link)
    setByHand(!isCopied)
    setSaid(isCopied ? words.linkCopied : words.copyByHand)
  }
  const sharing = useMemo<Sharing | null>(
    () => access && { applicationId, me, standing, access, act, say: setSaid },
    [applicationId, me, standing, access, act],
  )

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
