import type { Letter } from '../mail/Letter.ts'
import { type MailQueue, MailQueueFull } from '../mail/MailQueue.ts'
import type { QueueClock } from '../mail/QueueClock.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { NoticeFiles } from './NoticeFiles.ts'
import { digestIdOf } from './noticeIds.ts'
import type { KeptNotice } from './noticesFile.ts'

/** How long what is gathered waits for more: so there is at most one such letter in that time. */
export const gatherForMs = 15 * 60_000
/** When what could not be queued is tried again. */
const againAfterMs = 60_000

interface LettersParts {
  readonly files: NoticeFiles
  readonly mail: Pick<MailQueue, 'send' | 'has'>
  /** The letter that tells a person of these, all of one ansökan; null when there is nothing left to tell. */
  readonly letterOf: (personId: string, notices: readonly KeptNotice[]) => Letter | null
  readonly clock: Pick<QueueClock, 'now' | 'after'>
  readonly log: Log
}

/**
 * Puts letters about notices into the mail queue, each once: which letter tells of which notices is on disk before it
 * is queued under its own id, and that it has been queued afterwards. A stop in between changes nothing.
 */
export class NoticeLetters {
  readonly #parts: LettersParts
  /** Persons to whom there may be something to write. */
  readonly #due = new Set<string>()
  #working: Promise<void> | null = null
  #cancelAlarm = () => {}
  #nextAt = Number.POSITIVE_INFINITY
  #state: 'before' | 'begun' | 'stopped' = 'before'

  constructor(parts: LettersParts) {
    this.#parts = parts
  }

  /** From now on letters are written, those first that a stop has left. Before that nobody knows where links lead. */
  begin(): void {
    this.#state = 'begun'
    for (const [personId] of this.#parts.files.all()) this.#due.add(personId)
    this.#work()
  }

  /** There may be something to write to these. */
  lookAt(personIds: Iterable<string>): void {
    for (const personId of personIds) this.#due.add(personId)
    this.#work()
  }

  /** Writes nothing more, when what is being queued is on disk. */
  async stop(): Promise<void> {
    this.#state = 'stopped'
    this.#cancelAlarm()
    await this.#working
  }

  #work(): void {
    if (this.#state !== 'begun' || this.#working) return
    this.#working = this.#workOnAll().finally(() => {
      this.#working = null
      // Somebody may have come while the last was written to.
      if (this.#due.size > 0) this.#work()
      else this.#setAlarm()
    })
  }

  async #workOnAll(): Promise<void> {
    for (const personId of this.#due) {
      if (this.#state !== 'begun') return
      this.#due.delete(personId)
      try {
        await this.#workOn(personId)
      } catch (fault) {
        const { clock, log } = this.#parts
        this.#comeBack(clock.now() + againAfterMs)
        if (fault instanceof MailQueueFull) {
          log({ kind: 'noticesWait' })
          // Nobody's letter is taken now. All are looked at when it is tried again.
          this.#due.clear()
          return
        }
        log({ kind: 'noticeFault', fault })
      }
    }
  }

  async #workOn(personId: string): Promise<void> {
    const { files, mail } = this.#parts
    const file = await files.toChange(personId)
    await this.#claim(personId)
    const letters = new Map<string, KeptNotice[]>()
    for (const notice of file.data.notices) {
      if (notice.letter === null || notice.letter === 'digest') continue
      letters.set(notice.letter, [...(letters.get(notice.letter) ?? []), notice])
    }
    const written = new Set<string>()
    try {
      for (const [id, notices] of letters) {
        if (this.#state !== 'begun') return
        if (!mail.has(id)) {
          const letter = this.#parts.letterOf(personId, notices)
          if (letter) await mail.send(letter, id)
        }
        written.add(id)
      }
    } finally {
      if (written.size > 0) {
        await file.update(kept => {
          for (const notice of kept.notices) {
            if (notice.letter !== null && written.has(notice.letter)) notice.letter = null
          }
        })
      }
    }
  }

  /** Decides which letter tells of what has been gathered long enough. */
  async #claim(personId: string): Promise<void> {
    const file = await this.#parts.files.toChange(personId)
    const now = this.#parts.clock.now()
    const gathered = Map.groupBy(
      file.data.notices.filter(({ letter }) => letter === 'digest'),
      ({ applicationId }) => applicationId,
    )
    const claims = new Map<string, string>()
    for (const notices of gathered.values()) {
      const dueAt = Math.min(...notices.map(({ at }) => Date.parse(at))) + gatherForMs
      if (dueAt > now) this.#comeBack(dueAt)
      else for (const { id } of notices) claims.set(id, digestIdOf(notices))
    }
    if (claims.size === 0) return
    await file.update(kept => {
      for (const notice of kept.notices) {
        if (notice.letter === 'digest') notice.letter = claims.get(notice.id) ?? 'digest'
      }
    })
  }

  #comeBack(at: number): void {
    this.#nextAt = Math.min(this.#nextAt, at)
  }

  #setAlarm(): void {
    this.#cancelAlarm()
    if (this.#state !== 'begun' || this.#nextAt === Number.POSITIVE_INFINITY) return
    const { clock } = this.#parts
    // A clock that has been put forward must not make anybody wait longer than that.
    const waitMs = Math.min(gatherForMs, Math.max(0, this.#nextAt - clock.now()))
    this.#cancelAlarm = clock.after(waitMs, () => {
      this.#nextAt = Number.POSITIVE_INFINITY
      this.begin()
    })
  }
}
