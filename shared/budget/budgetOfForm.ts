import type { BudgetLineContent, FilledForm, PartyContent } from '../document/filledForm.ts'
import { ownerKey } from '../document/roots.ts'
import type { FormTemplate, PartiesSection } from '../form/FormTemplate.ts'
import type { Budget, BudgetLine, BudgetParty } from './Budget.ts'

/** The budget that a form with its answers says, such as a version: its keys are made up of the places. */
export function budgetOfForm(template: FormTemplate, { sections }: FilledForm): Budget {
  const parties: BudgetParty[] = []
  let period: { readonly start: string | null; readonly end: string | null } = { start: null, end: null }
  let lines: readonly BudgetLine[] = []
  let otherYears: ReadonlyMap<number, number> = new Map()
  for (const section of template.sections) {
    const content = sections[section.key]
    if (section.kind === 'parties' && content?.kind === 'parties') {
      if (content.role === 'owner') parties.unshift(partyOf(ownerKey, section, content))
      else parties.push(...content.items.map((item, index) => partyOf(partnerKey(index), section, item)))
    }
    if (content?.kind === 'period') period = { start: content.start, end: content.end }
    if (content?.kind === 'budget') {
      lines = content.lines.map(lineOf)
      otherYears = byYear(content.otherYears)
    }
  }
  return { ...period, parties, lines, otherYears }
}

function partyOf(key: string, { role, fields }: PartiesSection, party: PartyContent): BudgetParty {
  const asks = fields.some(field => field.name === 'resourcesSought')
  return {
    key,
    role,
    organisation: party.organisation,
    resourcesSought: asks ? party.resourcesSought : null,
  }
}

function lineOf({ amounts, years, ...line }: BudgetLineContent, index: number): BudgetLine {
  return {
    ...line,
    key: `line-${index + 1}`,
    amounts: new Map(
      amounts.map(({ party, kronor }) => [party === 'owner' ? ownerKey : partnerKey(party), kronor]),
    ),
    years: byYear(years),
  }
}

function partnerKey(index: number): string {
  return `partner-${index + 1}`
}

function byYear(years: Readonly<Record<number, number>>): ReadonlyMap<number, number> {
  return new Map(Object.entries(years).map(([year, kronor]) => [Number(year), kronor]))
}
