import type { Version } from '../../shared/http/versions.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import { sayLabel } from './versionList.ts'
import type { KeptVersion, Writers } from './versionsFile.ts'

/** A version as it is shown, with the names of now. */
export function answerVersion(kept: KeptVersion, whoOf: WhoOf): Version {
  const { content: _content, threads: _threads, label, by, writers, ...shown } = kept
  return {
    ...shown,
    label: sayLabel(label),
    by: by === null ? null : whoOf(by),
    writers: answerWriters(writers, whoOf),
  }
}

export function answerWriters(writers: Writers, whoOf: WhoOf): Version['writers'] {
  return Object.fromEntries(
    Object.entries(writers).map(([section, authors]) => [section, authors.map(whoOf)]),
  )
}
