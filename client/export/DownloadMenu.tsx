import { wordAddress, workbookAddress } from '../http/export.ts'
import { useText } from '../text/useText.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import styles from './export.module.css'

interface DownloadMenuProps {
  readonly applicationId: string
  /** Number of the version; null for the ansökan of now. */
  readonly version: number | null
  /** Whoever may read comments can have them in the Word document. */
  readonly hasComments: boolean
}

/** *Hämta*: the ansökan as files. */
export function DownloadMenu({ applicationId, version, hasComments }: DownloadMenuProps) {
  const words = useText().files
  const word = (withComments: boolean) => wordAddress(applicationId, { version, withComments })
  return (
    <MenuButton
      label={words.download}
      className={styles.button}
      choices={[
        { label: words.word, onChoose: () => save(word(false)) },
        ...(hasComments ? [{ label: words.wordWithComments, onChoose: () => save(word(true)) }] : []),
        { label: words.workbook, onChoose: () => save(workbookAddress(applicationId, version)) },
      ]}
    >
      {words.download}
    </MenuButton>
  )
}

/** As a link that is pressed: the browser saves it as it saves all files. */
function save(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
