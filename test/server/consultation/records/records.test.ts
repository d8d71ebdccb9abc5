import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appendBlocks } from '../../../../shared/document/blocks.ts'
import { imageSchema } from '../../../../shared/http/image.ts'
import { type RecordFile, recordsSchema } from '../../../../shared/http/replies.ts'
import { canonicalJson } from '../../../../shared/version/canonicalForm.ts'
import { DemoServer } from '../../../harness/demoServer.ts'
import type { Visitor } from '../../../harness/rawClient.ts'
import { readPdf } from '../../../harness/readPdf.ts'
import { Docx, textIn } from '../../export/docx/readDocx.ts'
import { Owning } from '../compilation/Owning.ts'
import { guestOf } from '../guestOf.ts'
import { Answering, attachment, remark, sum, take } from '../reply/Answering.ts'
import { RoundsOf } from '../roundsOf.ts'

let server: DemoServer
let anna: Visitor
let elin: Visitor
let karim: Visitor
let id: string

const bytes = new TextEncoder().encode('år;antal\n2023;412\n')

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  elin = await server.enter('elin')
  karim = await server.enter('karim')
})
afterAll(async () => await server.dispose())
beforeEach(async () => {
  id = await anna.newApplication('2024', 'Insats <b>Heby</b>')
  await anna.put(`/api/applications/${id}/members/elin`, { role: 'partyLead' })
  await new RoundsOf(anna, id).send({ message: 'Läs <avsnitt> 3.', closesOn: '2099-05-22' })
})

/** Försäkringskassan opposes, with a remark and a file. */
async function replied(): Promise<void> {
  const byElin = new Answering(elin, id)
  const draft = await byElin.join()
  await draft.write(doc => {
    take(doc, 'opposes')
    sum(doc, 'Vi <script>alert(1)</script> avstyrker.')
  })
  await draft.write(doc => void remark(doc, { text: 'Målgruppen är för bred.', section: 'targetGroup' }))
  const file = await byElin.attach('Statistik – "2023".CSV', bytes)
  await draft.write(doc => attachment(doc, file))
  await draft.close()
  await byElin.send()
}

async function list(visitor: Visitor): Promise<readonly RecordFile[]> {
  const answer = await new Owning(visitor, id).fetch('records')
  return recordsSchema.parse(await answer.json()).files
}

async function read(visitor: Visitor, path: string): Promise<string> {
  const answer = await new Owning(visitor, id).fetch(`records/${path}`)
  return answer.ok ? await answer.text() : String(((await answer.json()) as { kind: string }).kind)
}

const paths = (files: readonly RecordFile[]) => files.map(({ path }) => path)
const inFormats = (path: string, formats = ['html', 'docx', 'pdf']) =>
  formats.map(format => `${path}.${format}`)
const withData = (path: string) => inFormats(path, ['html', 'docx', 'pdf', 'json'])
const ofFk = [...withData('fk/utskick'), ...withData('fk/svar-1'), 'fk/svar-1-bilaga-1.csv']

