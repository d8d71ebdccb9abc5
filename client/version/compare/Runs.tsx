import type { ReactNode } from 'react'
import type { BudgetSum } from '../../../shared/budget/budgetFigure.ts'
import type { Inline, TextContent } from '../../../shared/document/blockContent.ts'
import { isHref } from '../../../shared/document/nodes/href.ts'
import type { FormattedPiece, Segment } from '../../../shared/version/compare/comparison.ts'
import { sumName } from '../../editor/budgetFigures/figureWords.ts'
import { useText } from '../../text/useText.ts'
import { formatWords } from './changeWords.ts'
import styles from './comparison.module.css'
import type { Side, Whole } from './Drawing.ts'
import { Edited, isOnSide, Mark, Tag } from './Mark.tsx'
import { together } from './together.ts'

/** Words as they stand, and their footnotes where they are. */
function Runs({ runs }: { readonly runs: readonly Inline[] }) {
  return together(runs, run => {
    if (run.type === 'budgetFigure') return <Figure sum={run.sum} />
    return run.type === 'text' ? drawText(run) : <Note>{together(run.content, drawText)}</Note>
  })
}

function drawText(run: TextContent): ReactNode {
  let drawn: ReactNode = run.text
  if (run.italic) drawn = <em>{drawn}</em>
  if (run.bold) drawn = <strong>{drawn}</strong>
  if (isHref(run.link)) {
    drawn = (
      <a href={run.link} target="_blank" rel="noopener noreferrer">
        {drawn}
      </a>
    )
  }
  return drawn
}

/** Which sum of the budget: how much it is in either version, the budget tells. */
function Figure({ sum }: { readonly sum: BudgetSum }) {
  const { versions: words, editor } = useText()
  return <span className={styles.note}>[{words.budgetFigure(sumName(editor, sum))}]</span>
}

function Note({ children }: { readonly children: ReactNode }) {
  const { versions: words } = useText()
  return (
    <span className={styles.note}>
      [{words.footnote}: {children}]
    </span>
  )
}

interface SegmentsProps {
  readonly segments: readonly Segment[]
  readonly side: Side
  /** A change that has been told already, of the paragraph that they stand in. */
  readonly told?: number
}

/** A stretch of text with what has changed in it. */
export function Segments(props: SegmentsProps) {
  return together(props.segments, (_, at) => drawSegment(props, at))
}

function drawSegment({ segments, side, told }: SegmentsProps, at: number): ReactNode {
  const segment = segments[at]
  const [previous, next] = [segments[at - 1], segments[at + 1]]
  switch (segment?.is) {
    case undefined:
      return null
    case 'kept':
      return <Runs runs={segment.content} />
    case 'removed': {
      if (!isOnSide('removed', side)) return null
      const replaced = next?.is === 'added' && next.change === segment.change ? next : null
      return (
        <Mark
          change={segment.change}
          isMain={segment.change !== told && (side === 'both' || replaced === null)}
        >
          <EditedRuns runs={segment.content} is="removed" />
          {side === 'both' && replaced !== null && (
            <>
              {' '}
              <EditedRuns runs={replaced.content} is="added" />
            </>
          )}
        </Mark>
      )
    }
    case 'added':
      if (!isOnSide('added', side)) return null
      // Drawn with what it replaced.
      if (side === 'both' && previous?.is === 'removed' && previous.change === segment.change) return null
      return (
        <Mark change={segment.change} isMain={segment.change !== told}>
          <EditedRuns runs={segment.content} is="added" />
        </Mark>
      )
    case 'formatted':
      return <Formatted pieces={segment.pieces} change={segment.change} side={side} />
    case 'footnote':
      return (
        <Note>
          <Segments segments={segment.segments} side={side} />
        </Note>
      )
  }
}

/** Words that are new or gone, or stand as they are. */
export function EditedRuns({ runs, is }: { readonly runs: readonly Inline[]; readonly is: Whole }) {
  return (
    <Edited is={is}>
      <Runs runs={runs} />
    </Edited>
  )
}

interface FormattedProps {
  readonly pieces: readonly FormattedPiece[]
  readonly change: number
  readonly side: Side
}

function Formatted({ pieces, change, side }: FormattedProps) {
  const text = useText()
  const [first] = pieces
  if (!first) return null
  const words = together(pieces, ({ text: said, before, after }) =>
    drawText({ type: 'text', text: said, ...(side === 'before' ? before : after) }),
  )
  return (
    <Mark change={change} isMain={side !== 'before'}>
      <span className={styles.formatted}>{words}</span>
      {side !== 'before' && <Tag>{formatWords(text, first.before, first.after)}</Tag>}
    </Mark>
  )
}
