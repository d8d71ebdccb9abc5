import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLogSchema } from '../../../../shared/http/auditLog.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { readPdf } from '../../../harness/readPdf.ts'
import { typed } from '../../comment/said.ts'
import { VersionsOf } from '../../version/VersionsOf.ts'

let server: DemoServer
let anna: Visitor
let elin: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
  id = await anna.newApplication('2024', 'Stöd till arbete')
  const line = await typed(anna, id, 'Många unga söker.')
  await line.close()
})
afterAll(async () => await server.dispose())

function fetched(visitor: Visitor, query = ''): Promise<Response> {
  return visitor.get(`/api/applications/${id}/application.pdf${query}`)
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

const nameOf = (answer: Response) => decodeURIComponent(answer.headers.get('content-disposition') ?? '')

async function refusal(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, ((await answer.json()) as { kind: string }).kind]
}

describe('an ansökan as a PDF', () => {
  it('says what it says now, to be kept for ever, under the name of the insats', async () => {
    const answer = await fetched(elin)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(nameOf(answer)).toContain('Ansökan Stöd till arbete.pdf')
    const { title, text, standard } = await readPdf(await bytesOf(answer))
    expect(title).toContain('Stöd till arbete')
    expect(text).toContain('Många unga söker.')
    expect(standard).toBe('A-2a')
  })

  it('is made to be listened to when that is asked for, and its name says so', async () => {
    const answer = await fetched(elin, '?standard=ua-1')
    expect(nameOf(answer)).toContain('Ansökan för skärmläsare Stöd till arbete.pdf')
    const { text, standard } = await readPdf(await bytesOf(answer))
    expect(text).toContain('Många unga söker.')
    expect(standard).toBe('UA-1')
  })

  it('of a version says what was said then, and is the same file every time', async () => {
    const { number, label } = await new VersionsOf(anna, id).make('Ett')
    const line = await anna.join(id)
    await line.write(doc => doc.getMap('name').set('value', 'Något annat'))
    await line.close()
    const then = await fetched(anna, `?version=${number}`)
    expect(nameOf(then)).toContain(`Ansökan Stöd till arbete version ${label}.pdf`)
    const once = await bytesOf(then)
    const again = await bytesOf(await fetched(anna, `?version=${number}`))
    expect(Buffer.compare(once, again)).toBe(0)
    const { text } = await readPdf(once)
    expect(text).toContain(`${id} · version ${label}`)
    expect(text).not.toContain('Något annat')
    expect((await readPdf(await bytesOf(await fetched(anna)))).title).toContain('Något annat')
  })

  it('is refused in the wrong words, and of what is not there', async () => {
    for (const query of ['?version=x', '?standard=a-3b', '?standard=', '?comments=with']) {
      expect([query, ...(await refusal(await fetched(anna, query)))]).toEqual([
        ...[query, 400, 'malformedRequest'],
      ])
    }
    expect(await refusal(await fetched(anna, '?version=999'))).toEqual([404, 'unknownVersion'])
  })

  it('of a version is for those who read versions, and known of by nobody else', async () => {
    await anna.put(`/api/applications/${id}/members/elin`, { role: 'signatory' })
    const [now, then] = [await fetched(elin), await fetched(elin, '?version=1')]
    expect([now.status, then.status]).not.toContain(200)
    await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
    const sofia = await server.enter('sofia')
    await anna.delete(`/api/applications/${id}/members/sofia`)
    expect(await refusal(await fetched(sofia))).toEqual([404, 'unknownApplication'])
  })

  it('is in the log, with who fetched it', async () => {
    await fetched(elin)
    const answer = await anna.get(`/api/applications/${id}/log?act=exported`)
    const { entries } = auditLogSchema.parse(await answer.json())
    expect(entries[0]).toMatchObject({
      person: { id: 'elin' },
      details: { format: 'pdf', what: 'application' },
    })
  })
})
