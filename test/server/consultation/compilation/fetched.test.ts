import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { readPdf } from '../../../harness/readPdf.ts'
import { Docx, textIn } from '../../export/docx/readDocx.ts'
import { guestOf } from '../guestOf.ts'
import { Answering, remark, sum, take } from '../reply/Answering.ts'
import { RoundsOf } from '../roundsOf.ts'
import { Owning } from './Owning.ts'

let server: DemoServer
let anna: Visitor
let elin: Visitor
let karim: Visitor
let id: string

const secret = 'Sammanfattning av Försäkringskassan.'
const reason = 'Ägarens skäl.'

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
  karim = await server.enter('karim')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication()
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await new RoundsOf(anna, id).send({ repliesAreSeen: 'whenOver' })
  const byElin = new Answering(elin, id)
  const draft = await byElin.join()
  let key = ''
  await draft.write(doc => {
    take(doc, 'endorsesWithRemarks')
    sum(doc, secret)
    key = remark(doc, { text: 'Målgruppen är för bred.', section: 'background' })
  })
  await draft.close()
  await byElin.send()
  const answer = { verdict: 'notMet', reason, changedSection: null } as const
  await new Owning(anna, id).answer('fk', key, { reply: 1, answer })
})

/** What is to be read in each format. */
const formats: Readonly<Record<string, (bytes: Uint8Array) => string | Promise<string>>> = {
  'compilation.html': bytes => new TextDecoder().decode(bytes),
  'compilation.csv': bytes => new TextDecoder().decode(bytes),
  'compilation.docx': bytes => textIn(new Docx(bytes).body),
  'compilation.pdf': async bytes => (await readPdf(bytes)).text,
  'compilation.pdf?standard=ua-1': async bytes => (await readPdf(bytes)).text,
}

/** Whether somebody reads of it what a party said, and what the owner answered: the same in every format. */
async function reads(visitor: Visitor): Promise<string> {
  const read = new Set<string>()
  for (const [what, textOf] of Object.entries(formats)) {
    const answer = await new Owning(visitor, id).fetch(what)
    const text = answer.ok ? await textOf(new Uint8Array(await answer.arrayBuffer())) : ''
    const of = [text.includes(secret) && 'reply', text.includes(reason) && 'answer']
    read.add(of.filter(word => word !== false).join(' '))
  }
  expect(read.size).toBe(1)
  return [...read].join()
}

describe('the sammanställning that is fetched', () => {
  it('says to each what she may see, as the answers themselves do', async () => {
    expect(await reads(anna)).toBe('reply answer')
    expect(await reads(elin)).toBe('reply')
    expect(await reads(karim)).toBe('')
    const rounds = new RoundsOf(anna, id)
    await rounds.change(1, { is: 'close' })
    expect(await reads(karim)).toBe('reply')
    await rounds.change(1, { is: 'publish' })
    expect([await reads(elin), await reads(karim)]).toEqual(['reply answer', 'reply answer'])
  })

  it('says to a guest and to a reader of another party what is published, and before that nothing', async () => {
    await anna.put(`/api/applications/${id}/members/sofia`, { role: 'reader' })
    const sofia = await server.enter('sofia')
    const guest = await guestOf(anna, id, 'fk')
    expect([await reads(sofia), await reads(guest)]).toEqual(['', ''])
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    expect([await reads(sofia), await reads(guest)]).toEqual(['reply', ''])
    await new RoundsOf(anna, id).change(1, { is: 'publish' })
    expect([await reads(sofia), await reads(guest)]).toEqual(['reply answer', 'reply answer'])
  })

  it('is not there for whoever is not in the ansökan, and not for an undertecknare', async () => {
    const per = await server.enter('per')
    expect((await new Owning(per, id).fetch('compilation.html')).status).toBe(404)
    await anna.put(`/api/applications/${id}/members/karim`, { role: 'signatory' })
    expect((await new Owning(karim, id).fetch('compilation.csv')).status).toBe(404)
    expect((await new Owning(anna, id, 2).fetch('compilation.html')).status).toBe(404)
    expect((await fetch(`${server.origin}/api/applications/${id}/rounds/1/compilation.html`)).status).toBe(
      401,
    )
  })

  it('is a document by its own name, also to be listened to', async () => {
    const fetched = async (what: string) => {
      const answer = await new Owning(anna, id).fetch(what)
      const name = answer.headers.get('content-disposition')
      return { name, type: answer.headers.get('content-type'), bytes: await answer.arrayBuffer() }
    }
    const word = await fetched('compilation.docx')
    expect([word.name, word.type]).toEqual([
      'attachment; filename="sammanstallning-1.docx"',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
    const standards: string[] = []
    for (const query of ['', '?standard=ua-1']) {
      const pdf = await fetched(`compilation.pdf${query}`)
      expect([pdf.name, pdf.type]).toEqual([
        'attachment; filename="sammanstallning-1.pdf"',
        'application/pdf',
      ])
      const { title, standard } = await readPdf(new Uint8Array(pdf.bytes))
      expect(title).toContain('Sammanställning av Remiss 1')
      standards.push(standard)
    }
    expect(standards).toEqual(['A-2a', 'UA-1'])
    expect((await new Owning(anna, id).fetch('compilation.pdf?standard=x')).status).toBe(400)
  })

  it('is a page with a policy of its own, and is noted', async () => {
    const answer = await new Owning(anna, id).fetch('compilation.html')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; /)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const log = await (await anna.get(`/api/applications/${id}/log`)).json()
    expect(log.entries[0]).toMatchObject({
      act: 'exported',
      details: { format: 'html', round: '1', what: 'compilation' },
    })
  })
})
