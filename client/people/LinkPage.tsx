import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../text/useText.ts'
import { useLinkSecret } from './linkSecret.ts'
import styles from './people.module.css'

interface LinkPageProps {
  readonly title: string
  readonly children: (secret: string) => ReactNode
  /** What there is to do when the link was cut off. */
  readonly whenBroken?: ReactNode
}

/** What is around every page that a link leads to; says so when the link was cut off. */
export function LinkPage({ title, children, whenBroken }: LinkPageProps) {
  const { people, pages } = useText()
  const secret = useLinkSecret()
  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      <h1>{secret === null ? people.linkBrokenTitle : title}</h1>
      {secret === null ? (
        <>
          <p>{people.linkBroken}</p>
          {whenBroken}
          <p>
            <Link href="/">{pages.toStart}</Link>
          </p>
        </>
      ) : (
        children(secret)
      )}
    </main>
  )
}
