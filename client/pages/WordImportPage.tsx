import { Link } from 'wouter'
import { formById } from '../../shared/form/forms.ts'
import { FilePicker } from '../import/FilePicker.tsx'
import { everyForm, FormChoice } from '../import/FormChoice.tsx'
import { type FileFault, useWordFile, type WordFile } from '../import/useWordFile.ts'
import { WordReport } from '../import/WordReport.tsx'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './NewApplicationPage.module.css'
import { useMe } from './SessionContext.ts'
import { useLeaveQuestion } from './useLeaveQuestion.tsx'
import { useTabTitle } from './useTabTitle.ts'

/** A new ansökan from a Word file: chosen, read, shown, and only then made. */
export function WordImportPage() {
  const { formImport: words, pages } = useText()
  const me = useMe()
  const word = useWordFile()
  const decided = Object.keys(word.placements).length
  const { question, letGo } = useLeaveQuestion(decided > 0, words.leaveHelp(decided))
  useTabTitle(words.wordTitle)

  const form = word.file && formById(word.file.answer.read.form.formId)
  if (word.file && form) {
    return (
      <main id="content" tabIndex={-1}>
        <WordReport word={word} file={word.file} form={form} personId={me.person.id} onMade={letGo} />
        {question}
      </main>
    )
  }
  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      <h1>{words.wordTitle}</h1>
      <div className={styles.steps}>
        <p>{words.lead}</p>
        <FilePicker
          reading={word.reading}
          fault={word.fault && <FaultSaid word={word} fault={word.fault} />}
          onChoose={word.choose}
          onStop={word.stop}
        />
        <p>
          <Link href="/ansokningar/ny">{pages.cancel}</Link>
        </p>
      </div>
    </main>
  )
}

/** Why a file was not read, and what can be done about it here. */
function FaultSaid({ word, fault }: { readonly word: WordFile; readonly fault: FileFault }) {
  const { formImport: words } = useText()
  const { file } = fault
  return (
    <div>
      <p>{fault.words}</p>
      {file && fault.asksForForm && (
        <FormChoice
          legend={words.readAnyway}
          formIds={everyForm}
          chosen={null}
          found={[]}
          onChoose={formId => word.readAgain(file, formId)}
        />
      )}
      {file && !fault.asksForForm && (
        <Button onClick={() => word.readAgain(file, null)}>{words.tryAgain}</Button>
      )}
    </div>
  )
}
