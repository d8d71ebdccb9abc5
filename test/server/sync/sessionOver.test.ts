import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { schemaVersion } from '../../../shared/document/schemaVersion.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { RawClient, type Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(async () => await server.dispose())

function pageOf(author: string, { headers }: Visitor, id: string): RawClient {
  const address = `${server.origin.replace('http', 'ws')}/sync/${id}?schema=${schemaVersion}&ack=1&as=${author}`
  return new RawClient(new WebSocket(address, { headers }))
}

describe('a line', () => {
  it('ends with its session, and those of other sessions stay', async () => {
    const [anna, elsewhere] = [await server.enter('anna'), await server.enter('anna')]
    const id = await anna.newApplication()
    const [line, other] = [await anna.join(id), await elsewhere.join(id)]
    await anna.delete('/api/session')
    expect((await line.closed).reason).toBe('signedOut')
    other.doc.getMap('name').set('prov', 1)
    expect((await other.closed).reason).toBe('updateRefused')
  })

  it('of a page is not opened for somebody else who has signed in in the same browser', async () => {
    const karim = await server.enter('karim')
    const id = await karim.newApplication()
    expect((await pageOf('anna@heby', karim, id).closed).reason).toBe('signedOut')
    const own = pageOf('karim@af', karim, id)
    await karim.delete('/api/session')
    expect((await own.closed).reason).toBe('signedOut')
  })
})

describe('entering as somebody else', () => {
  it('ends the session that the browser had', async () => {
    const anna = await server.enter('anna')
    const line = await anna.join(await anna.newApplication())
    await anna.post('/api/demo/session', { personId: 'karim' })
    expect((await line.closed).reason).toBe('signedOut')
    expect((await anna.get('/api/applications')).status).toBe(401)
  })
})
