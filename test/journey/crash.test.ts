import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Gate } from '../harness/gate.ts'
import { type Seat, World } from '../harness/world.ts'
import { seeded } from '../shared/form/seeded.ts'
import { eventually } from './eventually.ts'
import { saidIn, shownOn } from './onPage.ts'
import { Writer } from './Writer.ts'

const people = ['anna', 'karim', 'elin', 'sofia']
const sections = ['background', 'purpose'] as const

let world: World
let gates: readonly Gate[]
let writers: readonly Writer[]
/** Has no gate, and opens nothing. */
let reader: Seat
beforeAll(async () => {
  // So small that checkpoints happen under way.
  world = await World.begin({ CHECKPOINT_BYTES: '8000' })
  gates = await Promise.all(people.map(() => Gate.before(world.server.origin)))
  const seats = await Promise.all(people.map((name, at) => world.seat(name, undefined, gates[at]?.origin)))
  reader = await world.seat('anna')
  writers = await Promise.all(seats.map((seat, at) => Writer.at(seat, at)))
})
afterAll(async () => {
  await world.end()
  for (const gate of gates) gate.close()
})

/** Types until told to stop. What her page has said to be saved is in `saved`, so far. */
class Typing {
  saved = 0
  readonly done: Promise<void>
  #enough = false
  #isAlone = false
  readonly #alone = Promise.withResolvers<'alone'>()
  readonly #writer: Writer

  constructor(writer: Writer, seed: number) {
    this.#writer = writer
    this.done = this.#type(seed)
  }

  stop(): void {
    this.#enough = true
  }

  /** The server is gone: she writes on and waits for no word that it is saved. */
  writeOn(): void {
    this.#isAlone = true
    this.#alone.resolve('alone')
  }

  async #type(seed: number): Promise<void> {
    const random = seeded(seed)
    while (!this.#enough) {
      await this.#writer.goSomewhere(random.pick(sections), random)
      await this.#writer.type(random.between(1, 5))
      if (this.#isAlone || random.between(0, 2) > 0) continue
      const typed = this.#writer.typed.length
      const saved = await Promise.race([this.#writer.seat.saved(), this.#alone.promise])
      if (saved !== 'alone') this.saved = typed
    }
  }
}

describe('A server that is killed while four people write', () => {
  it.each([1])('has all that was said to be saved, and gets the rest, seed %i', async seed => {
    const id = await world.newApplication(reader, '2024')
    await Promise.all(writers.map(({ seat }) => seat.open(id)))
    for (const round of [1, 2]) {
      const before = writers.map(({ typed }) => typed.length)
      const typing = writers.map((writer, at) => new Typing(writer, seed * 100 + round * 10 + at))
      const saved = () => typing.filter(({ saved }, at) => saved > (before[at] ?? 0) + 5).length
      await eventually(async () => saved()).toBe(people.length)

      await world.server.kill()
      for (const gate of gates) gate.let('shut')
      const promised = writers.map(({ typed }, at) => typed.slice(0, typing[at]?.saved))
      for (const one of typing) one.writeOn()
      const typed = () => writers.reduce((sum, writer) => sum + writer.typed.length, 0)
      const atKill = typed()
      await eventually(async () => typed() - atKill).toBeGreaterThan(20)
      await world.server.restart()
      const kept = await textOf(id)
      expect(promised.flat().filter(letter => !kept.includes(letter))).toEqual([])
      expect(writers.flatMap(writer => writer.typed).every(letter => kept.includes(letter))).toBe(false)

      for (const one of typing) one.stop()
      for (const gate of gates) gate.let('open')
      await Promise.all(typing.map(one => one.done))
      await Promise.all(writers.map(({ seat }) => seat.saved()))
      const all = await agreed(id)
      expect(writers.flatMap(writer => writer.typed).filter(letter => !all.includes(letter))).toEqual([])
    }
    expect(world.faults).toEqual([])
  })
})

/** What the server has. */
async function textOf(id: string): Promise<string> {
  return Object.values(saidIn(await world.read(reader, id, '2024')))
    .flat()
    .join('\n')
}

/** Waits until all four see what the server has; gives that. */
async function agreed(id: string): Promise<string> {
  await eventually(async () => {
    const pages = await Promise.all(writers.map(({ seat }) => shownOn(seat.page)))
    return pages.map(shown => sections.flatMap(key => shown[key]).join('\n'))
  }).toSatisfy((shown: readonly string[]) => new Set(shown).size === 1)
  return await textOf(id)
}
