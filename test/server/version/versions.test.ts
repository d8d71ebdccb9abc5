import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { paragraphIn, VersionsOf, wordsOf } from './VersionsOf.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
})
afterAll(async () => await server.dispose())

async function newVersions(): Promise<{ id: string; versions: VersionsOf }> {
  const id = await anna.newApplication()
  return { id, versions: new VersionsOf(anna, id) }
}

/** Somebody comes, writes into a section, and leaves. */
async function write(visitor: Visitor, id: string, text: string, section = 'background'): Promise<void> {
  const line = await visitor.join(id)
  await line.write(paragraphIn(section, text))
  await line.close()
}

describe('a version made by hand', () => {
  it('says what the document said, and stays so when that changes', async () => {
    const { id, versions } = await newVersions()
    await write(anna, id, 'Det första.')
    const made = await versions.make('Före mötet', 'Så som det var den 3 mars')
    await write(karim, id, 'Det andra.')
    const whole = await versions.read(made.number)
    expect(wordsOf(whole, 'background')).toEqual(['', 'Det första.'])
    expect(whole.version).toEqual(made)
    expect(made).toMatchObject({
      number: 1,
      label: '0.1',
      reason: 'byHand',
      name: 'Före mötet',
      note: 'Så som det var den 3 mars',
      by: { personId: 'anna', partyId: 'heby', isGuest: false },
      restoredFrom: null,
      formId: '2024',
    })
  })

  it('tells who has written in which section since the one before, also who only deleted', async () => {
    const { id, versions } = await newVersions()
    await write(anna, id, 'Anna skriver.')
    await versions.make('Ett')
    await write(karim, id, 'Karim skriver.', 'targetGroup')
    const line = await karim.join(id)
    await line.write(doc => doc.getXmlFragment('background').delete(1, 1))
    await line.close()
    await write(anna, id, 'Anna också.', 'targetGroup')
    const { writersSince } = await versions.list()
    const ids = (writers: typeof writersSince) =>
      Object.fromEntries(Object.entries(writers).map(([key, all]) => [key, all.map(who => who.personId)]))
    const expected = { background: ['karim'], targetGroup: ['anna', 'karim'] }
    expect(ids(writersSince)).toEqual(expected)
    expect(ids((await versions.make('Två')).writers)).toEqual(expected)
    expect((await versions.list()).writersSince).toEqual({})
  })

  it('has the same hash as another that says the same, whatever came in between', async () => {
    const { id, versions } = await newVersions()
    await write(anna, id, 'Text.')
    const one = await versions.make('Ett')
    const line = await anna.join(id)
    await line.write(paragraphIn('background', 'Mer.'))
    const two = await versions.make('Två')
    await line.write(doc => doc.getXmlFragment('background').delete(2, 1))
    const three = await versions.make('Tre')
    await line.close()
    expect(three.hash).toBe(one.hash)
    expect(two.hash).not.toBe(one.hash)
    expect([one, two, three].map(({ label, letters }) => [label, letters])).toEqual([
      ['0.1', one.letters],
      ['0.2', one.letters + 'Mer.'.length],
      ['0.3', one.letters],
    ])
  })

  it('is remembered as the newest that was there when somebody left, by her last line', async () => {
    const { id, versions } = await newVersions()
    const visits = async () =>
      JSON.parse(await readFile(server.documentFile(id, 'since.json'), 'utf8')).visits
    const lines = await Promise.all([karim.join(id), karim.join(id)])
    await versions.make('Ett')
    await lines[0].close()
    await versions.make('Två')
    expect(await visits()).toEqual({})
    await lines[1].close()
    await expect.poll(visits).toMatchObject({ 'karim@af': { left: { number: 2 }, before: null } })
    expect((await new VersionsOf(karim, id).list()).lastVisit).toBeNull()
  })

  it('is there after a restart', async () => {
    const { id, versions } = await newVersions()
    await write(anna, id, 'Kvar.')
    const made = await versions.make('Kvar')
    await write(karim, id, 'Nytt.')
    await server.restart()
    anna = anna.at(server.origin)
    karim = karim.at(server.origin)
    const after = new VersionsOf(anna, id)
    const { versions: all, writersSince } = await after.list()
    expect(all).toEqual([made])
    expect(
      Object.values(writersSince)
        .flat()
        .map(who => who.personId),
    ).toEqual(['karim'])
    expect(wordsOf(await after.read(1), 'background')).toEqual(['', 'Kvar.'])
  })
})
