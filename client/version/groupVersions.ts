import type { Version } from '../../shared/http/versions.ts'

/** A version that somebody made, and those that were kept by themselves on the way to it. */
export interface VersionGroup {
  /** Null for what has been kept since the newest that somebody made. */
  readonly top: Version | null
  /** Newest first. */
  readonly between: readonly Version[]
}

/** The list as it is shown: newest first, what was kept by itself under the version that it led to. */
export function groupVersions(newestFirst: readonly Version[]): readonly VersionGroup[] {
  const groups: { top: Version | null; between: Version[] }[] = []
  for (const version of newestFirst) {
    const last = groups.at(-1)
    if (!isKeptByItself(version)) groups.push({ top: version, between: [] })
    else if (last) last.between.push(version)
    else groups.push({ top: null, between: [version] })
  }
  return groups
}

/** Whether nobody has asked for it. */
export function isKeptByItself({ reason }: Version): boolean {
  return reason === 'automatic' || reason === 'beforeRestore'
}

/** By how many letters each is longer than the one before it, by number; not said of the first. */
export function growths(newestFirst: readonly Version[]): ReadonlyMap<number, number> {
  const grown = new Map<number, number>()
  for (const [at, { number, letters }] of newestFirst.entries()) {
    const before = newestFirst[at + 1]
    if (before) grown.set(number, letters - before.letters)
  }
  return grown
}
