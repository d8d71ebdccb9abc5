import { isAboutRound } from '../../shared/http/notices.ts'
import type { Letter } from '../mail/Letter.ts'
import { digestLetter } from '../mail/letters/digestLetter.ts'
import { noticeLetter, type Told } from '../mail/letters/noticeLetter.ts'
import type { People } from '../people/People.ts'
import type { KeptNotice } from './noticesFile.ts'
import type { Sight } from './Sight.ts'

/** What is older than that is not worth a letter any more: the program was stopped, or came from a backup. */
const tooOldMs = 24 * 3_600_000

export interface LetterParts {
  readonly sight: Sight
  readonly people: Pick<People, 'describe'>
  /** Where people reach the program, without a path. */
  readonly address: () => string
  readonly now: () => number
}

/**
 * The letter that tells a person of these notices of one ansökan: of those that she has not read meanwhile and may still
 * see, in the words of now. Null when that is none, or she has left or has no address.
 */
export function noticeLetterOf(
  { sight, people, address, now }: LetterParts,
  personId: string,
  notices: readonly KeptNotice[],
): Letter | null {
  const applicationId = notices[0]?.applicationId ?? ''
  const me = sight.member(applicationId, personId)
  const to = people.describe(personId)?.address
  if (!me || !to) return null
  const told = notices.flatMap((notice): Told[] => {
    const { kind, isReopened, threadId } = notice
    if (isAboutRound(kind)) return []
    const isOver = notice.isRead || now() - Date.parse(notice.at) > tooOldMs
    if (isOver || !sight.sees(me, notice)) return []
    const words = sight.words(notice)
    const isDeleted = words === '' && ['mentioned', 'answered', 'commented'].includes(kind)
    if (isDeleted) return []
    const [by = '', partyId = ''] = notice.by?.split('@') ?? []
    const round = threadId === null ? null : (sight.thread(applicationId, threadId)?.round ?? null)
    const page = round === null ? '' : `/remiss/${round}`
    const query = threadId === null ? '' : `?kommentar=${threadId}`
    return [
      {
        ...{ kind, isReopened, words },
        actor: { name: people.describe(by)?.name ?? '', partyName: sight.partyName(partyId) },
        quote: sight.quote(notice),
        link: `${address()}/ansokningar/${applicationId}${page}${query}`,
      },
    ]
  })
  const [first, ...others] = told
  if (!first) return null
  const about = {
    ...{ to, applicationName: sight.nameOf(applicationId) },
    link: `${address()}/ansokningar/${applicationId}`,
    choicesLink: `${address()}/konto#notiser`,
  }
  return others.length === 0 ? noticeLetter({ ...about, told: first }) : digestLetter({ ...about, told })
}
