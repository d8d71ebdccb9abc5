import { describe, expect, it } from 'vitest'
import type { ReadWorkbook } from '../../../../shared/http/budget.ts'
import { amounts, at, changed, kinds, read, total, words } from './readSheets.ts'
import { type Cell, detailed2024, perYear2024, summary2024 } from './seedSheets.ts'

describe('the unit', () => {
  it.each<[string, (amount: number) => Cell, ReadWorkbook['unit']]>([
    ['thousands in a heading over kronor', amount => amount, 'kr'],
    ['thousands with decimals', amount => amount / 10_000, 'tkr'],
    ['thousands that could be kronor', amount => amount / 1_000, 'undecided'],
    ['thousands so small that they are no kronor', amount => Math.round(amount / 10_000), 'tkr'],
  ])('of %s is told', async (_what, change, unit) => {
    expect((await read(changed(detailed2024(), amounts(change)))).unit).toBe(unit)
  })

  it('is kronor where the heading says so, however small they are', async () => {
    const inKronor = changed(
      detailed2024(),
      words(text => text.replace('tkr', 'kronor')),
    )
    expect(
      (
        await read(
          changed(
            inKronor,
            amounts(amount => amount / 1_000),
          ),
        )
      ).unit,
    ).toBe('kr')
  })

  it('is asked for where no heading says any', async () => {
    const without = changed(
      detailed2024(),
      words(text => text.replace('Kostnader i tkr', '')),
    )
    const workbook = await read(
      changed(
        without,
        amounts(amount => amount / 1_000),
      ),
    )
    expect([workbook.unit, kinds(workbook)]).toEqual(['undecided', ['noUnit']])
  })

  it('of years in thousands is told by rows in kronor', async () => {
    const years = changed(
      perYear2024(),
      amounts(amount => amount / 1_000),
    )
    const workbook = await read(detailed2024(), years)
    expect([workbook.unit, workbook.yearsUnit]).toEqual(['kr', 'tkr'])
    expect(kinds(workbook)).toEqual(['tkrMeansKronor', 'yearsInOtherUnit'])
  })

  it('of rows in thousands is told by years in kronor', async () => {
    const workbook = await read(
      changed(
        detailed2024(),
        amounts(amount => amount / 1_000),
      ),
      perYear2024(),
    )
    expect([workbook.unit, workbook.yearsUnit]).toEqual(['tkr', 'kr'])
  })
})

describe('a summary in another unit than the rows', () => {
  it('is compared in that of the rows', async () => {
    const inThousands = changed(
      detailed2024(),
      amounts(amount => amount / 1_000),
    )
    const { printed } = await read(inThousands, summary2024())
    const ofSummary = printed.filter(({ of }) => of.is === 'summary' && of.column === 'sought')
    expect(ofSummary.find(({ party }) => party === null)?.value).toBe(10_256)
  })
})

describe('a cell', () => {
  /** The note about the amount of Processledare, when something else stands there. */
  const noteOf = async (instead: Cell) => {
    const { notes } = await read(changed(detailed2024(), at(9, 5, instead)))
    return notes.find(({ cell }) => cell === 'E9') ?? null
  }

  it('with words instead of an amount is named', async () => {
    expect(await noteOf('se bilaga')).toEqual({
      ...{ kind: 'textNotTaken', sheet: 'Insatsbudget', cell: 'E9', said: 'se bilaga' },
    })
  })

  it.each(['3 690 000', '3\u00a0690\u00a0000', '3690000 kr', '3.690.000:-', '3 690 000,00'])(
    'with %s as text is read as the number that it is',
    async written => {
      const workbook = await read(changed(detailed2024(), at(9, 5, written)))
      expect(total(workbook)).toBe(10_256_000)
      expect(kinds(workbook)).toContain('figuresAsText')
    },
  )

  it.each([-5, 40_000.5])('with %d is handed on as it is, for the unit to decide', async amount => {
    const workbook = await read(changed(detailed2024(), at(9, 5, amount)))
    expect(workbook.lines[0]?.amounts).toEqual([{ party: 0, value: amount, cell: 'E9' }])
  })

  it.each<[Cell, string]>([
    ['2025-01-01', '2025-01-01'],
    ['25-01-01', '2025-01-01'],
    ['250101', '2025-01-01'],
    [20_250_101, '2025-01-01'],
    [45_658, '2025-01-01'],
    [{ day: '2025-01-01' }, '2025-01-01'],
    ['1 januari 2025', '2025-01-01'],
  ])('with the day %j is read', async (written, day) => {
    expect((await read(changed(detailed2024(), at(9, 3, written)))).lines[0]?.from).toBe(day)
  })

  it.each(['våren 2025', '25/01/01', '250231'])('with the day %j is named', async written => {
    const { notes, lines } = await read(changed(detailed2024(), at(9, 3, written)))
    expect(lines[0]?.from).toBeNull()
    expect(notes.find(({ cell }) => cell === 'C9')?.kind).toBe('dayNotTaken')
  })

  it.each<[Cell, number, string[]]>([
    [{ percent: 75 }, 75, []],
    [75, 75, []],
    ['75 %', 75, []],
    [0.75, 75, ['percentGuessed']],
    [{ percent: 33.4 }, 33, ['percentRounded']],
  ])('with the share %j is read as whole per cent', async (written, percent, said) => {
    const workbook = await read(changed(detailed2024(), at(9, 2, written)))
    expect(workbook.lines[0]?.percent).toBe(percent)
    expect(kinds(workbook)).toEqual([...said, 'tkrMeansKronor'])
  })

  it('beside the columns of the budget is named, and one under no heading too', async () => {
    const { name, rows } = detailed2024()
    const more = rows.map((row, index) => (index === 8 ? [...row, null, 17] : row))
    const stray: Cell[] = ['Stöd från EU', null, null, null, 4_000]
    const workbook = await read({ name, rows: [...more.slice(0, 16), stray, ...more.slice(16)] })
    expect(workbook.notes.map(({ kind, said }) => [kind, said])).toEqual([
      ['outsideColumns', '17'],
      ['outsideRows', 'Stöd från EU'],
      ['tkrMeansKronor', null],
    ])
    expect(total(workbook)).toBe(10_256_000)
  })

  it('with more words than a line has is cut, and that is said', async () => {
    const workbook = await read(changed(detailed2024(), at(9, 1, 'ä'.repeat(700))))
    expect(workbook.lines[0]?.label).toBe('ä'.repeat(500))
    expect(kinds(workbook)).toContain('textCut')
  })
})
