import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLogSchema } from '../../../../shared/http/auditLog.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { Said, selectionOf, typed } from '../../comment/said.ts'
import { VersionsOf } from '../../version/VersionsOf.ts'
import { all, Docx, textIn } from './readDocx.ts'

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
  await new Said(anna, id).start({
    place: selectionOf(line.doc, 'unga'),
    text: 'Vet @{person:elin} hur många?',
  })
  await new Said(elin, id).start({
    place: selectionOf(line.doc, 'söker'),
    text: 'Bara för oss.',
    isInternal: true,
  })
  await line.close()
})
afterAll(async () => await server.dispose())

function fetched(visitor: Visitor, query = ''): Promise<Response> {
  return visitor.get(`/api/applications/${id}/application.docx${query}`)
}

async function docx(answer: Response): Promise<Docx> {
  expect(answer.status).toBe(200)
  return new Docx(new Uint8Array(await answer.arrayBuffer()))
}

async function commentsIn(answer: Response): Promise<string[]> {
  const document = await docx(answer)
  return all(document.part('word/comments.xml'), 'w:comment').map(textIn)
}

async function refusal(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, ((await answer.json()) as { kind: string }).kind]
}

describe('an ansökan as a Word document', () => {
  it('says what it says now, under the name of the insats', async () => {
    const answer = await fetched(elin)
    expect(answer.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    )
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      'Ansökan Stöd till arbete.docx',
    )
    expect(textIn((await docx(answer)).body)).toContain('Många unga söker.')
  })

  it('has the comments that whoever fetches it may see, when she asks for them', async () => {
    expect(await commentsIn(await fetched(anna, '?comments=with'))).toEqual(['Vet @Elin Norgren hur många?'])
    expect(await commentsIn(await fetched(elin, '?comments=with'))).toEqual([
      'Vet @Elin Norgren hur många?',
      'Bara för oss.',
    ])
    expect(all((await docx(await fetched(elin))).body, 'w:commentReference')).toEqual([])
  })

  it('of a version says what was said then, to those who read versions', async () => {
    const { number, label } = await new VersionsOf(anna, id).make('Ett')
    const line = await anna.join(id)
    await line.write(doc => doc.getMap('name').set('value', 'Något annat'))
    await line.close()
    const then = await fetched(anna, `?version=${number}`)
    expect(decodeURIComponent(then.headers.get('content-disposition') ?? '')).toContain(
      `version ${label}.docx`,
    )
    expect(textIn((await docx(then)).body)).toContain('Stöd till arbete')
    expect(textIn((await docx(await fetched(anna))).body)).toContain('Något annat')
  })

  it('is refused in the wrong words, and of what is not there', async () => {
    for (const query of ['?version=x', '?comments=all', '?format=doc']) {
      expect([query, ...(await refusal(await fetched(anna, query)))]).toEqual([
        query,
        400,
        'malformedRequest',
      ])
    }
    expect(await refusal(await fetched(anna, '?version=999'))).toEqual([404, 'unknownVersion'])
  })

  it('is known of by nobody who has no part in the ansökan', async () => {
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
      details: { format: 'docx', what: 'application' },
    })
  })
})
