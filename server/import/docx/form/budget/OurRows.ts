import type { BudgetBlock } from '../../../../../shared/budget/BudgetTemplate.ts'
import type { BudgetAmountContent, BudgetLineContent } from '../../../../../shared/document/filledForm.ts'
import { parseDay } from '../../../../../shared/form/day.ts'
import { CellReader } from '../../../xlsx/budget/CellReader.ts'
import type { Notes } from '../../../xlsx/budget/Notes.ts'
import { TemplateRows } from '../../../xlsx/budget/TemplateRows.ts'
import { addressOf, type Sheet, textAt } from '../../../xlsx/workbook/Sheet.ts'
import { kronor } from './kronor.ts'
import { ourColumns } from './ourColumns.ts'

export interface PartyColumn {
  readonly column: number
  readonly party: BudgetAmountContent['party']
}

/** A row of the detailed budget, with the number that it has in both tables; empty for one that was added in Word. */
export interface NumberedLine {
  readonly number: string
  readonly line: BudgetLineContent
}

/** What rows cost per year, by their numbers, and all other costs together. */
export interface NumberedYears {
  readonly byRow: ReadonlyMap<string, Readonly<Record<number, number>>>
  readonly other: Readonly<Record<number, number>>
}

/** Reads the rows of a table that we have written. */
export class OurRows {
  readonly #reader: CellReader
  readonly #sheet: Sheet

  constructor(sheet: Sheet, notes: Notes) {
    this.#sheet = sheet
    this.#reader = new CellReader(sheet, false, notes)
  }

  /** The rows of the detailed budget, also those in which nothing stands. */
  lines(
    parties: readonly PartyColumn[],
    specifications: ReadonlyMap<string, string>,
  ): readonly NumberedLine[] {
    const kinds = new TemplateRows(this.#sheet, ourColumns.name, false)
    const lines: NumberedLine[] = []
    let block: BudgetBlock | null = null
    for (const row of this.#below()) {
      const number = this.#numberAt(row)
      // A row of a person's own may be called what a heading is.
      const kind = number === '' ? kinds.kindOf(row) : ({ is: 'line' } as const)
      if (kind.is === 'block') block = kind.block
      else if (kind.is !== 'line') block = null
      else if (block === null) this.#sayOutside(row)
      else {
        const line = this.#line(row, block, parties, specifications.get(`${row} ${ourColumns.name}`) ?? null)
        lines.push({ number, line })
      }
    }
    return lines
  }

  /** The table per year: `columns` to calendar year, and what the one line of all other costs is called. */
  years(columns: ReadonlyMap<number, number>, others: ReadonlySet<string>): NumberedYears {
    const byRow = new Map<string, Readonly<Record<number, number>>>()
    let other: Readonly<Record<number, number>> = {}
    for (const row of this.#below()) {
      const number = this.#numberAt(row)
      const isOther = number === '' && others.has(textAt(this.#sheet, row, ourColumns.name) ?? '')
      if (number === '' && !isOther) continue
      const entries = [...columns].flatMap(([column, year]) => {
        const amount = this.#kronor(row, column)
        return amount === null ? [] : [[year, amount] as const]
      })
      if (isOther) other = Object.fromEntries(entries)
      else byRow.set(number, Object.fromEntries(entries))
    }
    return { byRow, other }
  }

  #below(): readonly number[] {
    return [...this.#sheet.rows.keys()].filter(row => row > 1)
  }

  #numberAt(row: number): string {
    const text = textAt(this.#sheet, row, ourColumns.number) ?? ''
    return /^\d+$/.test(text) ? text : ''
  }

  #line(
    row: number,
    block: BudgetBlock,
    parties: readonly PartyColumn[],
    specification: string | null,
  ): BudgetLineContent {
    return {
      block,
      label: this.#reader.words(row, ourColumns.name),
      percent: this.#reader.percent(row, ourColumns.percent, true),
      ...this.#period(row),
      specification: specification === null ? null : specification.slice(0, longestLine).toWellFormed(),
      amounts: parties.flatMap(({ column, party }) => {
        const amount = this.#kronor(row, column)
        return amount === null ? [] : [{ party, kronor: amount }]
      }),
      years: {},
    }
  }

  /** `2025-01-01 – 2028-12-31`, either day of which may be missing. */
  #period(row: number): Pick<BudgetLineContent, 'from' | 'to'> {
    const text = textAt(this.#sheet, row, ourColumns.period)
    if (text === null) return { from: null, to: null }
    const [first = '', last = '', ...more] = text.split('–').map(part => part.trim())
    const [from, to] = [parseDay(first), parseDay(last)]
    const isKnown = more.length === 0 && (from !== null || first === '') && (to !== null || last === '')
    if (!isKnown) this.#say('dayNotTaken', row, ourColumns.period, text)
    return { from, to }
  }

  /** Null where there is none, or nothing that is one. */
  #kronor(row: number, column: number): number | null {
    const value = this.#reader.amount(row, column)
    const amount = value === null ? null : kronor(value)
    if (value !== null && amount === null) this.#say('textNotTaken', row, column, String(value))
    return amount
  }

  #sayOutside(row: number): void {
    const words = textAt(this.#sheet, row, ourColumns.name)
    if (words !== null) this.#say('outsideRows', row, ourColumns.name, words)
  }

  #say(kind: Parameters<Notes['add']>[0], row: number, column: number, said: string): void {
    this.#reader.notes.add(kind, this.#sheet, addressOf(row, column), said.slice(0, longestLine))
  }
}

/** Longest one-line value (`roots.ts`). */
const longestLine = 500
