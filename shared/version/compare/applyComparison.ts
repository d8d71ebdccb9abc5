import type { Block } from '../../document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../document/filledForm.ts'
import type { FormTemplate } from '../../form/FormTemplate.ts'
import { applyBlocks } from './applyBlocks.ts'
import { applyEntries, check } from './applyEntries.ts'
import { applySegments } from './applySegments.ts'
import { withPartnersNow } from './budgetStructure.ts'
import { comparableForm } from './comparableForm.ts'
import { newPlaces } from './compareForms.ts'
import type { FieldDifference, FormComparison, ItemContent, SectionDifference } from './comparison.ts'
import { plain } from './flatText.ts'
import { contentOf, isYear, type Structure, structureOf } from './structuredContent.ts'

/**
 * The newer form, made of the older and what has changed; in the one form of `comparableForm.ts`. What is kept is
 * taken from `before`. Throws when `before` is not what was compared.
 */
export function applyComparison(
  form: FormTemplate,
  before: FilledForm,
  comparison: FormComparison,
): FilledForm {
  const old = comparableForm(form, before)
  const sections: Record<string, SectionContent> = {}
  let partnerNow: PartnerNow = place => place
  for (const { key, difference } of comparison.sections) {
    const content = old.sections[key]
    check(content !== undefined, key)
    if (content?.kind === 'parties' && difference.is === 'items') partnerNow = newPlaces(difference.entries)
    if (content) sections[key] = applySection(content, difference, partnerNow)
  }
  return { formId: old.formId, sections }
}

type PartnerNow = (place: number) => number | null

/** One section, in the one form that was compared. */
function applySection(
  before: SectionContent,
  difference: SectionDifference,
  partnerNow: PartnerNow,
): SectionContent {
  if (before.kind === 'rich') {
    check(difference.is === 'blocks', 'rich text')
    const blocks: Block[] = difference.is === 'blocks' ? applyBlocks(before.blocks, difference.entries) : []
    return { kind: 'rich', blocks }
  }
  const structure = structureOf(before)
  const old: Structure =
    before.kind === 'budget' && structure.is === 'items'
      ? { is: 'items', items: withPartnersNow(structure.items, partnerNow) }
      : structure
  return contentOf(applyStructure(old, difference), before)
}

function applyStructure(before: Structure, difference: SectionDifference): Structure {
  if (before.is === 'fields' && difference.is === 'fields') {
    return { is: 'fields', fields: applyFields(before.fields, difference.fields) }
  }
  check(before.is === 'items' && difference.is === 'items', 'items')
  if (before.is !== 'items' || difference.is !== 'items') return before
  return { is: 'items', items: applyEntries(before.items, difference.entries, applyFields) }
}

function applyFields(before: ItemContent, fields: readonly FieldDifference[]): ItemContent {
  return Object.fromEntries(
    fields.flatMap(field => {
      const was = before[field.name] ?? null
      if (field.is === 'value') {
        check(was === field.before, field.name)
        // A year that nothing is asked for is not there.
        return field.after === null && isYear(field.name) ? [] : [[field.name, field.after]]
      }
      const content = applySegments(plain(typeof was === 'string' ? was : ''), field.segments)
      return [[field.name, content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')]]
    }),
  )
}
