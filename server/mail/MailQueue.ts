import { randomBytes } from 'node:crypto'
import type { Log } from '../operations/LogEvent.ts'
import { type Letter, letterSchema } from './Letter.ts'
import type { LetterFiles } from './LetterFiles.ts'
import { failedFor, type LetterRecord, type WaitingLetter } from './letterRecord.ts'
import { type MailCarrier, NotCarried, type Trouble } from './MailCarrier.ts'
import type { QueueClock } from './QueueClock.ts'

/** How long to wait after the first try that failed; twice as long after each of the following, up to an hour. */
const firstPauseMs = 60_000
const longestPauseMs = 3_600_000
/** Each pause is up to this part shorter or longer, so that many letters do not come back at the same moment. */
const jitter = 0.2
/** A letter that has not been taken by then has failed. */
const giveUpAfterMs = 24 * 3_600_000
/** Letters carried at the same time. */
const mostAtOnce = 3
/** Letters that may wait. */
const mostWaiting = 2000
/** How long, and of how many letters, it is remembered how they went. */
const rememberedForMs = 30 * 24 * 3_600_000
const mostRemembered = 5000
/** How long a stop waits for what is being carried before it breaks it off. */
const lingerMs = 2000

/** So many letters wait already that no more are taken. */
export class MailQueueFull extends Error {
  override readonly name = 'MailQueueFull'
}

export interface MailQueueParts {
  readonly files: LetterFiles
  readonly carrier: MailCarrier
  /** Domain of the Message-IDs: that of the sender's address. */
  readonly domain: string
  /** Whether letters still go to an address: not when the person has left meanwhile. Asked before each try. */
  readonly isWanted: (to: string) => boolean
  readonly clock: QueueClock
  readonly log: Log
}

interface Entry {
  record: LetterRecord
  /** When there is something to do: to carry a letter, or to write again what the disk refused. Null: nothing. */
  dueAt: number | null
}

/**
 * Letters on their way. Each is on disk before anybody is told that it has been taken, is tried until somebody else
 * has it, for a day at most, by one try at a time, and how it went is on disk as well. A letter can come twice, with
 * the same Message-ID: when a line breaks at the very end, or the program stops before it has written that it was sent.
 */
export class MailQueue {
  readonly #parts: MailQueueParts
  readonly #entries = new Map<string, Entry>()
  /** What is being done with a letter, by its id: never two things at once. */
  readonly #underWay = new Map<string, Promise<void>>()
  /** Letters on their way to the disk, by their ids. */
  readonly #sending = new Map<string, Promise<void>>()
  readonly #breakOff = new AbortController()
  #isStillSo: ((about: string) => boolean) | null = null
  #cancelAlarm = () => {}
  #stopping: Promise<void> | null = null

  private constructor(parts: MailQueueParts) {
    this.#parts = parts
  }

  /** Goes on with the letters that are on disk. What cannot be read is said in the log. Throws `DiskFault`. */
  static async open(parts: MailQueueParts): Promise<MailQueue> {
    const queue = new MailQueue(parts)
    const { records, unreadable } = await parts.files.load()
    for (const { id, fault } of unreadable) {
      parts.log({ kind: 'mailFault', during: 'read', letter: id, fault })
    }
    // Also when the clock has been put back since.
    const latest = parts.clock.now() + longestPauseMs
    for (const record of records) {
      const dueAt = record.state === 'waiting' ? Math.min(Date.parse(record.nextTryAt), latest) : null
      queue.#entries.set(record.id, { record, dueAt })
    }
    await queue.#forgetOld()
    queue.#doWhatIsDue()
    return queue
  }

