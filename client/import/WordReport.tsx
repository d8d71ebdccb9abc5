import { type ReactNode, useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { createFromWord } from '../http/formImport.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { everyForm, FormChoice } from './FormChoice.tsx'
import { ReadReport } from './ReadReport.tsx'
import styles from './report.module.css'
import { useDecisions } from './useDecisions.ts'
import { useFilePictures } from './useFilePictures.ts'
import { useMaking } from './useMaking.ts'
import type { ReadFile, WordFile } from './useWordFile.ts'

interface WordReportProps {
  readonly word: WordFile
  readonly file: ReadFile
  readonly form: FormTemplate
  readonly personId: string
  /** The ansökan has been made, and is shown next. */
  readonly onMade: () => void
}

/** What is asked before something that has been decided is decided anew. */
type Asked = { readonly is: 'form'; readonly formId: string } | { readonly is: 'otherFile' }

/** What stands in a Word file, and what becomes of it. */
export function WordReport({ word, file, form, personId, onMade }: WordReportProps) {
  const { formImport: words } = useText()
  const { answer, formSaid, name } = file
  const { placements, reading, fault } = word
  const making = useMaking(onMade)
  const imageUrl = useFilePictures(file.bytes)
  const [asked, setAsked] = useState<Asked | null>(null)
  const decisions = useDecisions(answer.read, form, placements, word.setPlacements)
  const decided = Object.keys(placements).length

  const readAs = (formId: string) => {
    setAsked(null)
    if (formId === form.id) word.sayForm(formId)
    else word.readAgain(file, formId)
  }
  const chooseForm = (formId: string) => {
    if (decided > 0 && formId !== form.id) setAsked({ is: 'form', formId })
    else readAs(formId)
  }
  const otherFile = () => {
    if (decided > 0) setAsked({ is: 'otherFile' })
    else word.forget()
  }
  const isSaid = answer.isSure || formSaid !== null
  return (
    <>
      <ReadReport
        decisions={decisions}
        isMove={false}
        imageUrl={imageUrl}
        personId={personId}
        title={words.readTitle(name)}
        whyNot={reading !== null ? words.rereading : isSaid ? null : words.sayForm}
        making={making}
        onLookAgain={null}
        onMake={() => making.make(() => createFromWord(file.bytes, { formId: form.id, placements }))}
      >
        <p className={styles.lead}>
          <strong>{words.notYet}</strong>{' '}
          {decisions.left.length > 0 ? words.nextDecide(decisions.left.length) : words.nextCreate}
        </p>
        <FormUsed file={file} form={form} isSaid={isSaid} onChoose={chooseForm} />
        <p role="status" className={styles.again}>
          {reading === null ? '' : words.rereading}
        </p>
        {fault && (
          <p role="alert" className={styles.fault}>
            {fault.words}
          </p>
        )}
        <div className={styles.quiet}>
          <Button look="quiet" onClick={otherFile}>
            {words.otherFile}
          </Button>
        </div>
      </ReadReport>
      {asked && (
        <Question
          asked={asked}
          decided={decided}
          onStay={() => setAsked(null)}
          onGo={() => (asked.is === 'form' ? readAs(asked.formId) : word.forget())}
        />
      )}
    </>
  )
}

interface FormUsedProps {
  readonly file: ReadFile
  readonly form: FormTemplate
  readonly isSaid: boolean
  readonly onChoose: (formId: string) => void
}

/** As which form it is read, and as which it can be. */
function FormUsed({ file, form, isSaid, onChoose }: FormUsedProps) {
  const { formImport: words } = useText()
  const { answer, formSaid } = file
  const fits = answer.forms.find(({ formId }) => formId === form.id)
  const choice = (
    <FormChoice
      legend={words.whichForm}
      formIds={everyForm}
      chosen={isSaid ? form.id : formSaid}
      found={answer.forms}
      onChoose={onChoose}
    />
  )
  // The same element for both, so that whoever has just chosen keeps her place in it.
  return (
    <div className={styles.form} data-unsure={!answer.isSure || undefined}>
      <p>
        {answer.isSure ? fits && words.readAs(form.name, fits.found, fits.of) : words.unsureHelp(form.name)}
      </p>
      {answer.isSure ? <Folded title={words.otherForm}>{choice}</Folded> : choice}
    </div>
  )
}

function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={styles.kind}>
      <summary>{title}</summary>
      <div className={styles.folded}>{children}</div>
    </details>
  )
}

interface QuestionProps {
  readonly asked: Asked
  readonly decided: number
  readonly onStay: () => void
  readonly onGo: () => void
}

function Question({ asked, decided, onStay, onGo }: QuestionProps) {
  const { formImport: words } = useText()
  const isForm = asked.is === 'form'
  return (
    <Dialog
      title={isForm ? words.changeTitle : words.otherFileTitle}
      closeWord={isForm ? words.keepForm : words.stay}
      onClose={onStay}
      actions={
        <Button look={isForm ? 'primary' : 'danger'} onClick={onGo}>
          {isForm ? words.changeForm : words.otherFile}
        </Button>
      }
    >
      <p>{isForm ? words.changeHelp(decided) : words.leaveHelp(decided)}</p>
    </Dialog>
  )
}
