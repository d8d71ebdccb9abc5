import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { useCommentsOnPage } from './CommentsContext.ts'
import { cardId } from './Desk.ts'
import { type FixedRange, fixedFrom, fixedPieces } from './fixedText.ts'

interface FixedLineProps {
  readonly section: string
  readonly words: string
  /** Where it begins in the whole text. */
  readonly from: number
}

/** A line of a fixed text, with what comments are about marked in it. */
export function FixedLine({ section, words, from }: FixedLineProps) {
  const { comments, desk } = useCommentsOnPage()
  // As a word, so that it is drawn anew only when it is another.
  const said = useSyncExternalStore(desk.subscribe, () => {
    const { selected } = desk.state()
    const here = rangesIn(
      desk.shown().map(({ thread }) => thread),
      section,
      from,
      from + words.length,
    )
    return here
      .map(({ thread, from: start, to }) =>
        [thread, start, to, thread === selected, desk.hasCard(thread)].join(),
      )
      .join(';')
  })
  const pieces = useMemo(() => {
    const ranges = said === '' ? [] : said.split(';').map(asRange)
    return { pieces: fixedPieces(words, from, ranges), ranges: new Map(ranges.map(one => [one.thread, one])) }
  }, [said, words, from])
  return (
    <span {...{ [fixedFrom]: from }}>
      {pieces.pieces.map(({ from: start, text, threads }) =>
        threads.reduce<ReactNode>((inner, id) => {
          const thread = comments.entry(id)?.thread
          const range = pieces.ranges.get(id)
          return (
            <span
              key={`${start} ${id}`}
              className="commented"
              data-comment={id}
              data-look={range?.isSelected ? 'selected' : 'plain'}
              data-internal={thread?.internalTo === null ? undefined : ''}
              {...{ role: 'mark', 'aria-description': thread ? desk.describe(thread) : '' }}
              aria-details={range?.hasCard ? cardId(id) : undefined}
            >
              {inner}
            </span>
          )
        }, text),
      )}
    </span>
  )
}

interface DrawnRange extends FixedRange {
  readonly isSelected: boolean
  readonly hasCard: boolean
}

function asRange(said: string): DrawnRange {
  const [thread = '', from, to, isSelected, hasCard] = said.split(',')
  return {
    thread,
    from: Number(from),
    to: Number(to),
    isSelected: isSelected === 'true',
    hasCard: hasCard === 'true',
  }
}

function rangesIn(
  threads: readonly {
    readonly id: string
    readonly place: {
      readonly is: string
      readonly section: string
      readonly from?: number
      readonly to?: number
    }
  }[],
  section: string,
  from: number,
  to: number,
): FixedRange[] {
  return threads.flatMap(({ id, place }) => {
    if (place.is !== 'lockedText' || place.section !== section) return []
    const range = { thread: id, from: place.from ?? 0, to: place.to ?? 0 }
    return range.from < to && range.to > from ? [range] : []
  })
}
