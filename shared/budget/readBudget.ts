import type * as Y from 'yjs'
import { itemsIn } from '../document/items.ts'
import { ownerKey } from '../document/roots.ts'
import type { FormTemplate, PartiesSection } from '../form/FormTemplate.ts'
import type { Budget, BudgetParty } from './Budget.ts'
import { budgetRows } from './budgetContent.ts'

/** The budget that a document holds now, with its columns from the parties of the form and its years from the period. */
export function readBudget(doc: Y.Doc, form: FormTemplate): Budget {
  const parties = partiesIn(doc, form)
  const section = form.sections.find(section => section.kind === 'budget')
  const period = form.sections.find(section => section.kind === 'period')
  const day = (name: 'start' | 'end') => {
    const value = period ? doc.getMap(period.key).get(name) : null
    return typeof value === 'string' ? value : null
  }
  const rows = section
    ? budgetRows(
        doc.getMap(section.key),
        parties.map(({ key }) => key),
      )
    : { lines: [], otherYears: new Map<number, number>() }
  return { start: day('start'), end: day('end'), parties, ...rows }
}

/** Keys of the sections that a budget is made of. */
export function budgetSections(form: FormTemplate): readonly string[] {
  const kinds = ['budget', 'parties', 'period']
  return form.sections.filter(section => kinds.includes(section.kind)).map(section => section.key)
}

function partiesIn(doc: Y.Doc, form: FormTemplate): readonly BudgetParty[] {
  const sections = form.sections.filter(section => section.kind === 'parties')
  const owner = sections.find(section => section.role === 'owner')
  const partners = sections.find(section => section.role === 'partner')
  return [
    ...(owner ? [party(ownerKey, owner, doc.getMap(owner.key))] : []),
    ...(partners ? itemsIn(doc.getMap(partners.key)).map(({ key, map }) => party(key, partners, map)) : []),
  ]
}

function party(key: string, { role, fields }: PartiesSection, map: Y.Map<unknown>): BudgetParty {
  const asks = fields.some(field => field.name === 'resourcesSought')
  const organisation = map.get('organisation')
  return {
    key,
    role,
    organisation: typeof organisation === 'string' && organisation !== '' ? organisation : null,
    resourcesSought: asks ? String(map.get('resourcesSought') ?? '') : null,
  }
}
