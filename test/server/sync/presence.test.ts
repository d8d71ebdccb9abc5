import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Room } from '../../../server/sync/Room.ts'
import { RoomUnderTest, type Sitter, turns } from './roomUnderTest.ts'

/** A room with two people of different parties in it, and a disk that keeps up. */
async function annaAndKarim(how: { ack?: boolean } = {}) {
  const under = await RoomUnderTest.make()
  under.storage.holds = false
  const room = await under.open()
  return { under, room, anna: under.sit(room, 'anna', how), karim: under.sit(room, 'karim', how) }
}

/** Waits until what has been said so far is on disk, and everybody has been told. */
async function told(room: Room): Promise<void> {
  await room.settled
  await vi.advanceTimersByTimeAsync(100)
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const somewhere = { section: 'background' }
const lastOf = (sitter: Sitter) => sitter.presences.at(-1)

describe('presence', () => {
  it('has its person from the session, whatever the client says', async () => {
    const { room, anna, karim } = await annaAndKarim()
    anna.sayPresence(
      { person: { name: 'Karim' }, user: { name: 'Karim', color: 'red' }, place: somewhere },
      1,
    )
    await told(room)
    expect(lastOf(karim)?.state).toEqual({
      person: {
        id: 'anna',
        name: 'Anna Lindholm',
        partyId: 'heby',
        partyName: 'Heby kommun',
        partyShortName: 'Heby',
        colour: 1,
      },
      place: somewhere,
    })
  })

  it('of nobody is the first word to whoever comes, so that her line is heard of at once', async () => {
    const { room, anna, karim } = await annaAndKarim()
    await told(room)
    for (const newcomer of [anna, karim]) {
      expect(newcomer.frames.map(({ kind }) => kind)).toEqual(['presence'])
      expect(newcomer.presences).toEqual([])
    }
  })

  it('of a crowd is told to each stock client, all but herself', async () => {
    const { under, room } = await annaAndKarim()
    const crowd = Array.from({ length: 150 }, () => under.sit(room, 'anna', { ack: false }))
    for (const sitter of crowd) sitter.sayPresence({ place: somewhere }, 1)
    await told(room)
    const ids = crowd.map(({ doc }) => doc.clientID)
    for (const { doc, presences } of crowd) {
      const heard = presences.map(({ clientId }) => clientId).toSorted()
      expect(heard).toEqual(ids.filter(id => id !== doc.clientID).toSorted())
    }
  })

  it('of others cannot be said, changed or taken away', async () => {
    const { room, anna, karim } = await annaAndKarim()
    anna.sayPresence({ place: somewhere }, 1)
    await told(room)
    const before = karim.presences.length
    karim.sayPresence({ place: { section: 'goals' } }, 100, anna.doc.clientID)
    karim.sayPresence(null, 101, anna.doc.clientID)
    await told(room)
    karim.say({ kind: 'queryPresence' })
    await told(room)
    expect(anna.presences).toEqual([])
    expect(karim.presences.slice(before)).toMatchObject([
      { clientId: anna.doc.clientID, state: { place: somewhere } },
    ])
  })

  it('of one who repeats what she has heard, as a stock client does, is still only her own', async () => {
    const { room, anna, karim } = await annaAndKarim({ ack: false })
    anna.sayPresence({ place: somewhere }, 1)
    karim.sayPresence({ place: somewhere }, 1)
    await told(room)
    const heard = karim.frames.findLast(frame => frame.kind === 'presence')
    if (heard) karim.say(heard)
    anna.leave()
    await told(room)
    const goodbye = karim.frames.findLast(frame => frame.kind === 'presence')
    if (goodbye) karim.say(goodbye)
    karim.sayPresence({ place: { section: 'goals' } }, 2)
    await told(room)
    room.leave(karim.connection)
    await told(room)
    expect(anna.presences.map(({ clientId }) => clientId)).toEqual([karim.doc.clientID])
  })

  it('of one with two windows open is not taken from the one by the other', async () => {
    const { under, room, anna, karim } = await annaAndKarim()
    const again = under.sit(room, 'anna', { ack: false })
    anna.sayPresence({ place: somewhere }, 1)
    again.sayPresence({ place: somewhere }, 1)
    await told(room)
    anna.leave()
    await told(room)
    const goodbye = again.frames.findLast(frame => frame.kind === 'presence')
    if (goodbye) again.say(goodbye)
    await told(room)
    karim.frames.length = 0
    karim.say({ kind: 'queryPresence' })
    await told(room)
    expect(karim.presences.map(({ clientId }) => clientId)).toEqual([again.doc.clientID])
  })

  it('is for one client id a line', async () => {
    const { room, anna, karim } = await annaAndKarim()
    anna.sayPresence({ place: somewhere }, 1)
    for (let ghost = 1; ghost <= 50; ghost += 1) anna.sayPresence({ place: somewhere }, 1, ghost)
    await told(room)
    expect(new Set(karim.presences.map(({ clientId }) => clientId))).toEqual(new Set([anna.doc.clientID]))
  })

  it('is told to a stock client that comes later, of all the others and not of herself', async () => {
    const { under, room, anna, karim } = await annaAndKarim({ ack: false })
    anna.sayPresence({ place: somewhere }, 1)
    karim.sayPresence({ place: null }, 1)
    await told(room)
    const elin = under.sit(room, 'elin', { ack: false })
    await told(room)
    expect(elin.presences.map(({ clientId }) => clientId)).toEqual([anna.doc.clientID, karim.doc.clientID])
    anna.frames.length = 0
    anna.say({ kind: 'queryPresence' })
    await told(room)
    expect(anna.presences.map(({ clientId }) => clientId)).toEqual([karim.doc.clientID])
  })

  it('ends with a goodbye when the line goes, and may come back at once', async () => {
    const { under, room, anna, karim } = await annaAndKarim()
    anna.sayPresence({ place: somewhere }, 5)
    await told(room)
    anna.leave()
    await told(room)
    expect(lastOf(karim)).toMatchObject({ clientId: anna.doc.clientID, state: null })
    const again = under.sit(room, 'anna')
    again.sayPresence({ place: somewhere }, 6, anna.doc.clientID)
    await told(room)
    const clocks = karim.presences.map(({ clock }) => clock)
    expect(lastOf(karim)).toMatchObject({ clientId: anna.doc.clientID, state: { place: somewhere } })
    expect(clocks).toEqual([...new Set(clocks)].sort((one, other) => one - other))
  })

  it('ends when the client says so itself', async () => {
    const { room, anna, karim } = await annaAndKarim()
    anna.sayPresence({ place: somewhere }, 1)
    await told(room)
    anna.sayPresence(null, 2)
    await told(room)
    expect(lastOf(karim)).toMatchObject({ clientId: anna.doc.clientID, state: null })
  })

  it('is shown by a stock client as it is', async () => {
    const { room, anna, karim } = await annaAndKarim()
    anna.sayPresence({ place: somewhere }, 1)
    await told(room)
    const awareness = new Awareness(new Y.Doc())
    const hear = () => {
      for (const frame of karim.frames.splice(0)) {
        if (frame.kind === 'presence') applyAwarenessUpdate(awareness, frame.presence, null)
      }
    }
    hear()
    expect(awareness.getStates().get(anna.doc.clientID)).toMatchObject({ place: somewhere })
    anna.leave()
    await told(room)
    hear()
    expect(awareness.getStates().has(anna.doc.clientID)).toBe(false)
    awareness.destroy()
  })

  it('is above what a stock client remembers of a room before', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const { under, room, anna, karim } = await annaAndKarim()
    anna.sayPresence({ place: somewhere }, 1)
    await told(room)
    vi.advanceTimersByTime(1000)
    const next = await under.open()
    const [annaAgain, karimAgain] = [under.sit(next, 'anna'), under.sit(next, 'karim')]
    annaAgain.sayPresence({ place: somewhere }, 1, anna.doc.clientID)
    await told(next)
    expect(lastOf(karimAgain)?.clock).toBeGreaterThan(lastOf(karim)?.clock ?? Number.POSITIVE_INFINITY)
  })

  it('claims the client id for its person before anybody is told of it', async () => {
    const { under, room, anna, karim } = await annaAndKarim()
    under.disk.before = ({ path }) => {
      if (path.includes('clientIds')) throw Object.assign(new Error('EIO'), { code: 'EIO' })
    }
    anna.sayPresence({ place: somewhere }, 1)
    await told(room)
    await turns()
    expect(karim.presences).toEqual([])
    expect(karim.closed).toBe('diskFault')
  })
})

