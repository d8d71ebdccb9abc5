import type { BudgetView } from '../../../client/budget/BudgetStore.ts'
import { SheetPlaces } from '../../../client/budget/grid/SheetPlaces.ts'
import type { Sheet, SheetCell, SheetRow } from '../../../client/budget/grid/sheet.ts'
import { amountFormat, dayFormat, lineFormat } from '../../../client/form/fields/format.ts'
import type { FieldValue } from '../../../shared/document/value.ts'

const named = (name: string) => () => name

/** A small sheet of two halves with a sum each: a label, a day, two parties and a sum of the row. */
export class SmallSheet {
  readonly values = new Map<string, FieldValue>()
  readonly sheet: Sheet
  readonly places: SheetPlaces

  constructor() {
    this.sheet = {
      columns: [
        { key: 'label', name: named('Kostnad'), width: 'label' },
        { key: 'from', name: named('Från'), width: 'day' },
        { key: 'heby', name: named('Heby'), width: 'amount' },
        { key: 'af', name: named('AF'), width: 'amount' },
        { key: 'sum', name: named('Summa'), width: 'amount' },
      ],
      rows: [
        { key: 'band', is: 'heading', name: named('Löner'), cells: {} },
        ...['a', 'b'].map(key => this.#line(key)),
        {
          key: 'add',
          is: 'action',
          name: named('Lägg till'),
          cells: { label: { is: 'action', words: 'Lägg till', icon: null, run: () => {} } },
        },
        this.#sum('ab', ['a', 'b']),
        { key: 'band2', is: 'heading', name: named('Övrigt'), cells: {} },
        this.#line('c'),
        { key: 'c.under', is: 'under', name: named('Mer'), cells: { from: this.#words('c/more') } },
        this.#sum('c-sum', ['c']),
      ],
    }
    this.places = new SheetPlaces(this.sheet)
  }

  /** No budget: what is worked out here is worked out of `values`. */
  readonly view = () => ({}) as BudgetView
  readonly value = (path: string): FieldValue => this.values.get(path) ?? null

  /** From one cell to another: `a label`, `b af`. */
  marked(from: string, to = from) {
    const place = (words: string) => {
      const [row = '', column = ''] = words.split(' ')
      return { row, column }
    }
    return this.places.rectangle(place(from), place(to))
  }

  #line(key: string): SheetRow {
    const amount = (party: string): SheetCell => ({
      ...{ is: 'value', path: `${party}.${key}`, format: amountFormat, align: 'end' },
    })
    return {
      key,
      is: 'line',
      name: () => String(this.value(`${key}/label`) ?? 'Rad utan namn'),
      cells: {
        label: this.#words(`${key}/label`),
        from: { is: 'value', path: `${key}/from`, format: dayFormat, align: 'end' },
        heby: amount('heby'),
        af: amount('af'),
        sum: { is: 'computed', of: () => this.#total([key], ['heby', 'af']) },
      },
    }
  }

  #sum(key: string, lines: readonly string[]): SheetRow {
    const of = (...parties: readonly string[]): SheetCell => ({
      ...{ is: 'computed', of: () => this.#total(lines, parties) },
    })
    return {
      key,
      is: 'sum',
      name: named('Summa'),
      cells: {
        label: { is: 'words', of: named('Summa') },
        heby: of('heby'),
        af: of('af'),
        sum: of('heby', 'af'),
      },
    }
  }

  #words(path: string): SheetCell {
    return { is: 'value', path, format: lineFormat(500), align: 'start' }
  }

  #total(lines: readonly string[], parties: readonly string[]): number {
    let total = 0
    for (const line of lines) for (const party of parties) total += Number(this.value(`${party}.${line}`))
    return total
  }
}
