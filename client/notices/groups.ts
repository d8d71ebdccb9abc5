import type { Notice } from '../../shared/http/notices.ts'

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
export function addressOf({ applicationId, threadId }: Pick<Notice, 'applicationId' | 'threadId'>): string {
  return `/ansokningar/${applicationId}${threadId === null ? '' : `?kommentar=${threadId}`}`
}
