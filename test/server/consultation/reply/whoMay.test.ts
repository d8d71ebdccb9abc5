import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { guestLinkMadeSchema } from '../../../../shared/http/access.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import { Visitor } from '../../../harness/rawClient.ts'
import { Said } from '../../comment/said.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Answering, attachment, refusalOf, remark, sum, take } from './Answering.ts'

let server: DemoServer
let anna: Visitor
let elin: Visitor
let karim: Visitor
let sofia: Visitor
let per: Visitor
let id: string
/** The draft of Försäkringskassan, whose lead Elin is. */
let draftId: string

const nobodys = 'r0123456789abcdef0123'

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
  karim = await server.enter('karim')
  sofia = await server.enter('sofia')
  per = await server.enter('per')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await anna.put(`/api/applications/${id}/members/sofia`, { role: 'reviewer' })
  const recipients = [
    { partyId: 'fk', personIds: ['elin'] },
    { partyId: 'region', personIds: ['sofia'] },
  ]
  await new RoundsOf(anna, id).send({ recipients })
  draftId = await new Answering(elin, id).begin()
})

/** Method, path and body of everything that can be asked about a draft. */
const asked = (draft: string) =>
  [
    ['get', `/api/applications/${draft}`],
    ['get', `/api/applications/${draft}/state`],
    ['get', `/api/applications/${draft}/rescued`],
    ['post', `/api/applications/${draft}/rescued`],
    ['delete', `/api/applications/${draft}/rescued/abcdefabcdef`],
    ['get', `/api/applications/${draft}/authors`],
    ['get', `/api/applications/${draft}/access`],
    ['get', `/api/applications/${draft}/comments`],
    ['get', `/api/applications/${draft}/versions`],
    ['get', `/api/applications/${draft}/rounds`],
    ['get', `/api/applications/${draft}/log`],
    ['get', `/api/applications/${draft}/images/${'0'.repeat(64)}`],
  ] as const

async function answersOf(visitor: Visitor, draft: string) {
  const answers = []
  for (const [method, path] of asked(draft)) {
    const answer = method === 'post' ? await visitor.post(path, {}) : await visitor[method](path)
    answers.push([method, path.replace(draft, '‹id›'), answer.status, await answer.text()])
  }
  return answers
}

describe('a draft, to those of other parties, the owner and the förbund', () => {
  it('is answered for as one that does not exist, over HTTP and on the line', async () => {
    for (const visitor of [anna, karim, sofia, per]) {
      expect(await answersOf(visitor, draftId)).toEqual(await answersOf(visitor, nobodys))
      const here = await (await visitor.open(draftId)).closed
      const nowhere = await (await visitor.open(nobodys)).closed
      expect(here).toEqual({ code: 4404, reason: 'unknownDocument' })
      expect(here).toEqual(nowhere)
      expect((await visitor.get(`/api/applications/${draftId}/state`)).status).toBe(404)
      const line = await visitor.post(`/sync/${draftId}/line?schema=1`, {})
      const other = await visitor.post(`/sync/${nobodys}/line?schema=1`, {})
      expect([line.status, await line.json()]).toEqual([other.status, await other.json()])
    }
  })

  it('is named in no list and in no round', async () => {
    for (const visitor of [anna, karim, sofia]) {
      const said = await Promise.all(
        ['', `/${id}`, `/${id}/rounds`, `/${id}/rounds/1/replies`, `/${id}/log`].map(async path =>
          (await visitor.get(`/api/applications${path}`)).text(),
        ),
      )
      expect(said.join()).not.toContain(draftId)
    }
  })

  it('does not say when somebody writes in it, but to its own people and the owner', async () => {
    const lines = await Promise.all([sofia, karim, anna, elin].map(visitor => visitor.join(id)))
    const [bySofia, byKarim, byAnna, byElin] = lines.map(line => () => line.all('notice').length)
    const before = [bySofia?.(), byKarim?.()]
    const draft = await elin.join(draftId)
    await draft.write(doc => take(doc, 'opposes'))
    await lines[2]?.until(() => (byAnna?.() ?? 0) > 0)
    await lines[3]?.until(() => (byElin?.() ?? 0) > 0)
    for (const line of lines) await line.load()
    expect([bySofia?.(), byKarim?.()]).toEqual(before)
    const states = async (visitor: Visitor) =>
      (await new RoundsOf(visitor, id).get(1)).recipients.map(({ state }) => state)
    expect(await states(anna)).toEqual(['drafting', 'sent'])
    expect(await states(elin)).toEqual(['drafting', 'sent'])
    expect(await states(sofia)).toEqual(['sent', 'sent'])
  })
})

