import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import styles from '../download/download.module.css'
import { FileMenu } from '../download/FileMenu.tsx'
import { blankFormAddress } from '../http/export.ts'
import { useText } from '../text/useText.ts'

/** *Hämta … tom*: a form that nobody has written in, as files. */
export function BlankFormMenu({ form }: { readonly form: Pick<FormTemplate, 'id' | 'name'> }) {
  const { files: words } = useText()
  return (
    <FileMenu
      label={words.blankForm(form.name)}
      className={styles.link}
      choices={[
        { label: words.blankWord, help: words.blankWordHelp, address: blankFormAddress(form.id, 'docx') },
        { label: words.pdfArchive, help: words.blankPdfHelp, address: blankFormAddress(form.id, 'a-2a') },
        { label: words.pdfReaders, help: words.pdfReadersHelp, address: blankFormAddress(form.id, 'ua-1') },
      ]}
    />
  )
}
