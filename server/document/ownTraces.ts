import type { OwnData, OwnTraces } from '../../shared/http/people.ts'
import type { AuditLog } from '../audit/AuditLog.ts'
import type { StoredEntry } from '../audit/auditLine.ts'
import { ownComments } from '../comment/ownComments.ts'
import { ownRounds } from '../consultation/ownRounds.ts'
import type { ReplyDrafts } from '../consultation/reply/ReplyDrafts.ts'
import type { Notices } from '../notice/Notices.ts'
import type { Access } from '../people/access/Access.ts'
import type { AskedAccess } from '../people/access/AskedAccess.ts'
import type { People } from '../people/People.ts'
import type { Applications } from './Applications.ts'

interface Traced {
  readonly applications: Applications
  readonly access: Access
  readonly askedAccess: AskedAccess
  readonly audit: AuditLog
  readonly people: Pick<People, 'find' | 'record'>
  readonly notices: Pick<Notices, 'tracesOf'>
  readonly drafts: Pick<ReplyDrafts, 'tracesOf'>
}

/** Entries of the log in one's own data, of each kind. */
const logMost = 10_000

/** What ansökningar and the log have of a person, for her own data: nothing in it is about anybody else. */
export async function ownTraces(traced: Traced, personId: string): Promise<OwnTraces> {
  const { access, askedAccess, audit, people } = traced
  const { address = null, partyIds = [] } = people.record(personId) ?? {}
  const { memberships, requests, ...traces } = access.tracesOf(personId, address)
  const names = new Set([personId, ...(address === null ? [] : [address])])
  const [byMe, about] = await Promise.all([
    audit.read({ personId }, null, logMost),
    audit.read({ subjects: names }, null, logMost),
  ])
  return {
    ...traces,
    memberships: memberships.map(({ applicationId, partyId, role, since }) => {
      // A signatory, say, is not told what a draft is called.
      const me = people.find(personId, partyId)
      const mayRead = me !== null && access.mayRead(applicationId, me)
      const applicationName = mayRead ? (traced.applications.describe(applicationId)?.name ?? '') : ''
      return { applicationId, applicationName, role, since }
    }),
    // Those that nobody could be found for stand beside the others: which they are is not to be told.
    requests: [
      ...requests,
      ...askedAccess.of(personId).map(({ at, ...asked }) => ({ ...asked, askedAt: at })),
    ],
    ...withDrafts(
      tracesInDocuments(traced.applications, personId),
      await traced.drafts.tracesOf(personId, partyIds),
    ),
    ...traced.notices.tracesOf(personId),
    log: byMe.entries.map(entry => ({ ...withoutOthers(entry, names), partyId: entry.partyId })),
    logAboutMe: about.entries
      .filter(entry => entry.personId !== personId)
      .map(entry => withoutOthers(entry, names, ['label'])),
  }
}

function tracesInDocuments(
  applications: Applications,
  personId: string,
): Pick<OwnData, 'rescued' | 'written' | 'said' | 'threads' | 'rounds'> {
  const rescued: OwnData['rescued'] = []
  const written: OwnData['written'] = []
  const said: OwnData['said'] = []
  const threads: OwnData['threads'] = []
  const rounds: OwnData['rounds'] = []
  for (const applicationId of applications.ids()) {
    const open = applications.find(applicationId)
    if (!open) continue
    const comments = ownComments(applicationId, open.comments.threads, personId)
    said.push(...comments.said)
    threads.push(...comments.threads)
    rounds.push(...ownRounds(applicationId, open.rounds.rounds, personId))
    for (const { section, text, at, reason } of open.rescued.ofPerson(personId)) {
      rescued.push({ applicationId, section, text, at, reason })
    }
    const { createdBy, lastChange } = open.records.application.data
    const hasStarted = isHers(createdBy, personId)
    const clientIds = open.clientIds.countOfPerson(personId)
    const isLast = lastChange !== null && 'by' in lastChange && isHers(lastChange.by, personId)
    if (!hasStarted && clientIds === 0 && !isLast) continue
    const changed = isLast ? { section: lastChange.section, at: lastChange.at } : null
    written.push({ applicationId, hasStarted, clientIds, lastChange: changed })
  }
  return { rescued, written, said, threads, rounds }
}

/** Answers that she has worked on are a part of their ansökan. */
function withDrafts<T extends Pick<OwnData, 'rescued' | 'written'>>(
  traces: T,
  drafts: Awaited<ReturnType<ReplyDrafts['tracesOf']>>,
): T {
  const rescued = drafts.flatMap(({ applicationId, rescued }) =>
    rescued.map(({ section, text, at, reason }) => ({ applicationId, section, text, at, reason })),
  )
  const written = drafts.flatMap(({ applicationId, hasStarted, clientIds }) =>
    hasStarted || clientIds > 0 ? { applicationId, hasStarted, clientIds, lastChange: null } : [],
  )
  return {
    ...traces,
    rescued: [...traces.rescued, ...rescued],
    written: [...traces.written, ...written],
  }
}

/** `author` is `‹person›@‹party›`. */
function isHers(author: string, personId: string): boolean {
  return author.startsWith(`${personId}@`)
}

/** An entry less the ids and addresses of others, and less these details. */
function withoutOthers(
  { number, at, act, applicationId, state, details }: StoredEntry,
  names: ReadonlySet<string>,
  left: readonly string[] = [],
): OwnData['logAboutMe'][number] {
  const mine = Object.entries(details).filter(
    ([key, value]) => !left.includes(key) && ((key !== 'person' && key !== 'address') || names.has(value)),
  )
  return { number, at, act, applicationId, state, details: Object.fromEntries(mine) }
}
