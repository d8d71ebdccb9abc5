import { useText } from '../text/useText.ts'
import styles from './reading.module.css'

/** What could not be saved before my access ended, to be read and copied. */
export function KeptTexts({ texts }: { readonly texts: readonly string[] }) {
  const { access } = useText()
  return (
    <section className={styles.kept}>
      <p>{access.keptHere}</p>
      {texts.map(text => (
        <blockquote key={text}>{text}</blockquote>
      ))}
    </section>
  )
}
