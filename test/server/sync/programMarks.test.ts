import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { WantedMark } from '../../../server/sync/ProgramWriter.ts'
import { MarkedText, type Stretch, textsMost } from '../../../shared/comment/MarkedText.ts'
import { RoomUnderTest, turns } from './roomUnderTest.ts'

const thread = 'aaaaaaaaaaaaaaaaaaaa'

/** A room in which somebody has written a sentence. */
async function written(words = 'Insatsen pågår i hela länet', paragraphs = 1) {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  const room = await under.open()
  const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
  for (let times = 0; times < paragraphs; times += 1) anna.type(words)
  await room.settled
  const wordsWithMark = () => wordsMarked(room.doc)
  return { under, room, anna, karim, wordsWithMark }
}

interface Found {
  readonly stretches: readonly Stretch[]
}

/** Words, wherever they stand; all of them when there are none. */
function markOf(words?: string, told: string[] = []): WantedMark<Found> {
  return {
    thread,
    find: doc => {
      const text = new MarkedText(doc.getXmlFragment('background'))
      const from = words === undefined ? 0 : text.words.indexOf(words)
      if (from < 0) return null
      return { stretches: text.stretches({ from, to: from + (words ?? text.words).length }) }
    },
    marked: doc => told.push(wordsMarked(doc)),
  }
}

function wordsMarked(doc: Y.Doc): string {
  const text = new MarkedText(doc.getXmlFragment('background'))
  return (text.marked().get(thread) ?? []).map(({ from, to }) => text.words.slice(from, to)).join('~')
}

async function updatesOnDisk({ storage }: RoomUnderTest): Promise<number> {
  return (await storage.load('prov')).sequence
}

afterEach(() => {
  vi.useRealTimers()
})

describe('A mark of the program', () => {
  it('is shown to everybody when it is on disk, and not before; then it is said to be done', async () => {
    const { under, room, karim } = await written()
    const before = karim.frames.length
    under.storage.holds = true
    const told: string[] = []
    let isDone = false
    const done = room.mark(markOf('hela länet', told)).then(() => {
      isDone = true
    })
    await turns()
    expect([isDone, karim.frames.length, told]).toEqual([false, before, ['hela länet']])
    under.storage.held.at(-1)?.release()
    await done
    for (const frame of karim.frames) if (frame.kind === 'update') Y.applyUpdate(karim.doc, frame.update)
    expect(wordsMarked(karim.doc)).toBe('hela länet')
  })

  it('is found in what was written right before it', async () => {
    const { room, anna, wordsWithMark } = await written()
    anna.type('och i Uppsala')
    await room.mark(markOf('Uppsala'))
    expect(wordsWithMark()).toBe('Uppsala')
  })

  it('comes also into a document that is only on disk', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const { room, wordsWithMark } = await written()
    vi.advanceTimersByTime(30_000)
    await room.quieten()
    expect(room.isAwake).toBe(false)
    await room.mark(markOf('länet'))
    expect(wordsWithMark()).toBe('länet')
  })

  it('of words that are not there, or are marked already, is nothing on disk', async () => {
    const { under, room } = await written()
    const told: string[] = []
    await room.mark(markOf('länet', told))
    const before = await updatesOnDisk(under)
    expect(await room.mark(markOf('landet', told))).toBeNull()
    expect(await room.mark(markOf('länet', told))).not.toBeNull()
    expect([await updatesOnDisk(under), told]).toEqual([before, ['länet', 'länet']])
  })

  it('is nothing at all when its words cannot be looked for, and the room goes on', async () => {
    const { under, room, wordsWithMark } = await written()
    const find = () => {
      throw new Error('på vägen')
    }
    await expect(room.mark({ ...markOf(), find })).rejects.toThrow('på vägen')
    await room.mark(markOf('länet'))
    expect([under.broken, wordsWithMark()]).toEqual([[], 'länet'])
  })

  it('is held to what a document may hold', async () => {
    const { under, room } = await written()
    const before = await updatesOnDisk(under)
    // Words that this document has never heard of.
    const other = (await written()).room.doc
    const find = () => markOf('länet').find(other)
    await expect(room.mark({ ...markOf(), find })).rejects.toThrow('No document holds')
    expect([under.broken, await updatesOnDisk(under)]).toEqual([[], before])
  })

  it('that the disk refuses is seen by nobody, and the room is broken', async () => {
    const { under, room, karim } = await written()
    const before = karim.heard
    under.storage.holds = true
    const refused = Promise.allSettled([room.mark(markOf('länet'))])
    await turns()
    const fault = new DiskFault(Object.assign(new Error('full'), { code: 'ENOSPC' }))
    under.storage.held.at(-1)?.fail(fault)
    expect(await refused).toEqual([{ status: 'rejected', reason: fault }])
    expect([under.broken, karim.heard]).toEqual([[fault], before])
  })
})

describe('How large a mark may be', () => {
  it('is enough for as many paragraphs as may be marked', async () => {
    const { room, wordsWithMark } = await written('Ord.', textsMost)
    expect(await room.mark(markOf())).not.toBeNull()
    expect(wordsWithMark()).toBe(Array(textsMost).fill('Ord.').join('\n'))
  })

  it('is no more than twice that: a larger one is not made, and nothing is changed', async () => {
    const { under, room, wordsWithMark } = await written('Ord.', 4 * textsMost)
    const before = await updatesOnDisk(under)
    const told: string[] = []
    expect(await room.mark(markOf(undefined, told))).toBeNull()
    expect([told, wordsWithMark(), await updatesOnDisk(under)]).toEqual([[], '', before])
  })

  it('is a quarter more than a document may hold of text, for all of them together', async () => {
    const { under, room: first } = await written()
    const bytes = Y.encodeStateAsUpdate(first.doc).length
    const roomLeft = async (maxDocumentBytes: number) => {
      under.limits = { ...under.limits, maxDocumentBytes }
      const room = await under.open()
      return (await room.mark(markOf('länet'))) !== null
    }
    expect(await roomLeft(Math.floor(bytes / 1.25))).toBe(false)
    expect(await roomLeft(bytes)).toBe(true)
  })
})
