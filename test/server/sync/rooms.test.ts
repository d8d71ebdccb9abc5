import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Room } from '../../../server/sync/Room.ts'
import { Rooms } from '../../../server/sync/rooms.ts'
import { LooseLine, RoomUnderTest, Sitter, turns } from './roomUnderTest.ts'

const restAfterMs = 5_000

/** The rooms of a server with one document, and how often its room has been opened. */
async function oneDocument() {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  const opened: Room[] = []
  const faults: unknown[] = []
  const rooms = new Rooms(
    async () => {
      const room = await under.open()
      opened.push(room)
      return room
    },
    (_id, fault) => faults.push(fault),
  )
  /** Opens the room for a person, as an upgraded socket does. */
  const enter = async (personId: string) => {
    const { connection, frames } = new LooseLine(personId)
    return { connection, frames, room: await rooms.enter('prov', connection) }
  }
  return { under, rooms, opened, faults, enter }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the room of a document', () => {
  it('is opened once for two who come at the same time', async () => {
    const { enter, opened } = await oneDocument()
    const [one, other] = await Promise.all([enter('anna'), enter('karim')])
    expect(one.room).toBe(other.room)
    expect(opened).toHaveLength(1)
  })

  it('stays open while somebody is in it, and a while after the last has left', async () => {
    const { rooms, enter, opened } = await oneDocument()
    const anna = await enter('anna')
    await vi.advanceTimersByTimeAsync(10 * restAfterMs)
    rooms.leave('prov', anna.room, anna.connection)
    await vi.advanceTimersByTimeAsync(restAfterMs - 1)
    const karim = await enter('karim')
    await vi.advanceTimersByTimeAsync(10 * restAfterMs)
    expect([karim.room, opened.length]).toEqual([anna.room, 1])
    rooms.leave('prov', karim.room, karim.connection)
    await vi.advanceTimersByTimeAsync(restAfterMs)
    await enter('anna')
    expect(opened).toHaveLength(2)
  })

  it('is held open by a request that looks into it', async () => {
    const { rooms, enter, opened } = await oneDocument()
    const look = Promise.withResolvers<void>()
    const looking = rooms.withRoom('prov', () => look.promise)
    await vi.advanceTimersByTimeAsync(10 * restAfterMs)
    const anna = await enter('anna')
    look.resolve()
    await looking
    await vi.advanceTimersByTimeAsync(10 * restAfterMs)
    expect([anna.room, opened.length]).toEqual([opened[0], 1])
  })

  it('that broke is opened anew, and those who leave the old one do not put the new one to rest', async () => {
    const { rooms, enter, opened } = await oneDocument()
    const before = await enter('anna')
    rooms.forget('prov')
    const after = await enter('karim')
    expect(after.room).not.toBe(before.room)
    rooms.leave('prov', before.room, before.connection)
    await vi.advanceTimersByTimeAsync(10 * restAfterMs)
    const third = await enter('elin')
    expect([third.room, opened.length]).toEqual([after.room, 2])
  })

  it('that could not be opened is tried again by the next who comes', async () => {
    let tries = 0
    const under = await RoomUnderTest.make()
    const rooms = new Rooms(
      async () => {
        tries += 1
        if (tries === 1) throw new Error('EIO')
        return await under.open()
      },
      () => {},
    )
    const { connection } = new LooseLine('anna')
    await expect(rooms.enter('prov', connection)).rejects.toThrow('EIO')
    await expect(rooms.enter('prov', connection)).resolves.toBeDefined()
  })

  it('says a word to everybody every 15 s, so that a stock client does not give up after 30', async () => {
    const { enter } = await oneDocument()
    const anna = await enter('anna')
    await turns()
    const before = anna.frames.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(anna.frames.slice(before)).toEqual(
      Array.from({ length: 4 }, () => ({ kind: 'presence', presence: Uint8Array.of(0) })),
    )
  })

  it('is opened anew by who comes when one broke as it was opened, and then stays open', async () => {
    const under = await RoomUnderTest.make()
    under.storage.holds = false
    let opened = 0
    const rooms: Rooms = new Rooms(
      async () => {
        opened += 1
        if (opened > 1) return await under.open()
        await turns(1)
        // As a room does that breaks: it is forgotten first, and somebody comes before its opening has failed.
        rooms.forget('prov')
        second = rooms.enter('prov', new LooseLine('karim').connection)
        throw new Error('disk')
      },
      () => {},
    )
    let second: Promise<Room> | null = null
    await expect(rooms.enter('prov', new LooseLine('anna').connection)).rejects.toThrow('disk')
    const third = rooms.enter('prov', new LooseLine('elin').connection)
    expect([(await third) === (await second), opened]).toEqual([true, 2])
  })

  it('forgets one whose line was gone before the room was open', async () => {
    const { rooms, enter, opened } = await oneDocument()
    const { connection } = new LooseLine('anna')
    const entering = rooms.enter('prov', connection)
    connection.gone()
    await entering
    await vi.advanceTimersByTimeAsync(restAfterMs)
    await enter('karim')
    expect(opened).toHaveLength(2)
  })
})

describe('a server that stops', () => {
  it('waits for what was received, acknowledges it, and then closes every line', async () => {
    const { under, rooms } = await oneDocument()
    const room = await rooms.withRoom('prov', open => open)
    const anna = new Sitter(room, 'anna')
    await rooms.enter('prov', anna.connection)
    under.storage.holds = true
    anna.type('sista ordet')
    const stopped = rooms.stop()
    await turns()
    expect([anna.acknowledged, anna.closed]).toEqual([[], null])
    under.storage.held[0]?.release()
    await stopped
    expect([anna.acknowledged, anna.closed]).toEqual([[1], 'serverStopping'])
  })

  it('lets nobody in any more', async () => {
    const { rooms } = await oneDocument()
    await rooms.stop()
    const { connection } = new LooseLine('anna')
    await rooms.enter('prov', connection)
    expect(connection.closed).toBe(true)
  })
})
