import { type Context, Hono } from 'hono'
import { followsRounds } from '../../shared/consultation/roundRules.ts'
import {
  type AuditAct,
  type AuditEntry,
  type AuditLogAnswer,
  type AuditQuery,
  auditQuerySchema,
} from '../../shared/http/auditLog.ts'
import type { Me } from '../../shared/http/session.ts'
import { may, type Standing } from '../../shared/people/may.ts'
import { parseQuery } from '../http/parseQuery.ts'
import { Refused } from '../http/refuse.ts'
import { streamOf } from '../http/streamOf.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import { dayInSweden, endOfDay, startOfDay } from '../time/swedishTime.ts'
import type { AuditFilter } from './AuditIndex.ts'
import type { AuditLog } from './AuditLog.ts'
import { csvHead, csvRow } from './auditCsv.ts'
import type { StoredEntry } from './auditLine.ts'

interface AuditRoutes {
  readonly audit: AuditLog
  /** Null when she has no role in it, or there is none such. */
  readonly standingOf: (applicationId: string, me: Me) => Standing | null
  readonly isAdministrator: (me: Me) => boolean
  /** A person and her party as they are to be shown; empty for what is unknown. */
  readonly nameOf: (
    personId: string,
    partyId: string,
  ) => { readonly name: string; readonly partyShortName: string }
}

const pageEntries = 100
/** Entries read at a time while a file is made. */
const csvEntries = 500

/**
 * What tells how an authority answers a round, or what the owner makes of that: for whoever holds the rounds. Another
 * authority would read there that one opposes before it may see the answer.
 */
const ofHolder: ReadonlySet<AuditAct> = new Set<AuditAct>([
  'roundReminded',
  'replyReopened',
  'oppositionLifted',
  'oppositionRecorded',
  'remarkAnswered',
])

/** The log of one ansökan, as somebody may see it. */
interface LogHere {
  readonly applicationId: string
  /** State of the ansökan now. */
  readonly state: string
  readonly without: ReadonlySet<AuditAct> | undefined
}

/** What has been done with one ansökan, for those of its people who may see it. */
export function applicationLogRoutes(parts: AuditRoutes): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  const readable = (c: Context<SignedIn>): LogHere => {
    const applicationId = c.req.param('id') ?? ''
    const standing = parts.standingOf(applicationId, c.get('me'))
    if (!may(standing, 'read') || standing === null) throw new Refused('unknownApplication')
    if (!may(standing, 'readLog')) throw new Refused('mayNot')
    const without = followsRounds(standing) ? undefined : ofHolder
    return { applicationId, state: standing.state, without }
  }

  routes.get('/:id/log', async c => {
    const here = readable(c)
    return c.json(await answer(parts, parseQuery(c, auditQuerySchema), here))
  })

  routes.get('/:id/log.csv', async c => {
    const here = readable(c)
    return await csvAnswer(c, parts, parseQuery(c, auditQuerySchema), here)
  })

  return routes
}

/** What has been done in the whole program, for administrators. */
export function logRoutes(parts: AuditRoutes): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  const requireAdministrator = (c: Context<SignedIn>) => {
    if (!parts.isAdministrator(c.get('me'))) throw new Refused('mayNot')
  }

  routes.get('/log', async c => {
    requireAdministrator(c)
    return c.json(await answer(parts, parseQuery(c, auditQuerySchema)))
  })

  routes.get('/log.csv', async c => {
    requireAdministrator(c)
    return await csvAnswer(c, parts, parseQuery(c, auditQuerySchema))
  })

  return routes
}

async function answer(parts: AuditRoutes, query: AuditQuery, here?: LogHere): Promise<AuditLogAnswer> {
  const { audit } = parts
  const { entries, next } = await audit.read(filterOf(query, here), query.before ?? null, pageEntries)
  const people = audit.people(here?.applicationId).map(({ personId, partyId }) => ({
    id: personId,
    ...parts.nameOf(personId, partyId),
  }))
  return { entries: entries.map(entry => named(parts, entry)), more: next !== null, people }
}

async function csvAnswer(
  c: Context<SignedIn>,
  parts: AuditRoutes,
  query: AuditQuery,
  here?: LogHere,
): Promise<Response> {
  const before = Math.min(query.before ?? Number.POSITIVE_INFINITY, parts.audit.head.number + 1)
  const of = here && { applicationId: here.applicationId, state: here.state }
  await parts.audit.note({ act: 'logExported', me: c.get('me'), ...of, details: { format: 'csv' } })
  const rows = csvRows(parts, filterOf(query, here), before)
  return c.body(streamOf(rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="logg-${dayInSweden(Date.now())}.csv"`,
  })
}

async function* csvRows(parts: AuditRoutes, filter: AuditFilter, first: number): AsyncGenerator<string> {
  yield csvHead
  for (let before: number | null = first; before !== null; ) {
    const { entries, next }: Awaited<ReturnType<AuditLog['read']>> = await parts.audit.read(
      filter,
      before,
      csvEntries,
    )
    yield entries.map(entry => csvRow(named(parts, entry))).join('')
    before = next
  }
}

function filterOf({ act, person, from, to }: AuditQuery, here?: LogHere): AuditFilter {
  return {
    applicationId: here?.applicationId,
    without: here?.without,
    act,
    personId: person,
    fromMs: from === undefined ? undefined : startOfDay(from),
    untilMs: to === undefined ? undefined : endOfDay(to),
  }
}

/** With the names as they are to be shown today. */
function named({ nameOf }: AuditRoutes, stored: StoredEntry): AuditEntry {
  const { number, at, act, personId, partyId, applicationId, state, details } = stored
  const { person, party, ...others } = details
  const partyNames = (ids: string) =>
    ids
      .split(',')
      .map(id => nameOf('', id).partyShortName || id)
      .join(', ')
  return {
    number,
    at,
    act,
    person: personId === null ? null : { id: personId, ...nameOf(personId, partyId ?? '') },
    applicationId,
    state,
    details: {
      ...(person === undefined ? {} : { person: nameOf(person, '').name || person }),
      ...(party === undefined ? {} : { party: partyNames(party) }),
      ...others,
    },
  }
}
