import type { RoundTold } from '../consultation/RoundEvent.ts'
import type { Applications } from '../document/Applications.ts'
import type { MailQueue } from '../mail/MailQueue.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import { whoFrom } from '../people/access/whoOf.ts'
import type { People } from '../people/People.ts'
import type { DataFolder } from '../storage/dataFolder.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Clock } from '../time/Clock.ts'
import { NoticeFiles, noticesName } from './NoticeFiles.ts'
import { NoticeKeeper } from './NoticeKeeper.ts'
import { NoticeLetters } from './NoticeLetters.ts'
import { Notices } from './Notices.ts'
import { noticeLetterOf } from './noticeLetterOf.ts'
import { RoundNotices } from './round/RoundNotices.ts'
import { isLetterStillSo } from './round/roundAbout.ts'
import { roundLetterOf } from './round/roundLetterOf.ts'
import { Sight } from './Sight.ts'

interface NoticesGround {
  readonly folder: DataFolder
  readonly applications: Applications
  readonly access: Access
  readonly people: People
  readonly rooms: Pick<Rooms, 'tellEverywhere'>
  readonly mail: MailQueue
  /** Where people reach the program, without a path. */
  readonly address: () => string
  readonly clock: Clock
  readonly log: Log
}

interface OpenNotices {
  readonly notices: Notices
  readonly letters: NoticeLetters
  /** Takes what happens in rounds. */
  readonly toldOfRounds: RoundTold
}

/** What everybody is told, and the letters about it, which are to be begun when the address is known. Throws `DiskFault`. */
export async function openNotices(ground: NoticesGround): Promise<OpenNotices> {
  const { folder, people, rooms, mail, clock, log } = ground
  const now = () => clock.now()
  const sight = new Sight(ground)
  const failed = (fault: unknown) => log({ kind: 'noticeFault', fault })
  const files = await NoticeFiles.open(folder.fileSystem, folder.file(noticesName), failed)
  const letters = new NoticeLetters({
    files,
    mail,
    letterOf: (personId, notices) => {
      const [first] = notices
      const parts = { ...ground, sight, now }
      // What is of rounds is never gathered.
      return first?.round ? roundLetterOf(parts, personId, first) : noticeLetterOf(parts, personId, notices)
    },
    clock,
    log,
  })
  mail.askAbout(about => isLetterStillSo(about, sight))
  const keeper = new NoticeKeeper({
    files,
    letters,
    tell: persons => rooms.tellEverywhere('notices', ({ person }) => persons.has(person.id)),
    now,
    log,
  })
  const notices = new Notices({
    files,
    sight,
    keeper,
    whoOf: whoFrom(people),
    tell: persons => rooms.tellEverywhere('notices', ({ person }) => persons.has(person.id)),
    now,
    log,
  })
  return { notices, letters, toldOfRounds: new RoundNotices({ files, sight, keeper }).told }
}
