import styles from './download.module.css'
import type { Download } from './useDownload.ts'

/** Why a file did not come, beside where it was asked for. It goes away when the next one is. */
export function DownloadFault({ download }: { readonly download: Download }) {
  if (download.fault === null) return null
  return (
    <p role="alert" className={styles.fault}>
      {download.fault}
    </p>
  )
}
