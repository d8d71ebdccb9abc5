import { type Sheet, textAt } from '../workbook/Sheet.ts'
import type { RowKind, RowKinds } from './RowKind.ts'
import { bare, closest } from './words.ts'

/** A block, whether of what is asked for or of what is paid by the parties themselves. */
type Block = 'salary' | 'premises' | 'other'

type Meaning =
  | { readonly is: 'block' | 'blockSum'; readonly block: Block }
  | { readonly is: 'half'; readonly own: boolean }
  | { readonly is: 'halfSum'; readonly of: 'sought' | 'own' | 'grand' }
  | { readonly is: 'end' }

/** The words of the four templates (domain.md 2.2, 2.3), as `bare` writes them. */
const phrases: readonly (readonly [string, Meaning])[] = [
  ['lonekostnad', { is: 'block', block: 'salary' }],
  ['lonekostnader', { is: 'block', block: 'salary' }],
  ['lokalkostnad', { is: 'block', block: 'premises' }],
  ['lokalkostnader', { is: 'block', block: 'premises' }],
  ['ovriga kostnader', { is: 'block', block: 'other' }],
  ['summa lonekostnad', { is: 'blockSum', block: 'salary' }],
  ['summa lonekostnader', { is: 'blockSum', block: 'salary' }],
  ['summa lokalkostnad', { is: 'blockSum', block: 'premises' }],
  ['summa lokalkostnader', { is: 'blockSum', block: 'premises' }],
  ['summa ovriga kostnader', { is: 'blockSum', block: 'other' }],
  ['egenfinansiering', { is: 'half', own: true }],
  ['kostnad att rekvirera fran samordningsforbundet', { is: 'half', own: false }],
  ['kostnader att rekvirera fran samordningsforbundet', { is: 'half', own: false }],
  ['summa egenfinansiering', { is: 'halfSum', of: 'own' }],
  ['totalt fran samordningsforbundet', { is: 'halfSum', of: 'sought' }],
  ['summa fran samordningsforbundet', { is: 'halfSum', of: 'sought' }],
  ['total kostnad for insatsen', { is: 'halfSum', of: 'grand' }],
  ['totalkostnad for insatsen', { is: 'halfSum', of: 'grand' }],
  ['s a per ar for avstamning', { is: 'end' }],
]

const ownBlock = { salary: 'ownSalary', premises: 'ownPremises', other: 'ownOther' } as const

function meaningOf(text: string | null): Meaning | null {
  if (text === null) return null
  return closest(text.replace(/\s+ink(?:l|\.|lusive)\b.*$/i, ''), phrases)
}

/** The column in which most rows have words of the template; null where the sheet has none of a budget. */
export function labelColumn(sheet: Sheet): number | null {
  const times = new Map<number, number>()
  for (const cells of sheet.rows.values()) {
    for (const [column, cell] of cells) {
      const meaning = cell.is === 'text' ? meaningOf(cell.text) : null
      if (meaning && meaning.is !== 'half') times.set(column, (times.get(column) ?? 0) + 1)
    }
  }
  const [most] = [...times].sort(([, one], [, other]) => other - one)
  return most === undefined || most[1] < 2 ? null : most[0]
}

/** Says what rows are by the words in one column, in the order of the sheet. */
export class TemplateRows implements RowKinds {
  readonly #sheet: Sheet
  readonly #label: number
  readonly #isPerYear: boolean
  #own = false
  #block: Block | null = null
  #isOver = false

  constructor(sheet: Sheet, label: number, isPerYear: boolean) {
    this.#sheet = sheet
    this.#label = label
    this.#isPerYear = isPerYear
  }

  kindOf(row: number): RowKind {
    if (this.#isOver) return { is: 'end' }
    const text = textAt(this.#sheet, row, this.#label)
    const meaning = meaningOf(text)
    switch (meaning?.is) {
      case 'block':
        return this.#enter(meaning.block)
      case 'blockSum':
        this.#block = null
        return { is: 'sum', of: this.#own ? ownBlock[meaning.block] : meaning.block }
      case 'half':
        this.#own = meaning.own
        this.#block = null
        return { is: 'heading' }
      case 'halfSum':
        this.#block = null
        // What stands under the last sum is another table, or somebody's notes.
        this.#isOver = meaning.of === 'grand'
        return { is: 'sum', of: meaning.of }
      case 'end':
        return { is: 'end' }
      default:
        // The second line of the heading of salaries.
        return text !== null && /^inkl? p ?o?\b/.test(bare(text)) && !this.#isNamedRow(row)
          ? this.#enter('salary')
          : { is: 'line', key: null }
    }
  }

  #enter(block: Block): RowKind {
    if (this.#isPerYear && block === 'other') return { is: 'other' }
    // The sheet per year has a row of the same name as its heading.
    if (this.#block === block && block === 'premises') return { is: 'line', key: null }
    this.#block = block
    return { is: 'block', block: this.#own ? ownBlock[block] : block }
  }

  /** A row of the budget whose name begins so. */
  #isNamedRow(row: number): boolean {
    return [...(this.#sheet.rows.get(row)?.values() ?? [])].some(cell => cell.is === 'number')
  }
}
