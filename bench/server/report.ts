import { median, rounded } from '../statistics.ts'
import { contestants } from './contestants/all.ts'
import { type ContestantName, peerNames } from './contestants/Contestant.ts'
import type { Aim, Figures, Row, Scenario } from './scenarios/Scenario.ts'
import type { SyncMs } from './syncMs.ts'

/** Everything measured in all rounds. */
export interface Measured {
  /** One sync of the disk, each round. */
  readonly syncMs: SyncMs[]
  readonly cells: { scenario: string; contestant: ContestantName; figures: Figures }[]
}

type ByContestant = Partial<Record<ContestantName, number>>

interface RowSummary {
  /** Medians of the rounds. */
  readonly medians: ByContestant
  /** Each round, to see how far they are from each other. */
  readonly rounds: Partial<Record<ContestantName, number[]>>
}

/** What is printed and kept. */
export interface Summary {
  /** Medians of the rounds. */
  readonly syncMs: SyncMs
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, RowSummary>>>>
}

export function summarise(scenarios: readonly Scenario[], { syncMs, cells }: Measured): Summary {
  const summariseRow = (scenario: Scenario, { figure }: Row): RowSummary => {
    const medians: ByContestant = {}
    const rounds: RowSummary['rounds'] = {}
    for (const name of scenario.contestants) {
      const values = cells
        .filter(cell => cell.scenario === scenario.name && cell.contestant === name)
        .flatMap(({ figures }) => figures[figure] ?? [])
      if (values.length === 0) continue
      medians[name] = rounded(median(values), 3)
      rounds[name] = values.map(value => rounded(value, 3))
    }
    return { medians, rounds }
  }
  const summariseScenario = (scenario: Scenario) =>
    Object.fromEntries(scenario.rows.map(row => [row.figure, summariseRow(scenario, row)]))
  const middle = (one: (sync: SyncMs) => number) => rounded(median(syncMs.map(one)), 3)
  return {
    syncMs: {
      atOnce: middle(({ atOnce }) => atOnce),
      paced: middle(({ paced }) => paced),
      pacedP99: middle(({ pacedP99 }) => pacedP99),
    },
    scenarios: Object.fromEntries(scenarios.map(scenario => [scenario.name, summariseScenario(scenario)])),
  }
}

/** The summary as Markdown tables: one of comparisons, one of what is only told. */
export function tables(scenarios: readonly Scenario[], summary: Summary): string {
  const rows = scenarios.flatMap(scenario =>
    scenario.rows.map(row => ({
      row,
      medians: summary.scenarios[scenario.name]?.[row.figure]?.medians ?? {},
      compared: scenario.contestants.length > 1,
    })),
  )
  const compared = rows.filter(row => row.compared)
  const told = rows.filter(row => !row.compared)
  return [
    `One sync of this disk: ${summary.syncMs.atOnce} ms; as seldom as four people type: ${summary.syncMs.paced} ms, p99 ${summary.syncMs.pacedP99} ms.`,
    ...(compared.length > 0
      ? [
          '',
          `| | ${contestants.map(({ title }) => title).join(' | ')} | to the best peer | aim | |`,
          `|---|${contestants.map(() => '---').join('|')}|---|---|---|`,
          ...compared.map(({ row, medians }) => comparedRow(row, medians, summary.syncMs.atOnce)),
        ]
      : []),
    ...(told.length > 0
      ? [
          '',
          '| growth | Samskriv |',
          '|---|---|',
          ...told.map(({ row, medians }) => `| ${row.title} | ${printed(row, medians.samskriv)} |`),
        ]
      : []),
  ].join('\n')
}

function comparedRow(row: Row, medians: ByContestant, syncMs: number): string {
  const columns = contestants.map(({ name }) => printed(row, medians[name]))
  const best = bestPeer(row, medians)
  const ours = medians.samskriv
  const ratio =
    row.better === null || best === null || best === 0 || ours === undefined ? '' : rounded(ours / best, 2)
  const aims = row.aims.map(aim => aimText(row, aim)).join(', ')
  const reached = row.aims.map(aim => isReached(row, aim, medians, syncMs))
  const verdict = reached.includes(null) || reached.length === 0 ? '' : reached.includes(false) ? 'no' : 'yes'
  return `| ${row.title} | ${columns.join(' | ')} | ${ratio} | ${aims} | ${verdict} |`
}

/** The figure of the best of the peers; null when none has one. */
function bestPeer({ better }: Row, medians: ByContestant): number | null {
  const theirs = peerNames.flatMap(name => medians[name] ?? [])
  if (theirs.length === 0) return null
  return better === 'more' ? Math.max(...theirs) : Math.min(...theirs)
}

/** Null when it cannot be told. */
function isReached(row: Row, aim: Aim, medians: ByContestant, syncMs: number): boolean | null {
  const ours = medians.samskriv
  if (ours === undefined) return null
  if ('exactly' in aim) return ours === aim.exactly
  const theirs = aim.of === 'best' ? bestPeer(row, medians) : (medians[aim.of] ?? null)
  if (theirs === null) return null
  const bound = aim.times * theirs + (aim.plusSync ? syncMs : 0)
  return row.better === 'more' ? ours >= bound : ours <= bound
}

function aimText({ better }: Row, aim: Aim): string {
  if ('exactly' in aim) return String(aim.exactly)
  const name = aim.of === 'best' ? 'the best peer' : contestants.find(({ name }) => name === aim.of)?.title
  return `${better === 'more' ? '≥' : '≤'} ${aim.times} × ${name}${aim.plusSync ? ' + a sync' : ''}`
}

function printed({ decimals }: Row, value: number | undefined): string {
  return value === undefined ? '–' : String(rounded(value, decimals))
}
