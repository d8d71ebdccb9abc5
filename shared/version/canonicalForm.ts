import type { Block, CellContent, Inline, ParagraphContent, TextContent } from '../document/blockContent.ts'
import type { FilledForm, SectionContent } from '../document/filledForm.ts'

/**
 * What an ansökan says as one string, of which its hash is made: form version, text and fields as JSON in UTF-8, without
 * white space, the keys of every object in the order of their code units, comment marks left out (they are places, and
 * no part of the text). Two documents that say the same give the same string, whatever their history.
 */
export function canonicalForm(form: FilledForm): string {
  return canonicalJson(withoutComments(form))
}

/** JSON with the keys of every object in the order of their code units; keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

/** The same without comment marks: text that looked different by them only is one run. */
export function withoutComments({ formId, sections }: FilledForm): FilledForm {
  const plain = Object.entries(sections).map(([key, content]) => [key, plainSection(content)])
  return { formId, sections: Object.fromEntries(plain) }
}

/** A block without comment marks. */
export function plainBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return plainParagraph(block)
    case 'table':
      return {
        ...block,
        rows: block.rows.map(row => row.map(plainCell)),
      }
    case 'figure':
      return { ...block, caption: plainRuns(block.caption) }
  }
}

function plainSection(content: SectionContent): SectionContent {
  return content.kind === 'rich' ? { kind: 'rich', blocks: content.blocks.map(plainBlock) } : content
}

export function plainCell(cell: CellContent): CellContent {
  return { ...cell, content: cell.content.map(plainParagraph) }
}

export function plainParagraph(paragraph: ParagraphContent): ParagraphContent {
  return {
    ...paragraph,
    content: plainRuns(paragraph.content).map(inline =>
      inline.type === 'footnote' ? { ...inline, content: plainRuns(inline.content) } : inline,
    ),
  }
}

export function plainRuns<Run extends Inline>(runs: readonly Run[]): (Run | TextContent)[] {
  const plain: (Run | TextContent)[] = []
  for (const run of runs) {
    if (run.type !== 'text') {
      plain.push(run)
      continue
    }
    const { comments: _comments, ...unmarked }: TextContent = run
    const last = plain.at(-1)
    if (last?.type === 'text' && looksTheSame(last, unmarked)) {
      plain[plain.length - 1] = { ...last, text: last.text + unmarked.text }
    } else plain.push(unmarked)
  }
  return plain
}

function looksTheSame(one: TextContent, other: TextContent): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.link === other.link
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, held]) => [key, sorted(held)]))
}