describe('a draft, to its own people', () => {
  it('can be read and written, also over ordinary requests, and is none to who has lost her role', async () => {
    const draft = await elin.join(draftId)
    await draft.write(doc => sum(doc, 'Vi har inget att invända.'))
    expect((await elin.get(`/api/applications/${draftId}/state`)).status).toBe(200)
    expect(await elin.rescued(draftId)).toEqual([])
    await anna.put(`/api/applications/${id}/members/elin`, { role: 'reader' })
    expect(await draft.closed).toEqual({ code: 4403, reason: 'mayNotOpen' })
    expect((await elin.get(`/api/applications/${draftId}/state`)).status).toBe(404)
    // What she wrote is hers still.
    expect(await elin.rescued(draftId)).toEqual([])
    await anna.delete(`/api/applications/${id}/members/elin`)
    expect((await elin.get(`/api/applications/${draftId}/rescued`)).status).toBe(404)
  })

  it('holds what an answer holds, and nothing else', async () => {
    for (const write of [
      (doc: Parameters<typeof take>[0]) => take(doc, 'kanske'),
      (doc: Parameters<typeof take>[0]) => void doc.getMap('name').set('value', 'x'),
      (doc: Parameters<typeof take>[0]) => void doc.getMap('remarks').set('a', 'x'),
    ]) {
      const draft = await elin.join(draftId)
      draft.doc.transact(() => write(draft.doc))
      expect((await draft.closed).reason).toBe('updateRefused')
    }
  })

  it('is there to be read when the round is over, and no more written in', async () => {
    const draft = await elin.join(draftId)
    await draft.write(doc => sum(doc, 'Vi har'))
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    draft.doc.transact(() => sum(draft.doc, 'inget att invända'))
    expect((await draft.closed).reason).toBe('updateRefused')
    const read = await elin.join(draftId)
    expect(String(read.doc.getMap('summary').get('text'))).toBe('Vi har')
    expect((await karim.open(draftId).then(line => line.closed)).code).toBe(4404)
    const kept = { id: 'abcdefabcdef', section: 'summary', text: 'inget att invända', why: 'mayNotWrite' }
    expect((await elin.post(`/api/applications/${draftId}/rescued`, kept)).status).toBe(201)
    expect(await elin.rescued(draftId)).toMatchObject([{ text: 'inget att invända' }])
    expect((await karim.get(`/api/applications/${draftId}/rescued`)).status).toBe(404)
    expect(await refusalOf(new Answering(elin, id).begin())).toBe('roundOver')
    expect(await refusalOf(new Answering(elin, id).send())).toBe('roundOver')
  })
})

describe('answering', () => {
  it('is for the parties that were asked, and sending for their lead', async () => {
    expect(await refusalOf(new Answering(karim, id).begin())).toBe('notAsked')
    expect(await refusalOf(new Answering(anna, id).begin())).toBe('notAsked')
    expect(await refusalOf(new Answering(per, id).begin())).toBe('unknownApplication')
    expect(await new Answering(sofia, id).begin()).not.toBe(draftId)
    for (const act of ['send', 'reopen'] as const) {
      expect(await refusalOf(new Answering(sofia, id)[act]())).toBe('mayNot')
      expect(await refusalOf(new Answering(anna, id)[act]())).toBe('mayNot')
    }
    expect(await refusalOf(new Answering(sofia, id).lift('x'))).toBe('mayNot')
    const draft = await elin.join(draftId)
    await draft.write(doc => take(doc, 'abstains'))
    await new Answering(elin, id).send()
    expect(await new Answering(sofia, id).replies()).toEqual([])
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await new Answering(sofia, id).replies()).toHaveLength(1)
    expect(await new Answering(karim, id).replies()).toEqual([])
    await new RoundsOf(anna, id).change(1, { is: 'publish' })
    expect(await new Answering(karim, id).replies()).toHaveLength(1)
    expect(await refusalOf(new Answering(per, id).replies())).toBe('unknownApplication')
  })
})

