import { useRef, useState } from 'react'
import type { Version } from '../../shared/http/versions.ts'
import { makeVersion } from '../http/versions.ts'
import { LineField } from '../people/LineField.tsx'
import { useSending } from '../people/useSending.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NoteField } from './NoteField.tsx'
import styles from './version.module.css'

/** As many letters as the server takes. */
const nameMaxLength = 120

interface SaveVersionProps {
  readonly applicationId: string
  /** Resolves when the server has all that I have written; rejects when it does not get it. */
  readonly allSaved: () => Promise<void>
  readonly onSaved: (version: Version) => void
  readonly onClose: () => void
}

/** Keeps what the ansökan is now, under a name. */
export function SaveVersion({ applicationId, allSaved, onSaved, onClose }: SaveVersionProps) {
  const { versions: words } = useText()
  const { isSending, fault, send } = useSending()
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const wanted = name.trim()
  const nameFault =
    wanted === ''
      ? words.nameMissing
      : wanted.length > nameMaxLength
        ? words.nameTooLong(nameMaxLength, wanted.length)
        : null
  const save = async () => {
    setIsAsked(true)
    if (nameFault !== null) {
      field.current?.focus()
      return
    }
    let made: Version | null = null
    const isDone = await send(async () => {
      await allSaved()
      made = await makeVersion(applicationId, { name: wanted, note: note.trim() })
    })
    if (isDone && made !== null) onSaved(made)
  }
  return (
    <Dialog
      title={words.saveTitle}
      closeWord={words.cancel}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form="save-version" aria-disabled={isSending}>
          {words.save}
        </Button>
      }
    >
      <form
        id="save-version"
        className={styles.asked}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <p>{words.saveHelp}</p>
        <LineField
          ref={field}
          label={words.name}
          value={name}
          onChange={setName}
          help={words.nameHelp}
          fault={isAsked ? nameFault : null}
        />
        <NoteField value={note} onChange={setNote} />
        {fault !== null && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
      </form>
    </Dialog>
  )
}
