import { type Sheet, textAt } from '../workbook/Sheet.ts'
import type { DetailedLayout } from './detailedTable.ts'
import { type PartyHeadings, partyHeadings } from './partyHeadings.ts'
import type { YearsLayout } from './perYearTable.ts'
import type { Columns } from './RowKind.ts'
import { TemplateRows } from './TemplateRows.ts'
import { bare } from './words.ts'

/** Rows under the headings of the parties in which the rest of the headings stand. */
const moreHeadRows = 3

/** Where the detailed budget stands in a sheet that is laid out as the template; null where there is none. */
export function templateDetailedLayout(sheet: Sheet, label: number): DetailedLayout | null {
  const headings = partyHeadings(sheet, label)
  if (headings === null) return null
  const columns = columnsOf(sheet, label, headings)
  return {
    isOurs: false,
    headRow: headings.headRow,
    parties: headings.parties.map(({ columns: _, ...party }) => party),
    columns,
    kinds: new TemplateRows(sheet, label, false),
    columnsFrom: row => repeatedColumns(sheet, row, columns, headings),
  }
}

function columnsOf(sheet: Sheet, label: number, { headRow, parties, rowSum }: PartyHeadings): Columns {
  const first = Math.min(...parties.flatMap(party => party.columns))
  const near: [column: number, words: string][] = []
  for (let row = headRow - moreHeadRows; row <= headRow + moreHeadRows; row += 1) {
    // The days of the whole insats stand under the same words further up.
    const isOfInsats = [...(sheet.rows.get(row)?.values() ?? [])].some(
      cell => cell.is === 'text' && bare(cell.text).includes('loptid'),
    )
    if (isOfInsats) near.length = 0
    else {
      for (const [column, cell] of sheet.rows.get(row) ?? []) {
        if (cell.is === 'text' && column > label && column < first) near.push([column, bare(cell.text)])
      }
    }
  }
  const columnOf = (pattern: RegExp) => near.findLast(([, words]) => pattern.test(words))?.[0] ?? null
  const period = columnOf(/^tidsperiod/)
  const from = columnOf(/^(?:fran|fr o m)\b/) ?? period
  const to = columnOf(/^(?:till|t o m|l o m)\b/)
  return {
    label,
    percent: columnOf(/^tjanst|^omfattning/),
    from,
    to: to ?? (from !== null && from + 1 < first ? from + 1 : null),
    specification: null,
    parties: parties.map(party => party.columns),
    rowSum,
  }
}

/** *Egenfinansiering* repeats the parties; where in other columns, those count from there on. */
function repeatedColumns(sheet: Sheet, row: number, columns: Columns, { headRow, parties }: PartyHeadings) {
  if (row <= headRow) return null
  const places = parties.map(({ name }) => {
    if (name === null) return null
    for (const [column, cell] of sheet.rows.get(row) ?? []) {
      if (cell.is === 'text' && column > columns.label && bare(cell.text) === bare(name)) return column
    }
    return null
  })
  const isRepeated = places.filter(place => place !== null).length >= Math.min(2, parties.length)
  if (
    !isRepeated ||
    places.every((place, index) => place === null || columns.parties[index]?.includes(place))
  ) {
    return null
  }
  return {
    ...columns,
    parties: columns.parties.map((known, index) => withPlace(known, places[index] ?? null)),
  }
}

function withPlace(known: readonly number[], place: number | null): readonly number[] {
  return place === null ? known : [place]
}

/** Where the distribution over the years stands; null where there is none. `firstYear` is that of the insats. */
export function templateYearsLayout(
  sheet: Sheet,
  label: number,
  firstYear: number | null,
): YearsLayout | null {
  for (const row of sheet.rows.keys()) {
    const years = yearsIn(sheet, row, label, firstYear)
    if (years.size > 0) {
      return { headRow: row, label, years, kinds: new TemplateRows(sheet, label, true) }
    }
  }
  return null
}

/** *År 1 2025*, `2025`, or *År 1* of an insats whose beginning is known. */
function yearsIn(sheet: Sheet, row: number, label: number, firstYear: number | null): Map<number, number> {
  const years = new Map<number, number>()
  for (const [column, cell] of sheet.rows.get(row) ?? []) {
    if (column <= label || cell.is === 'fault' || cell.is === 'formula') continue
    const words = cell.is === 'number' ? String(cell.value) : bare(textAt(sheet, row, column) ?? '')
    const [, year, digits] = /^(?:ar )?(?:\d )?((?:199|20\d)\d)$|^ar (\d)$/.exec(words) ?? []
    if (year !== undefined) years.set(column, Number(year))
    else if (digits !== undefined && firstYear !== null) years.set(column, firstYear + Number(digits) - 1)
  }
  // A number of the detailed budget may look like a year; a heading says more than one, or that it is a year.
  const said = [...years.keys()].some(column => bare(textAt(sheet, row, column) ?? '').startsWith('ar'))
  return said || years.size > 1 ? years : new Map()
}
