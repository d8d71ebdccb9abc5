import { budgetWorkbook } from '../../../../server/export/xlsx/budgetWorkbook.ts'
import type { Budget } from '../../../../shared/budget/Budget.ts'
import { budgetBlocks } from '../../../../shared/budget/BudgetTemplate.ts'
import type { FormTemplate } from '../../../../shared/form/FormTemplate.ts'
import { formById } from '../../../../shared/form/forms.ts'
import { type ReadSheet, readWorkbook } from '../../../harness/readWorkbook.ts'
import { line, party } from '../../../shared/budget/budgets.ts'
import type { Random } from '../../../shared/form/seeded.ts'

export function formOf(id: string): FormTemplate {
  const form = formById(id)
  if (!form) throw new Error(`There is no form ${id}`)
  return form
}

/** Our workbook of a budget, on the form of a year. */
export async function written(
  formId: string,
  budget: Budget,
  name = 'Prov',
  hasKeys = true,
): Promise<Uint8Array> {
  return await budgetWorkbook({ form: formOf(formId), name, budget, hasKeys })
}

export interface Read {
  readonly sheets: readonly ReadSheet[]
  readonly detailed: ReadSheet
  readonly perYear: ReadSheet
  readonly summary: ReadSheet
}

export function readOurs(bytes: Uint8Array): Read {
  const sheets = readWorkbook(bytes)
  const [detailed, perYear, summary] = sheets
  if (!detailed || !perYear || !summary) throw new Error('There are not three sheets')
  return { sheets, detailed, perYear, summary }
}

/** The row, as a number, that says `key` in its hidden first cell. */
export function rowOf({ cells }: ReadSheet, key: string): number {
  const [at] = [...cells].find(([address, { value }]) => /^A\d+$/.test(address) && value === key) ?? []
  if (at === undefined) throw new Error(`No row says ${key}`)
  return Number(at.slice(1))
}

/** The values of a row from a column to another. */
export function valuesOf(
  { cells }: ReadSheet,
  row: number,
  from: string,
  to: string,
): (number | string | null)[] {
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)]
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return cells.get(`${String.fromCharCode(first + index)}${row}`)?.value ?? null
  })
}

/** A budget of so many rows, parties and years, with amounts and gaps anywhere. */
export function madeUp(random: Random, rows: number, parties: number, years: number): Budget {
  const keys = Array.from({ length: parties }, (_, index) => (index === 0 ? 'owner' : `partner-${index}`))
  const all = Array.from({ length: years }, (_, index) => 2025 + index)
  const some = (of: readonly (string | number)[]) =>
    Object.fromEntries(
      of.flatMap(key => (random.between(0, 3) > 0 ? [[key, random.between(0, 9_999_999)]] : [])),
    )
  const lines = Array.from({ length: rows }, (_, index) => {
    const block = random.pick(budgetBlocks)
    const isSalary = block === 'salary' || block === 'ownSalary'
    return line(`row-${index}`, {
      block,
      label: random.pick([
        '=SUMMA(A1:A9)',
        '+46',
        '-minus',
        '@någon',
        'Å, Ä & <Ö> "citat"',
        'Lön',
        `Rad ${index}`,
      ]),
      percent: isSalary ? random.between(0, 300) : null,
      from: isSalary ? '2025-01-01' : null,
      to: isSalary ? `${2024 + years}-12-31` : null,
      specification: random.pick([null, '=1+1', 'Enligt avtal']),
      amounts: some(keys),
      years: block === 'salary' || block === 'premises' ? some(all) : {},
    })
  })
  return {
    start: '2025-01-01',
    end: `${2024 + years}-12-31`,
    parties: keys.map((key, index) => party(key, random.pick([null, `=Part ${index}`, `Part ${index}`]))),
    lines: lines.sort((one, other) => budgetBlocks.indexOf(one.block) - budgetBlocks.indexOf(other.block)),
    otherYears: new Map(Object.entries(some(all)).map(([year, kronor]) => [Number(year), kronor])),
  }
}
