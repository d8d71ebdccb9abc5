import { useId, useState } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toHref } from './commands/links.ts'
import styles from './form.module.css'

interface LinkFormProps {
  /** Null where there is no link yet. */
  readonly href: string | null
  /** `written` becomes the text of a link that has none. */
  readonly onSave: (href: string, written: string) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Asks where the selected words lead. */
export function LinkForm({ href, onSave, onRemove, onClose }: LinkFormProps) {
  const words = useText().editor.link
  const id = useId()
  const [written, setWritten] = useState(href ?? '')
  const [refused, setRefused] = useState(false)

  return (
    <Dialog
      title={words.title}
      closeWord={words.close}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" type="submit" form={`${id}-form`}>
            {words.save}
          </Button>
          {href !== null && (
            <Button look="danger" onClick={onRemove}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <form
        id={`${id}-form`}
        className={styles.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          const target = toHref(written)
          if (target === null) setRefused(true)
          else onSave(target, written.trim())
        }}
      >
        <label htmlFor={id}>{words.address}</label>
        <input
          id={id}
          className={styles.input}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={written}
          aria-invalid={refused || undefined}
          aria-describedby={`${id}-help`}
          onChange={event => {
            setWritten(event.target.value)
            setRefused(false)
          }}
        />
        <p id={`${id}-help`} className={styles.help} data-refused={refused || undefined} aria-live="polite">
          {refused ? words.notALink : words.help}
        </p>
      </form>
    </Dialog>
  )
}
