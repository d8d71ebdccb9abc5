import type { ContestantName, RunningContestant } from '../contestants/Contestant.ts'
import type { LaidDocument } from '../documents/LaidDocument.ts'

/** Something that is measured of every contestant, in a process of its own with a server of its own. */
export interface Scenario {
  /** As in `--only`. */
  readonly name: string
  readonly rows: readonly Row[]
  readonly contestants: readonly ContestantName[]
  /** True when it is measured in the first round only. */
  readonly once?: true
  /** What is there when the server is started. */
  documents(): LaidDocument[]
  measure(bench: Bench): Promise<Figures>
}

/** What a scenario has at hand. */
export interface Bench {
  /** Starts the contestant on the scenario's documents, or on what it has made of them since it was last started. */
  start(): Promise<RunningContestant>
  /** How many times this run will measure this: what is done a fixed number of times is divided among them. */
  readonly rounds: number
  readonly round: number
}

/** By the figure's name in `rows`. */
export type Figures = Readonly<Record<string, number>>

/** One row of the tables. */
export interface Row {
  readonly figure: string
  readonly title: string
  readonly decimals: number
  /** Which is better. `null`: it is only told. */
  readonly better: 'more' | 'less' | null
  /** Where we must be; all of them. */
  readonly aims: readonly Aim[]
}

export type Aim =
  /** At least, or at most, so many times what a peer has; `best` is the best of them. */
  | { readonly times: number; readonly of: ContestantName | 'best'; readonly plusSync?: boolean }
  /** This and no more. */
  | { readonly exactly: number }
