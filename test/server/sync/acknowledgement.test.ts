import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { GuardedDocument } from '../../../server/sync/guard/GuardedDocument.ts'
import { RoomUnderTest, Sitter, textOf, turns } from './roomUnderTest.ts'

const diskFull = new Error('ENOSPC')

describe('an acknowledgement', () => {
  it('is given after the disk has the update, and not before', async () => {
    const under = await RoomUnderTest.make()
    const anna = under.sit(await under.open(), 'anna')
    anna.type('Hej')
    await turns()
    expect(anna.acknowledged).toEqual([])
    await turns()
    under.storage.held[0]?.release()
    await turns()
    expect(anna.acknowledged).toEqual([1])
  })

  it('counts the updates of its own line, and those of one sync together', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    for (const text of ['a', 'b', 'c']) anna.type(text)
    karim.type('d')
    await room.settled
    expect([anna.acknowledged, karim.acknowledged]).toEqual([[3], [1]])
  })

  it('never overtakes one that came before it', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    anna.type('först')
    karim.type('sedan')
    await turns()
    under.storage.held[1]?.release()
    await turns()
    expect(karim.acknowledged).toEqual([])
    await turns()
    under.storage.held[0]?.release()
    await room.settled
    expect([anna.acknowledged, karim.acknowledged]).toEqual([[1], [1]])
  })

  it('of an update that the disk has already needs no second one', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    const update = anna.type('en gång')
    await room.settled
    anna.say({ kind: 'update', update })
    await room.settled
    expect(anna.acknowledged).toEqual([1, 2])
    expect((await under.storage.load('prov')).sequence).toBe(1)
  })

  it('of an update that is still on its way to the disk waits for the disk all the same', async () => {
    const under = await RoomUnderTest.make()
    const anna = under.sit(await under.open(), 'anna')
    const update = anna.type('två gånger')
    anna.say({ kind: 'update', update })
    await turns()
    expect(anna.acknowledged).toEqual([])
    await turns()
    under.storage.held[0]?.release()
    await turns()
    expect(anna.acknowledged).toEqual([2])
  })

  it('is not given to a stock client, nor is anything else of ours', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    const room = await under.open()
    const anna = under.sit(room, 'anna', { ack: false })
    anna.type('Hej')
    room.tell('record', () => true)
    await room.settled
    expect(anna.heard).toEqual(['syncStep1'])
  })
})

describe('the others', () => {
  it('see an update after the disk has it, and not before', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    anna.type('Hej')
    await turns()
    expect(karim.heard).toEqual([])
    await turns()
    under.storage.held[0]?.release()
    await room.settled
    expect(karim.heard).toEqual(['update'])
    expect(anna.heard).toEqual(['acknowledged'])
  })

  it('who ask for the document are answered when all that it holds is on disk', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), new Sitter(room, 'karim')]
    room.join(karim.connection)
    anna.type('Hej')
    karim.say({ kind: 'syncStep1', stateVector: Y.encodeStateVector(karim.doc) })
    await turns()
    expect(karim.heard).toEqual([])
    await turns()
    under.storage.held[0]?.release()
    await room.settled
    const step2 = karim.frames.find(frame => frame.kind === 'syncStep2')
    Y.applyUpdate(karim.doc, step2?.kind === 'syncStep2' ? step2.update : new Uint8Array())
    expect(textOf(karim.doc)).toBe('Hej')
  })

  it('who ask for it over an ordinary request are answered when all that it holds is on disk', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    under.sit(room, 'anna').type('Hej')
    let state: Uint8Array | null = null
    const asked = room.state().then(answer => {
      state = answer
    })
    await turns()
    expect(state).toBeNull()
    await turns()
    under.storage.held[0]?.release()
    await asked
    expect(state).toEqual(Y.encodeStateAsUpdate(room.doc))
  })

  it('who ask with something that is no state vector are sent away alone', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    karim.say({ kind: 'syncStep1', stateVector: Uint8Array.of(255, 255, 255) })
    anna.type('Hej')
    await room.settled
    expect([anna.closed, karim.closed]).toEqual([null, 'malformedFrame'])
    expect(anna.acknowledged).toEqual([1])
  })
})

