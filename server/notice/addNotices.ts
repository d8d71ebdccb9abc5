import { isAboutRound } from '../../shared/http/notices.ts'
import { gatherForMs } from './NoticeLetters.ts'
import { isStronger, type KeptNotice, type NoticesFile } from './noticesFile.ts'
import { isOfState } from './whatStands.ts'

/** Notices that are kept of one person. */
export const keptMost = 500
/** Letters at once to one person about one ansökan in a quarter of an hour; what comes after them is gathered. */
export const atOnceMost = 5

/**
 * Adds what is new at `now`. What says more of the same post takes the place of what is there, and so does what a thread
 * is now of what it was, as long as she has not read that.
 */
export function addNotices(file: NoticesFile, made: readonly KeptNotice[], now: number): void {
  for (const notice of made) {
    const known = file.notices.find(({ id }) => id === notice.id)
    if (known && !isStronger(notice.kind, known.kind)) continue
    // One that is told again after a stop does not come after the one that took its place.
    const isPast = notice.kind === 'roundReminder' && file.notices.some(other => isAfter(other, notice))
    if (isPast) continue
    const wasTold = file.notices.some(other => isUnreadOf(other, notice))
    const letter = letterFor(file, notice, known, wasTold, now)
    file.notices = file.notices.filter(other => other !== known && !isUnreadOf(other, notice))
    file.notices.push({ ...notice, letter })
  }
  dropSurplus(file)
}

/** How a thread or a round is, as one is told of it. */
type About = Pick<KeptNotice, 'applicationId' | 'threadId' | 'kind'> & Partial<Pick<KeptNotice, 'round'>>

/** Whether a notice that she has not read tells how something was, of which `about` tells how it is now. */
export function isUnreadOf(notice: KeptNotice, about: About): boolean {
  return !notice.isRead && isOfState(about.kind) && isSame(notice, about)
}

function isSame(one: About, { applicationId, threadId, kind, round }: About): boolean {
  const isOfOne = one.applicationId === applicationId && one.round?.number === round?.number
  return isOfOne && one.threadId === threadId && one.kind === kind
}

function isAfter(one: KeptNotice, other: KeptNotice): boolean {
  return isSame(one, other) && one.at > other.at
}

function letterFor(
  file: NoticesFile,
  notice: KeptNotice,
  known: KeptNotice | undefined,
  wasTold: boolean,
  now: number,
): KeptNotice['letter'] {
  const { letter } = notice
  if (letter === null) return known?.letter ?? null
  // One each, whatever else has happened: there are few of them, and they have days to keep.
  if (isAboutRound(notice.kind)) return letter
  // Of what was she has had a letter, or it is on its way: what is now is gathered.
  if (letter === 'digest' || wasTold) return 'digest'
  file.atOnce = file.atOnce.filter(({ at }) => Math.abs(now - Date.parse(at)) < gatherForMs)
  if (file.atOnce.some(before => before.letter === letter)) return letter
  const ofThis = file.atOnce.filter(({ applicationId }) => applicationId === notice.applicationId)
  const isAgain = isOfState(notice.kind) && ofThis.some(before => isSame(before, notice))
  if (isAgain || ofThis.length >= atOnceMost) return 'digest'
  const { applicationId, threadId, kind } = notice
  file.atOnce.push({ applicationId, threadId, kind, letter, at: new Date(now).toISOString() })
  return letter
}

function dropSurplus(file: NoticesFile): void {
  while (file.notices.length > keptMost) {
    const dropped = firstToGo(file.notices)
    file.notices = file.notices.filter(notice => notice !== dropped)
  }
}

/**
 * The oldest that has been read; else of those whose sender has sent more than half of all, so that nobody drives out
 * the others'; else of all: the oldest that no letter waits for, if there is one.
 */
function firstToGo(notices: readonly KeptNotice[]): KeptNotice | undefined {
  const read = notices.find(({ isRead, letter }) => isRead && letter === null)
  if (read) return read
  const bySender = Map.groupBy(notices, ({ by }) => by?.split('@')[0])
  const tooMany = [...bySender.values()].find(({ length }) => length > keptMost / 2)
  const among = tooMany ?? notices
  return among.find(({ letter }) => letter === null) ?? among[0]
}
