import { amountKey, otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import type { Finding } from '../../../shared/budget/Finding.ts'
import { ownerKey } from '../../../shared/document/roots.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { type FieldPath, itemPath } from '../../form/fieldPath.ts'

/** The sheets that are written in. */
export type BudgetSheet = 'detailed' | 'years'

/** A place on the page where a finding can be put right: the first of the fields that is there, else the heading. */
export interface FindingTarget {
  readonly section: string
  readonly fields: readonly FieldPath[]
}

/** In which sheet a finding about a row shows. */
export function sheetOf({ rule, place }: Finding): BudgetSheet {
  const isOfYears = rule === 'BV6' || rule === 'BV7' || rule === 'BV21' || place?.year !== undefined
  return isOfYears ? 'years' : 'detailed'
}

/** Where one goes to put it right. `years` are those that the sheet shows. */
export function whereTo(finding: Finding, form: FormTemplate, years: readonly number[]): FindingTarget {
  const { rule, place } = finding
  if (rule === 'BV20' && finding.reason === 'period') {
    return { section: sectionOf(form, ({ kind }) => kind === 'period'), fields: ['start'] }
  }
  if (rule === 'BV9') return { section: sectionOf(form, ({ kind }) => kind === 'amount'), fields: [] }
  if (place?.line === undefined && place?.party !== undefined) {
    return inParty(form, place.party, rule === 'BV19' ? 'resourcesSought' : 'organisation')
  }
  return { section: sectionOf(form, ({ kind }) => kind === 'budget'), fields: cellsOf(finding, years) }
}

/** The most exact cell first. A row of whole sums is gone to by its first year, or its name. */
function cellsOf(finding: Finding, years: readonly number[]): readonly FieldPath[] {
  const { line, party, year, field } = finding.place ?? {}
  if (line === undefined)
    return sheetOf(finding) === 'years' ? years.map(one => shareKey(one, otherRows)) : []
  const shares = years.map(one => shareKey(one, line))
  return [
    ...(field === undefined ? [] : [itemPath(line, field)]),
    ...(party === undefined ? [] : [amountKey(party, line)]),
    ...(year === undefined ? [] : [shareKey(year, line)]),
    ...(sheetOf(finding) === 'years' ? shares : []),
    itemPath(line, 'label'),
  ]
}

function inParty(form: FormTemplate, party: string, name: string): FindingTarget {
  const role = party === ownerKey ? 'owner' : 'partner'
  const section = sectionOf(form, section => section.kind === 'parties' && section.role === role)
  return { section, fields: [role === 'owner' ? name : itemPath(party, name)] }
}

function sectionOf(form: FormTemplate, is: (section: FormTemplate['sections'][number]) => boolean): string {
  return form.sections.find(is)?.key ?? ''
}
