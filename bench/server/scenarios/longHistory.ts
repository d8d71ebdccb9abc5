import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { median } from '../../statistics.ts'
import type { RunningContestant } from '../contestants/Contestant.ts'
import { madeUpHistory, paperHistory } from '../documents/history.ts'
import { stateOf } from '../documents/LaidDocument.ts'
import { section, writtenDocument } from '../documents/writtenDocument.ts'
import { Person } from '../load/Person.ts'
import type { Scenario } from './Scenario.ts'

const name = 'paper'
const laterOpens = 5

/** A document with a history of 260 000 edits is opened: first after the server was started, and then again. */
export const longHistory: Scenario = {
  name: 'long-history',
  contestants: ['samskriv', 'relay', 'y-leveldb', 'hocuspocus'],
  rows: [
    {
      figure: 'firstMs',
      title: 'first open after start, 260 000-edit history (ms until it can be read)',
      decimals: 0,
      better: 'less',
      aims: [{ times: 0.45, of: 'best' }],
    },
    {
      figure: 'laterMs',
      title: 'later opens (ms)',
      decimals: 0,
      better: 'less',
      aims: [{ times: 0.35, of: 'best' }],
    },
  ],
  documents: () => [writtenDocument(name, paperHistory().edits)],
  async measure({ start }) {
    const contestant = await start()
    warmUpReader()
    const firstMs = await openMs(contestant, name)
    const laterMs: number[] = []
    for (let open = 0; open < laterOpens; open += 1) {
      // Time enough to let go of what the last has left, and little enough to be the next person who clicks.
      await pause(250)
      laterMs.push(await openMs(contestant, name))
    }
    return { firstMs, laterMs: median(laterMs) }
  },
}

/** The reader's own Yjs is no contestant's: it has read a text before. */
export function warmUpReader(): void {
  const text = stateOf(writtenDocument('warm-up', madeUpHistory(30_000)))
  for (let time = 0; time < 5; time += 1) Y.applyUpdate(new Y.Doc(), text)
}

/** From the first byte of the line until the text is in a Y.Doc of her own. Some servers send it after an empty one. */
export async function openMs({ door }: RunningContestant, document: string): Promise<number> {
  const began = performance.now()
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment(section)
  let readable = () => {}
  const opened = new Promise<void>(resolve => {
    readable = resolve
  })
  const person = await Person.arrive(door(document, 0), undefined, {
    document: (bytes, start, end) => {
      Y.applyUpdate(doc, Uint8Array.prototype.slice.call(bytes, start, end))
      if (fragment.length > 0) readable()
    },
  })
  await opened
  const elapsedMs = performance.now() - began
  await person.leave()
  return elapsedMs
}
