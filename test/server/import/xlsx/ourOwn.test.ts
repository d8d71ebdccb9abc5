import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { budgetWorkbook } from '../../../../server/export/xlsx/budgetWorkbook.ts'
import { recogniseBudget } from '../../../../server/import/xlsx/budget/recogniseBudget.ts'
import { readWorkbook } from '../../../../server/import/xlsx/workbook/readWorkbook.ts'
import type { Budget, BudgetLine } from '../../../../shared/budget/Budget.ts'
import { forms } from '../../../../shared/form/forms.ts'
import { type ReadWorkbook, readWorkbookSchema } from '../../../../shared/http/budget.ts'
import { real2016, real2024 } from '../../../shared/budget/realBudgets.ts'

const form2024 = forms.find(({ id }) => id === '2024') ?? forms[0]

async function exportedAndRead(budget: Budget, hasKeys = true, form = form2024): Promise<ReadWorkbook> {
  if (!form) throw new Error('There is no form')
  const bytes = await budgetWorkbook({ form, name: 'Plattform', budget, hasKeys })
  return readWorkbookSchema.parse(recogniseBudget(readWorkbook(bytes)))
}

/** What a row says, as both sides say it; amounts of nothing are none. */
function said({
  block,
  label,
  percent,
  from,
  to,
  specification,
}: BudgetLine | ReadWorkbook['lines'][number]) {
  return { block, label, percent, from, to, specification }
}

describe('a workbook that we have exported', () => {
  it.each(forms.map(form => [form.id, form] as const))(
    'on the form of %s says every row, amount and year that went into it',
    async (_id, form) => {
      const read = await exportedAndRead(real2024, true, form)
      expect(read).toMatchObject({ layout: 'samskriv', unit: 'kr', name: 'Plattform' })
      expect([read.start, read.end]).toEqual([real2024.start, real2024.end])
      expect(read.lines.map(said)).toEqual(real2024.lines.map(said))
      expect(read.lines.map(({ key }) => key)).toEqual(real2024.lines.map(({ key }) => key))
      for (const [index, line] of real2024.lines.entries()) {
        const { amounts = [], years = [] } = read.lines[index] ?? {}
        expect(new Map(amounts.map(({ party, value }) => [read.parties[party]?.key, value]))).toEqual(
          line.amounts,
        )
        expect(new Map(years.map(({ year, value }) => [year, value]))).toEqual(line.years)
      }
      expect(new Map(read.otherYears.map(({ year, value }) => [year, value]))).toEqual(real2024.otherYears)
      expect(read.parties.map(({ key, name }) => [key, name])).toEqual(
        real2024.parties.map(({ key, organisation }) => [key, organisation]),
      )
      expect(read.notes).toEqual([])
    },
  )

  it('prints the sums that its rows come to', async () => {
    const { printed } = await exportedAndRead(real2024)
    expect(printed.find(({ of, party }) => of.is === 'sought' && party === null)?.value).toBe(10_256_000)
    expect(printed.find(({ of, party }) => of.is === 'grand' && party === 0)?.value).toBe(10_256_000)
  })

  it('of a version, whose rows have no keys, is read by its places', async () => {
    const read = await exportedAndRead(real2016, false)
    expect(read.lines.map(said)).toEqual(real2016.lines.map(said))
  })

  it('keeps small amounts as kronor, whatever they look like', async () => {
    const [line] = real2024.lines
    if (!line) throw new Error('There is no row')
    const small = { ...real2024, lines: [{ ...line, amounts: new Map([['owner', 12]]), years: new Map() }] }
    expect(await exportedAndRead(small)).toMatchObject({ unit: 'kr', lines: [{ amounts: [{ value: 12 }] }] })
  })

  it('with a mark of a layout that we do not know is read by its words', async () => {
    const rows = [
      ['samskriv-budget/9 2024 detailed'],
      [null, 'Kostnader i kr', 'Huvudinsatsägare', 'Att rekvirera - alla insatsägare'],
      [null, null, 'Heby kommun'],
      [null, 'Övriga kostnader'],
      [null, 'Resor', 500],
      [null, 'Summa övriga kostnader', 500],
    ]
    const bytes = await writeExcelFile(rows, { sheet: 'Blad' }).toBuffer()
    expect(recogniseBudget(readWorkbook(bytes))).toMatchObject({
      ...{ layout: 'template', unit: 'kr', lines: [{ label: 'Resor', key: null }] },
    })
  })
})
