import { useEffect, useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Version } from '../../shared/http/versions.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { restoreVersion } from '../http/versions.ts'
import { useSending } from '../people/useSending.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NoteField } from './NoteField.tsx'
import styles from './version.module.css'

interface RestoreDialogProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly version: Version
  /** Who asks, as a change is told of: she needs not be told that she has written herself. */
  readonly myName: string
  readonly onRestored: () => void
  readonly onClose: () => void
}

/** Whoever changed something so lately is writing. */
const justNowMs = 3 * 60_000
const lookEveryMs = 3_000

/** Asks before the ansökan is made what it was once. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { applicationId, form, version, myName, onRestored, onClose } = props
  const { versions: words } = useText()
  const { isSending, fault, send } = useSending()
  const [note, setNote] = useState('')
  const [closed, setClosed] = useState<readonly string[]>([])
  const restore = async () => {
    const isDone = await send(async () => {
      setClosed([])
      try {
        await restoreVersion(applicationId, version.number, note.trim())
      } catch (problem) {
        if (problem instanceof CallFailed && problem.kind === 'sectionsClosed') setClosed(problem.fields)
        throw problem
      }
    })
    if (isDone) onRestored()
  }
  return (
    <Dialog
      title={words.restoreTitle(version.label)}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" aria-disabled={isSending} onClick={() => void restore()}>
          {isSending ? words.restoring : words.restoreNow}
        </Button>
      }
    >
      <div className={styles.asked}>
        <p>
          <strong>{words.restoreHelp}</strong>
        </p>
        <p>{words.restoreKeeps}</p>
        <WhoWrites applicationId={applicationId} form={form} myName={myName} />
        <NoteField value={note} onChange={setNote} />
        {fault !== null && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        {closed.length > 0 && (
          <ul className={styles.closed}>
            {closed.map(section => (
              <li key={section}>{form.sections.find(({ key }) => key === section)?.heading}</li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

type WhoWritesProps = Pick<RestoreDialogProps, 'applicationId' | 'form' | 'myName'>

/** Who has changed something in the last minutes, as the server knows it; looked at again while it is asked. */
function WhoWrites({ applicationId, form, myName }: WhoWritesProps) {
  const { versions: words } = useText()
  const application = useFresh(applicationId)
  if (application === null) return <p role="status">{words.lookingForWriters}</p>
  const { lastChange } = application
  // Only the latest change is known: behind one's own nobody can be named, and nobody be said to be away.
  if (lastChange?.personName === myName) return null
  const isNow = lastChange !== null && Date.now() - Date.parse(lastChange.at) < justNowMs
  return (
    <p role="status">
      {isNow
        ? words.writesNow(
            words.who(lastChange.personName, lastChange.partyShortName),
            form.sections.find(({ key }) => key === lastChange.section)?.heading ?? '',
          )
        : words.nobodyWrites}
    </p>
  )
}

/** The ansökan as it is told of now; null until it has come. */
function useFresh(applicationId: string): Application | null {
  const [application, setApplication] = useState<Application | null>(null)
  useEffect(() => {
    let isOver = false
    const look = () => {
      readApplication(applicationId).then(
        answer => isOver || setApplication(answer),
        () => {
          // What was known stays; that there is no contact is said when it is tried.
        },
      )
    }
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [applicationId])
  return application
}
