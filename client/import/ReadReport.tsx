import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { cardId } from './LeftOverCard.tsx'
import { LeftOverList } from './LeftOverList.tsx'
import { ReadingSummary } from './ReadingSummary.tsx'
import { ReadSheet } from './ReadSheet.tsx'
import { type Report, ReportContext } from './ReportContext.ts'
import styles from './report.module.css'
import type { Making } from './useMaking.ts'

interface ReadReportProps extends Report {
  readonly personId: string
  readonly title: string
  /** What it is made of, and what can be chosen of that. */
  readonly children: ReactNode
  /** Why it cannot be made yet, beside text that has no place; null when it can. */
  readonly whyNot: string | null
  readonly making: Making
  /** Shows anew what it was to be made of, when somebody has changed that; null where nobody can. */
  readonly onLookAgain: (() => void) | null
  readonly onMake: () => void
}

/**
 * What was read, before anything is made of it: text without a place beside the ansökan as it will be, and a line at the
 * foot that says what is left to do.
 */
export function ReadReport(props: ReadReportProps) {
  const { decisions, isMove, imageUrl, personId, title, children, whyNot, making, onLookAgain, onMake } =
    props
  const { formImport: words } = useText()
  const { read, left } = decisions
  const { isMaking, failed } = making
  const [next] = left
  const heading = useRef<HTMLHeadingElement>(null)
  // The page has changed under whoever chose the file: she goes on from its first line.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const goToNext = () => {
    const card = next && document.getElementById(cardId(next))
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
  }
  const hasLeftOvers = read.leftOvers.length > 0
  return (
    <ReportContext value={{ decisions, isMove, imageUrl }}>
      <div className={styles.top} data-beside={hasLeftOvers || undefined}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div className={styles.about}>{children}</div>
        <ReadingSummary />
      </div>
      <div className={styles.columns} data-beside={hasLeftOvers || undefined}>
        {hasLeftOvers && (
          <div className={styles.beside}>
            <LeftOverList decisions={decisions} isMove={isMove} imageUrl={imageUrl} />
          </div>
        )}
        <section className={styles.sheet} aria-label={words.sheet}>
          <ReadSheet personId={personId} />
        </section>
      </div>
      <div className={styles.foot}>
        <div className={styles.footInner}>
          <div className={styles.where}>
            <p role="status">
              <strong>{isMaking ? words.creating : words.notYet}</strong>{' '}
              {!isMaking &&
                (left.length > 0
                  ? words.leftToPlace(left.length)
                  : (whyNot ?? (hasLeftOvers && words.allPlaced)))}
            </p>
            {failed && (
              <div role="alert" className={styles.fault}>
                <p>{failed.words}</p>
                {failed.isUnknown && (
                  <a href="/ansokningar" target="_blank" rel="noopener">
                    {words.toList}
                  </a>
                )}
                {failed.isChanged && onLookAgain && <Button onClick={onLookAgain}>{words.lookAgain}</Button>}
              </div>
            )}
          </div>
          {next && <Button onClick={goToNext}>{words.toNext}</Button>}
          <Button
            look="primary"
            aria-disabled={next !== undefined || whyNot !== null || isMaking || undefined}
            onClick={() => {
              if (next) goToNext()
              else if (whyNot === null && !isMaking) onMake()
            }}
          >
            {isMove ? words.createMoved : words.create}
          </Button>
        </div>
      </div>
    </ReportContext>
  )
}
