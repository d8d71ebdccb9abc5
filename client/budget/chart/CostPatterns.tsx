import styles from './chart.module.css'
import type { CostKind } from './costBars.ts'

/** What the parts of a bar are filled with: whole, striped and dotted, so that colour is not what tells them apart. */
export function CostPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-salary`} width={8} height={8} patternUnits="userSpaceOnUse">
        <rect width={8} height={8} className={styles.salaryInk} />
      </pattern>
      <pattern
        id={`${id}-premises`}
        width={7}
        height={7}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={7} height={7} className={styles.ground} />
        <rect width={4} height={7} className={styles.premisesInk} />
      </pattern>
      <pattern id={`${id}-other`} width={8} height={8} patternUnits="userSpaceOnUse">
        <rect width={8} height={8} className={styles.ground} />
        <circle cx={2} cy={2} r={1.7} className={styles.otherInk} />
        <circle cx={6} cy={6} r={1.7} className={styles.otherInk} />
      </pattern>
    </defs>
  )
}

/** The fill of a kind, from the patterns drawn with `id`. */
export function patternOf(id: string, kind: CostKind): string {
  return `url(#${id}-${kind})`
}
