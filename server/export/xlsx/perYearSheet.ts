import { shownYears } from '../../../shared/budget/sums.ts'
import { yearName } from '../../../shared/budget/yearName.ts'
import { address, formula, kronor, nothing, numeric, sameWords, sumOf, words, wordsOver } from './cells.ts'
import { type DetailedPlaces, inDetailed } from './detailedSheet.ts'
import { periodCells } from './periodCells.ts'
import { SheetRows, type WrittenSheet } from './SheetRows.ts'
import type { StyleName } from './styles.ts'
import { markOf, tabs, type WorkbookContent, withName } from './WorkbookContent.ts'

const totalColumn = 2
const firstYearColumn = 3

/** *Fördelad över insatstid*: what the rows cost in each calendar year. */
export function perYearSheet(content: WorkbookContent, places: DetailedPlaces): WrittenSheet {
  const { formId, template, name, budget, sums, hasKeys } = content
  const { labels, sheets } = template
  const years = shownYears(budget)
  const rows = new SheetRows()
  const head = (text: string | null) => words(text, 'head')

  rows.add(markOf(formId, 'perYear'), [words(withName(sheets.perYear, name), 'title')])
  rows.add('', periodCells(content))
  rows.add('', [words('Fyll i endast färgade fält. Alla belopp i hela kronor (kr).', 'key')])
  rows.add('', [
    head(null),
    head(labels.yearTotal),
    ...wordsOver(years.length, 'Fördelning per år, kr', 'head'),
  ])
  rows.add('', [head(null), head('kr'), ...years.map(year => head(yearName(labels, budget, year)))])
  rows.add('years', [nothing, nothing, ...years.map(year => numeric(year, '0', 'hidden'))])

  /** What a row, or the sum of some, costs in all: as the detailed sheet has it. */
  const total = (row: number, comesTo: number, style: StyleName) =>
    formula(inDetailed(places.sumColumn, row), comesTo, style)

  const addBlock = (block: 'salary' | 'premises') => {
    const heading = rows.add(`block:${block}`, [words(labels.blocks[block], 'block')])
    for (const line of budget.lines.filter(line => line.block === block)) {
      const row = places.rowOf.get(line.key) ?? 0
      rows.add(hasKeys ? line.key : '', [
        sameWords(inDetailed(1, row), line.label, 'computed'),
        total(row, sums.lines.get(line.key) ?? 0, 'computed'),
        ...years.map(year => kronor(line.years.get(year), 'input')),
      ])
    }
    const last = rows.next - 1
    const of = (column: number) => sumOf(address(column, heading), address(column, last))
    return rows.add(`sum:${block}`, [
      words(labels.sums[block], 'sum'),
      formula(of(totalColumn), sums.blocks[block].total, 'sum'),
      ...years.map((year, index) =>
        formula(of(firstYearColumn + index), sums.years.get(year)?.[block] ?? 0, 'sum'),
      ),
    ])
  }

  const salary = addBlock('salary')
  const premises = addBlock('premises')
  const other = rows.add('other:perYear', [
    words(labels.otherPerYear, 'computed'),
    total(places.sumRow.other, sums.blocks.other.total, 'computed'),
    ...years.map(year => kronor(budget.otherYears.get(year), 'input')),
  ])
  const both = (column: number) => [salary, premises, other].map(row => address(column, row)).join('+')
  const sought = rows.add('sum:sought', [
    words(labels.soughtSum, 'total'),
    formula(both(totalColumn), sums.sought.total, 'total'),
    ...years.map((year, index) =>
      formula(both(firstYearColumn + index), sums.years.get(year)?.total ?? 0, 'total'),
    ),
  ])
  const together = sumOf(
    address(firstYearColumn, sought),
    address(firstYearColumn + years.length - 1, sought),
  )
  rows.add('sum:years', [
    words(labels.yearCheck, 'sum'),
    formula(years.length === 0 ? '0' : together, sums.allYears, 'sum'),
  ])
  return rows.sheet(tabs.perYear, [14, 46, 18, ...years.map(() => 16)])
}
