import {
  internalPartyOf,
  isOwnPost,
  mayWithThread,
  type ThreadAct,
} from '../../shared/comment/mayWithThread.ts'
import type {
  AnswerThread,
  Assignee,
  ChangeThread,
  EditPost,
  StartThread,
} from '../../shared/http/comments.ts'
import type { Me } from '../../shared/http/session.ts'
import { may } from '../../shared/people/may.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { Applications, OpenApplication } from '../document/Applications.ts'
import { authorOf } from '../document/documentRecords.ts'
import type { Attempts } from '../http/Attempts.ts'
import { Refused } from '../http/refuse.ts'
import type { Access } from '../people/access/Access.ts'
import { Turns } from '../people/access/Turns.ts'
import type { People } from '../people/People.ts'
import type { CommentsAfterwards } from './CommentsAfterwards.ts'
import type { KeptThread } from './commentsFile.ts'
import { eventOfAnswer, eventOfStart } from './eventsOf.ts'
import type { InternalPlaces } from './InternalPlaces.ts'
import { type Look, placeOf, placeOnSent } from './wantedPlace.ts'

export interface CommentingParts {
  readonly applications: Applications
  readonly access: Access
  readonly people: Pick<People, 'find' | 'party'>
  readonly audit: Pick<AuditLog, 'note'>
  readonly afterwards: CommentsAfterwards
  readonly places: Pick<InternalPlaces, 'changed'>
  /** Looks into the document of an ansökan. */
  readonly look: (id: string) => Look
  /** The rounds in which people comment on what was sent. */
  readonly rounds: CommentedRounds
  /** New posts, and other changes, by person. */
  readonly posting: Attempts
  readonly changing: Attempts
  readonly now: () => number
}

/** What comments on a version that was sent need of its round. */
export interface CommentedRounds {
  /** Refuses whoever does not work on her party's answer in it now. */
  enter(id: string, round: number, me: Me): void
  /** The words that a section has in what was sent, as places are found in them; null when it has none to be had. */
  words(id: string, round: number, section: string): Promise<string | null>
}

/** An ansökan in which somebody reads the comments, or says something. */
export interface CommentedHere {
  readonly id: string
  readonly me: Me
  readonly open: OpenApplication
}

/**
 * What people do with comments: whether they may, then the record, and when that is on disk its mark in the text, its
 * notices and word of it to those who see it. What a thread is that somebody does not see, she is told of one that does
 * not exist.
 */
export class Commenting {
  readonly #parts: CommentingParts
  readonly #handingOver = new Turns()

  constructor(parts: CommentingParts) {
    this.#parts = parts
  }

  /** Refuses what somebody may not do with the comments of an ansökan, or whether there is such a one. */
  enter(id: string, me: Me, act: 'readComments' | 'comment'): CommentedHere {
    const { access, applications } = this.#parts
    const standing = access.standingOf(id, me)
    if (!may(standing, 'read')) throw new Refused('unknownApplication')
    if (!may(standing, act)) throw new Refused('mayNot')
    const open = applications.find(id)
    if (!open) throw new Refused('damagedDocument')
    return { id, me, open }
  }

