import { afterAll, beforeAll, expect, it } from 'vitest'
import { DemoServer } from '../../harness/demoServer.ts'
import { FailingDisk } from '../../harness/FailingDisk.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { typed } from '../comment/said.ts'
import { Answering } from './reply/Answering.ts'
import { RoundsOf } from './roundsOf.ts'

let disk: FailingDisk
let server: DemoServer
let anna: Visitor
let elin: Visitor
let karim: Visitor

beforeAll(async () => {
  disk = new FailingDisk()
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
  karim = await server.enter('karim')
})
afterAll(async () => {
  disk.restore()
  await server.dispose()
})

it('the text is closed, and answered, from when a round is on disk, though the disk refuses the state of the ansökan', async () => {
  const id = await anna.newApplication()
  const text = await typed(karim, id, 'Sedan 2019 har många unga stått utan arbete.')
  disk.failing = new RegExp(`${id}/record\\.json`)
  const rounds = new RoundsOf(anna, id)
  await rounds.send({ textIsOpen: false })
  expect(server.log.map(({ kind }) => kind)).toContain('roundFault')
  expect((await rounds.head()).state).toBe('reviewRound')
  text.doc.transact(() => text.doc.getMap('name').set('value', 'Nytt namn'))
  expect((await text.closed).reason).toBe('updateRefused')
  const restored = await anna.post(`/api/applications/${id}/versions/1/restore`, { note: '' })
  expect(restored.status).toBe(403)
  expect(await new Answering(elin, id).begin()).toMatch(/^r/)
  disk.failing = null
})
