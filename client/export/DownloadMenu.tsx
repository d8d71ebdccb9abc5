import type { PdfStandard } from '../../shared/export/pdfStandard.ts'
import styles from '../download/download.module.css'
import { FileMenu } from '../download/FileMenu.tsx'
import { pdfAddress, wordAddress, workbookAddress } from '../http/export.ts'
import { useText } from '../text/useText.ts'

interface DownloadMenuProps {
  readonly applicationId: string
  /** Number of the version; null for the ansökan of now. */
  readonly version: number | null
  /** Whoever may read comments can have them in the Word document. */
  readonly hasComments: boolean
}

/** *Hämta*: the ansökan as files. */
export function DownloadMenu({ applicationId, version, hasComments }: DownloadMenuProps) {
  const { files: words } = useText()
  const word = (withComments: boolean) => wordAddress(applicationId, { version, withComments })
  const pdf = (standard: PdfStandard) => pdfAddress(applicationId, { version, standard })
  const commented = {
    label: words.wordWithComments,
    help: words.wordWithCommentsHelp,
    address: word(true),
  }
  return (
    <FileMenu
      label={words.download}
      className={styles.quiet}
      choices={[
        { label: words.word, help: words.wordHelp, address: word(false) },
        ...(hasComments ? [commented] : []),
        { label: words.pdfArchive, help: words.pdfArchiveHelp, address: pdf('a-2a') },
        { label: words.pdfReaders, help: words.pdfReadersHelp, address: pdf('ua-1') },
        {
          ...{ label: words.workbook, help: words.workbookHelp },
          address: workbookAddress(applicationId, version),
        },
      ]}
    />
  )
}
