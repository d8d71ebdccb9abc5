import { type Notice, type NoticesAnswer, noticesTogether } from '../../shared/http/notices.ts'
import type { Me } from '../../shared/http/session.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import type { KeptNotice, NoticesFile } from './noticesFile.ts'
import type { Sight } from './Sight.ts'

/** Letters of what was said that are shown, in UTF-16 units. */
const excerptMaxLength = 160

/** The notices of somebody as they are shown, with the names and words of now; without what she may not see any more. */
export function answerNotices(
  file: NoticesFile,
  me: Me,
  sight: Pick<Sight, keyof Sight>,
  whoOf: WhoOf,
): NoticesAnswer {
  const seen = file.notices.filter(notice => notice.isShown && sight.sees(me, notice)).reverse()
  const unread = seen.filter(({ isRead }) => !isRead)
  const inOrder = [...newestFirst(unread), ...newestFirst(seen.filter(({ isRead }) => isRead))]
  return {
    unread: unread.length,
    notices: inOrder.slice(0, noticesTogether).map(notice => {
      const { id, kind, applicationId, threadId, isReopened, by, at, isRead } = notice
      return {
        ...{ id, kind, applicationId, threadId, isReopened, at, isRead },
        threadRound: threadId === null ? null : (sight.thread(applicationId, threadId)?.round ?? null),
        round: answerRound(notice, sight),
        applicationName: sight.nameOf(applicationId),
        by: by === null ? null : whoOf(by),
        partyName: by === null ? '' : sight.partyName(by.slice(by.indexOf('@') + 1)),
        excerpt: excerptOf(sight.words(notice)),
      }
    }),
  }
}

function answerRound(
  { applicationId, round: told }: KeptNotice,
  sight: Pick<Sight, 'round' | 'ordinal'>,
): Notice['round'] {
  const round = told && sight.round(applicationId, told.number)
  if (!told || !round) return null
  const { number, purpose, closesOn } = round
  return { what: told.what, number, purpose, ordinal: sight.ordinal(applicationId, round), closesOn }
}

function newestFirst(notices: readonly KeptNotice[]): KeptNotice[] {
  return notices.toSorted((one, other) => other.at.localeCompare(one.at))
}

/** The beginning of a text as one line, cut between words. */
function excerptOf(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line.length <= excerptMaxLength) return line
  const cut = line.slice(0, excerptMaxLength)
  const space = cut.lastIndexOf(' ')
  return `${(space > excerptMaxLength / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/\ufffd$/, '')}…`
}
