import type { ParagraphContent } from '../../document/blockContent.ts'
import { align, inPlace, type Match } from './align.ts'
import type { Comparer } from './Comparer.ts'
import { compareText, seams } from './compareText.ts'
import { compareValue } from './compareValue.ts'
import type {
  JoinedEntry,
  ParagraphDifference,
  ParagraphEntry,
  ParagraphLook,
  SplitEntry,
} from './comparison.ts'
import { entriesOf } from './entries.ts'
import { flatten, slice } from './flatText.ts'
import { Likable } from './likeness.ts'
import { wordsOf } from './words.ts'

/** The paragraphs of a table's cell. One that has become another in the same cell is the same, whatever it says. */
export function compareParagraphs(
  before: readonly ParagraphContent[],
  after: readonly ParagraphContent[],
  comparer: Comparer,
): ParagraphEntry[] {
  const [olds, news] = [before, after].map(all => all.map(paragraph => likableParagraph(paragraph, comparer)))
  if (!olds || !news) return []
  const isOne = olds.length === 1 && news.length === 1
  const matches = isOne ? [inPlace(0, 0)] : align(olds, news, comparer, () => true)
  return entriesOf<ParagraphContent, ParagraphDifference, SplitEntry | JoinedEntry>(
    before,
    after,
    matches,
    comparer,
    {
      difference: (old, now, { from, to }) =>
        olds[from]?.id === news[to]?.id ? null : compareParagraph(old, now, comparer),
      regrouped: match => regroup(match, before, after, comparer),
    },
  )
}

export function likableParagraph(paragraph: ParagraphContent, { vocabulary }: Comparer): Likable {
  const id = vocabulary.id(`\0block ${JSON.stringify(paragraph)}`)
  return new Likable(
    id,
    'paragraph',
    vocabulary,
    () => wordsOf(flatten(paragraph.content).text, vocabulary).ids,
  )
}

/** Two paragraphs that are the same one. */
export function compareParagraph(
  before: ParagraphContent,
  after: ParagraphContent,
  comparer: Comparer,
): ParagraphDifference {
  const look = compareValue(paragraphLook(before), paragraphLook(after), comparer)
  return { type: 'paragraph', look, segments: compareText(before.content, after.content, comparer) }
}

export function paragraphLook({ level, list, indent }: ParagraphContent): ParagraphLook {
  return { level: level ?? 0, list: list ?? null, indent: indent ?? 0 }
}

/** [ALIGN3] as an entry: the one paragraph is cut where the several meet, and each part compared with its own. */
export function regroup(
  match: Match,
  before: readonly { readonly type: string }[],
  after: readonly { readonly type: string }[],
  comparer: Comparer,
): SplitEntry | JoinedEntry | null {
  const { from, fromCount, to, toCount } = match
  if (fromCount === 1 && toCount === 1) return null
  const olds = paragraphs(before.slice(from, from + fromCount))
  const news = paragraphs(after.slice(to, to + toCount))
  const isSplit = fromCount === 1
  const [whole, several] = isSplit ? [olds[0], news] : [news[0], olds]
  if (!whole) throw new Error('What was split or joined was no paragraph.')
  const change = comparer.nextChange()
  const flat = flatten(whole.content)
  const starts = [
    0,
    ...seams(
      whole.content,
      several.map(part => part.content),
      comparer,
    ),
    flat.text.length,
  ]
  const parts = several.map((part, nth): ParagraphDifference => {
    const piece = { ...whole, content: slice(flat, starts[nth] ?? 0, starts[nth + 1] ?? flat.text.length) }
    const [old, now] = isSplit ? [piece, part] : [part, piece]
    // A paragraph that has become part of another looks like that one: that is not a change of its own.
    const goesUnder = !isSplit && nth > 0
    const look = goesUnder
      ? { before: paragraphLook(old), after: paragraphLook(now), change: null }
      : compareValue(paragraphLook(old), paragraphLook(now), comparer)
    const isLast = nth === several.length - 1
    const segments = compareText(old.content, now.content, comparer, isLast ? null : change)
    return { type: 'paragraph', look, segments }
  })
  return { is: isSplit ? 'split' : 'joined', from, to, parts, change }
}

function paragraphs(blocks: readonly { readonly type: string }[]): ParagraphContent[] {
  return blocks.filter(isParagraph)
}

function isParagraph(block: { readonly type: string }): block is ParagraphContent {
  return block.type === 'paragraph'
}