describe('a disk that fails', () => {
  it('closes the room: nobody is told that anything is saved, and everybody may come back', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    anna.type('ett')
    karim.type('två')
    await turns()
    under.storage.held[0]?.fail(diskFull)
    under.storage.held[1]?.fail(diskFull)
    await room.settled
    expect([anna.closed, karim.closed]).toEqual(['serverFault', 'serverFault'])
    expect([...anna.heard, ...karim.heard]).toEqual([])
    expect(under.broken).toEqual([diskFull])
  })

  it('loses nothing when they come back and send it again', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    const update = anna.type('åter')
    await turns()
    under.storage.held[0]?.fail(diskFull)
    await room.settled
    under.storage.holds = false
    const again = under.sit(await under.open(), 'anna')
    again.say({ kind: 'update', update })
    await turns()
    expect(again.acknowledged).toEqual([1])
    expect(await under.textOnDisk()).toBe('åter')
  })

  it('that takes a later update but not the one before it gives nobody half of the text', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    const first = anna.type('ett')
    const second = anna.type('två')
    await turns()
    under.storage.held[0]?.fail(diskFull)
    under.storage.held[1]?.release()
    await room.settled
    expect(anna.heard).toEqual([])
    under.storage.holds = false
    const next = await under.open()
    const [karim, again] = [under.sit(next, 'karim'), under.sit(next, 'anna')]
    karim.type('tre')
    await next.settled
    expect(textOf(next.doc)).toBe('tre')
    for (const update of [first, second]) again.say({ kind: 'update', update })
    await next.settled
    expect(again.acknowledged).toEqual([2])
    expect((await under.textOnDisk()).split(/(?=tre)|(?=två)|(?=ett)/).sort()).toEqual(['ett', 'tre', 'två'])
  })

  it('also where it is the record of client ids that it cannot keep', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    under.disk.before = ({ path }) => {
      if (path.includes('clientIds')) throw Object.assign(new Error('EIO'), { code: 'EIO' })
    }
    anna.type('Hej')
    await turns()
    under.storage.held[0]?.release()
    await room.settled
    expect([anna.closed, anna.acknowledged]).toEqual(['diskFault', []])
  })

  it('lets nobody sit down in a room that has broken', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    under.sit(room, 'anna').type('ett')
    await turns()
    under.storage.held[0]?.fail(diskFull)
    await room.settled
    expect(under.sit(room, 'karim').closed).toBe('serverFault')
    await expect(room.state()).rejects.toBe(diskFull)
  })
})

describe('an update that the guard lets through but Yjs trips over', () => {
  it('is not kept, and everybody comes back to what the disk has', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    const fault = new Error('Unexpected case')
    const tripping = vi.spyOn(GuardedDocument.prototype, 'add').mockImplementationOnce(() => {
      throw fault
    })
    anna.type('Hej')
    await room.settled
    tripping.mockRestore()
    expect(under.storage.held).toEqual([])
    expect([anna.closed, karim.closed, under.broken]).toEqual(['serverFault', 'serverFault', [fault]])
  })
})

describe('a refused update', () => {
  it('is told by its number after all that came before it is acknowledged, and ends the line', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    anna.type('bra')
    anna.type('dåligt', 'agreement')
    await turns()
    expect(anna.frames.filter(frame => frame.kind === 'refused')).toEqual([])
    await turns()
    under.storage.held[0]?.release()
    await room.settled
    expect(anna.frames.slice(-2)).toEqual([
      { kind: 'acknowledged', count: 1 },
      { kind: 'refused', count: 2, refusal: 'unknownRoot' },
    ])
    expect(anna.closed).toBe('updateRefused')
  })

  it('takes what its writer sends afterwards with it, also what would have been allowed', async () => {
    const under = await RoomUnderTest.make()
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    anna.type('bra')
    anna.type('dåligt', 'agreement')
    anna.doc.clientID += 1
    const before = Y.encodeStateVector(anna.doc)
    anna.doc.getMap('budgetAmount').set('total', 1)
    anna.say({ kind: 'update', update: Y.encodeStateAsUpdate(anna.doc, before) })
    await turns()
    expect(under.storage.held).toHaveLength(1)
    expect(room.doc.getMap('budgetAmount').has('total')).toBe(false)
  })

  it('leaves the others in the room in peace', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    const room = await under.open()
    const [anna, karim] = [under.sit(room, 'anna'), under.sit(room, 'karim')]
    anna.type('dåligt', 'agreement')
    karim.type('bra')
    await room.settled
    expect([karim.closed, karim.acknowledged]).toEqual([null, [1]])
    expect(await under.textOnDisk()).toBe('bra')
  })
})

describe('a room that goes to rest', () => {
  it('puts a snapshot in place of many updates, through the last one that is on disk', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    const room = await under.open()
    const anna = under.sit(room, 'anna')
    for (let count = 0; count < 200; count += 1) anna.type('x')
    await room.settle()
    expect(under.storage.compacted).toEqual([200])
    expect((await under.storage.load('prov')).updates).toHaveLength(1)
    expect(await under.textOnDisk()).toHaveLength(200)
  })

  it('leaves a few updates as they are', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    const room = await under.open()
    under.sit(room, 'anna').type('x')
    await room.settle()
    expect(under.storage.compacted).toEqual([])
  })
})
