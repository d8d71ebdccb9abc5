import type { FootnoteContent, Inline, TextContent } from '../../document/blockContent.ts'
import type { TextLook } from './comparison.ts'

/** Inline content laid out as one string, in which a footnote is one sign. */
export interface FlatText {
  readonly text: string
  readonly runs: readonly FlatRun[]
  /** Where each footnote stands, and all it says. */
  readonly footnotes: ReadonlyMap<number, string>
}

/** A stretch that looks the same, or one footnote; places in UTF-16 units. */
export interface FlatRun {
  readonly start: number
  readonly end: number
  readonly look: TextLook
  readonly footnote: FootnoteContent | null
}

/** Object replacement character. One that somebody has written is text all the same: the runs tell them apart. */
const footnoteSign = '\ufffc'

export function flatten(content: readonly Inline[]): FlatText {
  const runs: FlatRun[] = []
  const footnotes = new Map<number, string>()
  let text = ''
  for (const inline of content) {
    const start = text.length
    if (inline.type === 'footnote') {
      text += footnoteSign
      footnotes.set(start, `\0footnote ${JSON.stringify(inline.content)}`)
      runs.push({ start, end: text.length, look: {}, footnote: inline })
    } else {
      text += inline.text
      runs.push({ start, end: text.length, look: lookOf(inline), footnote: null })
    }
  }
  return { text, runs, footnotes }
}

/** The content from `start` to `end`. */
export function slice({ text, runs }: FlatText, start: number, end: number): Inline[] {
  const content: Inline[] = []
  for (let index = runAt(runs, start); index < runs.length; index += 1) {
    const run = runs[index]
    if (!run || run.start >= end) break
    if (run.footnote) content.push(run.footnote)
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

/** Content where no footnote can stand: in a footnote and in a caption. */
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
