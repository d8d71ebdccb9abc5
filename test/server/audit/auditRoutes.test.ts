import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AuditLog } from '../../../server/audit/AuditLog.ts'
import { applicationLogRoutes, logRoutes } from '../../../server/audit/auditRoutes.ts'
import { answerProblem, Refused } from '../../../server/http/refuse.ts'
import type { SignedIn } from '../../../server/people/sessionCookie.ts'
import { auditActs, auditLogSchema } from '../../../shared/http/auditLog.ts'
import { may } from '../../../shared/people/may.ts'
import { type Role, roles } from '../../../shared/people/role.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { anna, bo, everything, openAudit } from './auditOnDisk.ts'

const id = 'a'.repeat(20)
const otherId = 'b'.repeat(20)

/** The routes as `me` sees them, who is this in the ansökan. */
async function routesFor(role: Role | null, isAdministrator = false) {
  const { audit } = await openAudit(new MemoryFileSystem())
  const parts = {
    audit,
    standingOf: (asked: string) =>
      role && asked === id
        ? ({ role, state: 'draft', adviceIsOpen: false, textIsOpen: false } as const)
        : null,
    isAdministrator: () => isAdministrator,
    nameOf: (personId: string, partyId: string) => ({
      name: [anna, bo].find(({ person }) => person.id === personId)?.person.name ?? '',
      partyShortName: [anna, bo].find(({ party }) => party.id === partyId)?.party.shortName ?? '',
    }),
  }
  const app = new Hono<SignedIn>()
  app.use(async (c, next) => {
    c.set('me', anna)
    await next()
  })
  app.onError((fault, c) => {
    if (fault instanceof Refused) return answerProblem(c, fault.kind, fault.fields)
    throw fault
  })
  app.route('/applications', applicationLogRoutes(parts))
  app.route('/', logRoutes(parts))
  const get = async (path: string) => await app.request(path)
  const entries = async (path: string) => auditLogSchema.parse(await (await get(path)).json())
  return { audit, get, entries }
}

/** Two entries with the ansökan, one with another, one with none. */
async function fill(audit: AuditLog): Promise<void> {
  await audit.note({ act: 'created', me: anna, applicationId: id, state: 'draft' })
  await audit.note({
    act: 'roleChanged',
    me: bo,
    applicationId: id,
    state: 'draft',
    details: { person: 'anna', party: 'heby', from: 'reader', to: 'ownerEditor' },
  })
  await audit.note({ act: 'opened', me: anna, applicationId: otherId })
  await audit.note({ act: 'signInRefused', me: null, details: { address: 'x@y.example' } })
}

describe('the log of an ansökan', () => {
  it('is shown to those who may read it, refused to those who may only read the text, and unknown to all others', async () => {
    for (const role of [...roles, null]) {
      const standing = role && ({ role, state: 'draft', adviceIsOpen: false, textIsOpen: false } as const)
      const status = may(standing, 'readLog') ? 200 : may(standing, 'read') ? 403 : 404
      for (const isAdministrator of [false, true]) {
        const { get } = await routesFor(role, isAdministrator)
        expect((await get(`/applications/${id}/log`)).status, String(role)).toBe(status)
        expect((await get(`/applications/${id}/log.csv`)).status, String(role)).toBe(status)
        expect((await get(`/applications/${otherId}/log`)).status).toBe(404)
      }
    }
    const { get } = await routesFor(null)
    const [unknown, forbidden] = [await get('/applications/zzz/log'), await get(`/applications/${id}/log`)]
    expect(await unknown.text()).toBe(await forbidden.text())
  })

  it('has the entries of that ansökan only, newest first, with names', async () => {
    const { audit, entries } = await routesFor('ownerEditor')
    await fill(audit)
    const answer = await entries(`/applications/${id}/log`)
    expect(answer.entries.map(({ number, act }) => `${number} ${act}`)).toEqual([
      '2 roleChanged',
      '1 created',
    ])
    expect(answer.entries[0]).toMatchObject({
      person: { id: 'bo', name: 'Bo Al', partyShortName: 'AF' },
      details: { person: 'Anna Ek', party: 'Heby', from: 'reader', to: 'ownerEditor' },
    })
    expect(answer.more).toBe(false)
    expect(answer.people).toEqual([
      { id: 'anna', name: 'Anna Ek', partyShortName: 'Heby' },
      { id: 'bo', name: 'Bo Al', partyShortName: 'AF' },
    ])
  })

  it('is given a hundred at a time, and older ones when asked', async () => {
    const { audit, entries } = await routesFor('ownerEditor')
    await Promise.all(
      Array.from({ length: 201 }, () => audit.note({ act: 'opened', me: anna, applicationId: id })),
    )
    const first = await entries(`/applications/${id}/log`)
    expect([first.entries.length, first.entries.at(-1)?.number, first.more]).toEqual([100, 102, true])
    const second = await entries(`/applications/${id}/log?before=102`)
    expect([second.entries.length, second.entries.at(-1)?.number, second.more]).toEqual([100, 2, true])
    const last = await entries(`/applications/${id}/log?before=2`)
    expect([last.entries.length, last.more]).toEqual([1, false])
  })

  it('is narrowed by act, person and Swedish days', async () => {
    const { audit, entries } = await routesFor('ownerEditor')
    await fill(audit)
    const numbers = async (query: string) =>
      (await entries(`/applications/${id}/log?${query}`)).entries.map(({ number }) => number)
    expect(await numbers('act=created')).toEqual([1])
    expect(await numbers('person=bo')).toEqual([2])
    expect(await numbers('person=nobody')).toEqual([])
    expect(await numbers('from=2026-11-22&to=2026-11-22')).toEqual([2, 1])
    expect(await numbers('from=2026-11-23')).toEqual([])
    expect(await numbers('to=2026-11-21')).toEqual([])
  })
})

