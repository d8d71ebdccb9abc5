import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { randomFrom } from '../../randomFrom.ts'
import type { RunningContestant } from '../contestants/Contestant.ts'
import { emptyDocument } from '../documents/writtenDocument.ts'
import { Person } from '../load/Person.ts'
import type { Scenario } from './Scenario.ts'

const name = 'killed'
const killsInAll = 20
const writers = 4
const pauseMs = 20
/** What is not there when nothing has come for so long is lost. */
const quietMs = 1_500

/** Power is cut the moment somebody has seen what a colleague wrote. What she has seen must be there afterwards. */
export const kills: Scenario = {
  name: 'kills',
  contestants: ['samskriv', 'y-leveldb', 'hocuspocus'],
  rows: [
    {
      figure: 'killsWithLoss',
      title: 'kill -9 the moment a colleague has seen an edit: share of kills with loss',
      decimals: 2,
      better: 'less',
      aims: [{ exactly: 0 }],
    },
    { figure: 'mostLost', title: 'most keystrokes lost at once', decimals: 0, better: 'less', aims: [] },
    { figure: 'kills', title: 'kills a round', decimals: 0, better: null, aims: [] },
  ],
  documents: () => [emptyDocument(name)],
  async measure(bench) {
    const random = randomFrom(bench.round)
    const kills = Math.ceil(killsInAll / bench.rounds)
    const lost: number[] = []
    let contestant = await bench.start()
    for (let kill = 0; kill < kills; kill += 1) {
      const seen = await writeAndKill(contestant, 300 + 700 * random())
      contestant = await bench.start()
      lost.push(await countLost(contestant, seen))
    }
    return {
      kills,
      killsWithLoss: lost.filter(count => count > 0).length / kills,
      mostLost: Math.max(...lost),
    }
  },
}

/** How far each writer's keystrokes have been seen by somebody else: the clock after the last. */
type Seen = ReadonlyMap<number, number>

async function writeAndKill({ process, door }: RunningContestant, afterMs: number): Promise<Seen> {
  const seen = new Map<number, number>()
  let dying: Promise<void> | null = null
  let isTime = false
  const see = (client: number, clock: number, length: number) => {
    // What is still on its way to us when the server is dead has been seen all the same.
    seen.set(client, Math.max(seen.get(client) ?? 0, clock + length))
    if (isTime) dying ??= process.kill()
  }
  const arriving = Array.from({ length: writers }, (_, person) =>
    Person.arrive(door(name, person), undefined, { keystrokes: see }),
  )
  const people = await Promise.all(arriving)
  for (const person of people) person.begin()
  const timers = people.map((person, place) => setInterval(() => person.type(1), pauseMs + place))
  await pause(afterMs)
  isTime = true
  while (!dying) await pause(1)
  for (const timer of timers) clearInterval(timer)
  await dying
  await Promise.all(people.map(person => person.ended))
  return seen
}

async function countLost({ door }: RunningContestant, seen: Seen): Promise<number> {
  const doc = new Y.Doc()
  let lastHeardAt = performance.now()
  const person = await Person.arrive(door(name, 0), undefined, {
    document: (bytes, start, end) => {
      lastHeardAt = performance.now()
      Y.applyUpdate(doc, Uint8Array.prototype.slice.call(bytes, start, end))
    },
  })
  const missing = () => {
    const have = Y.decodeStateVector(Y.encodeStateVector(doc))
    return [...seen].reduce((sum, [client, clock]) => sum + Math.max(0, clock - (have.get(client) ?? 0)), 0)
  }
  // Some servers answer before they have the text.
  while (missing() > 0 && performance.now() - lastHeardAt < quietMs) await pause(20)
  await person.leave()
  return missing()
}
