import { isPlaceholder } from '../../../../shared/budget/rules/placeholder.ts'
import type { WorkbookParty } from '../../../../shared/http/budget.ts'
import { workbookLimits } from '../limits.ts'
import { addressOf, type Sheet, textAt } from '../workbook/Sheet.ts'
import { bare, closest } from './words.ts'

const roles: readonly (readonly [string, 'owner' | 'partner'])[] = [
  ['huvudinsatsagare', 'owner'],
  ['insatsagare', 'owner'],
  ['delinsatsagare', 'partner'],
]

/** A heading that says a role: which, and what stands after it. */
export interface RoleHeading {
  readonly role: 'owner' | 'partner'
  /** `Heby kommun` of `Huvudinsatsägare: Heby kommun`; null where the role stands alone. */
  readonly rest: string | null
}

/** *Huvudinsatsägare*, *Delinsatsägare 2*, with slips of the finger; null for other words. */
export function roleIn(text: string | null): RoleHeading | null {
  const [, word = '', rest = ''] = /^\s*([\p{L}?]+)\s*\d{0,2}\s*[:.–-]?\s*(.*)$/u.exec(text ?? '') ?? []
  const role = closest(word, roles)
  return role === null ? null : { role, rest: rest === '' ? null : rest }
}

export interface PartyColumn extends WorkbookParty {
  readonly columns: readonly number[]
}

export interface PartyHeadings {
  /** The last row of them. */
  readonly headRow: number
  readonly parties: readonly PartyColumn[]
  readonly rowSum: number | null
}

/** Rows that the headings of a sheet can lie in. */
const headRows = 60

/**
 * The columns of the parties: under *Huvudinsatsägare* and *Delinsatsägare*, named in the row below. Some sheets print
 * no roles, or leave out one: then a name between the first column and *Att rekvirera – alla insatsägare* is a party.
 */
export function partyHeadings(sheet: Sheet, label: number): PartyHeadings | null {
  for (const [row, cells] of sheet.rows) {
    if (row > headRows) return null
    const rowSum = [...cells].find(
      ([column, cell]) => column > label && cell.is === 'text' && isRowSum(cell.text),
    )
    const found = [...cells].flatMap(([column, cell]) => {
      const heading = cell.is === 'text' && column > label ? roleIn(cell.text) : null
      return heading ? [{ ...heading, column }] : []
    })
    if (found.length === 0 && !rowSum) continue
    const right = rowSum?.[0] ?? rowSumNear(sheet, row, label)
    const names = namesRow(sheet, row, label, found.length > 0, right)
    const columns = new Set([...found.map(({ column }) => column), ...(names?.columns ?? [])])
    if (columns.size === 0) continue
    const inOrder = [...columns]
      .filter(column => right === null || column < right)
      .sort((one, other) => one - other)
    const parties = inOrder.map((column, index): PartyColumn => {
      const heading = found.find(known => known.column === column)
      const name = heading?.rest ?? (names && nameAt(sheet, names.row, column))
      return {
        cell: addressOf(name !== null && names && !heading?.rest ? names.row : row, column),
        role: heading?.role ?? (index === 0 ? 'owner' : 'partner'),
        name: name === null || isPlaceholder(name) ? null : name.slice(0, workbookLimits.cellLetters),
        key: null,
        columns: spanAt(sheet, row, column),
      }
    })
    return { headRow: Math.max(row, names?.row ?? row), parties, rowSum: right }
  }
  return null
}

/** The word that stands for a name in a heading, if it does: *NAMN*. */
export function placeholderAt(sheet: Sheet, address: { row: number; column: number }): string | null {
  const text = textAt(sheet, address.row, address.column)
  return text !== null && roleIn(text) === null && isPlaceholder(text) ? text : null
}

function isRowSum(text: string): boolean {
  return /^att re[a-z]{3,7}rera\b/.test(bare(text)) || /^(?:summa|totalt?) alla insatsagare/.test(bare(text))
}

function rowSumNear(sheet: Sheet, row: number, label: number): number | null {
  for (const near of [row - 1, row + 1, row + 2]) {
    for (const [column, cell] of sheet.rows.get(near) ?? []) {
      if (column > label && cell.is === 'text' && isRowSum(cell.text)) return column
    }
  }
  return null
}

/** The row of the names: the next, or that of the headings itself where no roles stand in it. */
function namesRow(sheet: Sheet, row: number, label: number, hasRoles: boolean, rowSum: number | null) {
  for (const candidate of hasRoles ? [row + 1, row + 2] : [row, row + 1]) {
    const columns = [...(sheet.rows.get(candidate) ?? [])].flatMap(([column, cell]) =>
      cell.is === 'text' && column > label && (rowSum === null || column < rowSum) && isName(cell.text)
        ? [column]
        : [],
    )
    if (columns.length > 0) return { row: candidate, columns }
  }
  return null
}

/** What else stands in the headings of the template. */
function isName(text: string): boolean {
  const words = bare(text)
  return (
    words !== '' &&
    !isFigure(text) &&
    !isRowSum(text) &&
    !/^(?:fran|till|fr o m|t o m|l o m|tjanst|tidsperiod|kostnad|kostnader|lonekostnad|inkl|belopp|summa|total|fyll i)\b/.test(
      words,
    ) &&
    roleIn(text) === null &&
    closest(text, [
      ['lonekostnader', true],
      ['lonekostnad', true],
    ]) === null
  )
}

/** In a table of a Word file all is text. */
function isFigure(text: string): boolean {
  return /^[^\p{L}]*(?:t?kr|kronor)?[^\p{L}]*$/iu.test(text)
}

function nameAt(sheet: Sheet, row: number, column: number): string | null {
  for (const place of spanAt(sheet, row, column)) {
    const text = textAt(sheet, row, place)
    if (text !== null && isName(text)) return text
  }
  return null
}

/** The columns that a heading is drawn over. */
function spanAt(sheet: Sheet, row: number, column: number): readonly number[] {
  const range = sheet.merges.find(({ top, left, bottom }) => top <= row && row <= bottom && left === column)
  const right = range ? Math.min(range.right, column + 5) : column
  return Array.from({ length: right - column + 1 }, (_, index) => column + index)
}
