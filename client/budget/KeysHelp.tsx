import { useMayWrite } from '../form/FieldsContext.ts'
import { useText } from '../text/useText.ts'
import styles from './budget.module.css'

/** How the keys are used in a sheet, for whoever wants to know. */
export function KeysHelp() {
  const text = useText().budget
  if (!useMayWrite()) return null
  return (
    <details className={styles.keys}>
      <summary>{text.keys}</summary>
      <ul>
        {text.keysHelp.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
