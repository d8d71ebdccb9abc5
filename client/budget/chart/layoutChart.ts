import { type CostBar, type CostKind, costKinds } from './costBars.ts'

/** A rectangle of the drawing, in CSS pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Segment extends Box {
  readonly kind: CostKind
}

/** Where the words of a bar stand: their baseline, and which way they run from it. */
interface WordsAt {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

export interface BarLayout {
  readonly bar: CostBar
  readonly segments: readonly Segment[]
  readonly sumAt: WordsAt
  readonly nameAt: WordsAt
}

export interface ChartLayout {
  /** `columns` stand; `rows` lie: one alone, and where there is no room for the sums above columns. */
  readonly is: 'columns' | 'rows'
  readonly width: number
  readonly height: number
  /** Line that the bars stand on. */
  readonly base: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
  readonly bars: readonly BarLayout[]
}

/** Narrowest column that has room for *10 256 000 kr* above it. */
const columnMin = 104
const columnMax = 144
const columnGap = 28
const drawingHeight = 200
const lineHeight = 20
/** Between the parts of a bar, so that they are told apart also where their colours are not. */
const partGap = 2
const rowBar = 22
const rowGap = 14

/** Places the bars in a drawing that is `width` CSS pixels wide. */
export function layoutChart(bars: readonly CostBar[], width: number): ChartLayout {
  const highest = Math.max(1, ...bars.map(({ total }) => total))
  const stand = bars.length > 1 && width >= bars.length * columnMin
  return stand ? columns(bars, width, highest) : rows(bars, width, highest)
}

function columns(bars: readonly CostBar[], width: number, highest: number): ChartLayout {
  const step = Math.min(columnMax, width / bars.length)
  const floor = lineHeight + drawingHeight
  return {
    is: 'columns',
    width,
    height: floor + lineHeight + 4,
    base: { x1: 0, y1: floor, x2: step * bars.length, y2: floor },
    bars: bars.map((bar, index) => {
      const x = index * step + columnGap / 2
      const middle = index * step + step / 2
      const parts = stack(bar, drawingHeight / highest)
      const top = floor - (parts.at(-1)?.end ?? 0)
      return {
        bar,
        segments: parts.map(({ kind, start, end }) => ({
          kind,
          x,
          y: floor - end,
          width: step - columnGap,
          height: end - start,
        })),
        sumAt: { x: middle, y: top - 6, anchor: 'middle' },
        nameAt: { x: middle, y: floor + lineHeight - 2, anchor: 'middle' },
      }
    }),
  }
}

function rows(bars: readonly CostBar[], width: number, highest: number): ChartLayout {
  const step = lineHeight + rowBar + rowGap
  return {
    is: 'rows',
    width,
    height: step * bars.length,
    base: { x1: 0.5, y1: 0, x2: 0.5, y2: step * bars.length - rowGap },
    bars: bars.map((bar, index) => {
      const y = index * step + lineHeight
      return {
        bar,
        segments: stack(bar, (width - 1) / highest).map(({ kind, start, end }) => ({
          kind,
          x: 1 + start,
          y,
          width: end - start,
          height: rowBar,
        })),
        sumAt: { x: width, y: y - 6, anchor: 'end' },
        nameAt: { x: 6, y: y - 6, anchor: 'start' },
      }
    }),
  }
}

/** The parts of a bar from its foot, in pixels, with gaps between them. A part that is there is never too thin to see. */
function stack(bar: CostBar, pixelsPerKrona: number) {
  const there = costKinds.filter(kind => bar.costs[kind] > 0)
  let reached = 0
  return there.map((kind, index) => {
    const start = reached + (index > 0 ? partGap : 0)
    const end = Math.max(start + 1, reached + bar.costs[kind] * pixelsPerKrona)
    reached = end
    return { kind, start, end }
  })
}
