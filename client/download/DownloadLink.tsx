import type { MouseEvent, ReactNode } from 'react'
import { useText } from '../text/useText.ts'
import styles from './download.module.css'
import type { Download } from './useDownload.ts'

interface DownloadLinkProps {
  readonly address: string
  readonly download: Download
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A link to a file. Pressed, it is fetched here, so that what goes wrong is told on the page; asked for otherwise, it is a link. */
export function DownloadLink({ address, download, className, children }: DownloadLinkProps) {
  const { files } = useText()
  const isFetching = download.fetching.has(address)
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    download.fetch(address)
  }
  return (
    <a className={className} href={address} download aria-busy={isFetching || undefined} onClick={press}>
      {children}
      {isFetching && <span className={styles.busy}> {files.onItsWay}</span>}
    </a>
  )
}