describe('a guest of a party that was asked', () => {
  it('has no part in what it answers, and sees no answer before it is published', async () => {
    const link = { label: 'Konsult', partyId: 'fk', role: 'reviewer', endsOn: '2099-01-01' }
    const made = await anna.post(`/api/applications/${id}/guest-links`, link)
    const { secret } = guestLinkMadeSchema.parse(await made.json())
    const entered = await fetch(`${server.origin}/api/sign-in/guest`, {
      method: 'POST',
      headers: { origin: server.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ secret, name: 'Siv Ek' }),
    })
    const cookies = entered.headers.getSetCookie().map(cookie => cookie.split(';')[0])
    const guest = Visitor.with(server.origin, cookies.join('; '), 'siv')
    const byGuest = new Answering(guest, id)
    expect((await guest.get(`/api/applications/${id}/rounds`)).status).toBe(200)
    expect(await (await guest.open(draftId)).closed).toEqual({ code: 4404, reason: 'unknownDocument' })
    expect((await guest.get(`/api/applications/${draftId}/state`)).status).toBe(404)
    expect((await guest.get(`/api/applications/${draftId}/rescued`)).status).toBe(404)
    expect(await refusalOf(byGuest.begin())).not.toBe('done')
    expect(await refusalOf(byGuest.attach('a', Buffer.from('a')))).not.toBe('done')
    const place = { is: 'section', section: 'background' } as const
    expect(await refusalOf(new Said(guest, id).start({ place, round: 1 }))).toBe('mayNot')
    const byElin = new Answering(elin, id)
    const file = await byElin.attach('a.txt', Buffer.from('a'))
    const draft = await elin.join(draftId)
    await draft.write(doc => {
      take(doc, 'abstains')
      attachment(doc, file)
    })
    await byElin.send()
    expect(await byGuest.replies()).toEqual([])
    expect((await byGuest.attached('fk', file.hash)).status).toBe(404)
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect(await byGuest.replies()).toEqual([])
    await new RoundsOf(anna, id).change(1, { is: 'publish' })
    expect(await byGuest.replies()).toHaveLength(1)
    expect((await byGuest.attached('fk', file.hash)).status).toBe(200)
  })
})

