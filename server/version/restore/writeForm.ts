import type * as Y from 'yjs'
import type { FilledForm, SectionContent } from '../../../shared/document/filledForm.ts'
import { rootShape } from '../../../shared/document/roots.ts'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { writeBlocks } from './writeBlocks.ts'
import { type PartnerKeys, writeFields } from './writeFields.ts'

/**
 * Makes a document on `form` say what `target` says, by the smallest difference: what stays the same stays what it is,
 * with the marks of comments in it, so that whoever writes in it meanwhile loses nothing. `target` has no marks of
 * comments, and nothing in it is without a first paragraph (`writableForm`). Sections that it does not have are left
 * alone. `newItemKey` gives keys that nobody else draws.
 */
export function writeForm(
  doc: Y.Doc,
  form: FormTemplate,
  target: FilledForm,
  newItemKey: () => string,
): void {
  if (target.formId !== form.id) throw new Error(`It is on the form ${target.formId}, and not ${form.id}`)
  const comparer = new Comparer()
  let partnerKeys: PartnerKeys = []
  for (const section of [...form.sections].sort(thoseOfPartiesLast)) {
    const content = target.sections[section.key]
    const shape = rootShape(section)
    if (!content || !shape) continue
    if (content.kind !== section.kind) throw new Error(`${section.key}: ${content.kind} ≠ ${section.kind}`)
    if (shape.type === 'blocks') {
      const blocks = content.kind === 'rich' ? content.blocks : []
      writeBlocks(doc.getXmlFragment(section.key), blocks, comparer)
    } else {
      const root = doc.getMap(section.key)
      const keys = writeFields(root, shape, content, partnerKeys, newItemKey, comparer)
      if (section.kind === 'parties' && section.role === 'partner') partnerKeys = keys
    }
  }
}

/** The partners' keys, which signatures and amounts stand under, are known when the partners have been written. */
function thoseOfPartiesLast(one: Section, other: Section): number {
  return Number(isOfParties(one)) - Number(isOfParties(other))
}

function isOfParties({ kind }: Section): boolean {
  return kind === 'signatures' || kind === 'budget'
}

const emptyParagraph = { type: 'paragraph', content: [] } as const

/** The same form as it can be written: nothing where somebody is to write is without a first paragraph. */
export function writableForm({ formId, sections }: FilledForm): FilledForm {
  const writable = Object.entries(sections).map(([key, content]) => [key, writableSection(content)])
  return { formId, sections: Object.fromEntries(writable) }
}

function writableSection(content: SectionContent): SectionContent {
  if (content.kind !== 'rich') return content
  const blocks = content.blocks.map(block =>
    block.type !== 'table'
      ? block
      : {
          ...block,
          rows: block.rows.map(row =>
            row.map(cell => (cell.content.length > 0 ? cell : { ...cell, content: [emptyParagraph] })),
          ),
        },
  )
  return { kind: 'rich', blocks: blocks.length > 0 ? blocks : [emptyParagraph] }
}
