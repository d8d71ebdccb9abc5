import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Budget } from '../../../../shared/budget/Budget.ts'
import { budgetBlocks } from '../../../../shared/budget/BudgetTemplate.ts'
import { sumsOf } from '../../../../shared/budget/sums.ts'
import { budgetOf, line, party } from '../../../shared/budget/budgets.ts'
import { real2016, real2019, real2024 } from '../../../shared/budget/realBudgets.ts'
import { seeded } from '../../../shared/form/seeded.ts'
import { calculate } from './calculate.ts'
import { formOf, madeUp, readOurs, rowOf, valuesOf, written } from './workbooks.ts'

const seed = 20_261_122

const blank = (formId: string): Budget => {
  const template = formOf(formId).sections.find(section => section.kind === 'budget')?.budget
  return budgetOf({
    lines: budgetBlocks.flatMap(block =>
      (template?.rows[block] ?? []).map((label, index) =>
        line(`${block}-${index}`.toLowerCase(), { block, label }),
      ),
    ),
  })
}

describe('every formula', () => {
  const random = seeded(seed)
  const budgets: readonly (readonly [string, string, Budget])[] = [
    ['the real one of 2024', '2024', real2024],
    ['the real one of 2016', '2016', real2016],
    ['the real one of 2019', '2019', real2019],
    ['one with nothing in it', '2022', budgetOf({ start: null, end: null, parties: [], lines: [] })],
    [
      'one with years outside the period',
      '2024',
      budgetOf({ lines: [line('a', { block: 'salary', years: { 2031: 5 } })] }),
    ],
    ...[1, 2, 3, 4, 5, 6].map(
      nth => [`a made up one, seed ${seed}, ${nth}`, '2022', madeUp(random, nth * 7, nth, nth)] as const,
    ),
  ]
  it.each(budgets)('of %s comes to what is kept beside it', async (_, formId, budget) => {
    const { sheets } = readOurs(await written(formId, budget))
    const formulas = sheets.flatMap(sheet =>
      [...sheet.cells].flatMap(([at, { formula, value }]) =>
        formula === null
          ? []
          : [{ at: `${sheet.name} ${at}`, formula, value, is: calculate(sheets, sheet, formula) }],
      ),
    )
    expect(formulas.length).toBeGreaterThan(20)
    for (const { at, formula, value, is } of formulas) expect([at, formula, is]).toEqual([at, formula, value])
  })
})

describe('the sums in the file', () => {
  it('are those of the budget of 2024, by row, by year and by party', async () => {
    const { detailed, perYear, summary } = readOurs(await written('2024', real2024))
    const sums = (key: string) => valuesOf(detailed, rowOf(detailed, key), 'F', 'J')
    expect(sums('sum:salary')).toEqual([9_732_000, 0, 0, 0, 9_732_000])
    expect(sums('sum:sought')).toEqual([10_256_000, 0, 0, 0, 10_256_000])
    expect(sums('sum:own')).toEqual([0, 0, 0, 0, 0])
    expect(sums('sum:grand')).toEqual([10_256_000, 0, 0, 0, 10_256_000])
    const years = (key: string) => valuesOf(perYear, rowOf(perYear, key), 'C', 'G')
    expect(years('sum:salary')).toEqual([9_732_000, 2_316_000, 2_392_000, 2_471_000, 2_553_000])
    expect(years('sum:sought')).toEqual([10_256_000, 2_447_000, 2_523_000, 2_602_000, 2_684_000])
    expect(valuesOf(perYear, rowOf(perYear, 'sum:years'), 'C', 'C')).toEqual([10_256_000])
    expect(valuesOf(summary, rowOf(summary, 'sum:grand'), 'D', 'F')).toEqual([10_256_000, 0, 10_256_000])
    expect(valuesOf(summary, rowOf(summary, 'owner'), 'B', 'D')).toEqual([
      'Huvudinsatsägare',
      'Heby kommun',
      10_256_000,
    ])
  })

  it('are those of a budget in which parties pay themselves too', async () => {
    const budget = madeUp(seeded(seed), 40, 4, 3)
    const sums = sumsOf(budget)
    const { detailed, summary } = readOurs(await written('2022', budget))
    const own = budget.parties.map(({ key }) => sums.own.byParty.get(key))
    expect(sums.own.total).toBeGreaterThan(0)
    expect(valuesOf(detailed, rowOf(detailed, 'sum:own'), 'F', 'J')).toEqual([...own, sums.own.total])
    const first = rowOf(summary, 'owner')
    expect(own.map((_, index) => summary.cells.get(`E${first + index}`)?.value)).toEqual(own)
    expect(summary.cells.get(`F${rowOf(summary, 'sum:grand')}`)?.value).toBe(sums.grand.total)
  })
})

