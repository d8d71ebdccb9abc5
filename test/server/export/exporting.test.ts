import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { auditLogSchema } from '../../../shared/http/auditLog.ts'
import type { Image } from '../../../shared/http/image.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { Docx, textIn } from './docx/readDocx.ts'
import { textOfFile } from './textOfFile.ts'

let server: DemoServer
let anna: Visitor

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
})
afterAll(async () => await server.dispose())

const docxOf = (id: string) => `/api/applications/${id}/application.docx`

/** An ansökan with so many pictures, all different; gives its id and their hashes. */
async function withPictures(count: number): Promise<{ id: string; hashes: string[] }> {
  const id = await anna.newApplication('2024', 'Bilder')
  const hashes: string[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const background = { r: nth, g: 40, b: 255 - nth }
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer()
    const answer = await fetch(`${server.origin}/api/applications/${id}/images`, {
      ...{ method: 'POST', headers: anna.headers, body: new Uint8Array(bytes) },
    })
    hashes.push(((await answer.json()) as Image).hash)
  }
  const line = await anna.join(id)
  await line.write(doc => {
    const figures = hashes.map((hash, nth) => {
      const figure = new Y.XmlElement<Record<string, string | number>>('figure')
      const said = { image: hash, width: 60, height: 40, alt: `Bild ${nth}` }
      for (const [name, value] of Object.entries(said)) figure.setAttribute(name, value)
      return figure
    })
    doc.getXmlFragment('background').push(figures as unknown as Y.XmlElement[])
  })
  await line.close()
  return { id, hashes }
}

/** Writes so much in it that its file takes a while. */
async function fill(id: string): Promise<void> {
  const line = await anna.join(id)
  for (let part = 0; part < 20; part += 1) {
    await line.write(doc => {
      const paragraphs = Array.from({ length: 400 }, () => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText('Många unga söker.')])
        return paragraph
      })
      doc.getXmlFragment('background').push(paragraphs)
    })
  }
  await line.close()
}

async function fileOf(id: string, name: string): Promise<Uint8Array> {
  const answer = await anna.get(`/api/applications/${id}/${name}`)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

async function wordOf(id: string): Promise<Docx> {
  return new Docx(await fileOf(id, 'application.docx'))
}

function mediaIn(docx: Docx): readonly string[] {
  return docx.names.filter(name => name.startsWith('word/media/'))
}

/** Pictures are objects of their own in a PDF. */
function imagesInPdf(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/g)?.length ?? 0
  )
}

describe('an ansökan that is fetched as a file', () => {
  it('may have two hundred pictures', async () => {
    const { id } = await withPictures(200)
    expect(mediaIn(await wordOf(id))).toHaveLength(200)
    expect(imagesInPdf(await fileOf(id, 'application.pdf'))).toBe(200)
  })

  it('is made without a picture whose bytes are damaged on the disk, and says so in its place', async () => {
    const { id, hashes } = await withPictures(2)
    const file = server.documentFile(id, `attachments/${hashes[0]}`)
    const bytes = await readFile(file)
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20)
    await writeFile(file, bytes)
    const docx = await wordOf(id)
    expect(textIn(docx.body)).toContain('[Bilden går inte att visa: Bild 0]')
    expect(mediaIn(docx)).toHaveLength(1)
    const pdf = await fileOf(id, 'application.pdf')
    expect(imagesInPdf(pdf)).toBe(1)
    expect(await textOfFile('application.pdf', pdf)).toContain('[Bildengårinteattvisa:Bild0]')
    expect(server.log).toContainEqual(expect.objectContaining({ kind: 'damagedPicture', document: id }))
  })

  it('is not made for whoever has closed her browser before her turn came', async () => {
    const { id } = await withPictures(0)
    await fill(id)
    const first = anna.get(docxOf(id))
    const browser = new AbortController()
    const abandoned = fetch(`${server.origin}${docxOf(id)}`, {
      ...{ headers: { cookie: anna.headers.cookie }, signal: browser.signal },
    })
    // Hers waits when what was asked after it has been answered.
    for (let asked = 0; asked < 5; asked += 1) await anna.state(id)
    browser.abort()
    await expect(abandoned).rejects.toThrow()
    await (await first).arrayBuffer()
    await (await anna.get(`/api/applications/${id}/budget.xlsx`)).arrayBuffer()
    const log = await anna.get(`/api/applications/${id}/log?act=exported`)
    const { entries } = auditLogSchema.parse(await log.json())
    expect(entries.map(({ details }) => details.format)).toEqual(['xlsx', 'docx'])
  })
})
