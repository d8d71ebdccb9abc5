import { plattform } from '../../server/demo/plattform/plattform.ts'
import { type BudgetBlock, isSalary } from '../../shared/budget/BudgetTemplate.ts'
import type { BudgetLineContent, FilledForm } from '../../shared/document/filledForm.ts'
import { randomFrom } from '../randomFrom.ts'

export const rowCount = 200
export const partyCount = 6
export const years = [2025, 2026, 2027, 2028, 2029, 2030]

/** Rows of each block. */
const rowsOf: Readonly<Record<BudgetBlock, number>> = {
  salary: 60,
  premises: 20,
  other: 60,
  ownSalary: 30,
  ownPremises: 10,
  ownOther: 20,
}

const organisations = ['Arbetsförmedlingen', 'Försäkringskassan', 'Region Uppsala', 'Knivsta', 'Tierp']

/** The demo's fullest ansökan with a budget of 200 rows, six parties and six years, an amount in every cell. */
export function budgetForm(): Partial<FilledForm['sections']> {
  const random = randomFrom(7)
  const kronor = () => 1_000 * Math.ceil(random() * 900)
  const blocks = Object.entries(rowsOf) as [BudgetBlock, number][]
  const lines = blocks.flatMap(([block, count]) =>
    Array.from({ length: count }, (_, nth): BudgetLineContent => {
      const salary = isSalary(block)
      const divided = block === 'salary' || block === 'premises'
      return {
        block,
        label: `Rad ${nth + 1}`,
        percent: salary ? 100 : null,
        from: salary ? '2025-01-01' : null,
        to: salary ? '2030-12-31' : null,
        specification: null,
        amounts: Array.from({ length: partyCount }, (_, party) => ({
          party: party === 0 ? ('owner' as const) : party - 1,
          kronor: kronor(),
        })),
        years: divided ? Object.fromEntries(years.map(year => [year, kronor()])) : {},
      }
    }),
  )
  return {
    ...plattform.sections,
    period: { kind: 'period', start: '2025-01-01', end: '2030-12-31', intakeEnd: null },
    partners: {
      kind: 'parties',
      role: 'partner',
      items: organisations.map(organisation => ({
        organisation,
        contacts: null,
        email: null,
        resourcesSought: '',
        resourcesContributed: '',
      })),
    },
    budget: {
      kind: 'budget',
      lines,
      otherYears: Object.fromEntries(years.map(year => [year, kronor()])),
    },
  }
}
