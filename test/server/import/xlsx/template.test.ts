import { describe, expect, it } from 'vitest'
import type { ReadWorkbook } from '../../../../shared/http/budget.ts'
import { at, changed, kinds, read, total, words } from './readSheets.ts'
import { detailed2016, detailed2024, perYear2024, summary2019, summary2024 } from './seedSheets.ts'

/** What the workbook of 2024 says, whatever its headings look like. */
function expect2024(workbook: ReadWorkbook): void {
  expect(total(workbook)).toBe(10_256_000)
  expect(workbook.lines.map(({ label }) => label)).toEqual([
    ...['Processledare/samordnare', 'Rehabcoach 1', 'Rehabcoach 2'],
    ...['Spridningsseminarier', 'Utbildning insatsmedarbetare'],
    'Inköpta utredningar, utbildningar och tjänster avsedda för deltagare',
    ...['Övriga aktiviteter för deltagare', 'Telefon-, IT-kostnader', 'Resor', 'Tolk'],
    ...['Informationsmaterial', 'Övrigt'],
  ])
  expect(workbook.lines[0]).toMatchObject({ percent: 100, from: '2025-01-01', to: '2028-12-31' })
  expect(workbook).toMatchObject({ start: '2025-01-01', end: '2028-12-31', unit: 'kr' })
}

describe('the workbook of 2024', () => {
  it('is read whole, and nothing else is said than that its thousands are kronor', async () => {
    const workbook = await read(detailed2024(), perYear2024(), summary2024())
    expect2024(workbook)
    expect(workbook.name).toBe('Plattform för individstöd i samverkan')
    expect(workbook.parties.map(({ role, name }) => [role, name])).toEqual([
      ['owner', 'Heby kommun'],
      ['partner', 'AF'],
      ['partner', 'FK'],
      ['partner', 'Region'],
    ])
    expect(workbook.lines.map(({ years }) => years.map(({ value }) => value)).slice(0, 3)).toEqual([
      [878_000, 907_000, 937_000, 968_000],
      [704_000, 727_000, 751_000, 776_000],
      [734_000, 758_000, 783_000, 809_000],
    ])
    expect(workbook.otherYears.map(({ year, value }) => [year, value])).toEqual([
      [2025, 131_000],
      [2026, 131_000],
      [2027, 131_000],
      [2028, 131_000],
    ])
    expect(kinds(workbook)).toEqual(['tkrMeansKronor'])
  })

  it('keeps the sums that it prints, with where they stand', async () => {
    const { printed } = await read(detailed2024(), summary2024())
    expect(printed).toContainEqual({
      ...{ sheet: 'Insatsbudget', cell: 'I33', party: null, value: 10_256_000 },
      of: { is: 'sought' },
    })
    expect(printed).toContainEqual({
      ...{ sheet: 'Insatsbudget', cell: 'E16', party: 0, value: 9_732_000 },
      of: { is: 'block', block: 'salary' },
    })
    expect(printed).toContainEqual({
      ...{ sheet: 'Sammanställning', cell: 'B11', party: null, value: 10_256_000 },
      of: { is: 'summary', column: 'sought' },
    })
  })

  it.each<[string, (text: string) => string]>([
    ['in small letters', text => text.toLowerCase()],
    ['in capitals', text => (/kostnad|ägare|summa|löptid/i.test(text) ? text.toUpperCase() : text)],
    ['with dots and underlines', text => text.replaceAll('inkl PO', 'inkl. P.O_')],
    ['with colons', text => (/KOSTNAD|EGENFIN/.test(text) ? `${text}:` : text)],
    [
      'without å, ä and ö',
      text => (/[a-zåäö]{3}/i.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text),
    ],
    ['with the letters of Mac files', text => text.normalize('NFD')],
    ['with å, ä and ö lost', text => text.replace(/LÖNE/g, 'L?NE').replace(/SUMMA ÖVRIGA/g, 'SUMMA ?VRIGA')],
    [
      'with slips',
      text =>
        text.replace('KOSTNAD ATT REKVIKERA', 'KOSTNADER ATT REKVRIRERA').replace('Huvudinsats', 'Huvudsats'),
    ],
    ['with spaces that do not break', text => text.replaceAll(' ', '\u00a0')],
  ])('is read with its headings %s', async (_how, change) => {
    const workbook = await read(changed(detailed2024(), words(change)), changed(perYear2024(), words(change)))
    expect(total(workbook)).toBe(10_256_000)
    expect(workbook.lines).toHaveLength(12)
    expect(workbook.parties).toHaveLength(4)
    expect(workbook.lines[0]?.years).toHaveLength(4)
    expect(workbook.otherYears).toHaveLength(4)
    expect(workbook).toMatchObject({ start: '2025-01-01', end: '2028-12-31', unit: 'kr' })
  })

  it('is read with columns and rows put in before it', async () => {
    const { name, rows } = detailed2024()
    const moved = { name, rows: [['Anteckningar'], [], ...rows].map(row => [null, null, ...row]) }
    expect2024(await read(moved))
  })

  it('is read with everything in one sheet', async () => {
    const rows = [...detailed2024().rows, [], ...perYear2024().rows, [], ...summary2024().rows]
    const workbook = await read({ name: 'Allt', rows })
    expect2024(workbook)
    expect(workbook.otherYears).toHaveLength(4)
  })

  it('matches its years by place where the names differ, and says so', async () => {
    const years = changed(
      perYear2024(),
      words(text => text.replace('Rehabcoach', 'Coach')),
    )
    const workbook = await read(detailed2024(), years)
    expect(workbook.lines[1]?.years.map(({ value }) => value)).toEqual([704_000, 727_000, 751_000, 776_000])
    expect(kinds(workbook)).toContain('yearRowGuessed')
  })

  it('says which of its sheets are no budget, and which come twice', async () => {
    const workbook = await read(
      detailed2024(),
      { ...detailed2024(), name: 'Gammal' },
      { name: 'Telefonlista', rows: [['Arne', 123]] },
    )
    expect(workbook.notes).toContainEqual({
      ...{ kind: 'sheetOfSameKindLeft', sheet: 'Gammal', cell: null, said: null },
    })
    expect(workbook.notes).toContainEqual({
      ...{ kind: 'otherSheetLeft', sheet: 'Telefonlista', cell: null, said: null },
    })
    expect2024(workbook)
  })
})