describe('the records of a round', () => {
  it('are what a party was sent and has sent, with a line of the register each', async () => {
    await replied()
    const files = await list(elin)
    expect(paths(files)).toEqual(ofFk)
    const base = `${id}/R1/FK`
    expect(files.map(({ designation }) => designation)).toEqual(
      [1, 1, 1, 1, 2, 2, 2, 2, 3].map(number => `${base}/${number}`),
    )
    expect(files.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      ...Array(4).fill('Heby kommun → Försäkringskassan'),
      ...Array(5).fill('Försäkringskassan → Heby kommun'),
    ])
    expect(files[0]?.subject).toBe('Remiss 1: Insats <b>Heby</b>, version 1.0')
    expect(files.every(({ on }) => on === files[0]?.on)).toBe(true)
  })

  it('are each party’s own, and of whoever holds the round all', async () => {
    await replied()
    expect(paths(await list(karim))).toEqual(withData('af/utskick'))
    expect(paths(await list(anna))).toEqual([
      ...withData('af/utskick'),
      ...ofFk,
      ...withData('region/utskick'),
    ])
    for (const path of ofFk) {
      expect(await read(karim, path)).toBe('unknownRecord')
      expect(await read(await server.enter('per'), path)).toBe('unknownApplication')
    }
    expect(await read(karim, 'register.csv')).not.toContain('/FK/')
  })

  it('are for those who read for their party too, and not for a guest of it', async () => {
    await replied()
    const guest = await guestOf(anna, id, 'fk')
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    await new RoundsOf(anna, id).change(1, { is: 'publish' })
    expect(await list(guest)).toEqual([])
    expect(await read(guest, 'fk/svar-1.html')).toBe('unknownRecord')
    await anna.put(`/api/applications/${id}/members/elin`, { role: 'reader' })
    expect(paths(await list(elin))).toEqual([...ofFk, ...inFormats('fk/sammanstallning')])
  })

  it('keep their designations when more has been sent', async () => {
    await replied()
    const before = await list(elin)
    await new Answering(elin, id).lift('Vi har fått svar.')
    const byElin = new Answering(elin, id)
    await byElin.reopen()
    await byElin.send(1)
    await new RoundsOf(anna, id).change(1, { is: 'close' })
    await new RoundsOf(anna, id).change(1, { is: 'publish' })
    const after = await list(elin)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(
      after.slice(before.length).map(({ path, designation }) => `${path} ${designation.split('/').at(-1)}`),
    ).toEqual([
      ...inFormats('fk/svar-1-lyft').map(path => `${path} 4`),
      ...withData('fk/svar-2').map(path => `${path} 5`),
      'fk/svar-2-bilaga-1.csv 6',
      ...inFormats('fk/sammanstallning').map(path => `${path} 7`),
    ])
    expect(await read(elin, 'fk/svar-1-lyft.html')).toContain('Vi har fått svar.')
  })
})

describe('what is told of a round that has been sent', () => {
  it('is in the records of those who were told', async () => {
    await new RoundsOf(anna, id).change(1, { is: 'extend', closesOn: '2099-06-01' })
    await new RoundsOf(anna, id).change(1, { is: 'extend', closesOn: '2099-06-08' })
    await new RoundsOf(anna, id).change(1, { is: 'callOff', reason: 'Det kom <fel> text.' })
    expect(paths(await list(karim)).slice(4)).toEqual([
      ...inFormats('af/nytt-svarsdatum-1'),
      ...inFormats('af/nytt-svarsdatum-2'),
      ...inFormats('af/aterkallad'),
    ])
    expect(await read(karim, 'af/nytt-svarsdatum-1.html')).toContain('<p>2099-06-01</p>')
    expect(await read(karim, 'af/nytt-svarsdatum-2.html')).toContain('<p>2099-06-08</p>')
    expect(await read(karim, 'af/aterkallad.html')).toContain('<p>Det kom &lt;fel&gt; text.</p>')
  })
})

