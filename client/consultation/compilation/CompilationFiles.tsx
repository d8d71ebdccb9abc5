import { FileMenu } from '../../download/FileMenu.tsx'
import { compilationAddress } from '../../http/consultation.ts'
import { useText } from '../../text/useText.ts'
import styles from './view.module.css'

interface CompilationFilesProps {
  readonly applicationId: string
  readonly round: number
}

/** The sammanställning to print, and as files. */
export function CompilationFiles({ applicationId, round }: CompilationFilesProps) {
  const { compilation: words, files } = useText()
  const address = (as: Parameters<typeof compilationAddress>[2]) =>
    compilationAddress(applicationId, round, as)
  return (
    <>
      <a
        className={styles.button}
        href={address('html')}
        target="_blank"
        rel="noopener"
        title={words.printHelp}
      >
        {words.print}
      </a>
      <FileMenu
        label={files.compilation}
        className={styles.button}
        choices={[
          { label: files.compilationWord, help: files.compilationWordHelp, address: address('docx') },
          { label: files.pdfArchive, help: files.compilationPdfHelp, address: address('a-2a') },
          { label: files.pdfReaders, help: files.pdfReadersHelp, address: address('ua-1') },
          { label: files.compilationTable, help: files.compilationTableHelp, address: address('csv') },
        ]}
      />
    </>
  )
}
