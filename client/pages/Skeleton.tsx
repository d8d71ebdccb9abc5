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
        {[62, 96, 88, 40, 92, 71, 97, 55].map(width => (
          <svg key={width} className={styles.line} viewBox="0 0 100 2" preserveAspectRatio="none">
            <title />
            <rect width={width} height="2" />
          </svg>
        ))}
      </div>
    </main>
  )
}
