import type { Notice } from '../../shared/http/notices.ts'
import { compilationPageAddress, roundAddress } from '../consultation/roundAddress.ts'

export interface Group {
  readonly applicationId: string
  readonly name: string
  readonly notices: readonly Notice[]
}

/** Notices by ansökan, in the order in which these come first. */
export function groups(notices: readonly Notice[]): Group[] {
  const found = new Map<string, Notice[]>()
  for (const notice of notices) {
    const group = found.get(notice.applicationId)
    if (group) group.push(notice)
    else found.set(notice.applicationId, [notice])
  }
  return [...found].map(([applicationId, notices]) => ({
    applicationId,
    name: notices[0]?.applicationName ?? '',
    notices,
  }))
}

/** Where it leads. */
export function addressOf({
  applicationId,
  threadId,
  threadRound,
  round,
}: Pick<Notice, 'applicationId' | 'threadId' | 'threadRound' | 'round'>): string {
  if (round?.what === 'published') return compilationPageAddress(applicationId, round.number)
  if (round) return roundAddress(applicationId, round.number)
  const page =
    threadRound === null ? `/ansokningar/${applicationId}` : roundAddress(applicationId, threadRound)
  return `${page}${threadId === null ? '' : `?kommentar=${threadId}`}`
}
