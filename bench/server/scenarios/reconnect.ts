import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { writePresence } from '../../../shared/sync/presenceMessage.ts'
import { contestantNames, type RunningContestant } from '../contestants/Contestant.ts'
import { madeUpHistory } from '../documents/history.ts'
import { section, writtenDocument } from '../documents/writtenDocument.ts'
import { eachPresent } from '../load/DocumentWire.ts'
import { loadProcessorMs } from '../load/loadProcessorMs.ts'
import { leaveAll, nothing, Person } from '../load/Person.ts'
import type { Row, Scenario } from './Scenario.ts'

const name = 'crowded'
const count = 500
const edits = 46_000
/** Until the server has noticed that all have left. */
const settleMs = 1_000

const rows: readonly [figure: string, title: string, times: number][] = [
  ['withTextMs', `${count} people reconnect with the text they have (ms until all are answered)`, 0.5],
  ['afreshMs', `${count} people load 40 kB text afresh (ms until all have it)`, 0.25],
  ['withPresenceMs', `${count} people reconnect with presence (ms until all know of all)`, 0.2],
]

/** The network was away, and everybody comes back at the same moment. One has been there all the time. */
export const reconnect: Scenario = {
  name: 'reconnect',
  contestants: contestantNames,
  rows: [
    ...rows.map(
      ([figure, title, times]): Row => ({
        figure,
        title,
        decimals: 0,
        better: 'less',
        aims: [{ times, of: 'best' }],
      }),
    ),
    { figure: 'loadShare', title: 'processors busy with the load', decimals: 2, better: null, aims: [] },
  ],
  documents: () => [writtenDocument(name, madeUpHistory(edits))],
  async measure({ start }) {
    const contestant = await start()
    const { stays, stateVector, sizeBytes } = await whoStays(contestant)
    // They have all been here before.
    await returnMs(contestant, stateVector, 0)
    const began = loadProcessorMs()
    const withTextMs = await returnMs(contestant, stateVector, 0)
    const afreshMs = await returnMs(contestant, nothing, sizeBytes * 0.9)
    const withPresenceMs = await presenceMs(contestant, stateVector)
    const spentMs = loadProcessorMs() - began
    await stays.leave()
    const loadShare = spentMs / (withTextMs + afreshMs + withPresenceMs)
    return { withTextMs, afreshMs, withPresenceMs, loadShare }
  },
}

/** One person who is there before, and what she has. */
async function whoStays({ door }: RunningContestant) {
  const doc = new Y.Doc()
  const stays = await Person.arrive(door(name, 0), nothing, {
    document: (bytes, start, end) => Y.applyUpdate(doc, Uint8Array.prototype.slice.call(bytes, start, end)),
  })
  // Some servers answer before they have the text.
  while (doc.getXmlFragment(section).length === 0) await pause(50)
  stays.ears = {}
  return { stays, stateVector: Y.encodeStateVector(doc), sizeBytes: Y.encodeStateAsUpdate(doc).length }
}

/** Until everybody has been answered, and has been sent at least so many bytes of the document. */
async function returnMs(
  { door }: RunningContestant,
  stateVector: Uint8Array,
  leastBytes: number,
): Promise<number> {
  const began = performance.now()
  const returning = Array.from({ length: count }, async (_, place) => {
    let heardBytes = 0
    let enough = () => {}
    const hasEnough = new Promise<void>(resolve => {
      enough = resolve
    })
    const person = await Person.arrive(door(name, place), stateVector, {
      document: (_bytes, start, end) => {
        heardBytes += end - start
        if (heardBytes >= leastBytes) enough()
      },
    })
    await hasEnough
    return person
  })
  const people = await Promise.all(returning)
  const elapsedMs = performance.now() - began
  await leaveAll(people)
  await pause(settleMs)
  return elapsedMs
}

/** Everybody says where she is as soon as she is there; until each knows of each. */
async function presenceMs({ door }: RunningContestant, stateVector: Uint8Array): Promise<number> {
  const began = performance.now()
  const returning = Array.from({ length: count }, async (_, place) => {
    const known = new Set<number>()
    let knowsAll = () => {}
    const all = new Promise<void>(resolve => {
      knowsAll = resolve
    })
    const hear = (client: number) => {
      // Some servers tell her of herself.
      if (client !== person.typing.client) known.add(client)
    }
    const person = new Person(door(name, place), {
      presence: (bytes, start) => {
        eachPresent(bytes, start, hear)
        if (known.size >= count - 1) knowsAll()
      },
    })
    await person.opened
    person.ask(stateVector)
    person.show(presenceOf(person))
    await all
    return person
  })
  const people = await Promise.all(returning)
  const elapsedMs = performance.now() - began
  await leaveAll(people)
  return elapsedMs
}

function presenceOf(person: Person): Uint8Array {
  const state = { place: { section }, user: { name: 'Anna Lindholm', color: '#1565c0' } }
  return writePresence([{ clientId: person.typing.client, clock: 1, json: JSON.stringify(state) }])
}
