import { followsRounds, stateWith } from '../../shared/consultation/roundRules.ts'
import type { Me } from '../../shared/http/session.ts'
import { may } from '../../shared/people/may.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { Applications } from '../document/Applications.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import { Turns } from '../people/access/Turns.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Clock } from '../time/Clock.ts'
import type { DiscussionLines } from './discussionLines.ts'
import type { RoundTold } from './RoundEvent.ts'

interface Afterwards {
  readonly applications: Pick<Applications, 'find' | 'ids'>
  readonly access: Access
  readonly audit: Pick<AuditLog, 'note'>
  readonly rooms: Pick<Rooms, 'tell'>
  readonly lines: DiscussionLines
  /** Hands over the comments that remarks were made of, when others may see these. */
  readonly release: (id: string) => Promise<void>
  /** Whoever makes notices and letters. */
  readonly told: RoundTold
  readonly clock: Clock
  readonly log: Log
}

/** When what has failed is tried again. */
const againAfterMs = 30_000

/** What follows when a change of rounds is on disk. What fails here is tried again, and after a stop taken up at start. */
export class RoundsAfterwards {
  readonly #parts: Afterwards
  readonly #turns = new Map<string, Turns>()
  readonly #underWay = new Set<Promise<void>>()
  /** By ansökan: what stops the next try. */
  readonly #again = new Map<string, () => void>()
  #isSettled = false

  constructor(parts: Afterwards) {
    this.#parts = parts
  }

  /**
   * To be called in a turn of the rounds of an ansökan when somebody, or time (null), has changed them. When it resolves
   * the ansökan has the state that follows, lines that are open know what may be written, and those who see rounds have
   * been told that there is something new. The list, notices and letters come soon after.
   */
  async changed(id: string, me: Me | null): Promise<void> {
    // First: what may be written follows from the rounds themselves, whatever the record of the state says.
    this.#parts.access.tellChanged(id)
    await this.#try(id, () => this.#setState(id, me))
    this.announce(id)
    // When the program is about to end, the next start does the rest.
    if (!this.#isSettled) this.#inBackground(this.#try(id, () => this.#writeAndTell(id)))
  }

  /** Tells those who see rounds, and are in the ansökan, that there is something new about them. */
  announce(id: string): void {
    const { access, rooms } = this.#parts
    rooms.tell(id, 'rounds', me => may(access.standingOf(id, me), 'readRounds'))
  }

  /**
   * Tells only those who hold the rounds, and the people of a party: how far a party has come with its
   * answer, and what the owner makes of it before that is published, others are not to know by when they are told.
   */
  announceTo(id: string, partyId: string): void {
    const { access, rooms } = this.#parts
    rooms.tell(id, 'rounds', me => {
      const standing = access.standingOf(id, me)
      if (!may(standing, 'readRounds') || me.person.isGuest) return false
      return me.party.id === partyId || followsRounds(standing)
    })
  }

  /** With a day that has passed it may be another who may write, and all see other days that are left. */
  dayTurned(id: string): void {
    this.#parts.access.tellChanged(id)
    this.announce(id)
  }

  /** Takes up after a start what a stop has left. */
  takeUp(): void {
    for (const id of this.#parts.applications.ids()) this.#takeUp(id)
  }

  /** Waits for what is under way, and tries nothing again after that. */
  async settle(): Promise<void> {
    this.#isSettled = true
    for (const stop of this.#again.values()) stop()
    await this.idle()
  }

  /** Waits for what is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay)
  }

  #takeUp(id: string): void {
    const rounds = this.#parts.applications.find(id)?.rounds
    if (!rounds || rounds.rounds.length === 0) return
    const work = async () => {
      if (await rounds.turns.take(() => this.#setState(id, null))) this.#parts.access.tellChanged(id)
      await this.#writeAndTell(id)
    }
    this.#inBackground(this.#try(id, work))
  }

  /** Whether the state has become another. An ansökan that has never been sent is left in the state it has. */
  async #setState(id: string, me: Me | null): Promise<boolean> {
    const { applications, audit } = this.#parts
    const open = applications.find(id)
    if (!open || open.rounds.rounds.length === 0) return false
    const { application } = open.records
    const from = application.latest.state
    const to = stateWith(from, open.rounds.standings())
    if (to === from) return false
    await audit.note({ act: 'stateChanged', me, applicationId: id, state: from, details: { from, to } })
    await application.update(record => {
      record.state = to
    })
    return true
  }

  async #writeAndTell(id: string): Promise<void> {
    const turns = this.#turns.get(id) ?? new Turns()
    this.#turns.set(id, turns)
    await turns.take(async () => {
      // None waits for another to succeed.
      const { lines, release } = this.#parts
      const done = await Promise.allSettled([lines.write(id), release(id), this.#tell(id)])
      const failed = done.find(one => one.status === 'rejected')
      if (failed) throw failed.reason
    })
  }

  async #tell(id: string): Promise<void> {
    const rounds = this.#parts.applications.find(id)?.rounds
    const due = rounds?.due ?? []
    if (due.length === 0) return
    await this.#parts.told(id, due)
    await rounds?.told(due)
  }

  #inBackground(work: Promise<void>): void {
    const tracked = work.finally(() => this.#underWay.delete(tracked))
    this.#underWay.add(tracked)
  }

  async #try(document: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (fault) {
      const { clock, log } = this.#parts
      log({ kind: 'roundFault', document, fault })
      this.#again.get(document)?.()
      if (this.#isSettled) return
      this.#again.set(
        document,
        clock.after(againAfterMs, () => this.#takeUp(document)),
      )
    }
  }
}
