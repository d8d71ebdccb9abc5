import { type BudgetBlock, budgetBlocks } from '../../../../shared/budget/BudgetTemplate.ts'
import type { WorkbookParty } from '../../../../shared/http/budget.ts'
import { workbookLimits } from '../limits.ts'
import { addressOf, type Sheet, textAt } from '../workbook/Sheet.ts'
import type { DetailedLayout } from './detailedTable.ts'
import { roleIn } from './partyHeadings.ts'
import type { YearsLayout } from './perYearTable.ts'
import type { RowKind, RowKinds } from './RowKind.ts'

// The layout of our own workbook is written down in server/export/xlsx/README.md. Its marks stand where nobody sees
// them, so that whoever has written in it in Excel has kept them.

const columns = { marks: 1, label: 2, percent: 3, from: 4, to: 5, firstParty: 6, firstYear: 4 }
const rows = { role: 4, organisation: 5, marks: 6 }

/** A longer key is none of ours. */
const mostKeyLetters = 40

/** Which of our sheets this is; null when it is none. */
export function ourSheet(sheet: Sheet): 'detailed' | 'perYear' | 'summary' | null {
  const mark = /^samskriv-budget\/1 \S+ (detailed|perYear|summary)$/.exec(
    textAt(sheet, 1, columns.marks) ?? '',
  )
  return (mark?.[1] as 'detailed' | 'perYear' | 'summary' | undefined) ?? null
}

export function ourDetailedLayout(sheet: Sheet): DetailedLayout {
  const parties: (WorkbookParty & { readonly column: number })[] = []
  for (let column = columns.firstParty; ; column += 1) {
    // The workbook of a version has no keys.
    const key = textAt(sheet, rows.marks, column)
    const role = roleIn(textAt(sheet, rows.role, column))?.role ?? (key === null ? null : 'partner')
    if (role === null) break
    const name = textAt(sheet, rows.organisation, column)
    const isKey = key !== null && key.length <= mostKeyLetters
    const cell = addressOf(rows.organisation, column)
    parties.push({
      column,
      cell,
      role,
      name: name?.slice(0, workbookLimits.cellLetters) ?? null,
      key: isKey ? key : null,
    })
  }
  const last = Math.max(columns.firstParty - 1, ...parties.map(({ column }) => column))
  return {
    isOurs: true,
    headRow: rows.marks,
    parties: parties.map(({ column: _, ...party }) => party),
    columns: {
      ...columns,
      specification: last + 2,
      parties: parties.map(({ column }) => [column]),
      rowSum: last + 1,
    },
    kinds: new OurRows(sheet),
    columnsFrom: () => null,
  }
}

export function ourYearsLayout(sheet: Sheet): YearsLayout {
  const years = new Map<number, number>()
  for (const [column, cell] of sheet.rows.get(rows.marks) ?? []) {
    const year = cell.is === 'number' ? cell.value : Number(cell.is === 'text' ? cell.text : Number.NaN)
    if (column >= columns.firstYear && year >= 1990 && year <= 2099) years.set(column, year)
  }
  return { headRow: rows.marks, label: columns.label, years, kinds: new OurRows(sheet) }
}

class OurRows implements RowKinds {
  readonly #sheet: Sheet

  constructor(sheet: Sheet) {
    this.#sheet = sheet
  }

  kindOf(row: number): RowKind {
    const mark = textAt(this.#sheet, row, columns.marks)
    const [, what, of] = /^(section|block|sum|other):(\w+)$/.exec(mark ?? '') ?? []
    if (what === undefined || of === undefined)
      return { is: 'line', key: mark !== null && mark.length <= mostKeyLetters ? mark : null }
    if (what === 'other') return { is: 'other' }
    if (what === 'block' && isBlock(of)) return { is: 'block', block: of }
    if (what === 'sum' && (isBlock(of) || of === 'sought' || of === 'own' || of === 'grand')) {
      return { is: 'sum', of }
    }
    return { is: 'heading' }
  }
}

function isBlock(word: string): word is BudgetBlock {
  return (budgetBlocks as readonly string[]).includes(word)
}
