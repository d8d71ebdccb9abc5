import { useId, useRef, useState } from 'react'
import { type ReadWorkbook, workbookMaxBytes } from '../../../shared/http/budget.ts'
import { useOpenFields } from '../../form/FieldsContext.ts'
import { readBudgetWorkbook } from '../../http/budget.ts'
import { problemWords } from '../../text/problemWords.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { StatusLine } from '../../ui/StatusLine.tsx'
import styles from './exchange.module.css'
import { FileReport } from './FileReport.tsx'
import { useImport } from './useImport.ts'
import { useLimited } from './useLimited.ts'

interface ImportDialogProps {
  readonly onClose: () => void
  /** What was read in, in words. */
  readonly onDone: (words: string) => void
}

interface ReadFile {
  readonly name: string
  readonly read: ReadWorkbook
}

/** *Läs in budget från Excel*: a file is chosen, what it says is shown, and only then is anything written. */
export function ImportDialog({ onClose, onDone }: ImportDialogProps) {
  const text = useText()
  const words = text.budgetImport
  const { live } = useOpenFields()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const limited = useLimited()
  const [reading, setReading] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [file, setFile] = useState<ReadFile | null>(null)

  const refuse = (why: string) => {
    setFault(why)
    // The same file can be chosen again, when it has been mended.
    if (input.current) input.current.value = ''
  }
  const choose = async (chosen: File) => {
    setFault(null)
    if (chosen.size > workbookMaxBytes || chosen.size === 0) {
      refuse(chosen.size === 0 ? words.empty : words.tooLarge)
      return
    }
    setReading(chosen.name)
    try {
      setFile({ name: chosen.name, read: await readBudgetWorkbook(live.id, chosen) })
    } catch (refused) {
      refuse(problemWords(text, refused))
    } finally {
      setReading(null)
    }
  }

  if (file) {
    return <ReportDialog {...file} onOther={() => setFile(null)} onClose={onClose} onDone={onDone} />
  }
  return (
    <Dialog title={words.title} closeWord={words.cancel} onClose={onClose}>
      <div className={styles.choose}>
        <label htmlFor={id}>{words.file}</label>
        <input
          ref={input}
          id={id}
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={reading !== null}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-help ${id}-fault`}
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            if (chosen) void choose(chosen)
          }}
        />
        <p id={`${id}-help`} className={styles.help}>
          {words.fileHelp}
        </p>
        {limited && <p className={styles.said}>{words.limited}</p>}
        <StatusLine>{reading === null ? '' : words.reading(reading)}</StatusLine>
        <p id={`${id}-fault`} role="alert" className={styles.fault}>
          {fault}
        </p>
      </div>
    </Dialog>
  )
}

interface ReportDialogProps extends ReadFile, ImportDialogProps {
  readonly onOther: () => void
}

function ReportDialog({ name, read, onOther, onClose, onDone }: ReportDialogProps) {
  const words = useText().budgetImport
  const wish = useImport(read)
  return (
    <Dialog
      key="report"
      title={words.title}
      closeWord={words.cancel}
      onClose={onClose}
      place="large"
      actions={
        <>
          <Button onClick={onOther}>{words.other}</Button>
          <Button look="primary" disabled={wish.whyNot !== null} onClick={() => onDone(wish.write())}>
            {words.readIn}
          </Button>
          <div className={styles.whyNot}>
            <StatusLine>{wish.whyNot ?? ''}</StatusLine>
          </div>
        </>
      }
    >
      <FileReport name={name} read={read} wish={wish} />
    </Dialog>
  )
}
