import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './picker.module.css'

interface FilePickerProps {
  /** Name of the file that is being read; null while none is. */
  readonly reading: string | null
  /** Why the last file was not read; null when there is nothing to say. */
  readonly fault: ReactNode
  readonly onChoose: (files: readonly File[]) => void
  readonly onStop: () => void
}

/** A Word file is chosen, or dropped here; while it is read the page says so. */
export function FilePicker({ reading, fault, onChoose, onStop }: FilePickerProps) {
  const { formImport: words } = useText()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<HTMLButtonElement>(null)
  const wasReading = useRef(false)
  const [isOver, setOver] = useState(false)
  const isReading = reading !== null
  // What had focus gives place: she who listens or uses the keyboard goes on where something can be done.
  useEffect(() => {
    if (isReading) stop.current?.focus()
    else if (wasReading.current) input.current?.focus()
    wasReading.current = isReading
  }, [isReading])

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isReading) onChoose([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can be dropped in it; the button in it does the same
    <div
      className={styles.picker}
      data-over={isOver || undefined}
      aria-busy={isReading}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div role="status" className={styles.status}>
        {isReading && (
          <>
            <p className={styles.name}>{words.reading(reading)}</p>
            <p className={styles.help}>{words.readingHelp}</p>
          </>
        )}
      </div>
      {isReading ? (
        <>
          <div className={styles.progress} aria-hidden="true" />
          <Button ref={stop} onClick={onStop}>
            {words.stopReading}
          </Button>
        </>
      ) : (
        <>
          <div className={styles.choose}>
            <input
              ref={input}
              id={id}
              type="file"
              accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
              aria-invalid={fault !== null}
              aria-describedby={`${id}-help ${id}-fault`}
              onChange={({ target }) => {
                const chosen = [...(target.files ?? [])]
                // The same file can be chosen again, when it has been mended.
                target.value = ''
                if (chosen.length > 0) onChoose(chosen)
              }}
            />
            <label htmlFor={id}>
              <Icon name="add" />
              {words.chooseFile}
            </label>
            <span className={styles.drop}>{words.orDrop}</span>
          </div>
          <p id={`${id}-help`} className={styles.help}>
            {words.fileHelp}
          </p>
        </>
      )}
      <div id={`${id}-fault`} role="alert" className={styles.fault}>
        {isReading ? null : fault}
      </div>
    </div>
  )
}
