import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { RoomUnderTest, Sitter, textOf, turns } from './roomUnderTest.ts'

/** Says of one client what nobody has written: each is another question, and the answer is the whole document. */
function vectorNaming(client: number): Uint8Array {
  return Uint8Array.from([1, 128 | (client & 127), 128 | ((client >> 7) & 127), 1, 1])
}

async function openRoom() {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  const room = await under.open()
  under.sit(room, 'anna').type('Hej')
  await room.settled
  return { under, room }
}

describe('somebody who asks thousands of times for what she lacks', () => {
  it('is answered once, to what she asked last', async () => {
    const { room } = await openRoom()
    const karim = new Sitter(room, 'karim')
    room.join(karim.connection)
    for (let client = 0; client < 5_000; client += 1) {
      karim.say({ kind: 'syncStep1', stateVector: vectorNaming(client) })
    }
    const stateVector = Y.encodeStateVector(room.doc)
    karim.say({ kind: 'syncStep1', stateVector })
    expect(karim.heard).toEqual([])
    await turns()
    expect(karim.frames.filter(({ kind }) => kind !== 'presence')).toEqual([
      { kind: 'syncStep2', update: Y.encodeStateAsUpdate(room.doc, stateVector) },
    ])
  })

  it('has one answer under way while the disk works, and the next after it', async () => {
    const { under, room } = await openRoom()
    const anna = under.sit(room, 'anna')
    const karim = new Sitter(room, 'karim')
    room.join(karim.connection)
    under.storage.holds = true
    anna.type('Mer')
    for (let client = 0; client < 100; client += 1) {
      karim.say({ kind: 'syncStep1', stateVector: vectorNaming(client) })
      await turns()
    }
    expect(karim.heard).toEqual([])
    under.storage.holds = false
    for (const { release } of under.storage.held) release()
    await room.settled
    await turns()
    expect(karim.heard.filter(kind => kind === 'syncStep2')).toHaveLength(2)
  })

  it('does not keep another from her answer', async () => {
    const { room } = await openRoom()
    const [karim, elin] = [new Sitter(room, 'karim'), new Sitter(room, 'elin')]
    for (const { connection } of [karim, elin]) room.join(connection)
    for (let client = 0; client < 5_000; client += 1) {
      karim.say({ kind: 'syncStep1', stateVector: vectorNaming(client) })
    }
    elin.say({ kind: 'syncStep1', stateVector: Uint8Array.of(0) })
    await turns()
    const doc = new Y.Doc()
    for (const frame of elin.frames) if (frame.kind === 'syncStep2') Y.applyUpdate(doc, frame.update)
    expect(textOf(doc)).toContain('Hej')
  })
})
