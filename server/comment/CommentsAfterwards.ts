import { internalPartyOf } from '../../shared/comment/mayWithThread.ts'
import { may } from '../../shared/people/may.ts'
import type { Applications } from '../document/Applications.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import { Turns } from '../people/access/Turns.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { CommentTold } from './CommentEvent.ts'
import { askingOf } from './Commenting.ts'
import type { Marking } from './Marking.ts'

interface Afterwards {
  readonly applications: Pick<Applications, 'find' | 'ids'>
  readonly access: Access
  readonly rooms: Pick<Rooms, 'tell'>
  readonly marking: Marking
  /** Whoever makes notices. */
  readonly told: CommentTold
  readonly log: Log
}

/** When what has failed is tried again. */
const againAfterMs = 30_000

/** What follows when a change of comments is on disk. What fails here is kept as due, and tried again. */
export class CommentsAfterwards {
  readonly #parts: Afterwards
  readonly #telling = new Turns()
  readonly #underWay = new Set<Promise<void>>()
  /** By ansökan. */
  readonly #again = new Map<string, NodeJS.Timeout>()

  constructor(parts: Afterwards) {
    this.#parts = parts
  }

  /** Resolves when the marks are in the text, or could not be put there now, and those who see it have been told. */
  async changed(id: string, internalTo: string | null): Promise<void> {
    await this.#try(id, () => this.#parts.marking.mark(id))
    this.#announce(id, internalTo)
    this.#tellSoon(id)
  }

  /** Takes up after a start what a stop has left: marks that are not in the text, and what has not been told. */
  takeUp(): void {
    for (const id of this.#parts.applications.ids()) this.#takeUp(id)
  }

  /** Waits for what is under way, and tries nothing again after that. */
  async settle(): Promise<void> {
    for (const timer of this.#again.values()) clearTimeout(timer)
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  #takeUp(id: string): void {
    const mark = async () => {
      if (await this.#parts.marking.takeUp(id)) this.#announce(id, null)
    }
    this.#inBackground(this.#try(id, mark))
    this.#tellSoon(id)
  }

  #announce(id: string, internalTo: string | null): void {
    const { access, rooms } = this.#parts
    rooms.tell(id, 'comments', me => {
      if (internalTo !== null && internalTo !== internalPartyOf(askingOf(me))) return false
      return may(access.standingOf(id, me), 'readComments')
    })
  }

  #tellSoon(id: string): void {
    if ((this.#parts.applications.find(id)?.comments.due.length ?? 0) === 0) return
    this.#inBackground(this.#try(id, () => this.#telling.take(() => this.#tell(id))))
  }

  async #tell(id: string): Promise<void> {
    const comments = this.#parts.applications.find(id)?.comments
    const due = comments?.due ?? []
    if (due.length === 0) return
    await this.#parts.told(id, due)
    await comments?.told(due)
  }

  #inBackground(work: Promise<void>): void {
    const tracked = work.finally(() => this.#underWay.delete(tracked))
    this.#underWay.add(tracked)
  }

  async #try(document: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (fault) {
      this.#parts.log({ kind: 'commentFault', document, fault })
      clearTimeout(this.#again.get(document))
      this.#again.set(document, setTimeout(() => this.#takeUp(document), againAfterMs).unref())
    }
  }
}
