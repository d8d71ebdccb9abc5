import { beforeEach, describe, expect, it } from 'vitest'
import type { Note } from '../../../../server/audit/AuditLog.ts'
import type { LogEvent } from '../../../../server/operations/LogEvent.ts'
import { Access } from '../../../../server/people/access/Access.ts'
import { AskedAccess } from '../../../../server/people/access/AskedAccess.ts'
import { accessFileSchema, accessOfStarter } from '../../../../server/people/access/accessFile.ts'
import { DocumentAccess } from '../../../../server/people/access/DocumentAccess.ts'
import { openJsonFile } from '../../../../server/storage/jsonFile.ts'
import { PeopleHouse } from '../PeopleHouse.ts'

const there = 'a1b2c3d4e5f607182930'
const nowhere = 'ffffffffffffffffffff'

let house: PeopleHouse
let document: DocumentAccess
let notes: Note[]
let told: string[]
let said: LogEvent[]
let asked: AskedAccess
/** The ansökningar there are, of the same access. */
let ids: string[]
/** Awaited before anybody is written to. */
let mayTell: () => Promise<void>

beforeEach(async () => {
  house = await PeopleHouse.open()
  ids = [there]
  notes = []
  told = []
  said = []
  mayTell = async () => {}
  const initial = accessOfStarter('anna@heby', new Date(0).toISOString())
  const file = await openJsonFile('/data/its-access.json', accessFileSchema, initial, house.disk)
  document = new DocumentAccess(file, () => house.now)
  asked = await open()
})

async function open(): Promise<AskedAccess> {
  const access = new Access(
    id => (ids.includes(id) ? { access: document, state: 'draft', textIsOpen: false } : null),
    () => ids,
    house.people,
  )
  return await AskedAccess.open(house.folder, {
    access,
    people: house.people,
    audit: { note: async note => void notes.push(note) },
    inviting: {
      tellAsked: async (_me, id) => {
        await mayTell()
        told.push(id)
      },
    },
    log: event => said.push(event),
    now: () => house.now,
  })
}

function person(id: string, partyId: string) {
  const me = house.people.find(id, partyId)
  if (!me) throw new Error(`There is no ${id}.`)
  return me
}

async function ask(id: string, message = 'Hej', who = 'karim', partyId = 'af'): Promise<void> {
  await asked.take(person(who, partyId), id, message)
}

describe('a request for access', () => {
  it('is answered after the same writes to the disk, and before any other, whether or not there is such an ansökan', async () => {
    const calls: string[] = []
    house.disk.before = ({ name, path }) => calls.push(`${name} ${path}`)
    // Nobody is written to until the answers have come.
    let letGo = () => {}
    const gone = new Promise<void>(resolve => {
      letGo = resolve
    })
    mayTell = () => gone
    await ask(nowhere)
    const forNone = calls.splice(0)
    await asked.idle()
    calls.length = 0
    await ask(there)
    const forOne = calls.splice(0)
    letGo()
    expect(forOne.length).toBeGreaterThan(0)
    expect(forOne).toEqual(forNone)
    expect(notes).toEqual([
      { act: 'accessAsked', me: person('karim', 'af'), applicationId: nowhere },
      { act: 'accessAsked', me: person('karim', 'af'), applicationId: there },
    ])
    await asked.idle()
    expect(document.kept.requests).toMatchObject([{ personId: 'karim', message: 'Hej' }])
    expect(told).toEqual([there])
  })

  it('comes to its ansökan after a stop that was quicker', async () => {
    mayTell = async () => {
      throw new Error('stopped')
    }
    await ask(there)
    await asked.idle()
    expect(said).toMatchObject([{ kind: 'askedFault', document: there }])
    mayTell = async () => {}
    await (await open()).idle()
    expect([document.kept.requests.length, told]).toEqual([1, [there]])
    expect((await open()).of('karim')).toEqual([])
  })

  it('waits for an ansökan that nobody has found, and is brought when it is there', async () => {
    await ask(nowhere, 'Får jag läsa?')
    await asked.idle()
    expect(asked.of('karim')).toMatchObject([{ applicationId: nowhere, message: 'Får jag läsa?' }])
    ids = [nowhere]
    await (await open()).idle()
    expect(document.kept.requests).toMatchObject([{ personId: 'karim', message: 'Får jag läsa?' }])
  })

  it('waits for room in an ansökan that is full of them, without a fault', async () => {
    for (let number = 0; number < 100; number += 1) await document.ask(`p${number}`, 'af', '')
    await ask(there)
    await asked.idle()
    expect([asked.of('karim').length, said]).toEqual([1, []])
    await document.denyRequest(document.kept.requests[0]?.id ?? '')
    await ask(there, 'Igen')
    await asked.idle()
    expect(document.kept.requests.at(-1)).toMatchObject({ personId: 'karim', message: 'Igen' })
    expect(asked.of('karim')).toEqual([])
  })

  it('is let go of when she has come in by another way, has left, or is asked of what nothing is called', async () => {
    await document.addMember('karim', 'af', 'reader')
    await ask(there)
    await ask('../x')
    await ask(nowhere, '', 'elin', 'fk')
    await house.administration.deactivate('elin', 'name')
    await (await open()).idle()
    expect([asked.of('karim'), told, document.kept.requests]).toEqual([[], [], []])
    expect((await open()).of('elin')).toEqual([])
  })

  it('waits a hundred times for one person at most, the newest of each', async () => {
    const askNr = (number: number, message: string) => ask(`${nowhere}${number}`, message)
    for (let number = 0; number < 102; number += 1) await askNr(number, String(number))
    await askNr(50, 'igen')
    const waiting = asked.of('karim').map(({ message }) => message)
    expect([waiting.length, waiting[0], waiting.at(-1)]).toEqual([100, '2', 'igen'])
    expect(waiting).not.toContain('50')
  })
})
