import type { NoticeKind, NoticeSettings, NoticesAnswer } from '../../shared/http/notices.ts'
import type { OwnData } from '../../shared/http/people.ts'
import type { Me } from '../../shared/http/session.ts'
import type { CommentEvent, CommentTold } from '../comment/CommentEvent.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import { isUnreadOf } from './addNotices.ts'
import { answerNotices } from './answerNotices.ts'
import type { NoticeFiles } from './NoticeFiles.ts'
import type { NewNotice, NoticeKeeper, Over } from './NoticeKeeper.ts'
import { noticeIdOf, postNoticeIdOf, restoredIdOf } from './noticeIds.ts'
import type { KeptNotice } from './noticesFile.ts'
import type { Sight } from './Sight.ts'
import { stateOf, whatStands } from './whatStands.ts'
import { whoIsTold } from './whoIsTold.ts'

interface NoticesParts {
  readonly files: NoticeFiles
  readonly sight: Pick<Sight, keyof Sight>
  readonly keeper: NoticeKeeper
  readonly whoOf: WhoOf
  /** Says to the open lines of these persons that there is something new for them. */
  readonly tell: (personIds: ReadonlySet<string>) => void
  readonly now: () => number
  readonly log: Log
}

/** What people are told of: made of what is done, asked for, read, and chosen. */
export class Notices {
  readonly #parts: NoticesParts

  constructor(parts: NoticesParts) {
    this.#parts = parts
  }

  /**
   * Tells of what has been done with comments, and takes away what is not so any more and has not been read. On disk when
   * resolved; letters go afterwards. Twice is once.
   */
  readonly told: CommentTold = async (applicationId, events) => {
    const changes = new Map<string, { readonly made: NewNotice[]; readonly over: Over[] }>()
    const changeOf = (personId: string) => {
      const change = changes.get(personId) ?? { made: [], over: [] }
      changes.set(personId, change)
      return change
    }
    for (const event of whatStands(events)) {
      const { threadId, postId, by, at } = event
      const told = new Map(this.#told(applicationId, event))
      for (const [personId, kind] of told) {
        const id = noticeIdOf(applicationId, event, personId)
        const isReopened = event.kind === 'reopened'
        const about = { applicationId, threadId, postId, round: null, isReopened }
        changeOf(personId).made.push({ ...about, id, kind, by, at })
      }
      const kind = stateOf(event)
      if (kind === null) continue
      const about = { applicationId, threadId, kind }
      for (const [personId, { data }] of this.#parts.files.all()) {
        if (told.has(personId)) continue
        const over = data.notices.filter(notice => isUnreadOf(notice, about))
        for (const notice of over) changeOf(personId).over.push(this.#insteadOf(personId, notice))
      }
    }
    await this.#parts.keeper.keep(changes)
  }

  /**
   * Tells those who write in an ansökan that somebody has made it say what it said before. On disk when resolved; what
   * fails is said in the log, since it has been done whoever is told.
   */
  async restored(me: Me, applicationId: string, version: number): Promise<void> {
    const { sight, now, log } = this.#parts
    const others = sight.members(applicationId).filter(({ person }) => person.id !== me.person.id)
    const writers = others.filter(other => sight.writes(applicationId, other))
    const about = {
      ...{ kind: 'restored' as const, applicationId, threadId: null, postId: null, isReopened: false },
      round: null,
      by: `${me.person.id}@${me.party.id}`,
      at: new Date(now()).toISOString(),
    }
    const made = writers.map(({ person }) => {
      const notice: NewNotice = { ...about, id: restoredIdOf(applicationId, version, person.id) }
      return [person.id, { made: [notice], over: [] }] as const
    })
    await this.#parts.keeper.keep(new Map(made)).catch(fault => log({ kind: 'noticeFault', fault }))
  }

  /** What somebody has been told, as she may see it now. */
  answer(me: Me): NoticesAnswer {
    const { files, sight, whoOf } = this.#parts
    return answerNotices(files.of(me.person.id), me, sight, whoOf)
  }

  /** These have been read, or all that she sees. On disk when resolved. */
  async read(me: Me, ids: 'all' | readonly string[]): Promise<void> {
    const { files, sight, tell } = this.#parts
    const personId = me.person.id
    const isMeant = (notice: KeptNotice) => (ids === 'all' ? sight.sees(me, notice) : ids.includes(notice.id))
    // What is told by mail only is not read here.
    const shown = files.of(personId).notices.filter(({ isShown }) => isShown)
    const unread = shown.filter(notice => !notice.isRead && isMeant(notice))
    if (unread.length === 0) return
    const read = new Set(unread.map(({ id }) => id))
    const file = await files.toChange(personId)
    await file.update(({ notices }) => {
      for (const notice of notices) if (read.has(notice.id)) notice.isRead = true
    })
    tell(new Set([personId]))
  }

  /** What somebody wants to be told. */
  settings(me: Me): NoticeSettings {
    const { files, sight } = this.#parts
    const { kinds } = files.of(me.person.id).settings
    const watched = sight.applications().filter(id => this.#watches(id, me))
    return { kinds, watched }
  }

  /** Is to be told this from now on. On disk when resolved. */
  async choose(me: Me, { kinds, watched }: NoticeSettings): Promise<void> {
    const { files, sight } = this.#parts
    const wanted = new Set(watched)
    const file = await files.toChange(me.person.id)
    await file.update(({ settings }) => {
      settings.kinds = structuredClone(kinds)
      for (const id of sight.applications()) {
        const byItself = sight.watchesByItself(id, me)
        // What she does not see stays as it was.
        if (byItself === null) continue
        if (wanted.has(id) === byItself) delete settings.watches[id]
        else settings.watches[id] = wanted.has(id)
      }
    })
  }

  /** What is kept of a person here, for her own data. */
  tracesOf(personId: string): Pick<OwnData, 'notices' | 'noticeSettings'> {
    const { notices, settings } = this.#parts.files.of(personId)
    return {
      notices: notices.map(({ applicationId, kind, threadId, at, isRead }) => ({
        ...{ applicationId, kind, threadId, at, isRead },
      })),
      noticeSettings: {
        kinds: settings.kinds,
        watches: Object.entries(settings.watches).map(([applicationId, isWatched]) => ({
          applicationId,
          isWatched,
        })),
      },
    }
  }

  #told(applicationId: string, event: CommentEvent): Iterable<readonly [string, NoticeKind]> {
    const { sight } = this.#parts
    const thread = sight.thread(applicationId, event.threadId)
    if (!thread) return []
    const readers = sight.members(applicationId).flatMap(me => {
      if (!sight.seesThread(applicationId, me, thread)) return []
      return { personId: me.person.id, partyId: me.party.id, watches: this.#watches(applicationId, me) }
    })
    return whoIsTold(event, thread, readers)
  }

  #watches(applicationId: string, me: Me): boolean {
    const byItself = this.#parts.sight.watchesByItself(applicationId, me)
    const { watches } = this.#parts.files.of(me.person.id).settings
    return byItself !== null && (watches[applicationId] ?? byItself)
  }

  /** A thread does not wait for somebody any more: if she watches, what was said in it is still something to tell her. */
  #insteadOf(personId: string, notice: KeptNotice): Over {
    const { id, applicationId, threadId, postId } = notice
    const me = this.#parts.sight.member(applicationId, personId)
    const isOfPost = id === postNoticeIdOf(applicationId, threadId ?? '', postId ?? '', personId)
    return { id, instead: isOfPost && me && this.#watches(applicationId, me) ? 'commented' : null }
  }
}
