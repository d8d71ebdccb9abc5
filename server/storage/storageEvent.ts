import type { Damage } from './damage.ts'

/**
 * What the storage has noticed and whoever runs the program should know. Nothing is put right silently.
 *
 * - `damaged`: a document is closed; nothing of it is overwritten.
 * - `tailCut`: a write was under way when the program or machine stopped. Its bytes, which nobody had been told
 *   were saved, were cut off from byte `byte` on and are kept in `keptIn`.
 * - `healed`: bytes that nothing depends on were unreadable, and nothing is lost: one of the two copies of an entry's
 *   header, the header of a log file, a part of its companion, an entry that the snapshot has. `id` says of which
 *   document, where that is known.
 * - `logKept`: a log file stays in `wal/` because a damaged document still needs it.
 * - `checkpointed`: what the write-ahead log had is in the documents' folders.
 * - `snapshotRefused`: a new snapshot did not hold what the document holds. It was thrown away; nothing is lost.
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
  | { readonly kind: 'healed'; readonly id: string | null; readonly file: string; readonly byte: number }
  | { readonly kind: 'logKept'; readonly file: string; readonly documents: readonly string[] }
  | { readonly kind: 'checkpointed'; readonly tookMs: number }
  | { readonly kind: 'snapshotRefused'; readonly id: string }
  | { readonly kind: 'diskFault'; readonly during: string; readonly fault: unknown }

export type ReportStorageEvent = (event: StorageEvent) => void
