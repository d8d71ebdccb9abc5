import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../../statistics.ts'
import { contestantNames, type RunningContestant } from '../contestants/Contestant.ts'
import { emptyDocument } from '../documents/writtenDocument.ts'
import { leaveAll, Person } from '../load/Person.ts'
import type { Row, Scenario } from './Scenario.ts'

const sizes = [4, 20, 100] as const
const typists = 4
/** What each of them waits between two keystrokes, on average. */
const pauseMs = 50
const warmUpMs = 500
/** Longer where the 99th percentile is told: of two hundred keystrokes it would be the two that met a slow moment. */
const measuredMs = { 4: 2_500, 20: 2_500, 100: 10_000 } as const

const p50Aims = { 4: 0.9, 20: 0.9, 100: 0.7 } as const

/** Four people type, and others look on: from a keystroke's sending until it has come to each of the others. */
export const latency: Scenario = {
  name: 'latency',
  contestants: contestantNames,
  rows: [
    ...sizes.map(
      (people): Row => ({
        figure: `p50 of ${people}`,
        title: `latency p50, ${people} people, 4 typing (ms)`,
        decimals: 2,
        better: 'less',
        aims: [{ times: p50Aims[people], of: 'best', plusSync: true }],
      }),
    ),
    {
      figure: 'p99 of 100',
      title: 'latency p99, 100 people, 4 typing (ms)',
      decimals: 2,
      better: 'less',
      aims: [{ times: 1, of: 'best' }],
    },
  ],
  documents: () => sizes.map(people => emptyDocument(`latency-${people}`)),
  async measure({ start }) {
    const contestant = await start()
    const figures: Record<string, number> = {}
    for (const people of sizes) {
      const latencies = await latenciesOf(contestant, `latency-${people}`, people, measuredMs[people])
      figures[`p50 of ${people}`] = percentile(latencies, 50)
      figures[`p99 of ${people}`] = percentile(latencies, 99)
    }
    return figures
  },
}

/** Milliseconds from sending to receipt, one for each keystroke and receiver. */
export async function latenciesOf(
  { door }: RunningContestant,
  document: string,
  count: number,
  measuredMs: number,
): Promise<number[]> {
  /** When each keystroke was sent: by client, from the clock of her first on. */
  const sentAt = new Map<number, number[]>()
  let measures = false
  const latencies: number[] = []
  const ears = {
    keystrokes: (client: number, clock: number, length: number) => {
      if (!measures) return
      const now = performance.now()
      const times = sentAt.get(client)
      for (let one = clock; one < clock + length; one += 1) {
        const at = times?.[one]
        if (at !== undefined) latencies.push(now - at)
      }
    },
  }
  const arriving = Array.from({ length: count }, (_, person) =>
    Person.arrive(door(document, person), undefined, ears),
  )
  const people = await Promise.all(arriving)
  const writers = people.slice(0, typists)
  for (const writer of writers) {
    sentAt.set(writer.typing.client, [])
    writer.begin()
  }
  await pause(500)
  const type = async (writer: Person, place: number, until: number) => {
    const times = sentAt.get(writer.typing.client)
    for (let typed = 0; performance.now() < until; typed += 1) {
      if (times) times[writer.typing.clock] = performance.now()
      writer.type(1)
      // Not in step with each other.
      await pause(pauseMs - 10 + ((typed * 7 + place * 5) % 21))
    }
  }
  const began = performance.now()
  const typing = writers.map((writer, place) => type(writer, place, began + warmUpMs + measuredMs))
  await pause(warmUpMs)
  measures = true
  await Promise.all(typing)
  await pause(200)
  await leaveAll(people)
  return latencies
}
