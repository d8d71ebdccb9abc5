import { afterEach, describe, expect, it } from 'vitest'
import { Visitor } from '../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'
import { Typist, wordsOnServer } from './Typist.ts'

const people = ['anna', 'karim', 'elin', 'sofia']

let server: ServerProcess
afterEach(async () => await server.dispose())

/** A server process with four people typing in one ansökan. */
async function fourTypists() {
  // So small that checkpoints happen under way.
  server = await startServerProcess({ CHECKPOINT_BYTES: '20000' })
  const visitors = await Promise.all(people.map(name => Visitor.enter(server.origin, name)))
  const [reader] = visitors as [Visitor]
  const id = await reader.newApplication()
  let look = () => {}
  const typists = visitors.map((visitor, at) => new Typist(visitor, id, `${people[at]}`, () => look()))
  const savedCount = () => typists.reduce((count, typist) => count + typist.saved.length, 0)
  /** Resolves at the moment when so many words more have been saved, while others are under way. */
  const savedMore = (more: number) => {
    const goal = savedCount() + more
    return new Promise<void>(resolve => {
      look = () => {
        if (savedCount() >= goal) resolve()
      }
    })
  }
  /** Comes back with everything unsaved, waits until it is saved, and gives all that the server then has. */
  const comeBack = async () => {
    await Promise.all(typists.map(typist => typist.join()))
    await Promise.all(typists.map(typist => typist.type(() => true)))
    return await wordsOnServer(reader, id)
  }
  return { reader, id, typists, savedMore, comeBack }
}

describe('a server that is killed while four people type', () => {
  it('has all that it said was saved, and all that anybody saw of the others, five times over', async () => {
    const { reader, id, typists, savedMore, comeBack } = await fourTypists()
    await Promise.all(typists.map(typist => typist.join()))
    let underWay = 0
    for (const more of [30, 150, 1, 75, 310]) {
      const saved = savedMore(more)
      const typing = Promise.all(typists.map(typist => typist.type()))
      await saved
      await server.kill()
      await typing
      underWay += typists.flatMap(typist => typist.unsaved).length
      const promised = new Set(typists.flatMap(typist => [...typist.saved, ...typist.seen]))
      await server.restart()
      const words = new Set(await wordsOnServer(reader, id))
      expect(
        [...promised].filter(word => !words.has(word)),
        `lost after ${more} more`,
      ).toEqual([])
      await Promise.all(typists.map(typist => typist.join()))
    }
    await Promise.all(typists.map(typist => typist.leave()))
    expect(underWay).toBeGreaterThan(0)
    const words = await comeBack()
    const typed = typists.flatMap(typist => [...typist.saved, ...typist.unsaved])
    expect(typists.flatMap(typist => typist.unsaved)).toEqual([])
    expect(words.toSorted()).toEqual(typed.toSorted())
  })
})

describe('a server that is asked to stop while four people type', () => {
  it('tells everybody to come back later, ends well, and nothing is lost', async () => {
    const { reader, id, typists, savedMore, comeBack } = await fourTypists()
    await Promise.all(typists.map(typist => typist.join()))
    const saved = savedMore(100)
    const typing = Promise.all(typists.map(typist => typist.type()))
    await saved
    expect(await server.stop()).toBe(0)
    await typing
    expect(await Promise.all(typists.map(typist => typist.ended()))).toEqual(
      people.map(() => 'serverStopping'),
    )
    await server.restart()
    const kept = new Set(await wordsOnServer(reader, id))
    expect(typists.flatMap(typist => typist.saved).filter(word => !kept.has(word))).toEqual([])
    const words = await comeBack()
    expect(words.toSorted()).toEqual(typists.flatMap(typist => typist.saved).toSorted())
  })
})
