import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { auditLogSchema } from '../../../../shared/http/auditLog.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { VersionsOf } from '../../version/VersionsOf.ts'
import { readOurs, rowOf, valuesOf } from './workbooks.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  id = await anna.newApplication('2024', 'Stöd till arbete: Åbo')
  await anna.put(`/api/applications/${id}/members/karim`, { role: 'reader' })
  await write(doc => {
    doc.getMap('budget').set('owner.salary-1', 681_000)
    doc.getMap('period').set('start', '2025-01-01')
    doc.getMap('period').set('end', '2025-12-31')
  })
})
afterAll(async () => await server.dispose())

async function write(change: (doc: Y.Doc) => void): Promise<void> {
  const line = await anna.join(id)
  await line.write(change)
  await line.close()
}

function fetched(visitor: Visitor, query = ''): Promise<Response> {
  return visitor.get(`/api/applications/${id}/budget.xlsx${query}`)
}

async function askedFor(answer: Response): Promise<unknown> {
  const { detailed } = readOurs(new Uint8Array(await answer.arrayBuffer()))
  return valuesOf(detailed, rowOf(detailed, 'sum:sought'), 'F', 'F')[0]
}

async function refusal(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, ((await answer.json()) as { kind: string }).kind]
}

describe('the workbook of an ansökan', () => {
  it('says what the budget is now to whoever reads, under the name of the insats', async () => {
    const answer = await fetched(karim)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    )
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="bilaga"; filename*=UTF-8''Budget%20St%C3%B6d%20till%20arbete%20%C3%85bo.xlsx`,
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await askedFor(answer)).toBe(681_000)
  })

  it('has the rows and the words of its form, and their keys', async () => {
    const { detailed } = readOurs(new Uint8Array(await (await fetched(anna)).arrayBuffer()))
    expect(detailed.cells.get('B1')?.value).toBe('BUDGET - DETALJERAD Namn på insats: Stöd till arbete: Åbo')
    expect(detailed.cells.get(`F${rowOf(detailed, 'salary-1')}`)?.value).toBe(681_000)
    expect(detailed.cells.get(`B${rowOf(detailed, 'other-10')}`)?.value).toBe('Övrigt')
  })

  it('of a version says what the budget was then, to those who read versions', async () => {
    const versions = new VersionsOf(anna, id)
    const { number, label } = await versions.make('Ett')
    await write(doc => doc.getMap('budget').set('owner.salary-1', 700_000))
    const then = await fetched(anna, `?version=${number}`)
    expect(decodeURIComponent(then.headers.get('content-disposition') ?? '')).toContain(
      `version ${label}.xlsx`,
    )
    expect(await askedFor(then)).toBe(681_000)
    expect(await askedFor(await fetched(anna))).toBe(700_000)
    expect(await refusal(await fetched(karim, `?version=${number}`))).toEqual([403, 'mayNot'])
  })

  it('is refused of a version that is none', async () => {
    expect(await refusal(await fetched(anna, '?version=999'))).toEqual([404, 'unknownVersion'])
    for (const query of ['?version=', '?version=x', '?version=01', '?version=1&version=1', '?sheet=1']) {
      expect([query, ...(await refusal(await fetched(anna, query)))]).toEqual([
        query,
        400,
        'malformedRequest',
      ])
    }
  })

  it('is known of by nobody who has no part in the ansökan, with a version or without', async () => {
    const elin = await server.enter('elin')
    await anna.delete(`/api/applications/${id}/members/elin`)
    for (const query of ['', '?version=1', '?version=x']) {
      expect(await refusal(await fetched(elin, query))).toEqual([404, 'unknownApplication'])
    }
  })

  it('is in the log, with who fetched it and of which version', async () => {
    await fetched(anna, '?version=1')
    const answer = await anna.get(`/api/applications/${id}/log?act=exported`)
    const { entries } = auditLogSchema.parse(await answer.json())
    expect(entries[0]).toMatchObject({
      act: 'exported',
      person: { id: 'anna' },
      details: { format: 'xlsx', what: 'budget', version: '1' },
    })
    expect(entries.some(({ person, details }) => person?.id === 'karim' && !('version' in details))).toBe(
      true,
    )
  })
})
