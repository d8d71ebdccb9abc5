import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { DamagedDocument } from '../../../server/storage/damage.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
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
    expect(room.isAwake).toBe(false)
  })

  it('gives one who has half of it the rest, and what was deleted, without waking', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    anna.type('Hej')
    const half = new Y.Doc()
    Y.applyUpdate(half, Y.encodeStateAsUpdate(anna.doc))
    anna.type(' igen')
    anna.doc.on('update', deletion => anna.say({ kind: 'update', update: deletion }))
    anna.doc.getXmlFragment('background').delete(1, 1)
    await room.settled
    await afterQuiet(room, idleMs)
    const again = await comeBack(room, half)
    expect(textOf(again.doc)).toBe(' igen')
    expect(room.isAwake).toBe(false)
  })

  it('is woken at last by many who each lack something else, and gives each of them that', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    const parts = Array.from({ length: 20 }, () => {
      anna.type('a')
      const part = new Y.Doc()
      Y.applyUpdate(part, Y.encodeStateAsUpdate(anna.doc))
      return part
    })
    await room.settled
    await afterQuiet(room, idleMs)
    for (const part of parts) expect(textOf((await comeBack(room, part)).doc)).toBe('a'.repeat(20))
    expect(room.isAwake).toBe(true)
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

/** A room on a disk that has a snapshot and, since then, 'Hej' and what came and went after it. */
async function openWithUpdatesSince() {
  const { under, room } = await openRoom()
  const anna = under.sit(room, 'anna')
  anna.type('Hej')
  anna.type('Hemligt')
  const half = new Y.Doc()
  Y.applyUpdate(half, Y.encodeStateAsUpdate(anna.doc))
  anna.doc.on('update', deletion => anna.say({ kind: 'update', update: deletion }))
  const section = anna.doc.getXmlFragment('background')
  section.delete(section.length - 1, 1)
  await room.settled
  return { under, room: await under.open(), anna, half }
}

/** All that she has been sent of the document. */
function sentTo(sitter: Sitter): string {
  return sitter.frames
    .map(frame => ('update' in frame ? Buffer.from(frame.update).toString('latin1') : ''))
    .join()
}

describe('a document of which the disk has updates since its snapshot', () => {
  it('is bytes only all the same, and a newcomer is given all of it in one answer', async () => {
    const { room } = await openWithUpdatesSince()
    const newcomer = await comeBack(room, new Y.Doc())
    expect([room.isAwake, newcomer.heard, textOf(newcomer.doc)]).toEqual([false, ['syncStep2'], 'Hej'])
  })

  it('gives one who has half of it the rest, and what was deleted, without waking', async () => {
    const { room, half } = await openWithUpdatesSince()
    const again = await comeBack(room, half)
    expect([room.isAwake, textOf(again.doc)]).toEqual([false, 'Hej'])
  })

  it('asks a stock client for what she has that it lacks, without waking', async () => {
    const { under, room } = await openWithUpdatesSince()
    const karim = new Sitter(room, 'karim', false)
    room.join(karim.connection)
    const [asked] = karim.frames
    if (asked?.kind !== 'syncStep1') throw new Error('She was not asked.')
    expect(room.isAwake).toBe(false)
    const doc = new Y.Doc()
    for (const update of (await under.storage.load('prov')).updates) Y.applyUpdate(doc, update)
    expect(Y.decodeStateVector(asked.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
  })

  it('wakes for the next word, and has lost nothing', async () => {
    const { under, room } = await openWithUpdatesSince()
    const newcomer = await comeBack(room, new Y.Doc())
    newcomer.type(' igen')
    await room.settled
    expect(newcomer.acknowledged).toEqual([1])
    expect([textOf(room.doc), await under.textOnDisk()]).toEqual(['Hej igen', 'Hej igen'])
    expect(textOf((await comeBack(room, new Y.Doc())).doc)).toBe('Hej igen')
  })

  it('gives those who come while somebody writes all that was written before, and then the rest', async () => {
    const { under, room } = await openWithUpdatesSince()
    const [elin, karim] = [new Sitter(room, 'elin'), new Sitter(room, 'karim')]
    const writer = await comeBack(room, new Y.Doc())
    under.storage.holds = true
    for (const newcomer of [elin, karim]) {
      room.join(newcomer.connection)
      newcomer.say({ kind: 'syncStep1', stateVector: Uint8Array.of(0) })
      writer.type(' mer')
    }
    await turns()
    under.storage.holds = false
    for (const { release } of under.storage.held) release()
    await room.settled
    await turns()
    for (const newcomer of [elin, karim]) {
      for (const frame of newcomer.frames) if ('update' in frame) Y.applyUpdate(newcomer.doc, frame.update)
      expect(textOf(newcomer.doc)).toBe('Hej mer mer')
      expect(newcomer.heard.filter(kind => kind === 'syncStep2')).toHaveLength(1)
    }
  })

  it('gives whoever may only read nothing that has been deleted, and those who may write no other text', async () => {
    const { room } = await openWithUpdatesSince()
    const writer = await comeBack(room, new Y.Doc())
    const reader = new Sitter(room, 'per')
    room.join(reader.connection)
    reader.say({ kind: 'syncStep1', stateVector: Uint8Array.of(0) })
    await turns()
    for (const frame of reader.frames) if ('update' in frame) Y.applyUpdate(reader.doc, frame.update)
    expect([textOf(reader.doc), textOf(writer.doc)]).toEqual(['Hej', 'Hej'])
    expect(sentTo(reader)).toContain('Hej')
    expect(sentTo(reader)).not.toContain('Hemligt')
    expect(sentTo(writer)).toContain('Hemligt')
  })

  it('rescues what comes for a block that an update of these deleted', async () => {
    const { under, room } = await openRoom()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    Y.applyUpdate(karim.doc, anna.type('Hej'))
    karim.doc.on('update', deletion => karim.say({ kind: 'update', update: deletion }))
    karim.doc.getXmlFragment('background').delete(0, 1)
    await room.settled
    const again = await under.open()
    const late = new Sitter(again, 'anna')
    again.join(late.connection)
    const paragraph = anna.doc.getXmlFragment('background').get(0)
    anna.doc.on('update', update => late.say({ kind: 'update', update }))
    if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).insert(3, ' då')
    await again.settled
    expect(under.rescuedOf('anna@heby')).toMatchObject([{ section: 'background', text: ' då' }])
  })

  it('gives nobody half of what the disk lost an update of', async () => {
    const { under, room } = await openRoom()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    const updates = [anna.type('Hej'), anna.type(' på')]
    for (const update of updates) Y.applyUpdate(karim.doc, update)
    updates.push(karim.type(' dig'))
    const holed = await RoomUnderTest.make()
    holed.storage.holds = false
    await holed.storage.create('prov', under.seeded.update)
    for (const [index, update] of updates.entries()) {
      if (index !== 1) await holed.storage.append('prov', update)
    }
    const newcomer = await comeBack(await holed.open(), new Y.Doc())
    expect(textOf(newcomer.doc)).toBe('Hej')
    expect(newcomer.doc.store.pendingStructs).toBeNull()
  })
})

/** A room that has let go of its document, in which Anna still sits. */
async function openAway() {
  const { under, room } = await openRoom()
  const anna = under.sit(room, 'anna')
  anna.type('Hej')
  await room.settled
  await afterQuiet(room, idleMs)
  return { under, room, anna, load: vi.spyOn(under.storage, 'load') }
}

/** Lets the disk take its time with the next document that it is asked for. */
function holdLoad(under: RoomUnderTest): { release(): void; fail(fault: Error): void } {
  const stored = under.storage.load.bind(under.storage)
  const held = { release: () => {}, fail: (_fault: Error) => {} }
  vi.spyOn(under.storage, 'load').mockImplementationOnce(async id => {
    await new Promise<void>((resolve, reject) => {
      held.release = resolve
      held.fail = reject
    })
    return await stored(id)
  })
  return held
}

describe('a document that nobody asks anything of', () => {
  it('is read from the disk again for a newcomer, and then not for a while', async () => {
    const { room, load } = await openAway()
    for (const newcomer of [await comeBack(room, new Y.Doc()), await comeBack(room, new Y.Doc())]) {
      expect([newcomer.heard, textOf(newcomer.doc)]).toEqual([['syncStep2'], 'Hej'])
    }
    expect([load.mock.calls.length, room.isAwake]).toEqual([1, false])
    await afterQuiet(room, idleMs - 1)
    await comeBack(room, new Y.Doc())
    expect(load).toHaveBeenCalledTimes(1)
    await afterQuiet(room, idleMs)
    await comeBack(room, new Y.Doc())
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('need not be read for a stock client to be asked what she has', async () => {
    const { room, anna, load } = await openAway()
    const karim = new Sitter(room, 'karim', false)
    room.join(karim.connection)
    const [asked] = karim.frames
    if (asked?.kind !== 'syncStep1') throw new Error('She was not asked.')
    expect(Y.decodeStateVector(asked.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(anna.doc)))
    expect(load).not.toHaveBeenCalled()
  })

  it('lets what comes while it is read wait, and keeps the order', async () => {
    const { under, room, anna } = await openAway()
    const disk = holdLoad(under)
    const elin = new Sitter(room, 'elin')
    room.join(elin.connection)
    anna.type(' på')
    elin.say({ kind: 'syncStep1', stateVector: Uint8Array.of(0) })
    await turns()
    anna.type(' dig')
    const state = room.state()
    await turns()
    expect([anna.acknowledged, elin.heard]).toEqual([[1], []])
    disk.release()
    await state
    await room.settled
    await turns()
    expect(anna.acknowledged.at(-1)).toBe(3)
    for (const frame of elin.frames) if ('update' in frame) Y.applyUpdate(elin.doc, frame.update)
    expect([textOf(elin.doc), await under.textOnDisk()]).toEqual(['Hej på dig', 'Hej på dig'])
    const whole = new Y.Doc()
    Y.applyUpdate(whole, await state)
    expect(textOf(whole)).toBe('Hej på dig')
  })

  it('does not go while an update is on its way to a disk that is slower than the setting', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    for (let count = 0; count < 200; count += 1) anna.type('a')
    await room.settled
    let compacted = () => {}
    vi.spyOn(under.storage, 'compact').mockImplementationOnce(
      () => new Promise<void>(resolve => (compacted = resolve)),
    )
    const quietened = afterQuiet(room, idleMs)
    await turns()
    under.storage.holds = true
    anna.type(' sist')
    await turns()
    vi.advanceTimersByTime(idleMs)
    compacted()
    await quietened
    expect(room.isAwake).toBe(true)
    under.storage.held[0]?.release()
    await room.settled
    expect([under.broken, anna.acknowledged.at(-1)]).toEqual([[], 201])
  })

  it.each([
    [
      'cannot be read',
      new DiskFault(Object.assign(new Error('It does not answer.'), { code: 'EIO' })),
      'diskFault',
    ],
    [
      'is damaged',
      new DamagedDocument('prov', { file: 'snapshot.bin', byte: 0, reason: 'payload' }),
      'damagedDocument',
    ],
  ] as const)(
    'sends everybody to come back later when it %s, and acknowledges nothing',
    async (_, fault, reason) => {
      const { under, room, anna } = await openAway()
      const disk = holdLoad(under)
      anna.type(' på')
      await turns()
      disk.fail(fault)
      await turns()
      expect([under.broken, anna.closed, anna.acknowledged]).toEqual([[fault], reason, [1]])
      await expect(room.state()).rejects.toBe(fault)
      await room.settled
    },
  )

  it('is not taken for what somebody has put in its place on the disk', async () => {
    const { under, anna } = await openAway()
    await under.storage.append('prov', anna.type(' på'))
    await turns()
    expect([under.broken.length, anna.closed, anna.acknowledged]).toEqual([1, 'serverFault', [1]])
  })

  it('can be ended while it is read', async () => {
    const { under, room, anna } = await openAway()
    const disk = holdLoad(under)
    anna.type(' på')
    await turns()
    const ended = room.end('serverStopping')
    disk.release()
    await ended
    expect([anna.acknowledged, anna.closed]).toEqual([[1, 2], 'serverStopping'])
  })
})
