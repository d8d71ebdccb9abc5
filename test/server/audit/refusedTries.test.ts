import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoServer } from '../../harness/demoServer.ts'

interface Noted {
  readonly act: string
  readonly details: object
}

let server: DemoServer
beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(async () => await server.dispose())

describe('what somebody tries and may not', () => {
  it('is noted with the route and the reason, and not with what was asked for', async () => {
    const anna = await server.enter('anna')
    const karim = await server.enter('karim')
    const id = await anna.newApplication()
    await karim.get('/api/applications/0123456789abcdef0123')
    await karim.put(`/api/applications/${id}/advice`, { open: true })
    const refused = async () => {
      const { log } = (await (await karim.get('/api/me/data')).json()) as { log: Noted[] }
      return log.filter(({ act }) => act === 'refused').map(({ details }) => details)
    }
    await expect.poll(refused).toEqual([
      { what: 'PUT /api/applications/:id/advice', reason: 'mayNot' },
      { what: 'GET /api/applications/:id', reason: 'unknownApplication' },
    ])
  })
})
