import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Room } from '../../../server/sync/Room.ts'
import { RoomUnderTest, Sitter, textOf, turns } from './roomUnderTest.ts'

const idleMs = 30_000

async function openRoom() {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  return { under, room: await under.open() }
}

/** Lets time pass in which nobody does anything, and then asks the room to let go of memory. */
async function afterQuiet(room: Room, ms: number): Promise<void> {
  vi.advanceTimersByTime(ms)
  await room.quieten()
}

/** Comes with what she has, as a client does, and asks for what she lacks. */
async function comeBack(room: Room, doc: Y.Doc): Promise<Sitter> {
  const sitter = new Sitter(room, 'karim')
  Y.applyUpdate(sitter.doc, Y.encodeStateAsUpdate(doc))
  room.join(sitter.connection)
  sitter.say({ kind: 'syncStep1', stateVector: Y.encodeStateVector(sitter.doc) })
  await turns()
  for (const frame of sitter.frames) if (frame.kind === 'syncStep2') Y.applyUpdate(sitter.doc, frame.update)
  return sitter
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a document that nobody changes', () => {
  it('is bytes only after as long as the setting says, and not before', async () => {
    const { under, room } = await openRoom()
    under.sit(room, 'anna').type('Hej')
    await room.settled
    await afterQuiet(room, idleMs - 1)
    expect(room.isAwake).toBe(true)
    await afterQuiet(room, 1)
    expect(room.isAwake).toBe(false)
  })

  it('is bytes only from the beginning, when the disk has it in one piece', async () => {
    const { room } = await openRoom()
    const newcomer = await comeBack(room, new Y.Doc())
    expect([room.isAwake, newcomer.heard]).toEqual([false, ['syncStep2']])
  })

  it('does not wake for those who come, with nothing or with all of it', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    anna.type('Hej')
    await room.settled
    await afterQuiet(room, idleMs)
    const [newcomer, again] = [await comeBack(room, new Y.Doc()), await comeBack(room, anna.doc)]
    expect(textOf(newcomer.doc)).toBe('Hej')
    expect(textOf(again.doc)).toBe('Hej')
    expect(again.heard).toEqual(['syncStep2'])
  })

  it('wakes for the next word, and has lost nothing', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    anna.type('Hej')
    await room.settled
    await afterQuiet(room, idleMs)
    anna.type(' igen')
    await room.settled
    expect(anna.acknowledged.at(-1)).toBe(2)
    expect([textOf(room.doc), await under.textOnDisk()]).toEqual(['Hej igen', 'Hej igen'])
  })

  it('rescues what comes for a block that was deleted before it fell asleep, with its section', async () => {
    const { under, room } = await openRoom()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    const update = anna.type('Hej')
    Y.applyUpdate(karim.doc, update)
    karim.doc.on('update', deletion => karim.say({ kind: 'update', update: deletion }))
    karim.doc.getXmlFragment('background').delete(0, 1)
    await room.settled
    await afterQuiet(room, idleMs)
    const paragraph = anna.doc.getXmlFragment('background').get(0)
    anna.doc.on('update', late => anna.say({ kind: 'update', update: late }))
    if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).insert(3, ' då')
    await room.settled
    expect(under.rescuedOf('anna@heby')).toMatchObject([{ section: 'background', text: ' då' }])
  })

  it('stays awake while the disk has not yet taken the last word', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    under.sit(room, 'anna').type('Hej')
    await turns()
    vi.advanceTimersByTime(idleMs)
    const quietened = room.quieten()
    await turns()
    expect(room.isAwake).toBe(true)
    await turns()
    under.storage.held[0]?.release()
    await quietened
    expect([room.isAwake, await under.textOnDisk()]).toEqual([false, 'Hej'])
  })
})