describe('what is asked of a log', () => {
  const wrong = {
    'before=0': 'before',
    'before=-1': 'before',
    'before=1e3': 'before',
    'before=9999999999999': 'before',
    'act=deleted': 'act',
    'person=': 'person',
    [`person=${'x'.repeat(65)}`]: 'person',
    'from=2026-13-01': 'from',
    'to=igår': 'to',
    'role=ownerEditor': 'role',
    'act=created&act=opened': 'act',
    '__proto__=1': '__proto__',
    'constructor=1': 'constructor',
    'applicationId=bbbb': 'applicationId',
  }
  it('is refused when it does not fit, is unknown or stands there twice, naming it', async () => {
    const { get } = await routesFor('ownerEditor', true)
    for (const [query, field] of Object.entries(wrong)) {
      for (const path of [`/applications/${id}/log`, `/applications/${id}/log.csv`, '/log', '/log.csv']) {
        const answer = await get(`${path}?${query}`)
        expect(answer.status, `${path}?${query}`).toBe(400)
        expect(await answer.json()).toEqual({ kind: 'malformedRequest', status: 400, fields: [field] })
      }
    }
  })
})

describe('the log of the whole program', () => {
  it('is for administrators', async () => {
    const { get } = await routesFor('ownerEditor')
    for (const path of ['/log', '/log.csv']) expect((await get(path)).status).toBe(403)
    const { audit, entries } = await routesFor(null, true)
    await fill(audit)
    const answer = await entries('/log')
    expect(answer.entries.map(({ number }) => number)).toEqual([4, 3, 2, 1])
    expect(answer.entries[0]).toMatchObject({ person: null, applicationId: null })
  })
})

describe('the log as a file', () => {
  it('is noted once when it is fetched, and not when it is refused', async () => {
    const { audit, get } = await routesFor('ownerEditor')
    await fill(audit)
    await (await get(`/applications/${id}/log.csv`)).text()
    await get(`/applications/${id}/log.csv?role=x`)
    await get('/log.csv')
    const noted = (await everything(audit)).filter(({ act }) => act === 'logExported')
    expect(noted).toMatchObject([
      { personId: 'anna', applicationId: id, state: 'draft', details: { format: 'csv' } },
    ])
  })

  it('has every entry that is asked for, however many', async () => {
    const { audit, get } = await routesFor('ownerEditor')
    await Promise.all(
      Array.from({ length: 1203 }, (_, at) =>
        audit.note({ act: at % 2 ? 'opened' : 'exported', me: anna, applicationId: id }),
      ),
    )
    const answer = await get(`/applications/${id}/log.csv?act=exported`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="logg-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const lines = (await answer.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(1 + 602)
    expect(lines[1]).toMatch(/^"1203";/)
    expect(lines.at(-1)).toMatch(/^"1";/)
  })

  it('is not begun when it cannot be noted', async () => {
    const { audit, get } = await routesFor('ownerEditor')
    await audit.close()
    await expect(get(`/applications/${id}/log.csv`)).rejects.toThrow('closed')
  })

  it('knows every act', () => {
    expect(new Set(auditActs).size).toBe(auditActs.length)
    expect(auditActs.length).toBeLessThan(256)
  })
})
