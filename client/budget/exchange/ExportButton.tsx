import { workbookAddress } from '../../http/export.ts'
import { useText } from '../../text/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './exchange.module.css'

/** *Ladda ned som Excel*, the budget of now: a link, so that a browser saves it as it saves all files. */
export function ExportButton({ applicationId }: { readonly applicationId: string }) {
  const { budget } = useText()
  return (
    <a className={styles.export} href={workbookAddress(applicationId, null)} download>
      <Icon name="down" />
      {budget.asExcel}
    </a>
  )
}
