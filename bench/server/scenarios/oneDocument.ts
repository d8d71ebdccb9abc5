import { setTimeout as pause } from 'node:timers/promises'
import { contestantNames } from '../contestants/Contestant.ts'
import { emptyDocument } from '../documents/writtenDocument.ts'
import { leaveAll, Person } from '../load/Person.ts'
import { saturate } from '../load/saturate.ts'
import type { Scenario } from './Scenario.ts'

const name = 'one'
const people = 20

/** Twenty people in one document type as much as the server takes. */
export const oneDocument: Scenario = {
  name: 'one-document',
  contestants: contestantNames,
  rows: [
    {
      figure: 'perSecond',
      title: 'delivered keystrokes/s, 1 document × 20 people, saturated',
      decimals: 0,
      better: 'more',
      aims: [
        { times: 5, of: 'y-websocket' },
        { times: 3, of: 'hocuspocus' },
      ],
    },
    {
      figure: 'processorMsPerThousand',
      title: 'its processor time per 1 000 delivered (ms)',
      decimals: 2,
      better: 'less',
      aims: [{ times: 0.25, of: 'best' }],
    },
    { figure: 'loadShare', title: 'processors busy with the load', decimals: 2, better: null, aims: [] },
    { figure: 'serverShare', title: 'processors busy with the server', decimals: 2, better: null, aims: [] },
  ],
  documents: () => [emptyDocument(name)],
  async measure({ start }) {
    const { process, door } = await start()
    const group = await Promise.all(
      Array.from({ length: people }, (_, person) => Person.arrive(door(name, person))),
    )
    for (const person of group) person.begin()
    await pause(500)
    const delivered = await saturate(process, [group], { window: 128, warmUpMs: 1_000, measuredMs: 3_000 })
    await leaveAll(group)
    return { ...delivered }
  },
}
