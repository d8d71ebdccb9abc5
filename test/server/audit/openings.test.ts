import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLogSchema } from '../../../shared/http/auditLog.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
})
afterAll(async () => await server.dispose())

/** Ids of those whose openings are noted, newest first. */
async function openings(id: string): Promise<(string | undefined)[]> {
  const answer = await anna.get(`/api/applications/${id}/log?act=opened`)
  return auditLogSchema.parse(await answer.json()).entries.map(({ person }) => person?.id)
}

describe('an ansökan that is opened', () => {
  it('is noted once for each session, however often its line comes and goes', async () => {
    const id = await anna.newApplication()
    const karim = await server.enter('karim')
    for (let time = 0; time < 3; time += 1) await (await karim.join(id)).close()
    await expect.poll(() => openings(id)).toEqual(['karim'])
    await (await (await server.enter('karim')).join(id)).close()
    await expect.poll(() => openings(id)).toEqual(['karim', 'karim'])
  })

  it('is noted as well when it is read without a line', async () => {
    const id = await anna.newApplication()
    await (await server.enter('elin')).state(id)
    await expect.poll(() => openings(id)).toEqual(['elin'])
  })
})
