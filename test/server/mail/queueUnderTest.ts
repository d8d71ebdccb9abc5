import type { Letter } from '../../../server/mail/Letter.ts'
import { LetterFiles } from '../../../server/mail/LetterFiles.ts'
import {
  type MailCarrier,
  NotCarried,
  type OutgoingLetter,
  type TroubleReason,
} from '../../../server/mail/MailCarrier.ts'
import { MailQueue } from '../../../server/mail/MailQueue.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { HandClock, until } from './HandClock.ts'

export const folder = '/data/mail'
export const letter: Letter = {
  to: 'asa@af.example',
  subject: 'Logga in',
  text: 'https://heby.example/logga-in#hemligt\n',
}

/** A try that a test has in its hand. */
export interface Try {
  readonly letter: OutgoingLetter
  readonly signal: AbortSignal
  take(): void
  refuse(reason?: TroubleReason): void
  fail(fault: unknown): void
}

/** A carrier that waits for the test to say how each try goes. */
export class HeldCarrier implements MailCarrier {
  readonly tries: Try[] = []
  underWay = 0
  mostUnderWay = 0

  async carry(letter: OutgoingLetter, signal: AbortSignal): Promise<void> {
    this.underWay += 1
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay)
    try {
      await new Promise<void>((resolve, reject) => {
        const refuse = (reason: TroubleReason = 'refusedForNow') =>
          reject(
            new NotCarried({ reason, status: reason === 'refused' ? 550 : 451, said: 'asa@af.example? No.' }),
          )
        signal.addEventListener('abort', () => refuse('tooSlow'))
        this.tries.push({ letter, signal, take: resolve, refuse, fail: reject })
      })
    } finally {
      this.underWay -= 1
    }
  }

  /** The try of this number, from 1 on, when it has begun. */
  async begun(number: number): Promise<Try> {
    let found: Try | undefined
    await until(() => {
      found = this.tries[number - 1]
      return found !== undefined
    })
    if (!found) throw new Error('There is no such try.')
    return found
  }
}

/** A queue on a disk in memory, with a clock that a test moves. */
export class QueueUnderTest<Carrier extends MailCarrier = HeldCarrier> {
  readonly disk: MemoryFileSystem
  readonly clock: HandClock
  readonly carrier: Carrier
  readonly log: LogEvent[] = []
  readonly queue: MailQueue
  /** The addresses of those who have left. */
  readonly gone: Set<string>

  private constructor(
    disk: MemoryFileSystem,
    clock: HandClock,
    carrier: Carrier,
    log: LogEvent[],
    queue: MailQueue,
    gone: Set<string>,
  ) {
    this.disk = disk
    this.clock = clock
    this.carrier = carrier
    this.log = log
    this.queue = queue
    this.gone = gone
  }

  static async over<Carrier extends MailCarrier>(
    carrier: Carrier,
    disk = new MemoryFileSystem(),
    clock = new HandClock(),
  ): Promise<QueueUnderTest<Carrier>> {
    const log: LogEvent[] = []
    const gone = new Set<string>()
    await disk.makeFolder('/data')
    await disk.syncFolder('/')
    const files = await LetterFiles.open(disk, folder)
    const queue = await MailQueue.open({
      files,
      carrier,
      domain: 'heby.example',
      isWanted: to => !gone.has(to),
      clock,
      log: event => log.push(event),
    })
    return new QueueUnderTest(disk, clock, carrier, log, queue, gone)
  }

  static async open(disk?: MemoryFileSystem, clock?: HandClock): Promise<QueueUnderTest> {
    return await QueueUnderTest.over(new HeldCarrier(), disk, clock)
  }

  /** What the disk has of a letter. */
  onDisk(id: string): Record<string, unknown> {
    return JSON.parse(this.disk.peek(`${folder}/${id}.json`).toString()) as Record<string, unknown>
  }

  /** Waits until the disk says so of a letter. */
  async becomes(id: string, state: string): Promise<void> {
    await until(() => this.onDisk(id).state === state)
  }

  /** Waits until a letter that was refused waits for its next try; gives for how long. */
  async pauses(): Promise<number> {
    await until(() => this.clock.nextInMs !== null)
    return this.clock.nextInMs ?? 0
  }
}
