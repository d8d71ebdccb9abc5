import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WholeVersion } from '../../../shared/http/versions.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { RoundsOf } from './roundsOf.ts'

let server: DemoServer
let anna: Visitor
let karim: Visitor
let elin: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  karim = await server.enter('karim')
  elin = await server.enter('elin')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication()
})

const byAnna = () => new RoundsOf(anna, id)

describe('what was sent', () => {
  const version = async (visitor: Visitor, number = 1) =>
    (await (await visitor.get(`/api/applications/${id}/rounds/${number}/version`)).json()) as WholeVersion

  it('is read as it was, whatever is written afterwards, also by whoever only reads', async () => {
    await byAnna().send({ textIsOpen: true })
    const line = await anna.join(id)
    await line.write(doc => doc.getMap('name').set('value', 'Nytt namn'))
    await line.close()
    await anna.put(`/api/applications/${id}/members/elin`, { role: 'reader' })
    for (const visitor of [karim, elin]) {
      const { form, version: sent, threads } = await version(visitor)
      expect(form.sections.name).toMatchObject({ value: 'Prov' })
      expect([sent.reason, sent.label, threads]).toEqual(['round', '1.0', []])
    }
    await byAnna().send()
    expect((await version(karim, 2)).form.sections.name).toMatchObject({ value: 'Nytt namn' })
    expect(await byAnna().get(2)).toMatchObject({
      version: { label: '2.0' },
      versionBefore: { number: 1, label: '1.0' },
    })
  })

  it('comes after the versions by hand in its label, and they after it', async () => {
    const versions = `/api/applications/${id}/versions`
    await anna.post(versions, { name: 'Ett', note: '' })
    await byAnna().send()
    await anna.post(versions, { name: 'Två', note: '' })
    const { versions: list } = (await (await anna.get(versions)).json()) as { versions: { label: string }[] }
    expect(list.map(({ label }) => label)).toEqual(['1.1', '1.0', '0.1'])
  })

  it('is unknown where there is no such round', async () => {
    await byAnna().send()
    for (const number of ['2', '0', '01', '-1', '1e0', 'x', '99999999']) {
      const answer = await karim.get(`/api/applications/${id}/rounds/${number}/version`)
      expect([number, answer.status, await answer.json()]).toMatchObject([
        number,
        404,
        { kind: 'unknownRound' },
      ])
    }
  })
})
