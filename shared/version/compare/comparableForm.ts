import type { Block, CellContent, ParagraphContent } from '../../document/blockContent.ts'
import { emptySection } from '../../document/emptySection.ts'
import type { FilledForm, SectionContent } from '../../document/filledForm.ts'
import type { FormTemplate } from '../../form/FormTemplate.ts'
import { joinRuns, textOnly } from './flatText.ts'

/**
 * The one form in which two filled forms are compared: every section that stores something is there, in the order of
 * the form; text that looks the same is one run; an attribute that says the default is absent; and nothing is there
 * that is not compared, such as the places of comments. Throws when a section is not of the form's kind.
 */
export function comparableForm(form: FormTemplate, { formId, sections }: FilledForm): FilledForm {
  if (form.id !== formId) throw new Error(`An ansökan on form ${formId} is not one on form ${form.id}.`)
  const comparable: Record<string, SectionContent> = {}
  for (const section of form.sections) {
    const content = sections[section.key] ?? emptySection(section)
    if (!content) continue
    if (content.kind !== section.kind) throw new Error(`${section.key}: ${content.kind} ≠ ${section.kind}`)
    comparable[section.key] =
      content.kind === 'rich' ? { kind: 'rich', blocks: content.blocks.map(comparableBlock) } : content
  }
  return { formId, sections: comparable }
}

function comparableBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return comparableParagraph(block)
    case 'table':
      return { type: 'table', rows: block.rows.map(row => row.map(comparableCell)) }
    case 'figure': {
      const { image, width, height, alt, caption } = block
      return { type: 'figure', image, width, height, alt, caption: textOnly(joinRuns(caption)) }
    }
  }
}

function comparableParagraph({ level, list, indent, content }: ParagraphContent): ParagraphContent {
  return {
    type: 'paragraph',
    ...(level ? { level } : {}),
    ...(list ? { list } : {}),
    ...(indent ? { indent } : {}),
    content: joinRuns(content),
  }
}

function comparableCell({ header, colspan, rowspan, content }: CellContent): CellContent {
  return {
    ...(header ? { header } : {}),
    ...(colspan && colspan > 1 ? { colspan } : {}),
    ...(rowspan && rowspan > 1 ? { rowspan } : {}),
    content: content.map(comparableParagraph),
  }
}
