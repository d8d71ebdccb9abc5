import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DemoServer } from '../../../harness/demoServer.ts'
import { FailingDisk } from '../../../harness/FailingDisk.ts'
import type { RawClient, Visitor } from '../../../harness/rawClient.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, leaveDrafts, refusalOf, sum, take } from './Answering.ts'

let disk: FailingDisk
let server: DemoServer
/** Of the same party: Anna, who owns the ansökan, and Ingrid, who leads its answer. */
let anna: Visitor
let ingrid: Visitor
let elin: Visitor
let id: string

beforeAll(async () => {
  disk = new FailingDisk()
  server = await DemoServer.start()
  anna = await server.enter('anna')
  ingrid = await server.enter('ingrid')
  elin = await server.enter('elin')
})
afterAll(async () => {
  await server.dispose()
  disk.restore()
})
beforeEach(async () => {
  id = await anna.newApplication()
  const ingridIn = { personId: 'ingrid', partyId: 'heby', role: 'partyLead' }
  expect((await anna.post(`/api/applications/${id}/members`, ingridIn)).ok).toBe(true)
  const recipients = [
    { partyId: 'heby', personIds: ['ingrid', 'anna'] },
    { partyId: 'fk', personIds: ['elin'] },
  ]
  await new RoundsOf(anna, id).send({ recipients, repliesAreSeen: 'whenSent' })
})
afterEach(async () => {
  disk.failing = null
  await leaveDrafts()
})

const byIngrid = () => new Answering(ingrid, id)

/** Types numbers, one update each, until the line ends. */
async function typeOn(line: RawClient): Promise<void> {
  for (let word = 1; !line.isClosed; word += 1) {
    line.doc.transact(() => sum(line.doc, `${word} `))
    if (word % 5 === 0) await new Promise(resolve => setImmediate(resolve))
  }
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, at) => `${at + 1} `).join('')

describe('an answer that is sent while a colleague types', () => {
  it.each([1, 40, 200])('has every letter that was saved, and no other (after %i)', async after => {
    const line = await new Answering(anna, id).join()
    await line.write(doc => take(doc, 'endorses'))
    const before = line.acknowledged
    const typing = typeOn(line)
    await line.until(() => line.acknowledged >= before + after)
    const reply = await byIngrid().send()
    await typing
    expect(await line.closed).toEqual({ code: 4409, reason: 'updateRefused' })
    const [refused] = line.all('refused')
    expect(refused).toMatchObject({ refusal: 'mayNotWrite' })
    const saved = line.acknowledged - before
    expect(saved).toBeGreaterThanOrEqual(after)
    expect(reply.summary).toBe(numbersTo(saved))
    // She is told which of her updates it was: what it and those after it said is hers to keep.
    expect(refused?.count).toBe(line.acknowledged + 1)
    const again = await anna.join(await new Answering(anna, id).begin())
    expect(again.doc.getMap('summary').get('text')?.toString()).toBe(reply.summary)
  })

  it('is told of to those who have the draft open', async () => {
    const line = await new Answering(anna, id).join()
    await line.write(doc => take(doc, 'endorses'))
    await byIngrid().send()
    await line.until(() => line.all('notice').length > 0)
    expect(line.isClosed).toBe(false)
    expect((await new Answering(anna, id).replies())[0]).toMatchObject({ sentBy: { personId: 'ingrid' } })
  })

  it('is sent once by two at once', async () => {
    const line = await byIngrid().join()
    await line.write(doc => take(doc, 'endorses'))
    const outcomes = await Promise.all([1, 2, 3].map(() => refusalOf(byIngrid().send())))
    expect(outcomes.toSorted()).toEqual(['done', 'replyChanged', 'replyChanged'])
    expect(await byIngrid().replies()).toHaveLength(1)
  })
})

