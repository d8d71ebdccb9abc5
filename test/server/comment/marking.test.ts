import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Marking } from '../../../server/comment/Marking.ts'
import type { OpenApplication } from '../../../server/document/Applications.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { RoomUnderTest } from '../sync/roomUnderTest.ts'
import { keptThread } from './keptThread.ts'

const quote = 'hela länet'
const place = { is: 'text', section: 'background', quote, before: '', after: '' } as const

/** A document with a sentence in it, and so many threads on the same words that are still to be marked. */
async function commented(count: number, maxDocumentBytes: number) {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  const room = await under.open()
  under.sit(room, 'anna').type('Insatsen pågår i hela länet')
  await room.settled
  under.limits = { ...under.limits, maxDocumentBytes }
  const rooms = new Rooms(
    () => under.open(),
    () => {},
  )
  const threads = Array.from({ length: count }, () =>
    keptThread({ place, unmarked: { ...place, is: 'quote' } }),
  )
  const quotes = new Map<string, string | null>()
  const marked = async (told: ReadonlyMap<string, string | null>) => {
    for (const [thread, quote] of told) quotes.set(thread, quote)
  }
  const find = () => ({ form: form2024, comments: { threads, marked } }) as unknown as OpenApplication
  await new Marking({ find }, rooms, { marked: () => {} }).mark('prov')
  const bytes = await rooms.withRoom('prov', async room => Y.encodeStateAsUpdate(room.doc).length)
  return { quotes: [...quotes.values()], bytes }
}

it('Threads that have come together are marked together', async () => {
  const { quotes } = await commented(40, 8 * 1024 * 1024)
  expect(quotes).toEqual(Array(40).fill(quote))
})

it('Where there is no room for more marks, threads have no place, and the document does not grow', async () => {
  const most = 10_000
  const { quotes, bytes } = await commented(300, most)
  const placed = quotes.filter(marked => marked !== null).length
  expect(quotes).toHaveLength(300)
  expect(placed).toBeGreaterThan(10)
  expect(quotes.slice(placed)).toEqual(Array(300 - placed).fill(null))
  expect(bytes).toBeLessThanOrEqual(most * 1.25)
})
