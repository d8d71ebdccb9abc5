import writeExcelFile from 'write-excel-file/node'

/** What a test puts in a cell: words, a number, a share (`100%`), a day, or nothing. */
export type Cell = string | number | null | { readonly percent: number } | { readonly day: string }

export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** The file that Excel would have saved, written by another's library. */
export async function xlsx(...sheets: readonly TestSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name.slice(0, 31),
    data: rows.map(row => row.map(written1)),
  }))
  return new Uint8Array(await writeExcelFile(written).toBuffer())
}

function written1(cell: Cell) {
  if (cell === null || typeof cell !== 'object') return cell
  if ('percent' in cell) return { value: cell.percent / 100, format: '0%' }
  return { value: new Date(`${cell.day}T00:00:00Z`), format: 'yyyy-mm-dd' }
}

const other = [
  'Utvärdering',
  'Spridningsseminarier',
  'Utbildning insatsmedarbetare',
  'Inköpta utredningar, utbildningar och tjänster avsedda för deltagare',
  'Övriga aktiviteter för deltagare',
  'Telefon-, IT-kostnader',
  'Resor',
  'Tolk',
  'Informationsmaterial',
  'Övrigt',
]
const otherOf2024 = [null, 40_000, 93_000, 100_000, 40_000, 100_000, 40_000, 25_000, 6_000, 80_000]

const salaries2024 = [
  { label: 'Processledare/samordnare', total: 3_690_000, years: [878_000, 907_000, 937_000, 968_000] },
  { label: 'Rehabcoach 1', total: 2_958_000, years: [704_000, 727_000, 751_000, 776_000] },
  { label: 'Rehabcoach 2', total: 3_084_000, years: [734_000, 758_000, 783_000, 809_000] },
]

/** The detailed sheet as that of 2024 is printed, errors of spelling and the wrong unit too. */
export function detailed2024(): TestSheet {
  const amount = (kronor: number | null): Cell[] => [kronor, null, null, null, kronor ?? 0]
  const zeros = [0, 0, 0, 0, 0]
  return {
    name: 'Insatsbudget',
    rows: [
      ['BUDGET - DETALJERAD Namn på insats: Plattform för individstöd i samverkan'],
      ['Insatsens löptid:', null, 'fr o m', 't o m'],
      [null, null, 250101, 281231],
      ['KOSTNAD ATT REKVIKERA FRÅN SAMORDNINGSFÖRBUNDET'],
      [
        'Kostnader i tkr',
        ...[null, null, null, 'Huvudinsatsägare', 'Delinsatsägare', 'Delinsatsägare', 'Delinsatsägare'],
        'Att rekvirera - Alla insatsägare',
      ],
      [null, null, null, null, 'Heby kommun', 'AF', 'FK', 'Region'],
      ['LÖNEKOSTNAD', 'Tjänst i %', 'Tidsperiod (ååmmdd)'],
      ['inkl PO.påslag', null, 'från', 'till'],
      ...salaries2024.map(({ label, total }, index): Cell[] => [
        `${index + 1}. ${label}`,
        ...[{ percent: 100 }, 250101, 281231, total, 0, 0, 0, total],
      ]),
      ...[4, 5, 6, 7].map((number): Cell[] => [`${number}.`, { percent: 0 }, ...Array(6).fill(null), 0]),
      ['SUMMA LÖNEKOSTNAD', { percent: 300 }, null, null, 9_732_000, 0, 0, 0, 9_732_000],
      ['LOKALKOSTNAD'],
      ['Lokalhyra', null, null, null, 0, null, null, null, 0],
      ['Övriga lokalkostnader', null, null, null, null, null, null, null, 0],
      ['SUMMA LOKALKOSTNAD', null, null, null, ...zeros],
      ['ÖVRIGA KOSTNADER'],
      ...other.map((label, index): Cell[] => {
        const kronor = otherOf2024[index] ?? null
        const period = kronor === null || label === 'Övrigt' ? [null, null] : [250101, 281231]
        return [label, null, ...period, ...amount(kronor)]
      }),
      ['SUMMA ÖVRIGA KOSTNADER', null, null, null, 524_000, 0, 0, 0, 524_000],
      ['SUMMA FRÅN SAMORDNINGSFÖRBUNDET', null, null, null, 10_256_000, 0, 0, 0, 10_256_000],
      ['EGENFINANSIERING'],
      [null, null, null, null, 'Heby kommun', 'AF', 'FK', 'Region'],
      ['LÖNEKOSTNAD inkl PO påslag', 'Tjänst i %'],
      ...[1, 2, 3, 4, 5, 6, 7].map((number): Cell[] => [
        `${number}.`,
        { percent: 0 },
        ...Array(6).fill(null),
        0,
      ]),
      ['SUMMA LÖNEKOSTNAD', { percent: 0 }, null, null, ...zeros],
      ['LOKALKOSTNAD'],
      ['Lokalhyra', ...Array(7).fill(null), 0],
      ['Övriga lokalkostnader', ...Array(7).fill(null), 0],
      ['SUMMA LOKALKOSTNAD', null, null, null, ...zeros],
      ['ÖVRIGA KOSTNADER'],
      ...[1, 2, 3].map((): Cell[] => [...Array(8).fill(null), 0]),
      ['SUMMA ÖVRIGA KOSTNADER', null, null, null, ...zeros],
      ['SUMMA EGENFINANSIERING', null, null, null, ...zeros],
      ['TOTAL KOSTNAD FÖR INSATSEN', null, null, null, 10_256_000, 0, 0, 0, 10_256_000],
    ],
  }
}

