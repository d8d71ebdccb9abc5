import { contestantNames } from '../contestants/Contestant.ts'
import { emptyDocument } from '../documents/writtenDocument.ts'
import { leaveAll, Person } from '../load/Person.ts'
import type { Scenario } from './Scenario.ts'

const name = 'quiet'
const warmUp = 100
const count = 1_000

/** What it costs that people are there and say nothing. */
export const idleConnections: Scenario = {
  name: 'idle-connections',
  contestants: contestantNames,
  rows: [
    {
      figure: 'perConnectionKb',
      title: 'memory per idle connection (kB)',
      decimals: 1,
      better: 'less',
      aims: [{ times: 1, of: 'best' }],
    },
  ],
  documents: () => [emptyDocument(name)],
  async measure({ start }) {
    const { process, door } = await start()
    const people: Person[] = []
    const come = async (howMany: number) => {
      for (let coming = 0; coming < howMany; coming += 1) {
        people.push(await Person.arrive(door(name, people.length)))
      }
    }
    await come(warmUp)
    const beforeKb = await process.memoryKb()
    await come(count)
    const afterKb = await process.memoryKb()
    await leaveAll(people)
    return { perConnectionKb: (afterKb - beforeKb) / count }
  },
}
