import { describe, expect, it } from 'vitest'
import type { Letter } from '../../../server/mail/Letter.ts'
import { MailQueueFull } from '../../../server/mail/MailQueue.ts'
import { NoticeFiles } from '../../../server/notice/NoticeFiles.ts'
import { gatherForMs, NoticeLetters } from '../../../server/notice/NoticeLetters.ts'
import { digestIdOf } from '../../../server/notice/noticeIds.ts'
import type { KeptNotice } from '../../../server/notice/noticesFile.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import { HandClock, until } from '../mail/HandClock.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { at, notice } from './made.ts'

const minute = 60_000
const folder = '/data/notices'

/** Letters about what people are told, on a disk in memory, with a mail queue that keeps what it is given. */
class House {
  readonly disk: MemoryFileSystem
  readonly clock: HandClock
  readonly log: LogEvent[] = []
  /** What has been queued, by the letters' ids; as the disk has it. */
  readonly queued: Map<string, Letter>
  /** What the queue does before it takes a letter. */
  queueing: () => Promise<void> = async () => {}
  readonly files: NoticeFiles
  readonly letters: NoticeLetters

  private constructor(
    disk: MemoryFileSystem,
    clock: HandClock,
    queued: Map<string, Letter>,
    files: NoticeFiles,
  ) {
    this.disk = disk
    this.clock = clock
    this.queued = queued
    this.files = files
    this.letters = new NoticeLetters({
      files,
      mail: {
        has: id => queued.has(id),
        send: async (letter, id = '') => {
          await this.queueing()
          queued.set(id, letter)
          return id
        },
      },
      // As the real one: what has been read is not told.
      letterOf: (personId, notices) => {
        const told = notices.filter(({ isRead }) => !isRead)
        if (told.length === 0) return null
        return { to: `${personId}@af.example`, subject: 'Ord', text: told.map(({ id }) => id).join('\n') }
      },
      clock,
      log: event => this.log.push(event),
    })
  }

  static async open(
    disk = new MemoryFileSystem(),
    clock = new HandClock(),
    queued = new Map<string, Letter>(),
  ): Promise<House> {
    await disk.makeFolder('/data')
    await disk.syncFolder('/')
    return new House(disk, clock, queued, await NoticeFiles.open(disk, folder, () => {}))
  }

  /** Tells a person something new. */
  async tell(notices: readonly KeptNotice[], personId = 'karim'): Promise<void> {
    const file = await this.files.toChange(personId)
    await file.update(kept => {
      kept.notices.push(...notices)
    })
    this.letters.lookAt([personId])
  }

  async read(id: string): Promise<void> {
    const file = await this.files.toChange('karim')
    await file.update(({ notices }) => {
      for (const one of notices) if (one.id === id) one.isRead = true
    })
  }

  /** The texts of the letters. */
  get texts(): string[] {
    return [...this.queued.values()].map(({ text }) => text)
  }

  /** Waits until no letter is due any more but those that are gathered. */
  async written(): Promise<void> {
    await until(() => this.waiting.every(letter => letter === 'digest'))
  }

  /** The letters that are still to be queued. */
  get waiting(): string[] {
    return this.files.of('karim').notices.flatMap(({ letter }) => letter ?? [])
  }
}