describe('an answer that is sent while the owner closes the round', () => {
  it.each([
    ['close', 0],
    ['close', 1],
    ['close', 2],
    ['callOff', 1],
    ['callOff', 3],
  ] as const)('is in or is refused, and both are told which (%s, %i)', async (is, turns) => {
    const line = await byIngrid().join()
    await line.write(doc => take(doc, 'endorses'))
    const sending = refusalOf(byIngrid().send())
    for (let turn = 0; turn < turns; turn += 1) await new Promise(resolve => setTimeout(resolve, 1))
    const change = is === 'close' ? { is } : { is, reason: 'Fel version.' }
    const [sent, round] = await Promise.all([sending, new RoundsOf(anna, id).change(1, change)])
    expect(['done', 'roundOver']).toContain(sent)
    const isIn = sent === 'done'
    expect(await new Answering(anna, id).replies()).toHaveLength(isIn ? 1 : 0)
    expect(round.recipients[0]?.answeredAt !== null).toBe(isIn)
    expect(round.over).not.toBeNull()
  })

  it('is refused after it', async () => {
    const line = await byIngrid().join()
    await line.write(doc => take(doc, 'endorses'))
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await refusalOf(byIngrid().send())).toBe('roundOver')
  })
})

describe('when the disk refuses the answer', () => {
  it('it is not sent, and that is said; the draft is written on, and sent', async () => {
    const line = await byIngrid().join()
    await line.write(doc => take(doc, 'endorses'))
    disk.failing = /\/rounds\.json/
    expect(await refusalOf(byIngrid().send())).toBe('diskFault')
    disk.failing = null
    expect(await byIngrid().replies()).toEqual([])
    await line.write(doc => sum(doc, 'Vi är med.'))
    expect((await byIngrid().send()).summary).toBe('Vi är med.')
  })

  it('what the draft had not saved is not in it', async () => {
    const line = await byIngrid().join()
    await line.write(doc => take(doc, 'endorses'))
    disk.failing = /\/wal\//
    line.doc.transact(() => sum(line.doc, 'Osparat'))
    expect(await refusalOf(byIngrid().send())).not.toBe('done')
    disk.failing = null
    const again = await byIngrid().join()
    await again.write(doc => sum(doc, 'Sparat'))
    expect((await byIngrid().send()).summary).toBe('Sparat')
  })
})

describe('a draft', () => {
  it('that two colleagues begin at once is one, and both write in it', async () => {
    const [one, other] = await Promise.all([new Answering(anna, id).begin(), byIngrid().begin()])
    expect(one).toBe(other)
    const [byAnna, hers] = await Promise.all([anna.join(one), ingrid.join(other)])
    await Promise.all([byAnna.write(doc => sum(doc, 'Anna')), hers.write(doc => take(doc, 'endorses'))])
    await hers.until(() => hers.doc.getMap('summary').get('text')?.toString() === 'Anna')
    const folders = await readdir(join(server.dataDir, 'documents'))
    expect(folders.filter(name => name === one)).toHaveLength(1)
  })

  it('stands in the data of those who worked on it, and of nobody else', async () => {
    const line = await byIngrid().join()
    await line.write(doc => sum(doc, 'x'))
    const kept = { id: 'abcdefabcdef', section: 'summary', text: 'Ingrids ord', why: 'mayNotWrite' }
    const draftId = await byIngrid().begin()
    expect((await ingrid.post(`/api/applications/${draftId}/rescued`, kept)).status).toBe(201)
    const hers = await (await ingrid.get('/api/me/data')).text()
    expect(hers).toContain('Ingrids ord')
    for (const other of [anna, elin]) {
      expect(await (await other.get('/api/me/data')).text()).not.toContain('Ingrids ord')
    }
  })

  it('is there after a restart, with what was written and whose it is; and the answer too', async () => {
    const line = await byIngrid().join()
    await line.write(doc => {
      take(doc, 'endorses')
      sum(doc, 'Före.')
    })
    await server.restart()
    ;[anna, ingrid, elin] = [anna, ingrid, elin].map(visitor => visitor.at(server.origin)) as [
      Visitor,
      Visitor,
      Visitor,
    ]
    const back = await byIngrid().join()
    await back.write(doc => sum(doc, 'Efter.'))
    expect((await elin.open(await byIngrid().begin()).then(line => line.closed)).code).toBe(4404)
    const reply = await byIngrid().send()
    expect(reply.summary).toBe('Före.Efter.')
    await server.restart()
    ;[anna, ingrid, elin] = [anna, ingrid, elin].map(visitor => visitor.at(server.origin)) as [
      Visitor,
      Visitor,
      Visitor,
    ]
    expect(await new Answering(elin, id).replies()).toEqual([reply])
    expect((await anna.applications()).map(application => application.id)).not.toContain(
      await byIngrid().begin(),
    )
  })
})
