import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbookSchema, workbookMaxBytes } from '../../../../shared/http/budget.ts'
import type { Problem } from '../../../../shared/http/problem.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { detailed2024, perYear2024, xlsx } from './seedSheets.ts'
import { manyCells, parts, sheetXml, zipped } from './zips.ts'

let server: DemoServer
let anna: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  id = await anna.newApplicationAlone()
})
afterAll(async () => await server.dispose())

async function send(bytes: Uint8Array<ArrayBuffer>, visitor = anna): Promise<Response> {
  return await fetch(`${server.origin}/api/applications/${id}/budget/workbook`, {
    method: 'POST',
    headers: { ...visitor.headers, 'content-type': 'application/octet-stream' },
    body: bytes,
  })
}

const state = async () => Buffer.from(await (await anna.get(`/api/applications/${id}/state`)).arrayBuffer())
const problemOf = async (answer: Response) => ((await answer.json()) as Problem).kind

describe('a workbook that is sent', () => {
  it('is answered with what stands in it, and nothing is changed or kept', async () => {
    const before = await state()
    const answer = await send(await xlsx(detailed2024(), perYear2024()))
    expect(answer.status).toBe(200)
    expect(readWorkbookSchema.parse(await answer.json()).lines).toHaveLength(12)
    expect((await state()).equals(before)).toBe(true)
  })

  it('that is refused is answered with why, and nothing is changed', async () => {
    const before = await state()
    const macros = zipped({ ...parts(sheetXml('')), 'xl/vbaProject.bin': 'x' })
    const answer = await send(macros)
    expect([answer.status, await problemOf(answer)]).toEqual([415, 'macroWorkbook'])
    expect((await state()).equals(before)).toBe(true)
  })

  it('that is too large is refused before it is read', async () => {
    const answer = await send(new Uint8Array(workbookMaxBytes + 1))
    expect([answer.status, await problemOf(answer)]).toEqual([413, 'tooLarge'])
  })

  it('makes nobody else wait while it is read', async () => {
    const reading = send(manyCells(100_000))
    const asked = performance.now()
    expect((await anna.get(`/api/applications/${id}`)).status).toBe(200)
    expect(performance.now() - asked).toBeLessThan(250)
    expect(await problemOf(await reading)).toBe('noBudgetInWorkbook')
  })
})

describe('somebody who only reads', () => {
  it('is refused before her bytes are looked at', async () => {
    await anna.post(`/api/applications/${id}/members`, { personId: 'karim', partyId: 'af', role: 'reader' })
    const karim = await server.enter('karim')
    const answer = await send(await xlsx(detailed2024()), karim)
    expect([answer.status, await problemOf(answer)]).toEqual([403, 'mayNot'])
  })
})
