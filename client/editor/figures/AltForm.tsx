import { useId, useState } from 'react'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from '../form.module.css'

/** Longest description that the shared document takes. */
const altMaxLength = 2000

interface AltFormProps {
  readonly alt: string
  readonly onSave: (alt: string) => void
  readonly onClose: () => void
}

/** Asks what a picture shows, for those who do not see it. */
export function AltForm({ alt, onSave, onClose }: AltFormProps) {
  const words = useText().editor.figure
  const id = useId()
  const [written, setWritten] = useState(alt)

  return (
    <Dialog
      title={words.title}
      closeWord={words.close}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" form={`${id}-form`}>
          {words.save}
        </Button>
      }
    >
      <form
        id={`${id}-form`}
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          onSave(written)
        }}
      >
        <label htmlFor={id}>{words.alt}</label>
        <textarea
          id={id}
          className={styles.input}
          rows={3}
          maxLength={altMaxLength}
          value={written}
          aria-describedby={`${id}-help`}
          onChange={event => setWritten(event.target.value)}
        />
        <p id={`${id}-help`} className={styles.help}>
          {words.altHelp}
        </p>
      </form>
    </Dialog>
  )
}
