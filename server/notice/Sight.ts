import { mayWithThread } from '../../shared/comment/mayWithThread.ts'
import { mentionPattern } from '../../shared/http/comments.ts'
import type { Me } from '../../shared/http/session.ts'
import { may } from '../../shared/people/may.ts'
import { askingOf, threadStanding } from '../comment/Commenting.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import type { Applications } from '../document/Applications.ts'
import type { Access } from '../people/access/Access.ts'
import type { People } from '../people/People.ts'
import type { KeptNotice } from './noticesFile.ts'

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

  /** Whether somebody may be told of something, now. */
  sees(me: Me, { applicationId, threadId }: KeptNotice): boolean {
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
  words({ applicationId, threadId, postId }: KeptNotice): string {
    const thread = threadId === null ? null : this.thread(applicationId, threadId)
    const text = thread?.posts.find(({ id }) => id === postId)?.text ?? ''
    return text.replaceAll(mentionPattern, (_token, kind: string, id: string) => {
      if (kind === 'party') return `@${this.#parts.people.party(id)?.name ?? '…'}`
      // Whoever has nothing to do with the ansökan is not to be found out by her id.
      const isKnown =
        this.#parts.access.documentAccess(applicationId)?.member(id) ||
        thread?.posts.some(({ by }) => by.startsWith(`${id}@`))
      return `@${(isKnown && this.#parts.people.describe(id)?.name) || '…'}`
    })
  }
}
