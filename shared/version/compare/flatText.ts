import type {
  BudgetFigureContent,
  FootnoteContent,
  Inline,
  TextContent,
} from '../../document/blockContent.ts'
import type { TextLook } from './comparison.ts'

/** Inline content laid out as one string, in which a footnote or a sum of the budget is one sign. */
export interface FlatText {
  readonly text: string
  readonly runs: readonly FlatRun[]
  /** Where each such sign stands, and all it says. */
  readonly signs: ReadonlyMap<number, string>
}

/** A stretch that looks the same, or one sign; places in UTF-16 units. */
export interface FlatRun {
  readonly start: number
  readonly end: number
  readonly look: TextLook
  readonly sign: FootnoteContent | BudgetFigureContent | null
}

/** Object replacement character. One that somebody has written is text all the same: the runs tell them apart. */
const signLetter = '\ufffc'

export function flatten(content: readonly Inline[]): FlatText {
  const runs: FlatRun[] = []
  const signs = new Map<number, string>()
  let text = ''
  for (const inline of content) {
    const start = text.length
    if (inline.type === 'text') {
      text += inline.text
      runs.push({ start, end: text.length, look: lookOf(inline), sign: null })
    } else {
      text += signLetter
      signs.set(start, signName(inline))
      runs.push({ start, end: text.length, look: {}, sign: inline })
    }
  }
  return { text, runs, signs }
}

function signName(sign: FootnoteContent | BudgetFigureContent): string {
  return sign.type === 'footnote'
    ? `\0footnote ${JSON.stringify(sign.content)}`
    : `\0budgetFigure ${sign.sum}`
}

/** The content from `start` to `end`. */
export function slice({ text, runs }: FlatText, start: number, end: number): Inline[] {
  const content: Inline[] = []
  for (let index = runAt(runs, start); index < runs.length; index += 1) {
    const run = runs[index]
    if (!run || run.start >= end) break
    if (run.sign) content.push(run.sign)
    else {
      const cut = text.slice(Math.max(run.start, start), Math.min(run.end, end))
      if (cut !== '') content.push({ type: 'text', text: cut, ...run.look })
    }
  }
  return content
}

/** The index of the run that the unit at `place` stands in. */
export function runAt(runs: readonly FlatRun[], place: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** One form only: nothing empty, what looks the same in one run, and nothing but what is compared. */
export function joinRuns(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of content) {
    if (inline.type === 'footnote') {
      joined.push({ type: 'footnote', content: textOnly(joinRuns(inline.content)) })
      continue
    }
    if (inline.type === 'budgetFigure') {
      joined.push({ type: 'budgetFigure', sum: inline.sum })
      continue
    }
    if (inline.text === '') continue
    const last = joined.at(-1)
    const look = lookOf(inline)
    const text = last?.type === 'text' && sameLook(lookOf(last), look) ? last.text + inline.text : inline.text
    const run = { type: 'text', text, ...look } as const
    if (text.length > inline.text.length) joined[joined.length - 1] = run
    else joined.push(run)
  }
  return joined
}

/** Content where nothing but text can stand: in a footnote and in a caption. */
export function textOnly(content: readonly Inline[]): TextContent[] {
  return content.filter(inline => inline.type === 'text')
}

/** Prose as content. */
export function plain(text: string): TextContent[] {
  return text === '' ? [] : [{ type: 'text', text }]
}

export function lengthOf(content: readonly Inline[]): number {
  return content.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 1), 0)
}

function lookOf({ bold, italic, link }: TextLook): TextLook {
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(link === undefined ? {} : { link }),
  }
}

export function sameLook(one: TextLook, other: TextLook): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.link === other.link
}
