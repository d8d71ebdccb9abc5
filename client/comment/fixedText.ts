/** A line of a fixed text on the page, with where it begins in the whole (`agreementText`). */
export const fixedFrom = 'data-fixed-from'

/** The selection in a fixed text that is drawn with `fixedFrom`; null if there is none. */
export function fixedRange(section: Element, selection: Selection): { from: number; to: number } | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const lines = [...section.querySelectorAll<HTMLElement>(`[${fixedFrom}]`)].filter(line =>
    range.intersectsNode(line),
  )
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return null
  const from = startOf(first) + lettersBefore(first, range.startContainer, range.startOffset)
  const to = startOf(last) + lettersBefore(last, range.endContainer, range.endOffset)
  return from < to ? { from, to } : null
}

function startOf(line: HTMLElement): number {
  return Number(line.getAttribute(fixedFrom))
}

function lettersBefore(line: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(line)
  // What begins before the line has nothing of it before it; what ends after it, all.
  if (before.comparePoint(container, offset) < 0) return 0
  if (before.comparePoint(container, offset) > 0) return before.toString().length
  before.setEnd(container, offset)
  return before.toString().length
}

export interface FixedRange {
  readonly thread: string
  readonly from: number
  readonly to: number
}

export interface FixedPiece {
  /** Where it begins in the whole text. */
  readonly from: number
  readonly text: string
  readonly threads: readonly string[]
}

/** A line of fixed text that begins at `from`, in pieces of the same threads. */
export function fixedPieces(
  line: string,
  from: number,
  ranges: readonly FixedRange[],
): readonly FixedPiece[] {
  const end = from + line.length
  const here = ranges.filter(range => range.from < end && range.to > from)
  const edges = here.flatMap(range => [range.from, range.to]).filter(edge => edge > from && edge < end)
  const cuts = [...new Set([from, ...edges, end])].sort((one, other) => one - other)
  return cuts.slice(1).map((cut, index) => {
    const start = cuts[index] ?? from
    return {
      from: start,
      text: line.slice(start - from, cut - from),
      threads: here.filter(range => range.from <= start && range.to >= cut).map(({ thread }) => thread),
    }
  })
}
