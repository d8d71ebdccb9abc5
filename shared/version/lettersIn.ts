import type { Block, Inline } from '../document/blockContent.ts'
import type { FilledForm, SectionContent } from '../document/filledForm.ts'

/** Characters (UTF-16 units) that somebody has written in a form: text, and values of fields; a number by its digits. */
export function lettersIn({ sections }: FilledForm): number {
  return Object.values(sections).reduce((sum, content) => sum + lettersOfSection(content), 0)
}

function lettersOfSection(content: SectionContent): number {
  return content.kind === 'rich' ? sumOf(content.blocks, lettersOfBlock) : lettersOfValue(content)
}

function lettersOfBlock(block: Block): number {
  switch (block.type) {
    case 'paragraph':
      return sumOf(block.content, lettersOfInline)
    case 'table':
      return sumOf(block.rows.flat(), cell => sumOf(cell.content, lettersOfBlock))
    case 'figure':
      return block.alt.length + sumOf(block.caption, lettersOfInline)
  }
}

function lettersOfInline(inline: Inline): number {
  if (inline.type === 'budgetFigure') return 0
  return inline.type === 'text' ? inline.text.length : sumOf(inline.content, lettersOfInline)
}

/** What says which kind of thing something is, and not what it says. */
const structure = new Set(['kind', 'role', 'level', 'party'])

function lettersOfValue(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value === 'number') return String(value).length
  if (Array.isArray(value)) return sumOf(value, lettersOfValue)
  if (typeof value !== 'object' || value === null) return 0
  return sumOf(Object.entries(value), ([key, held]) => (structure.has(key) ? 0 : lettersOfValue(held)))
}

function sumOf<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((sum, one) => sum + count(one), 0)
}
