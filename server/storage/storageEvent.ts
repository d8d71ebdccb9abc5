import type { Damage } from './damage.ts'

/**
 * What the storage has noticed and whoever runs the program should know. Nothing is put right silently.
 *
 * - `damaged`: a document is closed; nothing of it is overwritten.
 * - `tailCut`: a write was under way when the program or machine stopped. Its bytes, which nobody had been told
 *   were saved, were cut off from byte `byte` on and are kept in `keptIn`.
 * - `healed`: one of the two copies of an entry's header, or a header of a log file, was unreadable; nothing is lost.
 * - `logKept`: a log file stays in `wal/` because a damaged document still needs it.
 * - `diskFault`: the disk failed at something nobody waits for; it is tried again later.
 */
export type StorageEvent =
  | { readonly kind: 'damaged'; readonly id: string; readonly damage: Damage }
  | {
      readonly kind: 'tailCut'
      readonly file: string
      readonly byte: number
      readonly sizeBytes: number
      readonly keptIn: string
    }
  | { readonly kind: 'healed'; readonly file: string; readonly byte: number }
  | { readonly kind: 'logKept'; readonly file: string; readonly documents: readonly string[] }
  | { readonly kind: 'diskFault'; readonly during: string; readonly fault: unknown }

export type ReportStorageEvent = (event: StorageEvent) => void
