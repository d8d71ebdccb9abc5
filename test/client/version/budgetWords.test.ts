import { expect, it } from 'vitest'
import { texts } from '../../../client/text/text.ts'
import { changeWords } from '../../../client/version/compare/changeWords.ts'
import { partyNames } from '../../../client/version/compare/partyNames.ts'
import { unwrittenBudget } from '../../../shared/budget/seedBudget.ts'
import type {
  BudgetLineContent,
  FilledForm,
  PartyContent,
  SectionContent,
} from '../../../shared/document/filledForm.ts'
import { budget2024 } from '../../../shared/form/forms/2024/budget.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { applyComparison } from '../../../shared/version/compare/applyComparison.ts'
import { changesOf } from '../../../shared/version/compare/changes.ts'
import { comparableForm } from '../../../shared/version/compare/comparableForm.ts'
import { compareForms } from '../../../shared/version/compare/compareForms.ts'

/** What is said of each change between two forms, without its number, and with plain spaces. */
function said(before: FilledForm, after: FilledForm): string[] {
  const comparison = compareForms(form2024, before, after)
  expect(applyComparison(form2024, before, comparison)).toEqual(comparableForm(form2024, after))
  const parties = partyNames(form2024, comparison)
  return changesOf(comparison).map(change =>
    changeWords(texts.sv, form2024, change, comparison.changeCount, parties)
      .replace(/^Ändring \d+ av \d+, /, '')
      .replace(/[\u00a0\u202f]/g, ' '),
  )
}

const party = (organisation: string): PartyContent => ({
  organisation,
  contacts: null,
  email: null,
  resourcesSought: '',
  resourcesContributed: '',
})

const line = (more: Partial<BudgetLineContent>): BudgetLineContent => ({
  block: 'salary',
  label: null,
  percent: null,
  from: null,
  to: null,
  specification: null,
  amounts: [],
  years: {},
  ...more,
})

function filled(
  partners: readonly string[],
  lines: readonly BudgetLineContent[],
  otherYears: Record<number, number> = {},
): FilledForm {
  const sections: Record<string, SectionContent> = {
    owner: { kind: 'parties', role: 'owner', ...party('Heby kommun') },
    partners: { kind: 'parties', role: 'partner', items: partners.map(party) },
    budget: { kind: 'budget', lines, otherYears },
  }
  return { formId: '2024', sections }
}

const owner = (kronor: number) => ({ party: 'owner', kronor }) as const
const partner = (place: number, kronor: number) => ({ party: place, kronor }) as const
const coach = line({ label: 'Rehabcoach', percent: 100, amounts: [owner(40_000)], years: { 2025: 40_000 } })

it('A figure is said by its row, its party or year, and what it was and is', () => {
  const after = { ...coach, amounts: [owner(45_000)], years: { 2025: 45_000 }, percent: 80 }
  expect(said(filled([], [coach]), filled([], [after]))).toEqual([
    'Budget, Rehabcoach, lönekostnader, Tjänst i %: från 100 % till 80 %',
    'Budget, Rehabcoach, lönekostnader, Belopp för Heby kommun: från 40 000 kr till 45 000 kr',
    'Budget, Rehabcoach, lönekostnader, Belopp 2025: från 40 000 kr till 45 000 kr',
  ])
})

it('Figures are of the same party when another has come before it, and one that has gone has lost its own', () => {
  const before = filled(
    ['Regionen', 'Försäkringskassan'],
    [line({ label: 'Resor', block: 'other', amounts: [partner(0, 5), partner(1, 7)] })],
  )
  const after = filled(
    ['Uppsala kommun', 'Regionen'],
    [line({ label: 'Resor', block: 'other', amounts: [partner(0, 3), partner(1, 5)] })],
  )
  expect(said(before, after).filter(words => words.startsWith('Budget'))).toEqual([
    'Budget, Resor, övriga kostnader, Belopp för Uppsala kommun: ifyllt med 3 kr',
    'Budget, Resor, övriga kostnader, Belopp för Försäkringskassan: tömt, förut 7 kr',
  ])
})

it('A party without a name is said by its role', () => {
  const before = filled([''], [line({ label: 'Tolk', block: 'other' })])
  const after = filled([''], [line({ label: 'Tolk', block: 'other', amounts: [partner(0, 3)] })])
  expect(said(before, after)).toEqual([
    'Budget, Tolk, övriga kostnader, Belopp för Delinsatsägare 1: ifyllt med 3 kr',
  ])
})

it('Rows that have come, gone and moved are said with what they hold', () => {
  const own = line({ block: 'ownPremises', label: 'Lokalhyra', amounts: [owner(9)] })
  expect(said(filled([], [coach]), filled([], [coach, own]))).toEqual([
    'Budget: Tillagt, Lokalhyra, lokalkostnader i egenfinansieringen: Belopp för Heby kommun: 9 kr',
  ])
  expect(said(filled([], [coach, line({})]), filled([], [coach]))).toEqual([
    'Budget: Borttaget, Rad utan namn, lönekostnader',
  ])
  const leader = line({ label: 'Processledare/samordnare' })
  expect(said(filled([], [coach, leader]), filled([], [leader, coach]))).toHaveLength(1)
})

it('A row that somebody has begun to write in is not another row', () => {
  const blank = unwrittenBudget(budget2024)
  const [first, ...rest] = blank.lines
  if (!first) throw new Error('There are no rows.')
  const written = filled([], [{ ...first, label: 'Processledare', amounts: [owner(1)] }, ...rest])
  const changed = said(filled([], blank.lines), written)
  expect(changed).toEqual([
    'Budget, Processledare, lönekostnader, Kostnadsslag: ifyllt med Processledare',
    'Budget, Processledare, lönekostnader, Belopp för Heby kommun: ifyllt med 1 kr',
  ])
})

it('A version that was made before there was a budget has the rows that a budget begins with', () => {
  const { budget: _, ...older } = filled([], []).sections
  const before: FilledForm = { formId: '2024', sections: older }
  const blank = unwrittenBudget(budget2024)
  expect(said(before, filled([], blank.lines))).toEqual([])
})

it('What all other costs are per year is said as such', () => {
  expect(said(filled([], [], { 2025: 131_000 }), filled([], [], { 2025: 130_000 }))).toEqual([
    'Budget, Övriga kostnader per år, Belopp 2025: från 131 000 kr till 130 000 kr',
  ])
})
