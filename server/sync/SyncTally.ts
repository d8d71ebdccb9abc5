import { type CloseReason, closeReasons } from '../../shared/sync/closeReason.ts'
import { type Refusal, refusals } from '../../shared/sync/refusal.ts'
import { Histogram } from '../operations/Histogram.ts'

/** How a line ended: a reason of ours, or `lost` when the other side went. */
export type End = CloseReason | 'lost'

/** From half a millisecond to ten seconds: a sync of a quick disk, and a disk that is about to fail. */
const acknowledgementBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * What the rooms have done since the start. Plain numbers that are counted up where it happens and read when
 * somebody asks for `/metrics`.
 */
export class SyncTally {
  /** Updates taken: checked, applied and on disk. */
  updates = 0
  /** Updates passed on, counted once for each who received one. */
  delivered = 0
  /** Updates the guard refused, by reason. */
  readonly refusals = zeroes<Refusal>(refusals)
  /** Connections that have ended, by reason. */
  readonly ends = zeroes<End>([...(Object.keys(closeReasons) as CloseReason[]), 'lost'])
  /** From the frame of an update received to its acknowledgement handed to the line, in seconds. */
  readonly acknowledgement = new Histogram(acknowledgementBounds)
  /** Lines that are open now, by what carries them. */
  readonly connections = { socket: 0, polling: 0 }
}

function zeroes<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map(key => [key, 0])) as Record<K, number>
}
