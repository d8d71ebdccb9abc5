import { expect, it } from 'vitest'
import type { RoundEvent } from '../../../../server/consultation/RoundEvent.ts'
import type { KeptRound } from '../../../../server/consultation/roundsFile.ts'
import { NoticeFiles } from '../../../../server/notice/NoticeFiles.ts'
import { NoticeKeeper } from '../../../../server/notice/NoticeKeeper.ts'
import { NoticeLetters } from '../../../../server/notice/NoticeLetters.ts'
import { isWorthALetter } from '../../../../server/notice/round/isStillSo.ts'
import { RoundNotices } from '../../../../server/notice/round/RoundNotices.ts'
import { keptRound } from '../../consultation/keptRound.ts'
import { HandClock } from '../../mail/HandClock.ts'
import { fault, MemoryFileSystem } from '../../storage/MemoryFileSystem.ts'
import { applicationId } from '../made.ts'

const karim = { personId: 'karim', partyId: 'af', isHolder: false }

interface Step {
  readonly event: RoundEvent
  /** What the round is from then on. */
  readonly change: Partial<KeptRound>
}

function step(kind: RoundEvent['kind'], day: number, change: Partial<KeptRound> = {}): Step {
  const at = `2024-05-${day}T06:00:00.000Z`
  return { event: { id: `${kind} ${day}`, kind, round: 1, by: 'anna@heby', at, partyIds: ['af'] }, change }
}

const extension = { from: '2024-05-24', by: 'anna@heby', at: '2024-05-22T06:00:00.000Z' }
const begun = [
  step('sent', 17),
  step('soon', 21),
  step('extended', 22, { closesOn: '2024-05-31', extensions: [extension] }),
  step('soon', 28),
  step('reminded', 29),
]
const over = { why: 'calledOff', reason: 'Ord.', by: 'anna@heby', at: '2024-05-30T06:00:00.000Z' } as const

/** What one person is told of one round, on a disk in memory, with a mail queue that keeps what it is given. */
async function open(disk: MemoryFileSystem, queued: Map<string, string>, round: () => KeptRound) {
  await disk.makeFolder('/data')
  await disk.syncFolder('/')
  const clock = new HandClock('2024-05-30T10:00:00Z')
  const files = await NoticeFiles.open(disk, '/data/notices', () => {})
  const letters = new NoticeLetters({
    files,
    mail: {
      has: id => queued.has(id),
      send: async ({ text }, id = '') => {
        queued.set(id, text)
        return id
      },
    },
    letterOf: (personId, notices) => {
      const [told] = notices
      const what = told?.round?.what
      if (!told || !what || !isWorthALetter(round(), { what, at: told.at }, karim)) return null
      return { to: `${personId}@af.example`, subject: 'Ord', text: `${what} ${told.at.slice(8, 10)}` }
    },
    clock,
    log: () => {},
  })
  const keeper = new NoticeKeeper({ files, letters, tell: () => {}, now: () => clock.now(), log: () => {} })
  const sight = { round, roundReaders: () => [karim] }
  letters.begin()
  return { files, letters, notices: new RoundNotices({ files, sight, keeper }) }
}

/** Lets the program go on until it has nothing to do: everything here is in memory, and takes a few turns. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => setImmediate(resolve))
}

it.each<[string, Step[], string[]]>([
  ['as it is now', begun, ['sent 17', 'extended 22', 'reminded 29']],
  ['that it was called off, alone', [...begun, step('calledOff', 30, { over })], ['calledOff 30']],
])('cut at any moment, she is told of a round once, %s', async (_, steps, expected) => {
  let cuts = 0
  for (let call = 1; ; call += 1) {
    const disk = new MemoryFileSystem()
    const queued = new Map<string, string>()
    let round = keptRound({ closesOn: '2024-05-24' })
    const before = await open(disk, queued, () => round)
    let left = call
    disk.before = () => {
      left -= 1
      if (left <= 0) throw fault('EIO', 'cut')
    }
    const due: RoundEvent[] = []
    let isCut = false
    for (const { event, change } of steps) {
      round = { ...round, ...change }
      due.push(event)
      // The rounds are a disk of their own: what happens after the cut is due as well.
      if (isCut) continue
      await before.notices.told(applicationId, due).catch(() => {
        isCut = true
      })
      await atRest()
    }
    await before.letters.stop()
    const after = await open(disk.afterPowerCut(), queued, () => round)
    for (let time = 0; time < 2; time += 1) {
      await after.notices.told(applicationId, due)
      await atRest()
    }
    const about = `cut at call ${call}`
    const kept = after.files.of('karim').notices
    const told = kept.map(({ round, at }) => `${round?.what} ${at.slice(8, 10)}`)
    expect(told.toSorted(), about).toEqual(expected.toSorted())
    expect(
      kept.filter(({ letter }) => letter !== null),
      about,
    ).toEqual([])
    const letters = [...queued.values()]
    // Those that went before the cut may tell of what is not so any more; nobody is told the same twice.
    expect(new Set(letters).size, about).toBe(letters.length)
    expect(letters, about).toEqual(expect.arrayContaining(expected))
    if (left > 0) break
    cuts += 1
  }
  expect(cuts).toBeGreaterThan(20)
})
