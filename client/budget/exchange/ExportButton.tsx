import { DownloadFault } from '../../download/DownloadFault.tsx'
import { DownloadLink } from '../../download/DownloadLink.tsx'
import { useDownload } from '../../download/useDownload.ts'
import { workbookAddress } from '../../http/export.ts'
import { useText } from '../../text/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './exchange.module.css'

/** *Ladda ned som Excel*, the budget of now. */
export function ExportButton({ applicationId }: { readonly applicationId: string }) {
  const { budget } = useText()
  const download = useDownload()
  return (
    <>
      <DownloadLink
        className={styles.export}
        address={workbookAddress(applicationId, null)}
        download={download}
      >
        <Icon name="down" />
        {budget.asExcel}
      </DownloadLink>
      <DownloadFault download={download} />
    </>
  )
}
