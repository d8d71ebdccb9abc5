import type { ReactNode } from 'react'
import { useText } from '../text/useText.ts'
import styles from './Skeleton.module.css'

interface SkeletonProps {
  readonly name: string
  readonly children?: ReactNode
}

/** The sheet while its text is on its way: never an empty form, which somebody might begin to fill in. */
export function Skeleton({ name, children }: SkeletonProps) {
  const { pages } = useText()
  return (
    <main id="content" className={styles.page} tabIndex={-1} aria-busy="true">
      <h1>{name}</h1>
      <p role="status">{pages.loadingApplication}</p>
      {children}
      <div className={styles.sheet} aria-hidden="true">
        {['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].map(line => (
          <div key={line} className={styles.line} />
        ))}
      </div>
    </main>
  )
}
