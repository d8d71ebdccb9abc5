import type { Applications } from '../document/Applications.ts'
import type { MailQueue } from '../mail/MailQueue.ts'
import { realClock } from '../mail/QueueClock.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import { whoFrom } from '../people/access/whoOf.ts'
import type { People } from '../people/People.ts'
import type { DataFolder } from '../storage/dataFolder.ts'
import type { Rooms } from '../sync/rooms.ts'
import { NoticeFiles, noticesName } from './NoticeFiles.ts'
import { NoticeLetters } from './NoticeLetters.ts'
import { Notices } from './Notices.ts'
import { noticeLetterOf } from './noticeLetterOf.ts'
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
  readonly now: () => number
  readonly log: Log
}

/** What everybody is told, and the letters about it, which are to be begun when the address is known. Throws `DiskFault`. */
export async function openNotices(
  ground: NoticesGround,
): Promise<{ readonly notices: Notices; readonly letters: NoticeLetters }> {
  const { folder, people, rooms, mail, now, log } = ground
  const sight = new Sight(ground)
  const failed = (fault: unknown) => log({ kind: 'noticeFault', fault })
  const files = await NoticeFiles.open(folder.fileSystem, folder.file(noticesName), failed)
  const letters = new NoticeLetters({
    files,
    mail,
    letterOf: (personId, notices) => noticeLetterOf({ ...ground, sight }, personId, notices),
    clock: realClock,
    log,
  })
  const notices = new Notices({
    files,
    sight,
    letters,
    whoOf: whoFrom(people),
    tell: persons => rooms.tellEverywhere('notices', ({ person }) => persons.has(person.id)),
    now,
    log,
  })
  return { notices, letters }
}
