import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Visitor } from '../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../harness/serverProcess.ts'

/** Somebody out there, who would hear of it if the program fetched anything that a document names. */
let outside: Server
let heard = 0
let server: ServerProcess
let anna: Visitor
let id: string
/** What it asked before anybody was there: the address that it listens at. */
let began = 0

beforeAll(async () => {
  outside = createServer(socket => {
    heard += 1
    socket.destroy()
  }).listen(0)
  await once(outside, 'listening')
  const probe = new URL('../harness/connectionProbe.ts', import.meta.url)
  server = await startServerProcess({}, { preloads: [probe] })
  began = outward().length
  anna = await Visitor.enter(server.origin, 'anna')
  id = await anna.newApplicationAlone('2024', 'Hämtar inget')
  const line = await anna.join(id)
  await line.write(doc => {
    const text = new Y.XmlText()
    text.insert(0, 'En länk', { link: { href: address('https', '/lank') } })
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [text])
    doc.getXmlFragment('background').push([paragraph])
  })
  await line.close()
})
afterAll(async () => {
  await server.dispose()
  outside.close()
})

function address(protocol: string, path: string): string {
  return `${protocol}://localhost:${(outside.address() as AddressInfo).port}${path}`
}

/** What the program has wanted of the world since somebody came. */
function outward(): string[] {
  return server
    .output()
    .split('\n')
    .filter(line => line.startsWith('outward: '))
    .slice(began)
}

async function fetched(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await anna.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}

async function send(path: string, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const headers = { ...anna.headers, 'content-type': 'application/octet-stream' }
  return await fetch(`${server.origin}${path}`, { method: 'POST', headers, body })
}

/** A Word file as it was, but for pictures, a template and a frame that lie elsewhere. */
function reachingOut(docx: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(docx)
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const targets = [
    address('http', '/bild.png'),
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    '\\\\localhost\\delad\\bild.png',
  ]
  const relation = (type: string, nth: number) =>
    `<Relationship Id="ut${type}${nth}" Type="${office}/${type}" Target="${targets[nth]}" TargetMode="External"/>`
  const relations = targets.flatMap((_, nth) =>
    ['image', 'frame', 'subDocument'].map(is => relation(is, nth)),
  )
  edit(parts, 'word/_rels/document.xml.rels', xml =>
    xml.replace('</Relationships>', `${relations.join('')}</Relationships>`),
  )
  const picture = (nth: number) =>
    `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="9${nth}" name="ut"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="utimage${nth}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>` +
    `<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;${targets[nth]?.replaceAll('\\', '\\\\')}&quot;"/></w:p>`
  edit(parts, 'word/document.xml', xml =>
    xml.replace(/<w:body>/, `<w:body>${targets.map((_, nth) => picture(nth)).join('')}`),
  )
  parts['word/_rels/settings.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('attachedTemplate', 0)}</Relationships>`,
  )
  return new Uint8Array(zipSync(parts))
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const before = strFromU8(parts[name] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`${name} is not as it was expected.`)
  parts[name] = strToU8(after)
}

describe('nothing outside is asked', () => {
  it('when an ansökan is fetched as a file, whatever it names', async () => {
    for (const path of [
      'application.docx',
      'application.docx?comments=with',
      'application.pdf',
      'budget.xlsx',
    ]) {
      await fetched(`/api/applications/${id}/${path}`)
    }
    expect(outward()).toEqual([])
    expect(heard).toBe(0)
  })

  it('when a Word file or a workbook is read, whatever it names', async () => {
    const docx = reachingOut(await fetched(`/api/applications/${id}/application.docx`))
    const read = await send('/api/applications/word/read?form=2024', docx)
    expect(read.status).toBe(200)
    const xlsx = await fetched(`/api/applications/${id}/budget.xlsx`)
    await send(`/api/applications/${id}/budget/workbook`, xlsx)
    expect(outward()).toEqual([])
    expect(heard).toBe(0)
  })

  it('in any of its threads, which were watched', () => {
    const watched = server
      .output()
      .split('\n')
      .filter(line => line.startsWith('watched: '))
    expect(new Set(watched)).toEqual(new Set(['watched: program', 'watched: thread']))
    // One thread makes files, and every file that is read has one of its own.
    expect(watched.length).toBeGreaterThanOrEqual(4)
  })
})
