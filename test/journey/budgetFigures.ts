import type { Page } from 'playwright-core'
import { groupDigits } from '../../client/form/amount.ts'
import type { Budget } from '../../shared/budget/Budget.ts'
import { budgetBlocks } from '../../shared/budget/BudgetTemplate.ts'
import { type BudgetSums, hasYears, sumsOf } from '../../shared/budget/sums.ts'
import { amountInForm, plain, shownCells, summaryOf } from './budgetPage.ts'

/** What a page shows otherwise than a budget says, with its sums made anew, in every sheet and in the form. */
export async function differencesOn(page: Page, budget: Budget): Promise<string[]> {
  const sums = sumsOf(budget)
  const found: string[] = []
  const shown = await shownCells(page)
  for (const [place, figure] of figuresOf(budget, sums)) {
    const seen = shown.get(place)
    if (seen !== figure) found.push(`${place}: ${seen}, not ${figure}`)
  }
  const columns = [...shown.keys()].filter(place => place.startsWith('Detaljerad budget: salary-sum amount.'))
  if (columns.length !== budget.parties.length) found.push(`columns: ${columns}`)
  const summary = (await summaryOf(page)).map(([, ...figures]) => figures)
  const expected = [...budget.parties.map(({ key }) => key), null].map(party =>
    (['sought', 'own', 'grand'] as const).map(name =>
      plain(groupDigits(party === null ? sums[name].total : (sums[name].byParty.get(party) ?? 0))),
    ),
  )
  if (JSON.stringify(summary) !== JSON.stringify(expected)) found.push(`summary: ${summary}`)
  const { total } = await amountInForm(page)
  const sought = `${plain(groupDigits(sums.sought.total))} kr`
  if (sums.sought.total > 0 && total !== sought) found.push(`in the form: ${total}, not ${sought}`)
  return found
}

/** What every page ought to show of a budget in both sheets, by sheet, row and column. */
function figuresOf(budget: Budget, sums: BudgetSums): ReadonlyMap<string, string> {
  const figures = new Map<string, string>()
  const kronor = (value: number | null | undefined) => (value == null ? '' : plain(groupDigits(value)))
  const detailed = (row: string, column: string, value: string) =>
    figures.set(`Detaljerad budget: ${row} ${column}`, value)
  const perYear = (row: string, column: string, value: string) =>
    figures.set(`Fördelad över insatstid: ${row} ${column}`, value)
  for (const line of budget.lines.filter(({ block }) => !block.startsWith('own'))) {
    for (const { key } of budget.parties) {
      detailed(line.key, `amount.${key}`, kronor(line.amounts.get(key)))
    }
    detailed(line.key, 'sum', kronor(sums.lines.get(line.key) || null))
    if (!hasYears(line) || line.label === null) continue
    perYear(line.key, 'total', kronor(sums.lines.get(line.key)))
    for (const year of sums.years.keys()) perYear(line.key, String(year), kronor(line.years.get(year)))
  }
  const summed = [
    ...budgetBlocks
      .filter(block => !block.startsWith('own'))
      .map(block => [block, sums.blocks[block]] as const),
    ...(['sought', 'own', 'grand'] as const).map(name => [name, sums[name]] as const),
  ]
  for (const [name, { byParty, total }] of summed) {
    for (const [party, amount] of byParty) detailed(`${name}-sum`, `amount.${party}`, kronor(amount))
    detailed(`${name}-sum`, 'sum', kronor(total))
  }
  for (const [year, { salary, premises, total }] of sums.years) {
    perYear('salary-sum', String(year), kronor(salary))
    perYear('premises-sum', String(year), kronor(premises))
    perYear('other', String(year), kronor(budget.otherYears.get(year)))
    perYear('sought', String(year), kronor(total))
  }
  perYear('sought', 'total', kronor(sums.sought.total))
  perYear('check', 'total', kronor(sums.allYears))
  return figures
}
