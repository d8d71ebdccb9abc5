import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { KeptThread } from '../../../server/comment/commentsFile.ts'
import { LostMarks } from '../../../server/comment/LostMarks.ts'
import { findQuote } from '../../../server/comment/placing.ts'
import type { OpenApplication } from '../../../server/document/Applications.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { MarkedText } from '../../../shared/comment/MarkedText.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { RoomUnderTest, turns } from '../sync/roomUnderTest.ts'
import { keptThread } from './keptThread.ts'

const id = 'prov'
const section = 'background'
const sections: ReadonlySet<string> = new Set([section])
const sentence = 'Insatsen pågår i hela länet i tre år'

/** A thread about words of a section, as its record has it when its mark has been put there. */
function thread(letter: string, quote: string, kept: Partial<KeptThread> = {}): KeptThread {
  const place = { is: 'text', section, quote, before: '', after: '' } as const
  return keptThread({ id: letter.repeat(20), place, ...kept })
}

async function house(threads: KeptThread[]) {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  const rooms = new Rooms(
    () => under.open(),
    () => {},
  )
  const find = () => ({ form: form2024, comments: { threads } }) as unknown as OpenApplication
  const faults: unknown[] = []
  const lostMarks = new LostMarks(
    { find },
    rooms,
    id => at => rooms.withRoom(id, room => room.look(at)),
    (_id, fault) => faults.push(fault),
  )
  await rooms.write(id, null, doc => writeLines(doc, sentence, 'Andra stycket'))
  return { under, rooms, lostMarks, faults }
}

function writeLines(doc: Y.Doc, ...lines: string[]): void {
  const root = doc.getXmlFragment(section)
  root.delete(0, root.length)
  root.insert(
    0,
    lines.map(line => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(line)])
      return paragraph
    }),
  )
}

type House = Awaited<ReturnType<typeof house>>

/** The words are marked, as when a comment has been made. */
async function mark({ rooms, lostMarks }: House, letter: string, quote: string): Promise<void> {
  const thread = letter.repeat(20)
  await rooms.mark(id, {
    thread,
    find: doc => findQuote(doc, section, { quote, before: '', after: '' }),
    marked: (doc, { place }) => lostMarks.marked(id, doc, thread, place),
  })
}

/** Somebody writes, and then it is quiet. */
async function write({ rooms, lostMarks }: House, ...lines: string[]): Promise<void> {
  await rooms.write(id, null, doc => writeLines(doc, ...lines))
  lostMarks.changed(id, sections)
  await lostMarks.settle()
}

async function marked({ rooms }: House, letter: string): Promise<string> {
  return await rooms.withRoom(id, room =>
    room.look(doc => {
      const text = new MarkedText(doc.getXmlFragment(section))
      const ranges = text.marked().get(letter.repeat(20)) ?? []
      return ranges.map(({ from, to }) => text.words.slice(from, to)).join('~')
    }),
  )
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('A mark that is gone although its words are there', () => {
  it('is put back when it is quiet, and everybody is sent it', async () => {
    const here = await house([thread('a', 'hela länet')])
    await mark(here, 'a', 'hela länet')
    const anna = here.under.sit(await here.rooms.withRoom(id, room => room), 'anna')
    await here.rooms.write(id, null, doc => writeLines(doc, 'Insatsen pågår', `i ${'hela länet i tre år'}`))
    here.lostMarks.changed(id, sections)
    expect(await marked(here, 'a')).toBe('')
    await vi.advanceTimersByTimeAsync(1_000)
    await turns()
    await here.lostMarks.settle()
    expect(await marked(here, 'a')).toBe('hela länet')
    expect(anna.heard.filter(kind => kind === 'update')).toHaveLength(2)
  })

  it('is put back also where only a part of it was left', async () => {
    const here = await house([thread('a', 'hela länet')])
    await mark(here, 'a', 'hela länet')
    await here.rooms.write(id, null, doc => {
      writeLines(doc, 'Insatsen pågår i hela', 'länet i tre år')
      const text = new MarkedText(doc.getXmlFragment(section))
      text.mark({ from: 17, to: 21 }, 'a'.repeat(20))
    })
    here.lostMarks.changed(id, sections)
    await here.lostMarks.settle()
    expect(await marked(here, 'a')).toBe('hela\nlänet')
  })

  it('stays gone while its words are, and comes back with them', async () => {
    const here = await house([thread('a', 'hela länet')])
    await mark(here, 'a', 'hela länet')
    await write(here, 'Insatsen pågår i tre år', 'hela länet')
    expect(await marked(here, 'a')).toBe('')
    await write(here, sentence)
    expect(await marked(here, 'a')).toBe('hela länet')
  })

  it('is not looked for for ever', async () => {
    const here = await house([thread('a', 'hela länet')])
    await mark(here, 'a', 'hela länet')
    for (let times = 0; times < 31; times += 1) await write(here, `Något annat ${times}`)
    await write(here, sentence)
    expect(await marked(here, 'a')).toBe('')
  })

  it('is put back after a start when the record knows its words well, and only then', async () => {
    const long = 'pågår i hela länet i tre år framåt'
    const here = await house([thread('a', long), thread('b', 'hela länet')])
    await write(here, `Insatsen ${long}`)
    expect([await marked(here, 'a'), await marked(here, 'b')]).toEqual([long, ''])
  })

  it('is looked for again after a start with every change of its section, and not only with the first', async () => {
    const long = 'pågår i hela länet i tre år framåt'
    const here = await house([thread('a', long)])
    await write(here, 'Insatsen är slut')
    await write(here, 'Nej')
    expect(await marked(here, 'a')).toBe('')
    await write(here, `Insatsen ${long}`)
    expect(await marked(here, 'a')).toBe(long)
  })

  it('of a party’s own thread, or one that is not marked yet, is nobody’s business here', async () => {
    const internal = thread('a', sentence, { internalTo: 'heby' })
    const unmarked = thread('b', sentence, {
      unmarked: { is: 'quote', quote: sentence, before: '', after: '' },
    })
    const here = await house([internal, unmarked])
    const before = (await here.under.storage.load(id)).sequence
    await write(here, sentence)
    expect([(await here.under.storage.load(id)).sequence, here.faults]).toEqual([before + 1, []])
  })
})

describe('A mark that stands where it stood', () => {
  it('costs nothing but a look: nothing is written', async () => {
    const here = await house([thread('a', 'hela länet')])
    await mark(here, 'a', 'hela länet')
    const before = (await here.under.storage.load(id)).sequence
    here.lostMarks.changed(id, sections)
    await here.lostMarks.settle()
    expect((await here.under.storage.load(id)).sequence).toBe(before)
  })

  it('that the disk refuses to put back is tried again with the next change', async () => {
    const here = await house([thread('a', 'hela länet')])
    await mark(here, 'a', 'hela länet')
    await here.rooms.write(id, null, doc => writeLines(doc, sentence))
    here.under.storage.holds = true
    here.lostMarks.changed(id, sections)
    const settled = here.lostMarks.settle()
    while (here.under.storage.held.length === 0) await turns(1)
    here.under.storage.held[0]?.fail(new Error('full'))
    await settled
    expect(here.faults).toHaveLength(1)
    here.rooms.forget(id)
    here.under.storage.holds = false
    here.lostMarks.changed(id, sections)
    await here.lostMarks.settle()
    expect(await marked(here, 'a')).toBe('hela länet')
  })
})