describe('a place', () => {
  const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } }

  it.each<[string, unknown, unknown]>([
    [
      'with a selection',
      { section: 's', anchor: { x: 1 }, head: [2] },
      { section: 's', anchor: { x: 1 }, head: [2] },
    ],
    ['with a field', { section: 's', field: 'a/b' }, { section: 's', field: 'a/b' }],
    ['with more than there is', { section: 's', html: '<img>' }, { section: 's' }],
    ['with a section that is no word', { section: { $gt: '' } }, null],
    ['with a section that is too long', { section: 's'.repeat(65) }, null],
    ['with a field that is too long', { section: 's', field: 'f'.repeat(201) }, { section: 's' }],
    ['with a selection that nests without end', { section: 's', anchor: deep, head: 1 }, { section: 's' }],
    ['that is a list', [1, 2], null],
  ])('%s is passed on as far as it is one', async (_what, place, passed) => {
    const { room, anna, karim } = await annaAndKarim()
    anna.sayPresence({ place }, 1)
    await told(room)
    expect(lastOf(karim)?.state).toHaveProperty('place', passed)
  })

  it.each([
    ['larger than 4 kB', JSON.stringify({ place: { section: 's', anchor: 'x'.repeat(4096) } })],
    ['larger than any presence', JSON.stringify({ place: { section: 's', anchor: 'x'.repeat(100_000) } })],
  ])('%s is not passed on', async (_what, json) => {
    const { room, anna, karim } = await annaAndKarim()
    anna.sayPresence(JSON.parse(json), 1)
    await told(room)
    expect([karim.presences, anna.closed]).toEqual([[], null])
  })

  it('in what is no JSON is nowhere', async () => {
    const { room, anna, karim } = await annaAndKarim()
    anna.say({ kind: 'presence', presence: Uint8Array.of(1, 5, 1, 1, '{'.charCodeAt(0)) })
    await told(room)
    expect(karim.presences).toMatchObject([{ clientId: 5, state: { place: null } }])
  })
})
