import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { repliesMost } from '../../../../shared/http/replies.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { RawHttp } from '../../../harness/rawHttp.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, leaveDrafts, refusalOf, remark, sum, take } from './Answering.ts'

let server: DemoServer
let anna: Visitor
let elin: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
})
afterAll(async () => await server.dispose())
afterEach(leaveDrafts)
beforeEach(async () => {
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await new RoundsOf(anna, id).send()
})

it('an answer is replaced only so many times: all of them are kept', async () => {
  const byElin = new Answering(elin, id)
  const draft = await byElin.join()
  await draft.write(doc => take(doc, 'abstains'))
  for (let sent = 0; sent < repliesMost; sent += 1) {
    if (sent > 0) await byElin.reopen()
    await byElin.send(sent)
  }
  expect(await refusalOf(byElin.reopen())).toBe('replySent')
  expect((await new RoundsOf(elin, id).get(1)).mine).toMatchObject({ mayReplace: false, maySend: false })
  expect(await byElin.replies()).toHaveLength(repliesMost)
})

it('an answer is no longer than half a million letters in all, though each remark may be long', async () => {
  const draft = await new Answering(elin, id).join()
  await draft.write(doc => {
    take(doc, 'endorsesWithRemarks')
    for (let count = 0; count < 26; count += 1) {
      remark(doc, { text: 'x'.repeat(10_000), wording: 'y'.repeat(10_000) })
    }
  })
  expect(await refusalOf(new Answering(elin, id).send())).toBe('tooLarge remarks')
})

it('no remark has a name under which the owner could not answer it', async () => {
  const draft = await new Answering(elin, id).join()
  draft.doc.transact(() => {
    const item = new Y.Map<unknown>([
      ['order', 'a1'],
      ['text', new Y.Text('Hur många?')],
    ])
    draft.doc.getMap('remarks').set('constructor', item)
  })
  expect((await draft.closed).reason).toBe('updateRefused')
})

it('of the files of one session two are taken at a time', async () => {
  const byElin = new Answering(elin, id)
  await byElin.begin()
  const head = [
    `POST /api/applications/${id}/rounds/1/reply/attachments?name=a HTTP/1.1`,
    `Host: localhost:${server.port}`,
    `Origin: ${elin.origin}`,
    `Cookie: ${elin.headers.cookie}`,
    'Connection: close',
    'Content-Length: 2',
  ]
  const slow = await Promise.all([RawHttp.open(server.origin), RawHttp.open(server.origin)])
  for (const line of slow) line.write(`${head.join('\r\n')}\r\n\r\na`)
  // They have come in when what is asked after them is answered.
  await new RoundsOf(elin, id).all()
  const order: string[] = []
  const third = byElin.attach('b', Buffer.from('b')).then(() => order.push('third'))
  for (let count = 0; count < 5; count += 1) await new RoundsOf(elin, id).all()
  order.push('others')
  for (const line of slow) line.write('b')
  for (const line of slow) expect(await line.ended).toContain(' 201 ')
  await third
  expect(order).toEqual(['others', 'third'])
})

it('a sending that is refused, for what the draft lacks, takes nothing from whoever is writing in it', async () => {
  const draft = await new Answering(elin, id).join()
  for (let tries = 0; tries < 10; tries += 1) {
    const sending = refusalOf(new Answering(elin, id).send())
    let isOver = false
    const refused = sending.finally(() => {
      isOver = true
    })
    while (!isOver) await draft.write(doc => sum(doc, 'x'))
    expect(await refused).toBe('replyLacks stance')
  }
  expect(draft.isClosed).toBe(false)
})
