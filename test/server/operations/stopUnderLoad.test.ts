import { afterEach, describe, expect, it } from 'vitest'
import { Visitor } from '../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'
import { Typist, wordsOnServer } from '../sync/Typist.ts'

const people = ['anna', 'karim', 'elin', 'sofia', 'anna', 'karim', 'elin', 'sofia', 'anna', 'karim']

let server: ServerProcess
afterEach(async () => await server.dispose())

/** The events in a log, in order. */
const eventsIn = (output: string) =>
  output
    .split('\n')
    .flatMap(line => (line.startsWith('{') ? [(JSON.parse(line) as { event: string }).event] : []))

describe('a server that is stopped and started five times while ten people type at full speed', () => {
  it('refuses nothing, loses nothing, doubles nothing, and ends well each time', {
    timeout: 60_000,
  }, async () => {
    server = await startServerProcess({ CHECKPOINT_BYTES: '20000' })
    const visitors = await Promise.all(people.map(name => Visitor.enter(server.origin, name)))
    const [reader] = visitors as [Visitor]
    // Two documents, so that one room can be at rest while another still is not.
    const ids = [await reader.newApplication(), await reader.newApplication()]
    let look = () => {}
    const typists = visitors.map(
      (visitor, at) => new Typist(visitor, ids[at % 2] ?? '', `w${at}-`, () => look()),
    )
    const savedCount = () => typists.reduce((count, typist) => count + typist.saved.length, 0)

    for (const more of [40, 200, 1, 120, 300]) {
      await Promise.all(typists.map(typist => typist.join()))
      const goal = savedCount() + more
      const saved = new Promise<void>(resolve => {
        look = () => savedCount() >= goal && resolve()
      })
      const typing = Promise.all(typists.map(typist => typist.type()))
      await saved
      expect(await server.stop()).toBe(0)
      await typing
      expect(typists.map(typist => typist.refused)).toEqual(people.map(() => 0))
      expect(await Promise.all(typists.map(typist => typist.ended()))).toEqual(
        people.map(() => 'serverStopping'),
      )
      expect(eventsIn(server.output()).slice(-1)).toEqual(['stopped'])
      await server.restart()
      const kept = new Set((await Promise.all(ids.map(id => wordsOnServer(reader, id)))).flat())
      expect(typists.flatMap(typist => typist.saved).filter(word => !kept.has(word))).toEqual([])
    }
    expect(typists.flatMap(typist => typist.unsaved).length).toBeGreaterThan(0)
    await Promise.all(typists.map(typist => typist.join()))
    await Promise.all(typists.map(typist => typist.type(() => true)))
    expect(typists.map(typist => typist.refused)).toEqual(people.map(() => 0))
    expect(typists.flatMap(typist => typist.unsaved)).toEqual([])
    const words = (await Promise.all(ids.map(id => wordsOnServer(reader, id)))).flat()
    expect(words.toSorted()).toEqual(typists.flatMap(typist => typist.saved).toSorted())
    await Promise.all(typists.map(typist => typist.leave()))
  })
})
