import { Link } from 'wouter'
import { useText } from '../text/useText.ts'
import styles from './pages.module.css'
import { useTabTitle } from './useTabTitle.ts'

interface NotFoundPageProps {
  readonly title?: string
  readonly help?: string
}

/** An address that leads nowhere: says so, and where to go. */
export function NotFoundPage({ title, help }: NotFoundPageProps) {
  const { pages } = useText()
  const heading = title ?? pages.notFoundTitle
  useTabTitle(heading)
  return (
    <main id="content" className={styles.card} tabIndex={-1}>
      <h1>{heading}</h1>
      <p>{help ?? pages.notFoundHelp}</p>
      <p>
        <Link href="/">{pages.toStart}</Link>
      </p>
    </main>
  )
}
