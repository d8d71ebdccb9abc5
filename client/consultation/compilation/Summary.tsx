import { useId, useState } from 'react'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './parts.module.css'

/** Letters that are shown of a long one. */
const shownAtFirst = 300

/** The summary of an answer; the beginning of a long one until more is asked for. */
export function Summary({ party, summary }: { readonly party: string; readonly summary: string }) {
  const { compilation: words } = useText()
  const [isWhole, setWhole] = useState(false)
  const id = useId()
  const isLong = summary.length > shownAtFirst * 1.25
  const begun = isLong && !isWhole ? beginningOf(summary) : summary
  if (summary.trim() === '') return <p className={styles.soft}>{words.noSummary}</p>
  return (
    <>
      <p id={id} className={styles.words}>
        {begun}
      </p>
      {isLong && (
        <Button
          look="quiet"
          aria-expanded={isWhole}
          aria-controls={id}
          aria-label={isWhole ? words.showLessOf(party) : words.showAllOf(party)}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.showLess : words.showAll}
        </Button>
      )}
    </>
  )
}

/** Whole words. */
function beginningOf(summary: string): string {
  const cut = summary.slice(0, shownAtFirst)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), shownAtFirst / 2)).trimEnd()} …`
}
