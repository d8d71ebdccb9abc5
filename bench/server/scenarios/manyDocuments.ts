import { setTimeout as pause } from 'node:timers/promises'
import { contestantNames } from '../contestants/Contestant.ts'
import { emptyDocument } from '../documents/writtenDocument.ts'
import { leaveAll, Person } from '../load/Person.ts'
import { saturate } from '../load/saturate.ts'
import type { Scenario } from './Scenario.ts'

const documents = Array.from({ length: 200 }, (_, index) => `many-${index}`)
const peopleEach = 4

/** Four people in each of two hundred documents type as much as the server takes. */
export const manyDocuments: Scenario = {
  name: 'many-documents',
  contestants: contestantNames,
  rows: [
    {
      figure: 'perSecond',
      title: 'delivered keystrokes/s, 200 documents × 4 people, saturated',
      decimals: 0,
      better: 'more',
      aims: [{ times: 3, of: 'best' }],
    },
    {
      figure: 'processorMsPerThousand',
      title: 'its processor time per 1 000 delivered (ms)',
      decimals: 2,
      better: 'less',
      aims: [{ times: 0.3, of: 'best' }],
    },
    { figure: 'loadShare', title: 'processors busy with the load', decimals: 2, better: null, aims: [] },
    { figure: 'serverShare', title: 'processors busy with the server', decimals: 2, better: null, aims: [] },
  ],
  documents: () => documents.map(emptyDocument),
  async measure({ start }) {
    const { process, door } = await start()
    const groups: Person[][] = []
    for (const document of documents) {
      const coming = Array.from({ length: peopleEach }, (_, person) => Person.arrive(door(document, person)))
      groups.push(await Promise.all(coming))
    }
    for (const person of groups.flat()) person.begin()
    await pause(1_000)
    const delivered = await saturate(process, groups, { window: 8, warmUpMs: 1_500, measuredMs: 4_000 })
    await leaveAll(groups.flat())
    return { ...delivered }
  },
}