describe('an answer that has been sent', () => {
  it('is locked, can be opened again and replaced, and the first is kept', async () => {
    const byElin = new Answering(elin, id)
    const draft = await elin.join(draftId)
    await draft.write(doc => take(doc, 'abstains'))
    const first = await byElin.send()
    expect(await refusalOf(byElin.send())).toBe('replyChanged')
    expect(await refusalOf(byElin.send(1))).toBe('replySent')
    draft.doc.transact(() => sum(draft.doc, 'för sent'))
    expect((await draft.closed).reason).toBe('updateRefused')
    expect(draft.all('refused')).toMatchObject([{ refusal: 'mayNotWrite' }])
    await byElin.reopen()
    await byElin.reopen()
    const again = await elin.join(draftId)
    await again.write(doc => {
      take(doc, 'opposes')
      remark(doc, { text: 'Vi har ändrat oss.' })
    })
    expect(await new Answering(anna, id).replies()).toEqual([first])
    expect(await refusalOf(byElin.send())).toBe('replyChanged')
    const second = await byElin.send(1)
    expect(second).toMatchObject({ number: 2, stance: 'opposes', replacedAt: null })
    expect(second.hash).not.toBe(first.hash)
    expect(await new Answering(anna, id).replies()).toEqual([{ ...first, replacedAt: second.sentAt }, second])
  })

  it('that opposes can be lifted, once, by its lead, also when the round is over', async () => {
    const byElin = new Answering(elin, id)
    expect(await refusalOf(byElin.lift('x'))).toBe('unknownReply')
    const draft = await elin.join(draftId)
    await draft.write(doc => {
      take(doc, 'opposes')
      sum(doc, 'Målgruppen är en annan.')
    })
    await byElin.send()
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    const lifted = await byElin.lift('Målgruppen är nu en annan.')
    expect(lifted.opposition).toMatchObject({ is: 'lifted', by: { personId: 'elin' } })
    expect(await byElin.lift('igen')).toEqual(lifted)
    expect(await new Answering(anna, id).replies()).toEqual([lifted])
  })

  it('is noted in the log without what it says', async () => {
    const draft = await elin.join(draftId)
    await draft.write(doc => {
      take(doc, 'opposes')
      sum(doc, 'Hemligt.')
    })
    await new Answering(elin, id).send()
    await new Answering(elin, id).reopen()
    const log = await (await anna.get(`/api/applications/${id}/log`)).text()
    expect(log).toContain('replySent')
    expect(log).toContain('replyReopened')
    expect(log).not.toContain('opposes')
    expect(log).not.toContain('Hemligt')
  })
})

describe('a file with an answer', () => {
  const bytes = Buffer.from('<script>alert(1)</script>')

  it('is for its own people until the answer is sent, then for those who see that', async () => {
    const byElin = new Answering(elin, id)
    const draft = await elin.join(draftId)
    const file = await byElin.attach('C:\\Mina dokument\\..\\Bedömning\u202Efdp.html', bytes)
    expect(file).toMatchObject({ name: 'Bedömningfdp.html', sizeBytes: bytes.length })
    expect((await byElin.attached('fk', file.hash)).status).toBe(200)
    for (const visitor of [anna, sofia, karim]) {
      const answer = await new Answering(visitor, id).attached('fk', file.hash)
      expect([answer.status, await answer.json()]).toMatchObject([404, { kind: 'unknownAttachment' }])
      expect((await visitor.get(`/api/applications/${id}/images/${file.hash}`)).status).toBe(404)
    }
    await draft.write(doc => {
      take(doc, 'abstains')
      attachment(doc, file)
      attachment(doc, { ...file, hash: 'f'.repeat(64) })
    })
    expect((await byElin.send()).attachments).toEqual([file])
    const answer = await new Answering(anna, id).attached('fk', file.hash)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="bilaga"; filename*=UTF-8''Bed%C3%B6mningfdp.html`,
    )
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
    expect((await new Answering(sofia, id).attached('fk', file.hash)).status).toBe(404)
    expect((await new Answering(sofia, id).attached('region', file.hash)).status).toBe(404)
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect((await new Answering(sofia, id).attached('fk', file.hash)).status).toBe(200)
    expect((await new Answering(karim, id).attached('fk', file.hash)).status).toBe(404)
  })

  it('is taken only from who writes the answer, and is neither empty nor too large', async () => {
    expect(await refusalOf(new Answering(sofia, id).attach('a', bytes))).toBe('unknownReply')
    expect(await refusalOf(new Answering(karim, id).attach('a', bytes))).toBe('notAsked')
    expect(await refusalOf(new Answering(per, id).attach('a', bytes))).toBe('unknownApplication')
    const byElin = new Answering(elin, id)
    expect(await refusalOf(byElin.attach('a', new Uint8Array()))).toBe('notAFile')
    expect(await refusalOf(byElin.attach('a', new Uint8Array(20_000_001)))).toBe('tooLarge')
    expect((await byElin.attach('a', new Uint8Array(20_000_000))).sizeBytes).toBe(20_000_000)
    const draft = await elin.join(draftId)
    await draft.write(doc => take(doc, 'abstains'))
    await byElin.send()
    expect(await refusalOf(byElin.attach('a', bytes))).toBe('replySent')
  })
})