  /** The threads that somebody sees: all, or those changed since a cursor. */
  read({ id, me, open }: CommentedHere, since: string | null) {
    const { comments } = open
    const party = internalPartyOf(askingOf(me))
    const hasChanged = since === null ? null : comments.cursors.since(since, party)
    const asked = hasChanged ? comments.threads.filter(hasChanged) : comments.threads
    return {
      threads: asked.filter(thread => this.#may(id, me, thread, 'see')),
      cursor: comments.cursors.cursorOf(party),
      isWhole: hasChanged === null,
    }
  }

  async start(here: CommentedHere, asked: StartThread): Promise<KeptThread> {
    const { id, me, open } = here
    const { posting, look, rounds } = this.#parts
    this.#take(posting, me)
    // What it is about may have gone since it was sent the first time.
    if (open.comments.hasBegun(asked.id, asked.postId, authorOf(me)))
      return await this.#afterwards(here, asked.id)
    const round = asked.round ?? null
    // What a party says of what it was sent is its own until its answer may be seen.
    const isInternal = asked.isInternal || round !== null
    const internalTo = isInternal ? internalPartyOf(askingOf(me)) : null
    // What she means for her party alone is not said to all.
    if (isInternal && internalTo === null) throw new Refused('mayNot')
    if (round !== null) rounds.enter(id, round, me)
    const placed =
      round === null
        ? await placeOf(open.form, asked.place, isInternal, look(id))
        : await placeOnSent(open.form, asked.place, look(id), section => rounds.words(id, round, section))
    // Meanwhile it may have been taken from her.
    this.enter(id, me, 'comment')
    if (round !== null) rounds.enter(id, round, me)
    this.#requireAssignable(id, internalTo, asked.assignee)
    const first = this.#post(me, asked.postId, asked.text)
    const thread: KeptThread = {
      id: asked.id,
      ...placed,
      internalTo,
      round,
      isMaterial: asked.isMaterial,
      assignee: asked.assignee,
      resolved: null,
      released: null,
      posts: [first],
    }
    await open.comments.start(thread, eventOfStart(thread, first))
    // It may have waited long before it was sent.
    if (internalTo !== null) this.#parts.places.changed(id, new Set([placed.place.section]))
    return await this.#afterwards(here, asked.id)
  }

  async answer(here: CommentedHere, threadId: string, asked: AnswerThread): Promise<KeptThread> {
    this.#require(here, threadId, 'answer')
    this.#take(this.#parts.posting, here.me)
    const post = this.#post(here.me, asked.id, asked.text)
    await here.open.comments.answer(threadId, post, eventOfAnswer(threadId, post), asked.isInternal)
    return await this.#afterwards(here, threadId)
  }

  async edit(here: CommentedHere, threadId: string, postId: string, asked: EditPost): Promise<KeptThread> {
    this.#requireOwn(here, threadId, postId)
    await here.open.comments.edit(threadId, postId, asked.text, asked.isInternal)
    return await this.#afterwards(here, threadId)
  }

  async remove(here: CommentedHere, threadId: string, postId: string): Promise<KeptThread> {
    this.#requireOwn(here, threadId, postId)
    await here.open.comments.remove(threadId, postId)
    return await this.#afterwards(here, threadId)
  }

  async change(here: CommentedHere, threadId: string, asked: ChangeThread): Promise<KeptThread> {
    this.#requireChangeable(here, threadId, asked)
    this.#take(this.#parts.changing, here.me)
    const make = () => here.open.comments.change(threadId, asked, authorOf(here.me))
    if (asked.isInternal === false) {
      await this.#handingOver.take(async () => {
        await this.#noteHandingOver(here, threadId, asked)
        await make()
      })
    } else await make()
    return await this.#afterwards(here, threadId)
  }

  /** Notes it first: nothing is handed over in silence. Then she must still be somebody who may. */
  async #noteHandingOver(here: CommentedHere, threadId: string, asked: ChangeThread): Promise<void> {
    const { id, me } = here
    this.#requireChangeable(here, threadId, asked)
    if (here.open.comments.latest(threadId)?.internalTo === null) return
    const state = this.#parts.access.standingOf(id, me)?.state ?? ''
    const details = { thread: threadId }
    await this.#parts.audit.note({ act: 'commentReleased', me, applicationId: id, state, details })
    this.#requireChangeable(here, threadId, asked)
  }

  #requireChangeable(here: CommentedHere, threadId: string, asked: ChangeThread): void {
    const { id, me } = here
    const thread = this.#require(here, threadId, 'answer')
    const acts: ThreadAct[] = []
    if (asked.isResolved !== undefined) acts.push('resolve')
    if (asked.isMaterial !== undefined || asked.assignee !== undefined) acts.push('assign')
    const isHandedOver = asked.isInternal === false
    if (isHandedOver && thread.internalTo !== null) acts.push('release')
    if (!acts.every(act => this.#may(id, me, thread, act))) throw new Refused('mayNot')
    const internalTo = isHandedOver ? null : thread.internalTo
    if (asked.assignee !== undefined) this.#requireAssignable(id, internalTo, asked.assignee)
  }

  /** Somebody else's words are nobody's to change. */
  #requireOwn(here: CommentedHere, threadId: string, postId: string): void {
    const { me } = here
    const post = this.#require(here, threadId, 'answer').posts.find(({ id }) => id === postId)
    if (!post) throw new Refused('unknownPost')
    if (!isOwnPost(askingOf(me), byOf(post.by))) throw new Refused('mayNot')
    this.#take(this.#parts.changing, me)
  }

  /** A thread that she sees, and may do this with. */
  #require(here: CommentedHere, threadId: string, act: ThreadAct): KeptThread {
    const { id, me } = here
    this.enter(id, me, 'comment')
    const thread = here.open.comments.latest(threadId)
    if (!thread || !this.#may(id, me, thread, 'see')) throw new Refused('unknownThread')
    if (!this.#may(id, me, thread, act)) throw new Refused('mayNot')
    return thread
  }

  /** Marks it, tells of it, and gives it as it is then. */
  async #afterwards({ id, open }: CommentedHere, threadId: string): Promise<KeptThread> {
    const kept = () => {
      const thread = open.comments.thread(threadId)
      if (!thread) throw new Refused('unknownThread')
      return thread
    }
    await this.#parts.afterwards.changed(id, kept().internalTo)
    return kept()
  }

  #may(id: string, me: Me, thread: KeptThread, act: ThreadAct): boolean {
    return mayWithThread(this.#parts.access.standingOf(id, me), askingOf(me), threadStanding(thread), act)
  }

  /** A thread can wait only for somebody who sees it. */
  #requireAssignable(id: string, internalTo: string | null, assignee: Assignee | null): void {
    const { access, people } = this.#parts
    if (assignee === null) return
    if (assignee.is === 'party') {
      const party = people.party(assignee.partyId)
      const sees = internalTo === null ? party && party.kind !== 'forbund' : party?.id === internalTo
      if (!sees) throw new Refused('unknownOrganisation', ['assignee'])
      return
    }
    const partyId = access.documentAccess(id)?.member(assignee.personId)?.partyId ?? ''
    const somebody = people.find(assignee.personId, partyId)
    const sees = somebody !== null && may(access.standingOf(id, somebody), 'readComments')
    if (!sees || (internalTo !== null && internalTo !== internalPartyOf(askingOf(somebody)))) {
      throw new Refused('unknownMember', ['assignee'])
    }
  }

  #take(attempts: Attempts, { person }: Me): void {
    const waitSeconds = attempts.take(person.id, this.#parts.now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
  }

  #post(me: Me, id: string, text: string): KeptThread['posts'][number] {
    const at = new Date(this.#parts.now()).toISOString()
    return { id, by: authorOf(me), at, text, editedAt: null, deletedAt: null }
  }
}

/** What is asked of a thread when it is decided who may do what with it. */
export function threadStanding({ internalTo, posts }: KeptThread) {
  return { internalTo, startedBy: byOf(posts[0]?.by ?? '') }
}

/** Who she is when it is decided what she may do with a thread. */
export function askingOf({ person, party }: Me) {
  return { personId: person.id, partyId: party.id, isGuest: person.isGuest ?? false }
}

function byOf(by: string) {
  const [personId = '', partyId = ''] = by.split('@')
  return { personId, partyId }
}