/** The sheet per year of the same workbook, with its one line of other costs. */
export function perYear2024(): TestSheet {
  return {
    name: 'Fördelad',
    rows: [
      ['INSATSBUDGET', null, 'Plattform för individstöd i samverkan'],
      ['FÖRDELAD ÖVER INSATSTID'],
      [null, 'Totalt för insatsen', 'Fördelning per år, tkr'],
      ['FYLL I ENDAST FÄRGADE FÄLT', null, 'År 1 2025', 'År 2 2026', 'År 3 2027', 'År 4 2028'],
      ['LÖNEKOSTNADER'],
      ['inkl P.O tillägg'],
      ...salaries2024.map(({ label, total, years }, index): Cell[] => [
        `${index + 1}. ${label}`,
        total,
        ...years,
      ]),
      ...[4, 5, 6, 7].map((number): Cell[] => [`${number}.`, 0]),
      ['SUMMA LÖNEKOSTNAD', 9_732_000, 2_316_000, 2_392_000, 2_471_000, 2_553_000],
      ['LOKALKOSTNADER'],
      ['Lokalkostnader', 0, 0, 0, 0, 0],
      ['Övriga lokalkostnader', 0],
      ['SUMMA LOKALKOSTNAD', 0, 0, 0, 0, 0],
      ['ÖVRIGA KOSTNADER', 524_000, 131_000, 131_000, 131_000, 131_000],
      ['SUMMA FRÅN SAMORDNINGSFÖRBUNDET', 10_256_000, 2_447_000, 2_523_000, 2_602_000, 2_684_000],
      ['S:a per år för avstämning', 10_256_000],
    ],
  }
}

/** The *Budgetsammanställning* of the same workbook. */
export function summary2024(): TestSheet {
  return {
    name: 'Sammanställning',
    rows: [
      ['Skall ej fyllas i ! Data hämtas från filen "Insatsbudget"'],
      ['Budgetsammanställning', null, 'Plattform för individstöd i samverkan'],
      ['Projektets löptid', 250101, 281231],
      [
        'Kostnader i tkr',
        'Att rekvirera från Samordningsförbundet',
        ...['Projektägarnas egenfinansiering', null, 'Totalt projektet'],
      ],
      ['Huvudinsatsägare'],
      ['Heby kommun', 10_256_000, 0, null, 10_256_000],
      ['Delinsatsägare'],
      ['AF', 0, 0, null, 0],
      ['FK', 0, 0, null, 0],
      ['Region', 0, 0, null, 0],
      ['Summa', 10_256_000, 0, null, 10_256_000],
      ['Instruktioner till ansökan:'],
    ],
  }
}

