import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../harness/serverProcess.ts'
import { Random } from '../server/sync/guard/random.ts'
import { Typist, wordsOnServer } from '../server/sync/Typist.ts'

const people = ['anna', 'karim', 'elin', 'sofia']
const seed = 1
const documents = 10
const killsInEach = 10

let server: ServerProcess
let visitors: Visitor[]

beforeAll(async () => {
  // So small that checkpoints happen under way.
  server = await startServerProcess({ CHECKPOINT_BYTES: '20000' })
  visitors = await Promise.all(people.map(name => Visitor.enter(server.origin, name)))
})
afterAll(async () => await server.dispose())

/** Four people at their keyboards in an ansökan of their own. */
class Table {
  readonly id: string
  readonly typists: Typist[]
  readonly #reader: Visitor
  #look = () => {}

  constructor(id: string, reader: Visitor) {
    this.id = id
    this.#reader = reader
    this.typists = visitors.map((visitor, at) => new Typist(visitor, id, `${people[at]}`, () => this.#look()))
  }

  async join(): Promise<void> {
    await Promise.all(this.typists.map(typist => typist.join()))
  }

  /** Lets them type; resolves as soon as so many words more have been saved, while others are under way. */
  async type(more: number): Promise<{ readonly ended: Promise<unknown> }> {
    const count = () => this.typists.reduce((sum, { saved }) => sum + saved.length, 0)
    const goal = count() + more
    const reached = new Promise<void>(resolve => {
      this.#look = () => {
        if (count() >= goal) resolve()
      }
    })
    const ended = Promise.all(this.typists.map(typist => typist.type()))
    await reached
    return { ended }
  }

  /** What anybody was told is saved, or has on her screen from somebody else. */
  get promised(): string[] {
    return [...new Set(this.typists.flatMap(({ saved, seen }) => [...saved, ...seen]))]
  }

  async missing(promised: readonly string[]): Promise<string[]> {
    const words = new Set(await wordsOnServer(this.#reader, this.id))
    return promised.filter(word => !words.has(word))
  }
}

describe('a server that is killed a hundred times while four people type', () => {
  it('has after every start all that it said was saved, and all that anybody saw of the others', async () => {
    const [reader] = visitors
    if (!reader) throw new Error('Nobody came.')
    const random = new Random(seed)
    const lost: string[] = []
    let promisedInAll = 0
    let underWay = 0
    for (let document = 0; document < documents; document++) {
      const table = new Table(await reader.newApplication(), reader)
      const { id, typists } = table
      await table.join()
      for (let kill = 0; kill < killsInEach; kill++) {
        const { ended } = await table.type(1 + random.below(50))
        await server.kill()
        await ended
        underWay += typists.flatMap(typist => typist.unsaved).length
        const { promised } = table
        await server.restart()
        for (const word of await table.missing(promised)) lost.push(`${id} ${kill}: ${word}`)
        await table.join()
        if (kill === killsInEach - 1) promisedInAll += promised.length
      }
      await Promise.all(typists.map(typist => typist.leave()))
    }
    console.log(`${promisedInAll} words promised, ${underWay} under way when it was killed`)
    expect(lost).toEqual([])
    expect(underWay).toBeGreaterThan(0)
  }, 600_000)
})