describe('a file of the records', () => {
  it('holds what was sent: the letter, and the whole version', async () => {
    const page = await read(elin, 'fk/utskick.html')
    expect(page).toContain('<h1>Remiss 1: Insats &lt;b&gt;Heby&lt;/b&gt;, version 1.0</h1>')
    expect(page).toContain('<p>Läs &lt;avsnitt&gt; 3.</p>')
    expect(page).toContain('<dt>Svarsdatum</dt><dd>2099-05-22</dd>')
    expect(page).toContain('<h2>Beskriv målgrupp för insatsen</h2>')
    expect(page).toContain('är arbetsmaterial och ingår inte.')
    const told = JSON.parse(await read(elin, 'fk/utskick.json'))
    expect(told).toMatchObject({
      register: { designation: `${id}/R1/FK/1` },
      round: { number: 1, message: 'Läs <avsnitt> 3.', closesOn: '2099-05-22' },
      recipient: { partyId: 'fk', persons: [{ personId: 'elin' }] },
      form: { formId: '2024', sections: { name: { value: 'Insats <b>Heby</b>' } } },
    })
  })

  it('says the day that stood in the letter, whatever it has become since', async () => {
    await new RoundsOf(anna, id).change(1, { is: 'extend', closesOn: '2099-06-01' })
    await new RoundsOf(anna, id).change(1, { is: 'extend', closesOn: '2099-06-08' })
    expect(JSON.parse(await read(elin, 'fk/utskick.json')).round.closesOn).toBe('2099-05-22')
  })

  it('holds what was answered, as words and as data whose hash is that of the receipt', async () => {
    await replied()
    const page = await read(anna, 'fk/svar-1.html')
    expect(page).toContain('Vi &lt;script&gt;alert(1)&lt;/script&gt; avstyrker.')
    expect(page).toContain('<h3>Beskriv målgrupp för insatsen</h3>')
    expect(page).not.toContain('<script')
    const { reply, hash } = JSON.parse(await read(anna, 'fk/svar-1.json'))
    expect(createHash('sha256').update(canonicalJson(reply)).digest('hex')).toBe(hash)
    expect((await new Answering(elin, id).replies())[0]?.hash).toBe(hash)
  })

  it('says the same in Word as on the page', async () => {
    await replied()
    const docx = async (path: string) => {
      const answer = await new Owning(anna, id).fetch(`records/${path}`)
      expect(answer.headers.get('content-type')).toContain('wordprocessingml.document')
      return textIn(new Docx(new Uint8Array(await answer.arrayBuffer())).body)
    }
    const reply = await docx('fk/svar-1.docx')
    expect(reply).toContain('Vi <script>alert(1)</script> avstyrker.')
    expect(reply).toContain('Målgruppen är för bred.')
    const sent = await docx('fk/utskick.docx')
    expect(sent).toContain('Läs <avsnitt> 3.')
    expect(sent).toContain('Beskriv målgrupp för insatsen')
  })

  it('says the same as a PDF that is kept, the same bytes each time', async () => {
    await replied()
    const pdf = async (path: string) => {
      const answer = await new Owning(anna, id).fetch(`records/${path}`)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      return new Uint8Array(await answer.arrayBuffer())
    }
    const once = await pdf('fk/utskick.pdf')
    expect(Buffer.compare(once, await pdf('fk/utskick.pdf'))).toBe(0)
    const sent = await readPdf(once)
    expect([sent.standard, sent.title]).toEqual(['A-2a', 'Remiss 1: Insats <b>Heby</b>, version 1.0'])
    expect(sent.text).toContain('Läs <avsnitt> 3.')
    expect(sent.text).toContain('Beskriv målgrupp för insatsen')
    const { text } = await readPdf(await pdf('fk/svar-1.pdf'))
    expect(text).toContain('Vi <script>alert(1)</script> avstyrker.')
  })

  it('is the file that was attached, byte by byte, and never a page of ours', async () => {
    await replied()
    const answer = await new Owning(anna, id).fetch('records/fk/svar-1-bilaga-1.csv')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
  })

  it('has the pictures of the text in itself', async () => {
    const other = await anna.newApplication()
    const picture = await readFile(join(import.meta.dirname, '../../../../server/demo/samverkansteamet.png'))
    const { headers, origin } = anna
    const path = `${origin}/api/applications/${other}/images`
    const kept = imageSchema.parse(
      await (await fetch(path, { method: 'POST', headers, body: picture })).json(),
    )
    const line = await anna.join(other)
    const figure = { type: 'figure', image: kept.hash, width: kept.width, height: kept.height } as const
    await line.write(doc =>
      appendBlocks(doc.getXmlFragment('background'), [{ ...figure, alt: 'Fyra "parter"', caption: [] }]),
    )
    await line.close()
    await new RoundsOf(anna, other).send()
    const page = await (await new Owning(elin, other).fetch('records/fk/utskick.html')).text()
    const [, data = '', alt = ''] = /<img src="data:image\/png;base64,([^"]*)" alt="([^"]*)"/.exec(page) ?? []
    expect(createHash('sha256').update(Buffer.from(data, 'base64')).digest('hex')).toBe(kept.hash)
    expect(alt).toBe('Fyra &quot;parter&quot;')
  })

  it('is noted when it is fetched, also the register', async () => {
    await replied()
    await read(elin, 'fk/svar-1.html')
    await read(anna, 'register.csv')
    const { entries } = await (await anna.get(`/api/applications/${id}/log`)).json()
    expect(entries.slice(0, 2)).toMatchObject([
      { act: 'exported', details: { format: 'csv', round: '1', what: 'register' } },
      { act: 'exported', details: { format: 'html', round: '1', what: 'records', party: 'FK' } },
    ])
  })

  it('is none that is not there', async () => {
    for (const path of ['fk/svar-1.html', 'fk/..%2Frounds.json', 'fk/utskick', 'xx/utskick.html']) {
      expect(await read(elin, path)).toBe('unknownRecord')
    }
  })
})
