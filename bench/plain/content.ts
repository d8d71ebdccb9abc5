import type { Block, CellContent, Inline } from '../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'

/** A node as the starter kit reads it. */
interface PlainNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly { readonly type: string }[]
  readonly text?: string
  readonly content?: readonly PlainNode[]
}

/** A whole ansökan as one text, as it would stand in a word processor: the form's own words and the answers. */
export function plainContent(form: FormTemplate, contents: Partial<FilledForm['sections']>): PlainNode {
  const content = [
    heading(1, form.title),
    paragraph(form.preamble ?? ''),
    ...form.sections.flatMap(section => [
      heading(2, section.starred ? `${section.heading} (*)` : section.heading),
      ...answer(section, contents[section.key]),
    ]),
  ]
  return { type: 'doc', content }
}

/** Where a section's first paragraph stands among the elements of the plain editor. */
export function plainParagraph(form: FormTemplate, key: string): string {
  const place = form.sections.findIndex(section => section.key === key)
  return `.ProseMirror > h2:nth-of-type(${place + 1}) + p`
}

function answer(section: Section, content: SectionContent | undefined): PlainNode[] {
  if (section.kind === 'lockedText') {
    return section.parts.flatMap(part => [heading(3, part.heading), ...part.paragraphs.map(paragraph)])
  }
  if (content === undefined) return [paragraph('')]
  return content.kind === 'rich' ? blocks(content.blocks) : wordsIn(content).map(paragraph)
}

/** What is written in the fields of a structured section, in order. */
function wordsIn(content: unknown): string[] {
  if (typeof content === 'string' || typeof content === 'number') return [String(content)]
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([name, value]) =>
    ['kind', 'role', 'level'].includes(name) ? [] : wordsIn(value),
  )
}

function blocks(flat: readonly Block[]): PlainNode[] {
  const nodes: PlainNode[] = []
  let items: PlainNode[] = []
  for (const block of flat) {
    if (block.type === 'paragraph' && block.list !== undefined) {
      if (items.length === 0) nodes.push({ type: 'bulletList', content: items })
      items.push({ type: 'listItem', content: [{ type: 'paragraph', content: inline(block.content) }] })
      continue
    }
    items = []
    if (block.type === 'table') nodes.push(table(block.rows))
    else if (block.type === 'paragraph' && block.level)
      nodes.push(heading(2 + block.level, inline(block.content)))
    else if (block.type === 'paragraph') nodes.push({ type: 'paragraph', content: inline(block.content) })
  }
  return nodes
}

function table(rows: readonly (readonly CellContent[])[]): PlainNode {
  const content = rows.map(cells => ({
    type: 'tableRow',
    content: cells.map(cell => ({
      type: cell.header ? 'tableHeader' : 'tableCell',
      content: cell.content.map(({ content }) => ({ type: 'paragraph', content: inline(content) })),
    })),
  }))
  return { type: 'table', content }
}

function inline(runs: readonly Inline[]): PlainNode[] {
  return runs.flatMap(run => {
    if (run.type !== 'text' || run.text === '') return []
    return [{ type: 'text', text: run.text, ...(run.bold ? { marks: [{ type: 'bold' }] } : {}) }]
  })
}

function heading(level: number, words: string | PlainNode[]): PlainNode {
  const content = typeof words === 'string' ? [{ type: 'text', text: words }] : words
  return { type: 'heading', attrs: { level }, content }
}

function paragraph(text: string): PlainNode {
  return { type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }
}