describe('the workbook of 2016', () => {
  it('is read with a row a year, and a party whose role is not printed', async () => {
    const workbook = await read(detailed2016())
    expect(workbook.lines.map(({ percent, from, to }) => [percent, from, to])).toEqual([
      [200, '2018-01-01', '2018-12-31'],
      [200, '2019-01-01', '2019-12-31'],
      [200, '2020-01-01', '2020-12-31'],
      [null, '2018-01-01', '2020-12-31'],
    ])
    expect(total(workbook)).toBe(4_200_000)
    expect(workbook.parties.map(({ name }) => name)).toEqual([
      ...['Heby kommun', 'Arbetsförmedlingen', 'Försäkringskassan'],
    ])
  })

  it('leaves out words that only hold a place, and says so once', async () => {
    const { notes } = await read(detailed2016())
    const left = notes.filter(({ kind }) => kind === 'placeholderLeft').map(({ said, cell }) => [said, cell])
    expect(left).toEqual([
      ['Kostnadsbeteckning', 'A35'],
      ['NAMN', 'G6'],
    ])
  })

  it('keeps a column that only has a placeholder, when it has amounts', async () => {
    const workbook = await read(changed(detailed2016(), at(9, 7, 5_000)))
    expect(workbook.parties.map(({ name }) => name)).toContain(null)
    expect(total(workbook)).toBe(4_205_000)
  })
})

describe('a workbook with only a summary', () => {
  it('becomes a row Övrigt for each party that has an amount', async () => {
    const workbook = await read(summary2019())
    expect(workbook.layout).toBe('summary')
    expect(workbook.parties.map(({ name }) => name)).not.toContain('NAMN')
    const name = (party: number | undefined) => workbook.parties[party ?? -1]?.name
    expect(
      workbook.lines.map(({ block, label, amounts: [amount] }) => [
        block,
        label,
        name(amount?.party),
        amount?.value,
      ]),
    ).toEqual([
      ['other', 'Övrigt', 'Uppsala Kommun', 850_000],
      ['other', 'Övrigt', 'Region Uppsala', 200_000],
    ])
    expect(kinds(workbook)).toEqual(['placeholderLeft', 'summaryOnly', 'tkrMeansKronor'])
  })

  it('keeps what parties pay themselves apart', async () => {
    const workbook = await read(changed(summary2019(), at(7, 3, 300_000)))
    expect(workbook.lines.map(({ block }) => block)).toEqual(['other', 'ownOther', 'other'])
  })
})
