import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(async () => await server.dispose())

/** A line of hers into an ansökan of hers. */
async function line(visitor: Visitor) {
  return await visitor.join(await visitor.newApplication())
}

describe('open lines', () => {
  it('end at once in every browser of somebody who signs out everywhere, and nobody else’s', async () => {
    const [here, there, karim] = [
      await server.enter('anna'),
      await server.enter('anna'),
      await server.enter('karim'),
    ]
    const lines = [await line(here), await line(there)]
    const other = await line(karim)
    expect((await here.delete('/api/sessions')).status).toBe(204)
    for (const one of lines) expect((await one.closed).reason).toBe('signedOut')
    expect((await there.get('/api/applications')).status).toBe(401)
    other.doc.getMap('name').set('prov', 1)
    expect((await other.closed).reason).toBe('updateRefused')
  })

  it('end at once when one of the sessions is ended from another', async () => {
    const [here, there] = [await server.enter('elin'), await server.enter('elin')]
    const theirs = await line(there)
    const { sessions } = (await (await here.get('/api/sessions')).json()) as {
      sessions: { id: string; isThis: boolean }[]
    }
    const other = sessions.find(({ isThis }) => !isThis)
    expect((await here.delete(`/api/sessions/${other?.id}`)).status).toBe(204)
    expect((await theirs.closed).reason).toBe('signedOut')
    expect((await here.get('/api/applications')).status).toBe(200)
  })

  it('end at once when somebody is deactivated, who cannot get in again', async () => {
    const [ingrid, sofia] = [await server.enter('ingrid'), await server.enter('sofia')]
    const anna = await server.enter('anna')
    const hers = await sofia.join(await anna.newApplication())
    const answer = await ingrid.post('/api/persons/sofia/deactivate', { shownAs: 'former' })
    expect(answer.status).toBe(200)
    expect((await hers.closed).reason).toBe('signedOut')
    expect((await sofia.get('/api/applications')).status).toBe(401)
    expect((await ingrid.post('/api/demo/session', { personId: 'sofia' })).status).toBe(400)
  })
})
