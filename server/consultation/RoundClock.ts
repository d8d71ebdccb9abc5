import { isBeforeLock, isOpen } from '../../shared/consultation/roundRules.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { Applications, OpenApplication } from '../document/Applications.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Clock } from '../time/Clock.ts'
import { dayInSweden } from '../time/swedishTime.ts'
import { replyOf } from './DocumentRounds.ts'
import { dueJobs, type Job } from './dueJobs.ts'
import { remember } from './Holding.ts'
import type { RoundEvent } from './RoundEvent.ts'
import type { RoundsAfterwards } from './RoundsAfterwards.ts'
import type { KeptRound } from './roundsFile.ts'

interface RoundClockParts {
  readonly applications: Pick<Applications, 'find' | 'ids'>
  readonly audit: Pick<AuditLog, 'note'>
  readonly afterwards: RoundsAfterwards
  readonly clock: Clock
  readonly log: Log
}

/** How often it is looked whether something is due. */
const lookEveryMs = 60_000

/**
 * Does what is to be done by itself at a time: reminders, and closing. Each once, also after a stop or when the clock is
 * set back; what came due while the program was not running is done at the start.
 */
export class RoundClock {
  readonly #parts: RoundClockParts
  #stop: () => void = () => {}
  #looking: Promise<void> = Promise.resolve()
  #isClosed = false
  /** The day in Sweden when it was last looked; empty before that. */
  #today = ''

  constructor(parts: RoundClockParts) {
    this.#parts = parts
  }

  begin(): void {
    this.#looking = this.#looking.then(() => this.#look())
    if (!this.#isClosed) this.#stop = this.#parts.clock.after(lookEveryMs, () => this.begin())
  }

  /** Does nothing more, and waits for what is being done. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#stop()
    await this.#looking
  }

  /** Waits for what is being done. */
  async idle(): Promise<void> {
    await this.#looking
  }

  async #look(): Promise<void> {
    const today = dayInSweden(this.#parts.clock.now())
    const isAnotherDay = today !== this.#today
    this.#today = today
    for (const id of this.#parts.applications.ids()) {
      if (this.#isClosed) return
      const open = this.#parts.applications.find(id)
      if (!open || !isBeforeLock(open.records.application.data.state)) continue
      const due = open.rounds.rounds.filter(round => dueJobs(round, this.#parts.clock.now()).length > 0)
      for (const { number } of due) await this.#doDue(id, open, number)
      if (isAnotherDay && open.rounds.standings().some(isOpen)) this.#parts.afterwards.dayTurned(id)
    }
  }

  async #doDue(id: string, open: OpenApplication, number: number): Promise<void> {
    try {
      await open.rounds.turns.take(async () => {
        const round = open.rounds.find(number)
        const now = this.#parts.clock.now()
        for (const { job, isPast } of round ? dueJobs(round, now) : []) {
          if (isPast) await open.rounds.change(number, round => void round.jobsDone.push(job))
          else await this.#do(id, open, number, job, new Date(now).toISOString())
        }
      })
    } catch (fault) {
      // What has not been done is due when it is looked for the next time.
      this.#parts.log({ kind: 'roundFault', document: id, fault })
    }
  }

  async #do(
    id: string,
    { rounds, records }: OpenApplication,
    number: number,
    job: Job,
    at: string,
  ): Promise<void> {
    const round = rounds.find(number)
    if (!round) return
    const waiting = round.recipients
      .map(({ partyId }) => partyId)
      .filter(partyId => replyOf(round, partyId) === null)
    const event: RoundEvent = {
      id: `${round.id}-${job}-${round.closesOn}-${round.extensions.length}`,
      kind: job === 'close' ? 'over' : job,
      ...{ round: number, by: null, at },
      partyIds: job === 'close' ? round.recipients.map(({ partyId }) => partyId) : waiting,
    }
    if (job === 'close') {
      const { state } = records.application.data
      const details = { round: String(number), what: 'dayPassed' }
      await this.#parts.audit.note({ act: 'roundOver', me: null, applicationId: id, state, details })
    }
    const done = (round: KeptRound) => {
      round.jobsDone.push(job)
      if (job === 'close') round.over = { why: 'dayPassed', reason: '', by: null, at }
      else remember(round, waiting, { at, by: null })
    }
    await rounds.change(number, done, ...(event.partyIds.length > 0 ? [event] : []))
    await this.#parts.afterwards.changed(id, null)
  }
}
