import { useEffect, useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Version } from '../../shared/http/versions.ts'
import type { Party, Person } from '../../shared/people/person.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { restoreVersion } from '../http/versions.ts'
import { useSending } from '../people/useSending.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NoteField } from './NoteField.tsx'
import { useVersionList } from './useVersionList.ts'
import styles from './version.module.css'
import { whosWords } from './versionWords.ts'
import { everyWriter } from './writersBetween.ts'

interface RestoreDialogProps {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly version: Version
  readonly parties: readonly Party[]
  /** Who asks: she needs not be told that she has written herself. */
  readonly me: Person
  readonly onRestored: () => void
  readonly onClose: () => void
}

/** Whoever changed something so lately is writing. */
const justNowMs = 3 * 60_000
const lookEveryMs = 3_000

/** Asks before the ansökan is made what it was once. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { applicationId, form, version, parties, me, onRestored, onClose } = props
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
        <WhoWrites applicationId={applicationId} form={form} parties={parties} me={me} />
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

type WhoWritesProps = Pick<RestoreDialogProps, 'applicationId' | 'form' | 'parties' | 'me'>

/** Who writes now, and who else has since the newest version, as the server knows it; looked at again while it is asked. */
function WhoWrites({ applicationId, form, parties, me }: WhoWritesProps) {
  const text = useText()
  const { versions: words } = text
  const application = useFresh(applicationId)
  const { list } = useVersionList(applicationId, application?.lastChange?.at)
  if (application === null || list === null) return <p role="status">{words.lookingForWriters}</p>
  const { lastChange } = application
  const isMine = lastChange?.personName === me.name
  const isNow = !isMine && lastChange !== null && Date.now() - Date.parse(lastChange.at) < justNowMs
  const others = everyWriter(list.writersSince).filter(
    ({ personId, name }) => personId !== me.id && !(isNow && name === lastChange.personName),
  )
  // Behind my own latest change nobody can be said to be away.
  if (isMine && others.length === 0) return null
  const heading = form.sections.find(({ key }) => key === lastChange?.section)?.heading ?? ''
  return (
    <p role="status">
      {isNow && words.writesNow(words.who(lastChange.personName, lastChange.partyShortName), heading)}
      {!isNow && !isMine && words.nobodyWrites}
      {others.length > 0 && ` ${words.alsoWrote(whosWords(text, others, parties))}`}
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
