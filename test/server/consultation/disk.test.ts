import { beforeAll, describe, expect, it } from 'vitest'
import { HandClock } from '../mail/HandClock.ts'
import type { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { RoundHouse } from './RoundHouse.ts'

/** Before anything is done, and with a round that has been sent. */
let nothingSent: MemoryFileSystem
let sent: MemoryFileSystem

const now = '2024-05-20T10:00:00Z'

beforeAll(async () => {
  const house = await RoundHouse.begin()
  nothingSent = house.disk.afterKill()
  await house.send({ closesOn: '2024-05-22', closesByItself: true })
  await house.rounds.idle()
  await house.stop()
  sent = house.disk.afterKill()
})

const ends = {
  killed: (disk: MemoryFileSystem) => disk.afterKill(),
  'without power': (disk: MemoryFileSystem) => disk.afterPowerCut(),
}

/** What is done, whether it has been (by what is kept), and what then is so, and before. */
interface Act {
  readonly from: () => MemoryFileSystem
  readonly do: (house: RoundHouse) => Promise<unknown>
  readonly isDone: (house: RoundHouse) => boolean
  readonly done: {
    readonly state: string
    readonly lines: readonly string[]
    readonly told: readonly string[]
  }
  readonly undone: { readonly state: string; readonly lines: readonly string[] }
}

const line = '2024-05-17 Ansökan skickas ut till parter på remiss för synpunkter till 240522.'

const acts: Record<string, Act> = {
  'a round that is sent': {
    from: () => nothingSent,
    do: house => house.send(),
    isDone: ({ kept }) => kept.length === 1,
    done: {
      state: 'reviewRound',
      lines: ['2024-05-20 Ansökan skickas ut till parter på remiss.'],
      told: ['sent'],
    },
    undone: { state: 'draft', lines: [] },
  },
  'another day': {
    from: () => sent,
    do: house => house.change(1, { is: 'extend', closesOn: '2024-06-03' }),
    isDone: ({ kept }) => kept[0]?.closesOn === '2024-06-03',
    done: { state: 'reviewRound', lines: [line.replace('240522', '240603')], told: ['extended'] },
    undone: { state: 'reviewRound', lines: [line] },
  },
  'a round that is called off': {
    from: () => sent,
    do: house => house.change(1, { is: 'callOff', reason: 'Fel bilaga.' }),
    isDone: ({ kept }) => kept[0]?.over?.why === 'calledOff',
    done: { state: 'draft', lines: [line], told: ['calledOff'] },
    undone: { state: 'reviewRound', lines: [line] },
  },
}

describe('when the program is killed at any call of the disk, or the power is cut,', () => {
  it.each(Object.keys(acts))(
    '%s is there with all that follows from it, or not at all',
    async name => {
      const act = acts[name]
      if (!act) throw new Error('There is no such act.')
      for (const [end, next] of Object.entries(ends)) {
        let calls = 0
        for (let last = 0, isOver = false; !isOver; last += 1) {
          const where = `${end} after call ${last}`
          const house = await RoundHouse.on(act.from().afterKill(), new HandClock(now))
          calls = 0
          house.disk.before = () => {
            calls += 1
            if (calls > last) throw new Error('The machine is off')
          }
          const isAnswered = await act.do(house).then(
            () => true,
            () => false,
          )
          await house.rounds.idle()
          isOver = calls <= last
          const toldBefore = house.told.map(({ id }) => id)
          const found = await RoundHouse.on(next(house.disk), new HandClock(now))
          const told = [...new Set([...toldBefore, ...found.told.map(({ id }) => id)])]
          const isDone = act.isDone(found)
          // What was answered is there.
          if (isAnswered) expect(isDone, where).toBe(true)
          const { state, lines } = isDone ? act.done : act.undone
          expect([found.state, await found.lines()], where).toEqual([state, lines])
          expect([told.length, found.due], where).toEqual([isDone ? act.done.told.length : 0, []])
          for (const { version } of found.kept) {
            expect(await found.versions.read(found.id, version.number), where).not.toBeNull()
          }
        }
        expect(calls, end).toBeGreaterThan(10)
      }
    },
    60_000,
  )

  it('a round that closes by itself is closed once, and told of', async () => {
    for (const [end, next] of Object.entries(ends)) {
      for (let last = 0, isOver = false; !isOver; last += 1) {
        const where = `${end} after call ${last}`
        const clock = new HandClock(now)
        const house = await RoundHouse.on(sent.afterKill(), clock)
        let calls = 0
        house.disk.before = () => {
          calls += 1
          if (calls > last) throw new Error('The machine is off')
        }
        clock.set('2024-05-23T10:00:00Z')
        await house.rounds.idle()
        isOver = calls <= last
        const toldBefore = house.told.map(({ id }) => id)
        const found = await RoundHouse.on(next(house.disk), new HandClock('2024-05-23T11:00:00Z'))
        const [round] = found.kept
        expect([round?.over?.why, round?.jobsDone.toSorted(), found.state], where).toEqual([
          'dayPassed',
          ['close', 'soon', 'today'],
          'draft',
        ])
        const told = new Set([...toldBefore, ...found.told.map(({ id }) => id)])
        expect([told.size, found.due], where).toEqual([1, []])
      }
    }
  }, 60_000)
})

describe('when the disk refuses', () => {
  async function refusing(path: RegExp, disk = nothingSent): Promise<RoundHouse> {
    const house = await RoundHouse.on(disk.afterKill(), new HandClock(now))
    house.disk.before = call => {
      if (path.test(call.path) && ['open', 'write', 'syncData'].includes(call.name))
        throw Object.assign(new Error('i/o error'), { code: 'EIO', syscall: 'write' })
    }
    return house
  }

  it.each([
    ['the round', /rounds\.json/],
    ['the log', /\/audit\//],
    ['the version', /versions\.json|attachments/],
  ])('%s, nothing is sent, and that is said; sent again, it is', async (_what, path) => {
    const house = await refusing(path)
    const id = 'abcdefabcdefabcdefab'
    await expect(house.send({ id })).rejects.toThrow()
    await house.rounds.idle()
    expect([house.kept, house.state, await house.lines(), house.told]).toEqual([[], 'draft', [], []])
    house.disk.before = () => {}
    expect((await house.send({ id })).number).toBe(1)
    await house.rounds.idle()
    expect([house.kept.length, house.state, house.told.map(({ kind }) => kind)]).toEqual([
      1,
      'reviewRound',
      ['sent'],
    ])
  })

  it('the state, the round is sent, and the state follows when it is tried again', async () => {
    const house = await refusing(/record\.json/)
    await house.send()
    await house.rounds.idle()
    expect([house.state, house.log.map(({ kind }) => kind)]).toEqual(['draft', ['roundFault']])
    house.disk.before = () => {}
    house.clock.pass(30_000)
    await house.rounds.idle()
    expect(house.state).toBe('reviewRound')
  })

  it('the line in the list, it is written once when it is tried again', async () => {
    const house = await refusing(/\/wal\//)
    await house.send()
    await house.rounds.idle()
    house.disk.before = () => {}
    house.clock.pass(30_000)
    await house.rounds.idle()
    expect(await house.lines()).toEqual(['2024-05-20 Ansökan skickas ut till parter på remiss.'])
  })

  it('that a round closes by itself, it is open until it can be kept', async () => {
    const house = await refusing(/rounds\.json/, sent)
    house.clock.set('2024-05-23T10:00:00Z')
    await house.rounds.idle()
    expect([house.kept[0]?.over, house.told]).toEqual([null, []])
    house.disk.before = () => {}
    house.clock.pass(60_000)
    await house.rounds.idle()
    expect([house.kept[0]?.over?.why, house.told.map(({ kind }) => kind)]).toEqual(['dayPassed', ['over']])
  })
})

describe('what is to be told', () => {
  it('is told again until it has been, and then no more', async () => {
    const house = await RoundHouse.on(nothingSent.afterKill(), new HandClock(now))
    house.mayTell = () => {
      throw new Error('The mail queue is full')
    }
    await house.send()
    await house.rounds.idle()
    expect(house.due.map(({ kind }) => kind)).toEqual(['sent'])
    house.mayTell = () => {}
    house.clock.pass(30_000)
    await house.rounds.idle()
    house.clock.pass(3_600_000)
    await house.rounds.idle()
    expect([house.due, house.told.map(({ kind, round, by }) => [kind, round, by])]).toEqual([
      [],
      [['sent', 1, 'anna@heby']],
    ])
  })
})
