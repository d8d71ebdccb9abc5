import { expect, it } from 'vitest'
import type { CommentEvent } from '../../../server/comment/CommentEvent.ts'
import { NoticeFiles } from '../../../server/notice/NoticeFiles.ts'
import { NoticeKeeper } from '../../../server/notice/NoticeKeeper.ts'
import { gatherForMs, NoticeLetters } from '../../../server/notice/NoticeLetters.ts'
import { Notices } from '../../../server/notice/Notices.ts'
import { noticeIdOf } from '../../../server/notice/noticeIds.ts'
import type { KeptNotice } from '../../../server/notice/noticesFile.ts'
import type { Me } from '../../../shared/http/session.ts'
import { HandClock } from '../mail/HandClock.ts'
import { fault, MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { applicationId, event, thread } from './made.ts'

const me = (id: string, partyId: string): Me => ({
  person: { id, name: id, title: '', partyId },
  party: { id: partyId, kind: 'kommun', name: partyId, shortName: partyId, colour: 1 },
})
const members = [me('anna', 'heby'), me('karim', 'af')]
const karim = { is: 'person', personId: 'karim' } as const

/** What is done with a thread of Anna's, which Karim has not begun nor watches. */
const done: readonly CommentEvent[] = [
  event({ id: '1', assignee: karim }),
  event({ id: '2', kind: 'assigned' }),
  event({ id: '3', kind: 'assigned', assignee: karim }),
  event({ id: '4', kind: 'assigned' }),
  event({ id: '5', kind: 'assigned', assignee: karim }),
]
const last = noticeIdOf(applicationId, done.at(-1) ?? event(), 'karim')

/** What two people are told, on a disk in memory, with a mail queue that keeps what it is given, on a disk of its own. */
async function open(disk: MemoryFileSystem, clock: HandClock, queued: Map<string, string>) {
  await disk.makeFolder('/data')
  await disk.syncFolder('/')
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
    letterOf: (personId, notices) => ({
      ...{ to: `${personId}@af.example`, subject: 'Ord' },
      text: notices.map(({ id }) => id).join('\n'),
    }),
    clock,
    log: () => {},
  })
  const now = () => clock.now()
  const notices = new Notices({
    files,
    keeper: new NoticeKeeper({ files, letters, tell: () => {}, now, log: () => {} }),
    sight: {
      applications: () => [applicationId],
      members: () => members,
      member: (_applicationId, personId) => members.find(({ person }) => person.id === personId) ?? null,
      thread: () => thread(),
      seesThread: () => true,
      sees: () => true,
      writes: () => true,
      watchesByItself: () => false,
      nameOf: () => 'Plattform',
      partyName: () => '',
      quote: () => '',
      words: () => 'Ord.',
      // Nothing here is of rounds.
      round: () => null,
      ordinal: () => 1,
      roundReaders: () => [],
      roundReader: () => null,
      headings: () => [],
      standing: () => null,
    },
    whoOf: by => ({ personId: by, name: by, title: '', partyId: '', isGuest: false }),
    tell: () => {},
    now,
    log: () => {},
  })
  letters.begin()
  return { files, letters, notices }
}

/** Lets the program go on until it has nothing to do: everything here is in memory, and takes a few turns. */
async function atRest(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(resolve => setImmediate(resolve))
}

// What is due is struck out when it has been told, or, when that cannot be written, told again with what came after.
it.each([true, false])(
  'cut at any moment, a thread is told her once as it is now: struck out %s',
  async isStruckOut => {
    let cuts = 0
    for (let call = 1; ; call += 1) {
      const disk = new MemoryFileSystem()
      const clock = new HandClock()
      const queued = new Map<string, string>()
      const before = await open(disk, clock, queued)
      let left = call
      disk.before = () => {
        left -= 1
        if (left <= 0) throw fault('EIO', 'cut')
      }
      let due: CommentEvent[] = []
      let isCut = false
      for (const one of done) {
        due.push(one)
        // Whatever is done after the cut is due as well: the comments are a disk of their own.
        if (isCut) continue
        await before.notices.told(applicationId, due).catch(() => {
          isCut = true
        })
        await atRest()
        if (isStruckOut && !isCut) due = []
      }
      await before.letters.stop()
      const after = await open(disk.afterPowerCut(), clock, queued)
      for (let time = 0; time < 2; time += 1) {
        await after.notices.told(applicationId, due)
        await atRest()
        clock.pass(gatherForMs)
        await atRest()
      }
      await after.notices.read(me('karim', 'af'), 'all')
      await after.notices.told(applicationId, due)
      await atRest()
      const kept: readonly KeptNotice[] = after.files.of('karim').notices
      const about = `cut at call ${call}`
      expect(
        kept.map(({ id, isRead, letter }) => ({ id, isRead, letter })),
        about,
      ).toEqual([{ id: last, isRead: true, letter: null }])
      const told = [...queued.values()]
      expect(told.filter(text => text.includes(last)).length, about).toBe(1)
      // One at once, and one that tells that it is so again.
      expect([1, 2], about).toContain(told.length)
      if (left > 0) break
      cuts += 1
    }
    expect(cuts).toBeGreaterThan(20)
  },
)
