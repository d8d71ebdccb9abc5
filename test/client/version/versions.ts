import type { Who } from '../../../shared/http/comments.ts'
import type { Version, VersionList, VersionReason } from '../../../shared/http/versions.ts'
import type { Party } from '../../../shared/people/person.ts'

export const parties: readonly Party[] = [
  { id: 'heby', name: 'Heby kommun', shortName: 'Heby', kind: 'kommun', colour: 1 },
  { id: 'af', name: 'Arbetsförmedlingen', shortName: 'AF', kind: 'arbetsformedlingen', colour: 2 },
]

export function who(name: string, partyId: string): Who {
  return { personId: name.toLowerCase(), name, title: '', partyId, isGuest: false }
}

/** A version as the server tells of it; what is not said does not matter. */
export function version(number: number, reason: VersionReason, more: Partial<Version> = {}): Version {
  const isMade = reason === 'byHand' || reason === 'restored'
  return {
    ...{
      number,
      label: `0.${number}`,
      reason,
      name: reason === 'byHand' ? `Nummer ${number}` : '',
      note: '',
    },
    by: isMade ? who('Anna', 'heby') : null,
    at: '2026-11-22T12:25:00.000Z',
    restoredFrom: null,
    formId: '2024',
    hash: '',
    letters: number * 100,
    writers: {},
    ...more,
  }
}

/** Given oldest first, as they came. */
export function listOf(oldestFirst: readonly Version[], more: Partial<VersionList> = {}): VersionList {
  return { versions: oldestFirst.toReversed(), writersSince: {}, lastVisit: null, ...more }
}
