import type { LaidDocument } from '../documents/LaidDocument.ts'
import type { DocumentWire } from '../load/DocumentWire.ts'
import type { Address } from '../load/Line.ts'
import type { ServerProcess } from './ServerProcess.ts'

export const contestantNames = ['samskriv', 'relay', 'y-websocket', 'y-leveldb', 'hocuspocus'] as const

export type ContestantName = (typeof contestantNames)[number]

/** Those that ours is compared with: the relay is no editor's server, only a floor. */
export const peerNames = ['y-websocket', 'y-leveldb', 'hocuspocus'] as const satisfies ContestantName[]

/** A server program that takes part. */
export interface Contestant {
  readonly name: ContestantName
  /** What stands over its column. */
  readonly title: string
  /** Lays documents in an empty folder, as the program leaves them there when it is stopped. */
  lay(folder: string, documents: readonly LaidDocument[]): Promise<void>
  /** Starts it on a folder in which documents have been laid. Resolves when it listens. */
  start(folder: string): Promise<RunningContestant>
}

export interface RunningContestant {
  readonly process: ServerProcess
  /** How a person comes to a document. Persons are numbered, and come from as many browsers. */
  door(document: string, person: number): Door
}

export interface Door {
  readonly address: Address
  readonly wire: DocumentWire
}
