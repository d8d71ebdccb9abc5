import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Me } from '../../shared/http/session.ts'
import { useText } from '../text/useText.ts'
import { useLinkSecret } from './linkSecret.ts'
import styles from './people.module.css'

interface LinkPageProps {
  readonly title: string
  /** Who is in here already, and is not any more after entering by the link. */
  readonly me?: Me | null
  readonly children: (secret: string) => ReactNode
  /** Below, whether or not the link is whole. */
  readonly besides?: ReactNode
}

/** What is around every page that a link leads to; says so when the link was cut off. */
export function LinkPage({ title, me = null, children, besides }: LinkPageProps) {
  const { people, pages } = useText()
  const secret = useLinkSecret()
  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      {secret === null ? (
        <>
          <h1>{people.linkBrokenTitle}</h1>
          <p>{people.linkBroken}</p>
          <p>
            <Link href="/">{pages.toStart}</Link>
          </p>
        </>
      ) : (
        <>
          <h1>{title}</h1>
          {children(secret)}
          {me && <p className={styles.help}>{people.nowEntered(me.person.name, me.party.name)}</p>}
        </>
      )}
      {besides}
    </main>
  )
}