  /**
   * Takes a letter and gives its id; resolved, it is on disk, and is carried in the background. Rejects with
   * `ZodError` when something in it could be taken for a header or another recipient, with `MailQueueFull` or
   * `DiskFault`; it is then not taken. Whoever gives it an `id`, 24 hexadecimal digits, may send it again after a stop:
   * what the queue knows by that id is not taken twice.
   */
  async send(letter: Letter, id = randomBytes(12).toString('hex')): Promise<string> {
    if (this.#stopping) throw new Error('The mail queue has been stopped.')
    const parsed = letterSchema.parse(letter)
    if (this.has(id)) {
      await this.#sending.get(id)
      return id
    }
    const taking = this.#take(id, parsed)
    this.#sending.set(id, taking)
    try {
      await taking
      return id
    } finally {
      this.#sending.delete(id)
      this.#doWhatIsDue()
    }
  }

  /**
   * From now on letters that are `about` something go: each is asked about before each try, and does not go when that is
   * not so any more. Until then they wait, since nobody knows.
   */
  askAbout(isStillSo: (about: string) => boolean): void {
    this.#isStillSo = isStillSo
    this.#doWhatIsDue()
  }

  /** Whether a letter with this id has been taken, or is being taken; for 30 days after it was sent. */
  has(id: string): boolean {
    return this.#entries.has(id)
  }

  /** Throws `MailQueueFull` when no more letters are taken: for whoever would rather not begin what a letter belongs to. */
  refuseWhenFull(): void {
    let waiting = 0
    for (const { record } of this.#entries.values()) if (record.state === 'waiting') waiting += 1
    if (waiting >= mostWaiting) throw new MailQueueFull(`${waiting} letters wait already.`)
  }

  /**
   * How it has gone with a letter. `failed`: nobody tries any more. So is one that is not known here, since it has
   * not been sent as far as anybody knows; one that was sent is known for 30 days.
   */
  stateOf(id: string): LetterRecord['state'] {
    return this.#entries.get(id)?.record.state ?? 'failed'
  }

  /** Waits a moment for what is being carried, breaks off the rest, which waits on disk for the next start. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop()
    return this.#stopping
  }

  async #stop(): Promise<void> {
    this.#cancelAlarm()
    const cancel = this.#parts.clock.after(lingerMs, () => this.#breakOff.abort())
    await Promise.allSettled([...this.#underWay.values(), ...this.#sending.values()])
    cancel()
    for (const entry of this.#entries.values()) {
      // The last chance to write that it has been sent.
      if (entry.dueAt !== null && entry.record.state !== 'waiting') await this.#keep(entry)
    }
  }

  async #take(id: string, letter: Letter): Promise<void> {
    const { clock, domain, files } = this.#parts
    this.refuseWhenFull()
    const at = new Date(clock.now()).toISOString()
    const record: LetterRecord = {
      id,
      state: 'waiting',
      messageId: `<${id}@${domain}>`,
      letter,
      acceptedAt: at,
      nextTryAt: at,
      tries: 0,
      trouble: null,
    }
    const entry: Entry = { record, dueAt: null }
    this.#entries.set(id, entry)
    try {
      await files.write(record)
    } catch (fault) {
      this.#entries.delete(id)
      await this.#remove(id)
      throw fault
    }
    entry.dueAt = clock.now()
  }

  #doWhatIsDue(): void {
    this.#cancelAlarm()
    if (this.#stopping) return
    const now = this.#parts.clock.now()
    const due = [...this.#entries.values()]
      .flatMap(entry => (entry.dueAt === null ? [] : [{ entry, dueAt: entry.dueAt, id: entry.record.id }]))
      .filter(({ entry, id }) => !this.#underWay.has(id) && !this.#isHeld(entry))
      .toSorted((one, other) => one.dueAt - other.dueAt)
    for (const { entry, dueAt, id } of due) {
      // Whatever is finished first comes back here.
      if (this.#underWay.size >= mostAtOnce) return
      if (dueAt > now) {
        this.#cancelAlarm = this.#parts.clock.after(dueAt - now, () => this.#doWhatIsDue())
        return
      }
      const work = this.#handle(entry).finally(() => {
        this.#underWay.delete(id)
        this.#doWhatIsDue()
      })
      this.#underWay.set(id, work)
    }
  }

  #isHeld({ record }: Entry): boolean {
    return record.state === 'waiting' && record.letter.about !== undefined && this.#isStillSo === null
  }

  async #handle(entry: Entry): Promise<void> {
    if (entry.record.state === 'waiting') {
      const after = await this.#carry(entry.record)
      if (after === null) return
      entry.record = after
    }
    await this.#keep(entry)
    if (entry.record.state !== 'waiting') await this.#forgetOld()
  }

  /** Tries once, and gives what is then to be kept; null when a stop has broken it off. */
  async #carry(record: WaitingLetter): Promise<LetterRecord | null> {
    const { carrier, clock, isWanted, log } = this.#parts
    const { id, letter, messageId, acceptedAt } = record
    const isSo = letter.about === undefined || this.#isStillSo?.(letter.about)
    if (!isSo || !isWanted(letter.to))
      return failedFor(record, notWanted, new Date(clock.now()).toISOString())
    const tries = record.tries + 1
    const failing = await troubleIn(() =>
      carrier.carry({ ...letter, id, messageId, acceptedAt: new Date(acceptedAt) }, this.#breakOff.signal),
    )
    const now = clock.now()
    const endedAt = new Date(now).toISOString()
    if (failing === null) return { id, state: 'sent', acceptedAt, endedAt, tries }
    if (this.#breakOff.signal.aborted) return null
    const { trouble, fault } = failing
    if (fault !== undefined) log({ kind: 'mailFault', during: 'carry', letter: id, fault })
    const { reason, status } = trouble
    const givesUpAt = Date.parse(acceptedAt) + giveUpAfterMs
    if (reason === 'refused' || now >= givesUpAt) {
      log({ kind: 'letterFailed', letter: id, reason, status, tries })
      return failedFor({ ...record, tries }, trouble, endedAt)
    }
    log({ kind: 'letterDelayed', letter: id, reason, status, tries })
    const nextTryAt = new Date(Math.min(now + pauseAfter(tries, clock.random()), givesUpAt)).toISOString()
    return { ...record, tries, nextTryAt, trouble }
  }

  /** Writes a record. What the disk refuses is tried again later; until then memory knows. */
  async #keep(entry: Entry): Promise<void> {
    const { clock, files, log } = this.#parts
    const { record } = entry
    const nextTryAt = record.state === 'waiting' ? Date.parse(record.nextTryAt) : null
    try {
      await files.write(record)
      entry.dueAt = nextTryAt
    } catch (fault) {
      log({ kind: 'mailFault', during: 'write', letter: record.id, fault })
      entry.dueAt = nextTryAt ?? clock.now() + firstPauseMs
    }
  }

  /** Forgets letters that ended long ago, and when there are too many the oldest, those that were sent first. */
  async #forgetOld(): Promise<void> {
    const { clock } = this.#parts
    const ended = [...this.#entries.values()]
      .flatMap(({ record, dueAt }) => (record.state === 'waiting' || dueAt !== null ? [] : [record]))
      .toSorted(
        (one, other) => other.state.localeCompare(one.state) || one.endedAt.localeCompare(other.endedAt),
      )
    const surplus = new Set(ended.slice(0, Math.max(0, ended.length - mostRemembered)))
    const before = new Date(clock.now() - rememberedForMs).toISOString()
    const old = ended.filter(record => record.endedAt < before || surplus.has(record))
    for (const { id } of old) this.#entries.delete(id)
    for (const { id } of old) await this.#remove(id)
  }

  async #remove(id: string): Promise<void> {
    try {
      await this.#parts.files.remove(id)
    } catch (fault) {
      this.#parts.log({ kind: 'mailFault', during: 'remove', letter: id, fault })
    }
  }
}

const notWanted: Trouble = { reason: 'notWanted', status: null, said: null }

function pauseAfter(tries: number, random: number): number {
  const pauseMs = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs)
  return pauseMs * (1 - jitter + 2 * jitter * random)
}

/** What went wrong in `work`, with the fault when it is one of ours; null when nothing did. */
async function troubleIn(
  work: () => Promise<void>,
): Promise<{ readonly trouble: Trouble; readonly fault?: unknown } | null> {
  try {
    await work()
    return null
  } catch (fault) {
    if (fault instanceof NotCarried) return { trouble: fault.trouble }
    return { trouble: { reason: 'fault', status: null, said: null }, fault }
  }
}
