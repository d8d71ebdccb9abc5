import type { Who } from '../../shared/http/comments.ts'
import type { Version } from '../../shared/http/versions.ts'
import type { Party } from '../../shared/people/person.ts'
import { personName } from '../text/personName.ts'
import type { Text } from '../text/text.ts'

/** A person as she is named here: `Anna Lind (Heby)`. */
export function whoWords(text: Text, who: Who, parties: readonly Party[]): string {
  const party = parties.find(({ id }) => id === who.partyId)?.shortName ?? ''
  const name = personName(text, { name: who.name, isGuest: who.isGuest })
  return text.versions.who(name, name.endsWith(`, ${party}`) ? '' : party)
}

/** Several, at most `most` of them by name. */
export function whosWords(text: Text, all: readonly Who[], parties: readonly Party[], most = 4): string {
  const { list, andOthers } = text.versions
  const named = all.slice(0, all.length > most ? most - 1 : most).map(who => whoWords(text, who, parties))
  const others = all.length - named.length
  return list(others > 0 ? [...named, andOthers(others)] : named)
}

/** How a version came to be: `sparad av Anna Lind (Heby)`. */
export function howMade(
  text: Text,
  { reason, by, restoredFrom }: Version,
  parties: readonly Party[],
  labelOf: (number: number) => string,
): string {
  const { savedBy, savedByItself, savedBeforeRestore, restoredBy } = text.versions
  const who = by === null ? '' : whoWords(text, by, parties)
  switch (reason) {
    case 'byHand':
    case 'round':
      return savedBy(who)
    case 'automatic':
      return savedByItself
    case 'beforeRestore':
      return savedBeforeRestore
    case 'restored':
      return restoredBy(restoredFrom === null ? '' : labelOf(restoredFrom), who)
  }
}

/** What a version is called where it has no name of its own. */
export function nameOf({ versions }: Text, { name, reason }: Version): string {
  return name === '' ? versions.reasonName[reason] : name
}