describe('the workbook of a form', () => {
  it.each(['2016', '2019', '2022', '2024'])(
    'of %s has the rows of its template in their order, in its words',
    async id => {
      const { detailed, perYear, summary, sheets } = readOurs(await written(id, blank(id), 'Lokus'))
      const template = formOf(id).sections.find(section => section.kind === 'budget')?.budget
      if (!template) throw new Error('no template')
      const { labels } = template
      expect(sheets.map(({ name }) => name)).toEqual([
        'Budget - detaljerad',
        'Fördelning per år',
        'Budgetsammanställning',
      ])
      const blocks = (
        of: readonly ('salary' | 'premises' | 'other' | 'ownSalary' | 'ownPremises' | 'ownOther')[],
      ) => of.flatMap(block => [labels.blocks[block], ...template.rows[block], labels.sums[block]])
      const last = rowOf(detailed, 'sum:grand')
      const column = Array.from(
        { length: last - 6 },
        (_, index) => detailed.cells.get(`B${index + 7}`)?.value ?? null,
      )
      expect(column).toEqual([
        labels.sought,
        ...blocks(['salary', 'premises', 'other']),
        ...[labels.soughtSum, null, labels.own],
        ...blocks(['ownSalary', 'ownPremises', 'ownOther']),
        ...[labels.ownSum, labels.grandSum],
      ])
      expect(detailed.cells.get('B1')?.value).toBe(template.sheets.detailed.replace('{name}', 'Lokus'))
      expect(perYear.cells.get('B1')?.value).toBe('INSATSBUDGET Lokus FÖRDELAD ÖVER INSATSTID')
      expect(valuesOf(perYear, 5, 'D', 'E')).toEqual(['År 1 2025', 'År 2 2026'])
      expect(valuesOf(summary, 4, 'D', 'F')).toEqual([
        labels.summarySought,
        labels.summaryOwn,
        labels.summaryTotal,
      ])
    },
  )

  it('name a year outside the period as it is, and count those inside from its first', async () => {
    const otherYears = new Map([...real2024.otherYears, [2024, 5_000]])
    const { perYear } = readOurs(await written('2024', { ...real2024, otherYears }))
    expect(valuesOf(perYear, 5, 'D', 'F')).toEqual(['2024', 'År 1 2025', 'År 2 2026'])
  })

  it('has days as days and per cent as numbers', async () => {
    const { detailed } = readOurs(await written('2024', real2024))
    const row = rowOf(detailed, 'salary-1')
    // 2025-01-01 and 2028-12-31 as Excel counts.
    expect(valuesOf(detailed, row, 'C', 'F')).toEqual([100, 45_658, 47_118, 3_690_000])
    expect(valuesOf(detailed, 2, 'D', 'E')).toEqual([45_658, 47_118])
  })

  it('says whose it is, and the keys of rows, parties and years, where an import looks', async () => {
    const { sheets, detailed, perYear } = readOurs(await written('2024', real2024))
    expect(sheets.map(sheet => sheet.cells.get('A1')?.value)).toEqual([
      'samskriv-budget/1 2024 detailed',
      'samskriv-budget/1 2024 perYear',
      'samskriv-budget/1 2024 summary',
    ])
    expect(valuesOf(detailed, 6, 'A', 'I')).toEqual([
      'parties',
      null,
      null,
      null,
      null,
      'owner',
      'af',
      'fk',
      'region',
    ])
    expect(valuesOf(perYear, 6, 'A', 'G')).toEqual(['years', null, null, 2025, 2026, 2027, 2028])
  })

  it('of a version names no keys, since those of its rows are not kept', async () => {
    const { detailed, summary } = readOurs(await written('2024', real2024, 'Prov', false))
    const keys = [detailed, summary].flatMap(({ cells }) =>
      [...cells].flatMap(([at, { value }]) => (/^A\d+$/.test(at) && value !== null ? [String(value)] : [])),
    )
    expect(keys.filter(key => !/[: ]/.test(key))).toEqual(['parties'])
    expect(valuesOf(detailed, 6, 'F', 'I')).toEqual([null, null, null, null])
  })
})

