import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ApplicationRecord } from '../../../server/document/applicationRecord.ts'
import type { PeopleFile } from '../../../server/people/peopleFile.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
/** Anna's, in which Karim writes. */
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  id = await anna.newApplicationAlone()
  const member = { personId: 'karim', partyId: 'af', role: 'partyEditor' }
  await anna.post(`/api/applications/${id}/members`, member)
})

async function karimWrites(): Promise<void> {
  const line = await karim.at(server.origin).join(id)
  await line.write(doc => doc.getMap('name').set('value', 'Samverkan i Heby'))
  await line.close()
}

/** Stops the server, changes a file of its data, and starts it again. */
async function whileStopped<T>(path: string, change: (data: T) => void): Promise<void> {
  await server.stop()
  const data = JSON.parse(await readFile(path, 'utf8')) as T
  change(data)
  await writeFile(path, JSON.stringify(data))
  await server.restart()
}

async function lastChange(): Promise<unknown> {
  const applications = await anna.at(server.origin).applications()
  return applications.find(application => application.id === id)?.lastChange
}

describe('who changed an ansökan last', () => {
  it('is kept as who she is, and named as she is to be shown today', async () => {
    await karimWrites()
    const path = join(server.dataDir, 'people.json')
    await whileStopped<PeopleFile>(path, ({ persons }) => {
      Object.assign(persons.karim ?? {}, { deactivatedAt: '2026-11-22T12:00:00.000Z', shownAs: 'former' })
    })
    expect(await lastChange()).toMatchObject({
      personName: 'Tidigare medarbetare, AF',
      partyShortName: 'AF',
      section: 'name',
    })
    const record = await readFile(server.documentFile(id, 'record.json'), 'utf8')
    expect(JSON.parse(record)).toMatchObject({ lastChange: { by: 'karim@af' } })
    expect(record).not.toContain('Sandell')
    await whileStopped<PeopleFile>(path, ({ persons }) => {
      Object.assign(persons.karim ?? {}, { deactivatedAt: null, shownAs: 'name' })
    })
  })

  it('is read as it stands in a record from before, and replaced by the next change', async () => {
    const old = { personName: 'Bo Al', partyShortName: 'FK', section: 'name', at: '2026-01-02T03:04:05.000Z' }
    await whileStopped<ApplicationRecord>(server.documentFile(id, 'record.json'), record => {
      record.lastChange = old
    })
    expect(server.log.filter(({ kind }) => kind === 'damagedRecord')).toEqual([])
    expect(await lastChange()).toEqual(old)
    await karimWrites()
    await server.restart()
    expect(await lastChange()).toMatchObject({ personName: 'Karim Sandell', partyShortName: 'AF' })
  })
})

describe('a record that is not there at the start', () => {
  it('is made anew, and the log says so', async () => {
    const sound = server.log.filter(({ kind }) => kind === 'recordMade')
    await server.stop()
    await rm(server.documentFile(id, 'access.json'))
    await server.restart()
    expect(sound).toEqual([])
    expect(server.log.filter(({ kind }) => kind === 'recordMade')).toEqual([
      { kind: 'recordMade', document: id, record: 'access' },
    ])
    expect((await anna.at(server.origin).get(`/api/applications/${id}`)).status).toBe(200)
    expect((await karim.at(server.origin).get(`/api/applications/${id}`)).status).toBe(404)
  })
})
