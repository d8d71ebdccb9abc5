import type { BudgetBlock, BudgetTemplate } from '../../shared/budget/BudgetTemplate.ts'
import { unwrittenBudget } from '../../shared/budget/seedBudget.ts'
import type { BudgetContent, BudgetLineContent } from '../../shared/document/filledForm.ts'
import { budget2016 } from '../../shared/form/forms/2016/budget.ts'
import { budget2019 } from '../../shared/form/forms/2019/budget.ts'
import { budget2024 } from '../../shared/form/forms/2024/budget.ts'

/** What stands in a row: `kronor` is the owner's. */
type Written = Partial<BudgetLineContent> & { readonly label: string; readonly kronor?: number }

const fourYears = { from: '2025-01-01', to: '2028-12-31' }

/** Of `plattform`, but for one cell of a year, which is 45 000 kr too low: a coach of 2027 has two figures changed about. */
export const budgetOfPlattform: BudgetContent = {
  ...written(budget2024, {
    salary: [
      {
        label: 'Processledare/samordnare',
        ...{ percent: 100, ...fourYears, kronor: 3_690_000 },
        years: { 2025: 878_000, 2026: 907_000, 2027: 937_000, 2028: 968_000 },
      },
      {
        label: 'Rehabcoach 1',
        ...{ percent: 100, ...fourYears, kronor: 2_958_000 },
        years: { 2025: 704_000, 2026: 727_000, 2027: 751_000, 2028: 776_000 },
      },
      {
        label: 'Rehabcoach 2',
        ...{ percent: 100, ...fourYears, kronor: 3_084_000 },
        years: { 2025: 734_000, 2026: 758_000, 2027: 738_000, 2028: 809_000 },
      },
    ],
    other: [
      { label: 'Spridningsseminarier', ...fourYears, kronor: 40_000 },
      { label: 'Utbildning insatsmedarbetare', ...fourYears, kronor: 93_000 },
      {
        label: 'Inköpta utredningar, utbildningar och tjänster avsedda för deltagare',
        ...{ ...fourYears, kronor: 100_000 },
      },
      { label: 'Övriga aktiviteter för deltagare', ...fourYears, kronor: 40_000 },
      { label: 'Telefon-, IT-kostnader', ...fourYears, kronor: 100_000 },
      { label: 'Resor', ...fourYears, kronor: 40_000 },
      { label: 'Tolk', ...fourYears, kronor: 25_000 },
      { label: 'Informationsmaterial', ...fourYears, kronor: 6_000 },
      {
        label: 'Övrigt',
        specification: 'Aktiviteter som styrgruppen beslutar om under tiden',
        kronor: 80_000,
      },
    ],
  }),
  otherYears: { 2025: 131_000, 2026: 131_000, 2027: 131_000, 2028: 131_000 },
}

const coach = { label: 'Coach, stödperson och tilläggsresurs', percent: 200, kronor: 1_200_000 }

/** Of `individstod`. */
export const budgetOfIndividstod: BudgetContent = {
  ...written(budget2016, {
    salary: [
      { ...coach, from: '2018-01-01', to: '2018-12-31', years: { 2018: 1_200_000 } },
      { ...coach, from: '2019-01-01', to: '2019-12-31', years: { 2019: 1_200_000 } },
      { ...coach, from: '2020-01-01', to: '2020-12-31', years: { 2020: 1_200_000 } },
    ],
    other: [
      {
        label: 'Övrigt',
        specification: 'Nätverksträffar, kompetenshöjande insatser och utvärdering',
        ...{ from: '2018-01-01', to: '2020-12-31', kronor: 600_000 },
      },
    ],
  }),
  otherYears: { 2018: 200_000, 2019: 200_000, 2020: 200_000 },
}

/** Of `flerpartsmoten`, whose detailed budget is not known: a row for each party that is to have anything. */
export const budgetOfFlerpartsmoten: BudgetContent = {
  ...written(budget2019, {
    other: [
      { label: 'Övrigt', specification: 'Processledare för alla parter', kronor: 850_000 },
      {
        label: 'Övrigt',
        specification: 'Facilitator inom Region Uppsala',
        amounts: [{ party: 2, kronor: 200_000 }],
      },
    ],
  }),
  otherYears: { 2020: 1_050_000 },
}

/** A budget with some of its rows written: each in the row of that name, or in the first that has none. */
function written(
  template: BudgetTemplate,
  rows: Partial<Record<BudgetBlock, readonly Written[]>>,
): Pick<BudgetContent, 'kind' | 'lines'> {
  const { kind, lines } = unwrittenBudget(template)
  const filled = [...lines]
  for (const [block, all] of Object.entries(rows)) {
    for (const { kronor, ...row } of all) {
      const isFree = (line: BudgetLineContent) => line.block === block && line.amounts.length === 0
      const named = filled.findIndex(line => isFree(line) && line.label === row.label)
      const at = named === -1 ? filled.findIndex(line => isFree(line) && line.label === null) : named
      const line = filled[at]
      if (!line) throw new Error(`There is no row for ${row.label}.`)
      filled[at] = {
        ...line,
        ...(kronor === undefined ? {} : { amounts: [{ party: 'owner', kronor }] }),
        ...row,
      }
    }
  }
  return { kind, lines: filled }
}