/** Lets the program go on until it has nothing to do: everything here is in memory, and takes a few turns. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => setImmediate(resolve))
}

const idOf = (number: number) => notice(number).id
const gathered = (number: number, changed: Partial<KeptNotice> = {}) =>
  notice(number, { kind: 'commented', letter: 'digest', ...changed })

describe('what is to be told at once', () => {
  it('is a letter each, under the id that it has for ever', async () => {
    const house = await House.open()
    house.letters.begin()
    await house.tell([notice(1), notice(2)])
    await house.written()
    expect([...house.queued.keys()]).toEqual([notice(1).letter, notice(2).letter])
    expect(house.texts).toEqual([idOf(1), idOf(2)])
    expect(house.clock.nextInMs).toBeNull()
  })

  it('is not written before anybody knows where its link leads', async () => {
    const house = await House.open()
    await house.tell([notice(1)])
    expect(house.queued.size).toBe(0)
    house.letters.begin()
    await house.written()
    expect(house.texts).toEqual([idOf(1)])
  })

  it('waits while the mail queue is full, which the log says, and is lost by nobody', async () => {
    const house = await House.open()
    house.queueing = async () => {
      throw new MailQueueFull('2000 letters wait already.')
    }
    house.letters.begin()
    await house.tell([notice(1)])
    await house.tell([notice(2)], 'elin')
    await atRest()
    expect(house.clock.nextInMs).toBe(minute)
    expect(new Set(house.log.map(({ kind }) => kind))).toEqual(new Set(['noticesWait']))
    expect(house.waiting).toEqual([notice(1).letter])
    house.queueing = async () => {}
    house.clock.pass(minute)
    await until(() => house.queued.size === 2)
    expect(house.texts.toSorted()).toEqual([idOf(1), idOf(2)])
  })

  it('is written to the others when the disk refuses one person’s', async () => {
    const house = await House.open()
    house.letters.begin()
    house.disk.before = ({ path, name }) => {
      if (name === 'rename' && path.includes('karim')) throw fault('EIO', path)
    }
    await expect(house.tell([notice(1)])).rejects.toThrow()
    await house.tell([notice(2)], 'elin')
    await until(() => house.queued.size === 1)
    expect(house.texts).toEqual([idOf(2)])
  })

  it('is not written any more when the program stops, and is when it is there again', async () => {
    const house = await House.open()
    let goOn = () => {}
    let hasBegun = false
    house.queueing = () =>
      new Promise(resolve => {
        hasBegun = true
        goOn = resolve
      })
    house.letters.begin()
    await house.tell([notice(1), notice(2)])
    await until(() => hasBegun)
    const stopped = house.letters.stop()
    goOn()
    await stopped
    expect(house.texts).toEqual([idOf(1)])
    const after = await House.open(house.disk, house.clock, house.queued)
    after.letters.begin()
    await after.written()
    expect(after.texts).toEqual([idOf(1), idOf(2)])
  })
})

describe('what is gathered', () => {
  it('is one letter when a quarter of an hour has passed since the first of it', async () => {
    const house = await House.open()
    house.letters.begin()
    await house.tell([gathered(1)])
    await until(() => house.clock.nextInMs !== null)
    expect(house.clock.nextInMs).toBe(gatherForMs)
    house.clock.pass(10 * minute)
    const later = new Date(house.clock.now()).toISOString()
    await house.tell([gathered(2, { at: later })])
    await until(() => house.clock.nextInMs !== null)
    expect(house.clock.nextInMs).toBe(5 * minute)
    expect(house.queued.size).toBe(0)
    house.clock.pass(5 * minute)
    await until(() => house.queued.size === 1)
    expect(house.texts).toEqual([`${idOf(1)}\n${idOf(2)}`])
    expect([...house.queued.keys()]).toEqual([digestIdOf([gathered(1), gathered(2)])])
  })

  it('is at most one letter in a quarter of an hour, for each ansökan', async () => {
    const house = await House.open()
    house.letters.begin()
    const other = { applicationId: 'b1b2c3d4e5f60718' }
    const sentAt: number[] = []
    for (let number = 1; number <= 60; number += 1) {
      const now = new Date(house.clock.now()).toISOString()
      await house.tell([gathered(number, { at: now }), gathered(1000 + number, { at: now, ...other })])
      house.clock.pass(minute)
      await atRest()
      while (sentAt.length < house.queued.size) sentAt.push(house.clock.now())
    }
    const begun = Date.parse(at)
    expect(sentAt.map(sent => (sent - begun) / minute)).toEqual([15, 15, 30, 30, 45, 45, 60, 60])
    const told = house.texts.flatMap(text => text.split('\n'))
    expect(new Set(told).size).toBe(told.length)
  })

  it('leaves out what has been read in the program meanwhile, and is no letter when nothing is left', async () => {
    const house = await House.open()
    house.letters.begin()
    await house.tell([gathered(1), gathered(2)])
    await house.read(idOf(1))
    await until(() => house.clock.nextInMs !== null)
    house.clock.pass(gatherForMs)
    await until(() => house.queued.size === 1)
    expect(house.texts).toEqual([idOf(2)])
    const later = new Date(house.clock.now()).toISOString()
    await house.tell([gathered(3, { at: later })])
    await house.read(idOf(3))
    await until(() => house.clock.nextInMs !== null)
    house.clock.pass(gatherForMs)
    await until(() => house.waiting.length === 0)
    expect(house.queued.size).toBe(1)
  })
})

describe('when the power is cut', () => {
  it('at any moment, everything is written once all the same', async () => {
    let cuts = 0
    for (let call = 1; ; call += 1) {
      const house = await House.open()
      await (await house.files.toChange('karim')).update(kept => {
        kept.notices.push(notice(1), notice(2), gathered(3), gathered(4))
      })
      house.clock.pass(gatherForMs)
      let left = call
      house.disk.before = () => {
        left -= 1
        if (left <= 0) throw fault('EIO', 'cut')
      }
      // The queue is a disk of its own: what it has taken, it has.
      house.letters.begin()
      await until(() => left <= 0 || house.waiting.length === 0)
      await house.letters.stop()
      if (left > 0) break
      cuts += 1
      const after = await House.open(house.disk.afterPowerCut(), house.clock, house.queued)
      // What comes after the cut is another letter, whatever the one before was to tell.
      await after.tell([gathered(5, { at })])
      after.letters.begin()
      await until(() => after.waiting.length === 0)
      const told = after.texts.flatMap(text => text.split('\n')).toSorted()
      expect(told, `cut at call ${call}`).toEqual([1, 2, 3, 4, 5].map(idOf))
    }
    expect(cuts).toBeGreaterThan(4)
  })
})