describe('words that Excel could take for something else', () => {
  const odd = ['=1+1', '+46', '-1', '@a', '\t=1', '_x0041_', '<b>&"', ' ', 'a\u0007b', '_x005F_x0041_']
  const kept = odd.map(text => text.replace('\u0007', ''))

  it('stay the words that they are, in every sheet', async () => {
    const lines = odd.map((label, index) =>
      line(`row-${index}`, { block: 'salary', label, specification: label }),
    )
    const parties = [party('owner', '=1+1'), party('af', '_x0041_')]
    const { detailed, perYear, summary } = readOurs(
      await written('2024', budgetOf({ lines, parties }), '=HYPERLINK("x")'),
    )
    const row = rowOf(detailed, 'row-0')
    const there = rowOf(perYear, 'row-0')
    expect(kept.map((_, index) => detailed.cells.get(`B${row + index}`))).toEqual(
      kept.map(value => ({ value, formula: null })),
    )
    expect(kept.map((_, index) => detailed.cells.get(`I${row + index}`)?.value)).toEqual(kept)
    expect(kept.map((_, index) => perYear.cells.get(`B${there + index}`)?.value)).toEqual(kept)
    expect(detailed.cells.get('F5')).toEqual({ value: '=1+1', formula: null })
    expect(summary.cells.get(`C${rowOf(summary, 'owner')}`)?.value).toBe('=1+1')
    expect(summary.cells.get('B1')?.value).toBe('Budgetsammanställning =HYPERLINK("x")')
  })
})

describe('the file', () => {
  it('keeps the headings in sight and on every page, and prints across one sheet lying down', async () => {
    const files = unzipSync(await written('2024', real2024))
    const xml = (path: string) => strFromU8(files[path] ?? new Uint8Array())
    for (const nth of [1, 2, 3]) {
      const sheet = xml(`xl/worksheets/sheet${nth}.xml`)
      expect(sheet).toMatch(/<pane ySplit="6" xSplit="2" [^>]*state="frozen"\/>/)
      expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      expect(sheet).toMatch(
        /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
      )
      expect(sheet).toMatch(/<col min="1" max="1" [^>]*hidden="1"\/>/)
      expect(sheet).toMatch(/<row r="6" [^>]*hidden="1"/)
    }
    const book = xml('xl/workbook.xml')
    expect(book).toContain(`localSheetId="0">'Budget - detaljerad'!$4:$5</definedName>`)
    expect(book).toContain('<calcPr fullCalcOnLoad="1"/>')
    expect(xml('xl/styles.xml')).toContain('formatCode="#,##0"')
    expect(xml('xl/sharedStrings.xml')).not.toContain('tkr')
  })

  it('has only what Excel takes for the name of a sheet', async () => {
    const { sheets } = readOurs(await written('2024', real2024, 'N'.repeat(300)))
    for (const { name } of sheets) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/)
  })
})
