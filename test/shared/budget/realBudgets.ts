import type { Budget } from '../../../shared/budget/Budget.ts'
import { byYear, line, party } from './budgets.ts'

/** The budgets of three real applications (domain.md 2.8), by the year of their form. Sums are in the tests. */

const all2024 = { block: 'salary', percent: 100, from: '2025-01-01', to: '2028-12-31' } as const

/** One salary after the other for the same time, and a line of costs: four parties of which one asks. */
export const real2024: Budget = {
  start: '2025-01-01',
  end: '2028-12-31',
  parties: [
    party('owner', 'Heby kommun', 'Tre tjänster'),
    party('af', 'Arbetsförmedlingen', ''),
    party('fk', 'Försäkringskassan', ''),
    party('region', 'Region Uppsala', ''),
  ],
  lines: [
    line('salary-1', {
      ...all2024,
      label: 'Processledare/samordnare',
      kronor: 3_690_000,
      years: { 2025: 878_000, 2026: 907_000, 2027: 937_000, 2028: 968_000 },
    }),
    line('salary-2', {
      ...all2024,
      label: 'Rehabcoach 1',
      kronor: 2_958_000,
      years: { 2025: 704_000, 2026: 727_000, 2027: 751_000, 2028: 776_000 },
    }),
    line('salary-3', {
      ...all2024,
      label: 'Rehabcoach 2',
      kronor: 3_084_000,
      years: { 2025: 734_000, 2026: 758_000, 2027: 783_000, 2028: 809_000 },
    }),
    line('premises-1', { block: 'premises', label: 'Lokalhyra' }),
    line('other-2', { label: 'Spridningsseminarier', kronor: 40_000 }),
    line('other-3', { label: 'Utbildning insatsmedarbetare', kronor: 93_000 }),
    line('other-4', {
      label: 'Inköpta utredningar, utbildningar och tjänster avsedda för deltagare',
      kronor: 100_000,
    }),
    line('other-5', { label: 'Övriga aktiviteter för deltagare', kronor: 40_000 }),
    line('other-6', { label: 'Telefon-, IT-kostnader', kronor: 100_000 }),
    line('other-7', { label: 'Resor', kronor: 40_000 }),
    line('other-8', { label: 'Tolk', kronor: 25_000 }),
    line('other-9', { label: 'Informationsmaterial', kronor: 6_000 }),
    line('other-10', { label: 'Övrigt', kronor: 80_000 }),
  ],
  otherYears: byYear({ 2025: 131_000, 2026: 131_000, 2027: 131_000, 2028: 131_000 }),
}

/** The same salary in three rows, one a year. */
export const real2016: Budget = {
  start: '2018-01-01',
  end: '2020-12-31',
  parties: [party('owner', 'Heby kommun')],
  lines: [
    ...[2018, 2019, 2020].map((year, index) =>
      line(`salary-${index + 1}`, {
        block: 'salary',
        label: 'coach/stödperson/tilläggsresurs',
        percent: 200,
        from: `${year}-01-01`,
        to: `${year}-12-31`,
        kronor: 1_200_000,
      }),
    ),
    line('other-10', { label: 'Övrigt', kronor: 600_000 }),
  ],
  otherYears: new Map(),
}

/** Of which only the summary is known: what each party asks for is entered as *Övrigt*. One year. */
export const real2019: Budget = {
  start: '2020-01-01',
  end: '2020-12-31',
  parties: [
    party('owner', 'Uppsala kommun'),
    party('af', 'Arbetsförmedlingen'),
    party('fk', 'Försäkringskassan'),
    party('region', 'Region Uppsala'),
  ],
  lines: [
    line('other-10', {
      label: 'Övrigt',
      specification: 'Enligt bilaga',
      amounts: { owner: 850_000, region: 200_000 },
    }),
  ],
  otherYears: new Map(),
}
