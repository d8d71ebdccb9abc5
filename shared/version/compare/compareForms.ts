import type { FilledForm, SectionContent } from '../../document/filledForm.ts'
import type { FormTemplate, Section } from '../../form/FormTemplate.ts'
import { withPartnersNow } from './budgetStructure.ts'
import { Comparer } from './Comparer.ts'
import { comparableForm } from './comparableForm.ts'
import { compareBlocks } from './compareBlocks.ts'
import {
  compareBudget,
  compareFields,
  compareGoals,
  compareItems,
  compareSignatures,
} from './compareItems.ts'
import type { FormComparison, ItemEntry, SectionComparison, SectionDifference } from './comparison.ts'
import { structureOf } from './structuredContent.ts'

/**
 * What has changed from one version of an ansökan to another, both on `form`. A section that is not there says
 * nothing, and the places of comments are not looked at. Costs about the length of the text: however much has
 * changed, only so much is spent on finding the fewest changes, and beyond it the answer is coarser, never wrong.
 *
 * Throws when one of them is on another form, or has a section of another kind than the form's.
 */
export function compareForms(form: FormTemplate, before: FilledForm, after: FilledForm): FormComparison {
  const [old, now] = [comparableForm(form, before), comparableForm(form, after)]
  const comparer = new Comparer()
  let partnerNow: (place: number) => number | null = place => place
  const sections: SectionComparison[] = []
  for (const section of form.sections) {
    const [was, is] = [old.sections[section.key], now.sections[section.key]]
    if (!was || !is) continue
    const changesBefore = comparer.changes
    const difference = compareSection(section, was, is, partnerNow, comparer)
    if (section.kind === 'parties' && difference.is === 'items') partnerNow = newPlaces(difference.entries)
    sections.push({
      key: section.key,
      firstChange: changesBefore + 1,
      changeCount: comparer.changes - changesBefore,
      difference,
    })
  }
  return { formId: form.id, changeCount: comparer.changes, sections }
}

function compareSection(
  section: Section,
  before: SectionContent,
  after: SectionContent,
  partnerNow: (place: number) => number | null,
  comparer: Comparer,
): SectionDifference {
  if (before.kind === 'rich' && after.kind === 'rich') {
    return { is: 'blocks', entries: compareBlocks(before.blocks, after.blocks, comparer) }
  }
  if (before.kind === 'rich' || after.kind === 'rich') throw new Error(`${section.key} is of two kinds.`)
  const [old, now] = [structureOf(before), structureOf(after)]
  if (old.is === 'fields' && now.is === 'fields') {
    return { is: 'fields', fields: compareFields(old.fields, now.fields, comparer) }
  }
  if (old.is === 'fields' || now.is === 'fields') throw new Error(`${section.key} is of two kinds.`)
  switch (section.kind) {
    case 'goals': {
      const levels = section.levels.map(({ level }) => level)
      return { is: 'items', entries: compareGoals(old.items, now.items, levels, comparer) }
    }
    case 'signatures':
      return { is: 'items', entries: compareSignatures(old.items, now.items, partnerNow, comparer) }
    case 'budget':
      return {
        is: 'items',
        entries: compareBudget(withPartnersNow(old.items, partnerNow), now.items, comparer),
      }
    default:
      return { is: 'items', entries: compareItems(old.items, now.items, comparer) }
  }
}

/** Where the partner that stood at a place stands now; null if it is gone. */
export function newPlaces(entries: readonly ItemEntry[]): (place: number) => number | null {
  const places = new Map(
    entries.flatMap(entry =>
      entry.is === 'unchanged' || entry.is === 'changed' || entry.is === 'moved'
        ? [[entry.from, entry.to]]
        : [],
    ),
  )
  return place => places.get(place) ?? null
}
