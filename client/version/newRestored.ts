import type { Version } from '../../shared/http/versions.ts'

/** An earlier version that has been brought back. */
export interface Restored {
  /** What it became. */
  readonly version: Version
  /** Label of the one that was brought back. */
  readonly fromLabel: string
  /** What the ansökan was right before; null when that is not kept. */
  readonly before: Version | null
}

/** What was brought back last, if that is newer than version `known` and somebody else has done it. */
export function newRestored(
  newestFirst: readonly Version[],
  known: number,
  isMine: (version: Version) => boolean,
): Restored | null {
  const at = newestFirst.findIndex(({ number, reason }) => number > known && reason === 'restored')
  const version = newestFirst[at]
  if (!version || isMine(version)) return null
  const from = newestFirst.find(({ number }) => number === version.restoredFrom)
  return { version, fromLabel: from?.label ?? '', before: newestFirst[at + 1] ?? null }
}
