import type { Block } from '../../document/blockContent.ts'
import { align } from './align.ts'
import type { Comparer } from './Comparer.ts'
import { compareParagraph, likableParagraph, regroup } from './compareParagraphs.ts'
import { compareTable, likableCells } from './compareTable.ts'
import { compareText } from './compareText.ts'
import { compareValue } from './compareValue.ts'
import type {
  BlockDifference,
  BlockEntry,
  FigureDifference,
  JoinedEntry,
  Picture,
  SplitEntry,
} from './comparison.ts'
import { entriesOf } from './entries.ts'
import { flatten, plain } from './flatText.ts'
import { Likable } from './likeness.ts'
import { wordsOf } from './words.ts'

/** The blocks of a section. Both are in the one form of `comparableForm.ts`. */
export function compareBlocks(
  before: readonly Block[],
  after: readonly Block[],
  comparer: Comparer,
): BlockEntry[] {
  const likableOf = (block: Block) => likableBlock(block, comparer)
  const [olds, news] = [before.map(likableOf), after.map(likableOf)]
  const canSplit = (item: Likable) => item.kind === 'paragraph'
  return entriesOf<Block, BlockDifference, SplitEntry | JoinedEntry>(
    before,
    after,
    align(olds, news, comparer, canSplit),
    comparer,
    {
      difference: (old, now, { from, to }) =>
        olds[from]?.id === news[to]?.id ? null : compareBlock(old, now, comparer),
      regrouped: match => regroup(match, before, after, comparer),
    },
  )
}

function likableBlock(block: Block, comparer: Comparer): Likable {
  switch (block.type) {
    case 'paragraph':
      return likableParagraph(block, comparer)
    case 'table':
      return likableCells(block.rows.flat(), 'table', JSON.stringify(block), comparer)
    case 'figure': {
      const { vocabulary } = comparer
      // The picture weighs as much as a few words, and being a figure some: in its place, with another picture or
      // another caption, it is still the same.
      const picture = vocabulary.id(`\0picture ${block.image}`, 20)
      const figure = vocabulary.id('\0figure', 10)
      const text = `${flatten(block.caption).text}\n${block.alt}`
      const id = vocabulary.id(`\0block ${JSON.stringify(block)}`)
      return new Likable(id, 'figure', vocabulary, () => [...wordsOf(text, vocabulary).ids, picture, figure])
    }
  }
}

function compareBlock(before: Block, after: Block, comparer: Comparer): BlockDifference | null {
  if (before.type === 'paragraph' && after.type === 'paragraph') {
    return compareParagraph(before, after, comparer)
  }
  if (before.type === 'table' && after.type === 'table') return compareTable(before, after, comparer)
  if (before.type === 'figure' && after.type === 'figure') {
    return {
      type: 'figure',
      picture: compareValue(pictureOf(before), pictureOf(after), comparer),
      alt: compareText(plain(before.alt), plain(after.alt), comparer),
      caption: compareText(before.caption, after.caption, comparer),
    } satisfies FigureDifference
  }
  throw new Error(`A ${before.type} cannot become a ${after.type}.`)
}

function pictureOf({ image, width, height }: Picture): Picture {
  return { image, width, height }
}
