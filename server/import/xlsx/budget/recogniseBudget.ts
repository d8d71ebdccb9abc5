import type { ReadWorkbook, WorkbookLine, WorkbookParty } from '../../../../shared/http/budget.ts'
import { FileRefused } from '../../office/FileRefused.ts'
import type { Sheet, Workbook } from '../workbook/Sheet.ts'
import { nameIn, periodIn } from './aboutInsats.ts'
import { CellReader } from './CellReader.ts'
import { type DetailedTable, readDetailed } from './detailedTable.ts'
import { type FoundSheets, findSheets } from './findSheets.ts'
import { Notes } from './Notes.ts'
import { readPerYear, withYears, type YearsTable } from './perYearTable.ts'
import { linesOfSummary, printedOfSummary, sayPlaceholders, usedParties } from './readParties.ts'
import { readSummary, type SummaryTable } from './summaryTable.ts'
import { decideUnit, isAbout, unitSaid } from './unit.ts'

const nothingDetailed: DetailedTable = { lines: [], printed: [] }
const noYears: YearsTable = { rows: [], other: [] }
const noSummary: SummaryTable = { rows: [], sums: null }

/** What a workbook says of a budget. Throws `FileRefused` when it says nothing of one. */
export function recogniseBudget(workbook: Workbook): ReadWorkbook {
  const notes = new Notes()
  if (workbook.hasExternalLinks) notes.add('externalLinks')
  const found = findSheets(workbook, notes)
  const readerOf = (sheet: Sheet) => new CellReader(sheet, workbook.from1904, notes)
  const { detailed, perYear, summary } = found
  const rows = detailed ? readDetailed(readerOf(detailed.sheet), detailed.layout) : nothingDetailed
  const years = perYear ? readPerYear(readerOf(perYear.sheet), perYear.layout) : noYears
  const table = summary ? readSummary(readerOf(summary.sheet), summary.layout) : noSummary
  const isSummaryOnly =
    rows.lines.every(line => line.amounts.length === 0) &&
    table.rows.some(({ sought, own }) => sought?.value || own?.value)

  const merged = perYear ? withYears(rows.lines, years.rows, readerOf(perYear.sheet)) : rows.lines
  const lines = isSummaryOnly ? linesOfSummary(table) : merged.map(({ place: _, ...line }) => line)
  if (lines.length === 0 && years.other.length === 0) throw new FileRefused('nothing')
  const hasFigures = lines.some(line => line.amounts.length > 0 || line.years.length > 0)
  if (!hasFigures && years.other.length === 0) throw new FileRefused('nothing')

  const parties: readonly WorkbookParty[] = isSummaryOnly
    ? table.rows.map(({ party }) => party)
    : (detailed?.layout.parties ?? [])
  if (isSummaryOnly) notes.add('summaryOnly', summary?.sheet)
  else if (detailed) sayPlaceholders(detailed.sheet, parties, notes)
  const amountsSheet = isSummaryOnly ? summary?.sheet : detailed?.sheet
  const unit = found.isOurs
    ? ({ unit: 'kr', yearsUnit: 'same', notes: [] } as const)
    : decideUnit(
        amountsSheet ? unitSaid(amountsSheet) : null,
        perYear ? unitSaid(perYear.sheet) : null,
        lines.flatMap(line => (line.block.startsWith('own') ? [] : line.amounts.map(({ value }) => value))),
        [
          ...lines.flatMap(line => line.years.map(({ value }) => value)),
          ...years.other.map(({ value }) => value),
        ],
      )
  for (const note of unit.notes) notes.add(note, note === 'yearsInOtherUnit' ? perYear?.sheet : amountsSheet)
  const times = isSummaryOnly ? 1 : summaryTimes(table, lines)
  const ofSummary = printedOfSummary(table, parties, summary?.sheet.name ?? '', times)
  const printed = isSummaryOnly ? ofSummary : [...rows.printed, ...ofSummary]
  return {
    layout: found.isOurs ? 'samskriv' : isSummaryOnly ? 'summary' : 'template',
    sheets: {
      amounts: amountsSheet?.name ?? null,
      years: perYear?.sheet.name ?? null,
      summary: summary?.sheet.name ?? null,
    },
    ...aboutInsats(found, readerOf),
    unit: unit.unit,
    yearsUnit: unit.yearsUnit,
    ...usedParties(parties, lines, printed),
    otherYears: [...years.other],
    notes: [...notes.said],
    moreNotes: notes.more,
  }
}

/** By how much the summary's figures must be multiplied to be in the unit of the rows: a thousand, a thousandth, or 1. */
function summaryTimes(table: SummaryTable, lines: readonly WorkbookLine[]): number {
  const summed = table.rows.reduce(
    (sum, { sought, own }) => sum + (sought?.value ?? 0) + (own?.value ?? 0),
    0,
  )
  const inRows = lines.flatMap(({ amounts }) => amounts).reduce((sum, { value }) => sum + value, 0)
  return [1_000, 1 / 1_000].find(times => isAbout(inRows / summed, times)) ?? 1
}

function aboutInsats({ detailed, perYear, summary }: FoundSheets, readerOf: (sheet: Sheet) => CellReader) {
  const sheets = [detailed?.sheet, perYear?.sheet, summary?.sheet].filter(sheet => sheet !== undefined)
  const first = <Value>(of: (sheet: Sheet) => Value | null): Value | null => {
    for (const sheet of sheets) {
      const value = of(sheet)
      if (value !== null) return value
    }
    return null
  }
  const period = first(sheet => periodIn(readerOf(sheet)))
  return {
    name: first(nameIn)?.slice(0, 500) ?? null,
    start: period?.start ?? null,
    end: period?.end ?? null,
  }
}