/** The detailed sheet as that of 2016: one row a year, days as days, a party without a role over its column. */
export function detailed2016(): TestSheet {
  const head = ['tjänst i %', 'från', 'till']
  const salary = (number: number, year: number): Cell[] => [
    `${number}. coach/stödperson/tilläggsresurs`,
    ...[{ percent: 200 }, { day: `${year}-01-01` }, { day: `${year}-12-31` }, 1_200_000],
    ...[null, null, null, 1_200_000],
  ]
  const sums = (label: string, kronor: number): Cell[] => [label, null, null, null, kronor, 0, 0, 0, kronor]
  return {
    name: 'Detaljerad',
    rows: [
      ['Budget - detaljerad Heby - Individstöd i samverkan - Lokus - 2018-2020'],
      ['Insatsens löptid:', null, '2018-01-01', '2020-12-31'],
      ['Fyll i färgmarkerade fält:'],
      ['Kostnader att rekvrirera från Samordningsförbundet'],
      [
        'Kostnader i tkr',
        ...[null, null, null, 'Huvudinsatsägare', 'Delinsatsägare', 'Delinsatsägare', null],
        'ATT REKVRIRERA - ALLA INSATSÄGARE',
      ],
      [null, null, null, null, 'Heby kommun', 'Arbetsförmedlingen', 'NAMN', 'Försäkringskassan'],
      ['Lönekostnader', 'tjänst i %', 'tidsperiod (år/mån/d)'],
      ['inkl PO_pålägg', null, head[1] ?? '', head[2] ?? ''],
      salary(1, 2018),
      salary(2, 2019),
      salary(3, 2020),
      [...Array(8).fill(null), 0],
      ['Summa lönekostnader', { percent: 600 }, null, null, 3_600_000, 0, 0, 0, 3_600_000],
      ['Lokalkostnader'],
      ['Lokalhyra', ...Array(7).fill(null), 0],
      sums('Summa lokalkostnader', 0),
      ['Övriga kostnader'],
      ...other.slice(0, -1).map((label): Cell[] => [label, ...Array(7).fill(null), 0]),
      ['Övrigt', null, { day: '2018-01-01' }, { day: '2020-12-31' }, 600_000, null, null, null, 600_000],
      sums('Summa övriga kostnader', 600_000),
      sums('Totalt från Samordningsförbundet', 4_200_000),
      ['Egenfinansiering'],
      ['Lönekostnader inkl po-pål', 'tjänst i %'],
      ['1.', { percent: 0 }],
      sums('Summa lönekostnader', 0),
      ['Övriga kostnader'],
      ...[1, 2, 3, 4].map((): Cell[] => ['Kostnadsbeteckning', ...Array(7).fill(null), 0]),
      sums('Summa övriga kostnader', 0),
      sums('Summa egenfinansiering', 0),
      sums('Total kostnad för insatsen', 4_200_000),
    ],
  }
}

/** The workbook of 2019, of which only the summary was handed in. */
export function summary2019(): TestSheet {
  const party = (role: string, name: string, kronor: number): Cell[][] => [[role], [name, kronor, 0, kronor]]
  return {
    name: 'Budgetsammanställning',
    rows: [
      ['Budgetsammanställning Strategiskt utvecklingsarbete flerp.'],
      ['Projektets löptid', '2020-01-01', '2020-12-31'],
      [
        'Kostnader i tkr',
        ...['Att rekvirera från Samordningsförbundet', 'Projektägarnas egenfinansiering', 'Totalt projektet'],
      ],
      ...party('Huvudinsatsägare', 'Uppsala Kommun', 850_000),
      ...party('Delinsatsägare 1', 'Arbetsförmedlingen', 0),
      ...party('Delinsatsägare 2', 'Försäkringskassan', 0),
      ...party('Delinsatsägare 3', 'NAMN', 0),
      ...party('Delinsatsägare 4', 'Region Uppsala', 200_000),
      ['Summa', 1_050_000, 0, 1_050_000],
    ],
  }
}
