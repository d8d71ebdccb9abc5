import { mayWithThread } from '../../shared/comment/mayWithThread.ts'
import type { Me } from '../../shared/http/session.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import { askingOf, threadStanding } from '../comment/Commenting.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import { withNames } from '../comment/withNames.ts'
import { ordinalOf } from '../consultation/DocumentRounds.ts'
import type { KeptRound } from '../consultation/roundsFile.ts'
import type { Applications } from '../document/Applications.ts'
import type { Access } from '../people/access/Access.ts'
import type { People } from '../people/People.ts'
import type { KeptNotice } from './noticesFile.ts'
import type { RoundReader } from './round/whoIsToldOfRound.ts'

interface SightParts {
  readonly applications: Pick<Applications, 'find' | 'describe' | 'ids'>
  readonly access: Access
  readonly people: Pick<People, 'find' | 'party' | 'describe'>
}

/** What somebody may see now of what she is told of, and what stands there now: nothing of it is kept with the notice. */
export class Sight {
  readonly #parts: SightParts

  constructor(parts: SightParts) {
    this.#parts = parts
  }

  /** The ids of all ansökningar. */
  applications(): string[] {
    return this.#parts.applications.ids()
  }

  /** Those who have a role in an ansökan, acting for the party that they have it for. Whoever has left is not there. */
  members(applicationId: string): Me[] {
    const members = this.#parts.access.documentAccess(applicationId)?.kept.members ?? []
    return members.flatMap(({ personId, partyId }) => this.#parts.people.find(personId, partyId) ?? [])
  }

  /** A person as she is in an ansökan; null when she has no role in it, or has left. */
  member(applicationId: string, personId: string): Me | null {
    const member = this.#parts.access.documentAccess(applicationId)?.member(personId)
    return member ? this.#parts.people.find(personId, member.partyId) : null
  }

  thread(applicationId: string, threadId: string): KeptThread | null {
    return this.#parts.applications.find(applicationId)?.comments.thread(threadId) ?? null
  }

  seesThread(applicationId: string, me: Me, thread: KeptThread): boolean {
    const standing = this.#parts.access.standingOf(applicationId, me)
    return mayWithThread(standing, askingOf(me), threadStanding(thread), 'see')
  }

  /** Null when there is none of this number. */
  round(applicationId: string, number: number): KeptRound | null {
    return this.#parts.applications.find(applicationId)?.rounds.find(number) ?? null
  }

  /** Its place among those with its purpose. */
  ordinal(applicationId: string, round: KeptRound): number {
    return ordinalOf(this.#parts.applications.find(applicationId)?.rounds.rounds ?? [], round)
  }

  /** Those who see the rounds of an ansökan. Guests, who read them too, have no part in them. */
  roundReaders(applicationId: string): RoundReader[] {
    return this.members(applicationId).flatMap(me => this.roundReader(applicationId, me) ?? [])
  }

  /** Somebody as a reader of rounds; null when she sees none, or is a guest. */
  roundReader(applicationId: string, me: Me): RoundReader | null {
    const { person, party } = me
    const standing = this.#parts.access.standingOf(applicationId, me)
    if (person.isGuest || !may(standing, 'readRounds')) return null
    return { personId: person.id, partyId: party.id, isHolder: may(standing, 'holdRounds') }
  }

  /** The headings of these sections, in the order of the form. */
  headings(applicationId: string, sections: readonly string[]): string[] {
    const form = this.#parts.applications.find(applicationId)?.form
    return form?.sections.filter(({ key }) => sections.includes(key)).map(({ heading }) => heading) ?? []
  }

  standing(applicationId: string, me: Me): Standing | null {
    return this.#parts.access.standingOf(applicationId, me)
  }

  /** Whether somebody may be told of something, now. */
  sees(me: Me, { applicationId, threadId, round }: KeptNotice): boolean {
    if (round !== null) {
      const isThere = this.round(applicationId, round.number) !== null
      return isThere && may(this.#parts.access.standingOf(applicationId, me), 'readRounds')
    }
    if (threadId === null) return may(this.#parts.access.standingOf(applicationId, me), 'readVersions')
    const thread = this.thread(applicationId, threadId)
    return thread !== null && this.seesThread(applicationId, me, thread)
  }

  writes(applicationId: string, me: Me): boolean {
    return may(this.#parts.access.standingOf(applicationId, me), 'writeText')
  }

  /** Whether somebody may watch an ansökan, and does so until she says otherwise: null when she may not. */
  watchesByItself(applicationId: string, me: Me): boolean | null {
    const standing = this.#parts.access.standingOf(applicationId, me)
    return may(standing, 'readComments') ? standing?.role === 'ownerEditor' : null
  }

  nameOf(applicationId: string): string {
    return this.#parts.applications.describe(applicationId)?.name ?? ''
  }

  partyName(partyId: string): string {
    return this.#parts.people.party(partyId)?.name ?? ''
  }

  /** What a thread is about; empty for a place without words. */
  quote({ applicationId, threadId }: KeptNotice): string {
    const place = threadId === null ? null : this.thread(applicationId, threadId)?.place
    return place && place.is !== 'section' ? place.quote : ''
  }

  /** What was said, with names where somebody is named; empty when it has been deleted. */
  words({ applicationId, threadId, postId, round }: KeptNotice): string {
    if (round !== null) return this.#roundWords(applicationId, round)
    const thread = threadId === null ? null : this.thread(applicationId, threadId)
    const text = thread?.posts.find(({ id }) => id === postId)?.text ?? ''
    const writers = thread?.posts.map(({ by }) => by) ?? []
    return withNames(this.#parts, applicationId, text, writers)
  }

  /** What goes with a round that was sent, and why one was called off. */
  #roundWords(applicationId: string, { number, what }: NonNullable<KeptNotice['round']>): string {
    const round = this.round(applicationId, number)
    if (what === 'sent') return round?.message ?? ''
    return what === 'calledOff' ? (round?.over?.reason ?? '') : ''
  }
}
