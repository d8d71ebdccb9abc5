import { setTimeout as pause } from 'node:timers/promises'
import { contestantNames, type RunningContestant } from '../contestants/Contestant.ts'
import { madeUpHistory } from '../documents/history.ts'
import { type LaidDocument, stateOf } from '../documents/LaidDocument.ts'
import { emptyDocument, writtenDocument } from '../documents/writtenDocument.ts'
import { leaveAll, Person } from '../load/Person.ts'
import type { Scenario } from './Scenario.ts'

const count = 200
/** About 40 000 letters are left of so many edits. */
const edits = 46_000
/** Longer than any contestant needs to let go of what nobody uses. */
const idleMs = 6_000

const lobby = 'lobby'

/** What it costs to have documents open that nobody writes in at the moment. */
export const idleDocuments: Scenario = {
  name: 'idle-documents',
  contestants: contestantNames,
  rows: [
    {
      figure: 'perDocumentKb',
      title: 'memory per open idle document of 40 kB text (kB)',
      decimals: 0,
      better: 'less',
      aims: [{ times: 0.15, of: 'best' }],
    },
  ],
  documents: () => [emptyDocument(lobby), ...idleDocumentsNamed(count)],
  measure: async ({ start }) => ({ perDocumentKb: await memoryPerDocumentKb(await start(), count) }),
}

/** Documents of the same 40 kB text. */
export function idleDocumentsNamed(count: number): LaidDocument[] {
  const state = stateOf(writtenDocument('idle', madeUpHistory(edits)))
  return Array.from({ length: count }, (_, index) => ({ name: `idle-${index}`, updates: [state] }))
}

/** Of each of the first `count` of `idleDocumentsNamed`, without what its one connection costs. */
export async function memoryPerDocumentKb(
  { process, door }: RunningContestant,
  count: number,
): Promise<number> {
  const visit = async (document: string, person: number) => {
    const one = await Person.arrive(door(document, person))
    // Somebody has written in it since it was opened.
    one.begin()
    return one
  }
  // Whatever is made the first time is not the documents'.
  const people = [await visit('idle-0', 0)]
  await pause(idleMs)
  const emptyKb = await process.memoryKb()
  for (let person = 0; person < count; person += 1) people.push(await Person.arrive(door(lobby, person)))
  const connectedKb = await process.memoryKb()
  for (let place = 1; place < count; place += 1) people.push(await visit(`idle-${place}`, place))
  await pause(idleMs)
  const openKb = await process.memoryKb()
  await leaveAll(people)
  return (openKb - connectedKb) / (count - 1) - (connectedKb - emptyKb) / count
}
