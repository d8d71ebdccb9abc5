import type { Block, FigureContent } from '../../../../../shared/document/blockContent.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import { styles } from '../../../../export/docx/styles.ts'
import type { WordInline, WordParagraph, WordPart } from '../../word/WordContent.ts'
import { linesOfContent, saysSomething, textOf } from '../inlines.ts'
import { note } from '../note.ts'
import { figureOf, isPicture } from './figureContent.ts'
import { textContents } from './inlineContent.ts'
import { paragraphContents, type TextLook } from './paragraphContent.ts'
import { tableContent } from './tableContent.ts'

/** Running text, and what must be known of it. */
export interface ReadText {
  /** Without empty paragraphs first and last; may be none. */
  readonly blocks: readonly Block[]
  readonly notes: readonly ReadNote[]
}

const captionPattern = /^(?:figur|fig\.|bild|diagram)\s*\d+/i

/** Parts of a file as running text. */
export function blocksOf(parts: readonly WordPart[], look: TextLook): ReadText {
  const blocks: Block[] = []
  const notes: ReadNote[] = []
  for (const [place, part] of parts.entries()) {
    const before = parts[place - 1]
    if (part.is === 'table') {
      const { table, figures } = tableContent(part, look)
      if (table) blocks.push(table)
      blocks.push(...figures)
      notes.push(...aboutFigures(figures))
      if (holdsTable(part.rows.flatMap(row => row.cells.flatMap(cell => cell.parts))))
        notes.push(note('formattingLeft', ''))
      continue
    }
    // Word wants a paragraph after a table, and people press Enter after it.
    const isSpacer = part.style === styles.spacer || before?.is === 'table'
    if (isSpacer && !saysSomething(part)) continue
    const last = blocks.at(-1)
    if (last?.type === 'figure' && last.caption.length === 0 && isCaption(part, before)) {
      blocks[blocks.length - 1] = { ...last, caption: textContents(part.content) }
      continue
    }
    const read = blocksOfParagraph(part, look)
    blocks.push(...read)
    notes.push(...aboutFigures(read.filter(block => block.type === 'figure')))
  }
  return { blocks: trimmed(blocks), notes }
}

/** The text before and after each picture is a paragraph of its own. */
function blocksOfParagraph(paragraph: WordParagraph, look: TextLook): readonly Block[] {
  if (!paragraph.content.some(isPicture)) return paragraphContents(paragraph, paragraph.content, look)
  const blocks: Block[] = []
  let words: WordInline[] = []
  const flush = () => {
    const lines = linesOfContent(words).filter(line => saysSomething({ ...paragraph, content: line }))
    blocks.push(...lines.flatMap(line => paragraphContents(paragraph, line, look)))
    words = []
  }
  for (const part of paragraph.content) {
    if (!isPicture(part)) words.push(part)
    else {
      flush()
      blocks.push(figureOf(part))
    }
  }
  flush()
  return blocks
}

/** A paragraph with the style of captions, or one that begins as they do, right under its picture. */
function isCaption(part: WordParagraph, before: WordPart | undefined): boolean {
  if (before?.is !== 'paragraph' || !before.content.some(isPicture) || part.content.some(isPicture))
    return false
  const text = textOf(part.content).trim()
  return text !== '' && (part.isCaption || (text.length <= 300 && captionPattern.test(text)))
}

function aboutFigures(figures: readonly FigureContent[]): readonly ReadNote[] {
  return figures.filter(({ alt }) => alt.trim() === '').map(() => note('pictureTextMissing', ''))
}

function holdsTable(parts: readonly WordPart[]): boolean {
  return parts.some(part => part.is === 'table')
}

function trimmed(blocks: readonly Block[]): readonly Block[] {
  const from = blocks.findIndex(hasWords)
  return from < 0 ? [] : blocks.slice(from, blocks.findLastIndex(hasWords) + 1)
}

/** False for a paragraph, or a table, with nothing to read. */
export function hasWords(block: Block): boolean {
  switch (block.type) {
    case 'figure':
      return true
    case 'table':
      return block.rows.some(row => row.some(cell => cell.content.some(hasWords)))
    case 'paragraph':
      return block.content.some(part => part.type !== 'text' || part.text.trim() !== '')
  }
}
