import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DemoServer } from '../../harness/demoServer.ts'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'
import { textOf } from './roomUnderTest.ts'

/** Small enough to reach them; the rates so high that they play no part. */
const settings = {
  MAX_FRAME_BYTES: '65536',
  MAX_DOCUMENT_BYTES: '200000',
  MAX_LINES: '6',
  MAX_LINES_PER_PERSON: '3',
  MAX_LINES_PER_DOCUMENT: '5',
  MAX_BACKLOG_BYTES: '65536',
  SLOW_READER_SECONDS: '1',
  MAX_SIGNED_OUT_PER_MINUTE: '1000',
  MAX_MESSAGES_PER_SECOND: '100000',
  MAX_BYTES_PER_SECOND: '1000000000',
}

let server: DemoServer
let anna: Visitor
let karim: Visitor
let elin: Visitor

beforeAll(async () => {
  server = await DemoServer.start(settings)
  ;[anna, karim, elin] = await Promise.all([
    server.enter('anna'),
    server.enter('karim'),
    server.enter('elin'),
  ])
})
afterAll(async () => await server.dispose())

function write(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment('background').push([paragraph])
}

/** An update frame that has so many bytes, over the wire. */
function updateOfBytes(line: RawClient, bytes: number): Uint8Array {
  const update = (length: number) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(line.doc))
    const before = Y.encodeStateVector(doc)
    doc.clientID = line.doc.clientID
    write(doc, 'x'.repeat(length))
    return Y.encodeStateAsUpdate(doc, before)
  }
  const overhead = update(bytes - 1000).length - (bytes - 1000)
  // Kind, step and the length of the update, which takes three bytes.
  return update(bytes - overhead - 5)
}

async function closeAll(lines: readonly RawClient[]): Promise<void> {
  await Promise.all(lines.map(line => line.close()))
}

describe('a frame', () => {
  it('may be as large as the setting says', async () => {
    const line = await anna.join(await anna.newApplication())
    line.sendUpdate(updateOfBytes(line, 65_536))
    await line.saved()
    await line.close()
  })

  it('that is one byte larger ends its line, and disturbs nobody else', async () => {
    const id = await anna.newApplication()
    const [line, other] = [await anna.join(id), await karim.join(id)]
    line.sendUpdate(updateOfBytes(line, 65_537))
    expect(await line.closed).toEqual({ code: 1009, reason: 'frameTooLarge' })
    await other.write(doc => write(doc, 'Hej'))
    expect(textOf(other.doc)).toBe('Hej')
    await other.close()
  })
})

describe('lines', () => {
  it('of one person are as many as the setting says; one more is told why and stays away', async () => {
    const id = await anna.newApplication()
    const lines = [await anna.join(id), await anna.join(id), await anna.join(id)]
    const more = await anna.open(id)
    expect(await more.closed).toEqual({ code: 4429, reason: 'personFull' })
    await lines.pop()?.close()
    lines.push(await anna.join(id))
    await closeAll(lines)
  })

  it('to one document are as many as the setting says; one more is told why and comes back', async () => {
    const id = await anna.newApplication()
    const lines = [await anna.join(id), await anna.join(id), await karim.join(id), await karim.join(id)]
    lines.push(await elin.join(id))
    const more = await elin.open(id)
    expect(await more.closed).toEqual({ code: 4529, reason: 'roomFull' })
    await lines.pop()?.close()
    lines.push(await elin.join(id))
    await closeAll(lines)
  })

  it('to the program are as many as the setting says; one more is told why and comes back', async () => {
    const [one, other] = [await anna.newApplication(), await anna.newApplication()]
    const lines = [await anna.join(one), await anna.join(one), await karim.join(one)]
    lines.push(await karim.join(other), await elin.join(other), await elin.join(other))
    const more = await (await server.enter('sofia')).open(one)
    expect(await more.closed).toEqual({ code: 1013, reason: 'serverFull' })
    await closeAll(lines)
  })
})

describe('a document that is as large as one may be', () => {
  it('takes no more text, but lets it be shortened, and then takes text again', async () => {
    const id = await anna.newApplication()
    const [line, other] = [await anna.join(id), await karim.join(id)]
    for (let at = 0; at < 4; at += 1) await line.write(doc => write(doc, 'x'.repeat(45_000)))
    line.doc.transact(() => write(line.doc, 'y'.repeat(45_000)))
    await line.closed
    expect(line.all('refused')).toMatchObject([{ count: 5, refusal: 'documentFull' }])
    await other.write(doc => doc.getXmlFragment('background').delete(0, 2))
    await other.write(doc => write(doc, 'z'.repeat(45_000)))
    expect(textOf(other.doc)).toMatch(/^x+z+$/)
    await other.close()
  })
})

describe('a line that does not read what it is sent', () => {
  it('is ended, while the others notice nothing, and catches up when it comes back', async () => {
    const id = await anna.newApplication()
    const [slow, other] = [await anna.join(id), await karim.join(id)]
    slow.underlying.pause()
    // Over and over again: in the end more than all buffers on the way take.
    const writeAnew = (doc: Y.Doc) => {
      const background = doc.getXmlFragment('background')
      background.delete(0, background.length)
      write(doc, 'x'.repeat(50_000))
    }
    while (!(await endsOfLines()).includes('slowReader')) await other.write(writeAnew)
    slow.underlying.resume()
    expect((await slow.closed).code).toBe(1006)
    const again = await anna.join(id)
    expect(textOf(again.doc)).toBe(textOf(other.doc))
    await closeAll([again, other])
  })
})

/** Why lines have ended so far. */
async function endsOfLines(): Promise<string[]> {
  const metrics = await (await fetch(`${server.origin}/metrics`)).text()
  return [...metrics.matchAll(/^samskriv_connection_ends_total\{reason="(\w+)"\} [1-9]/gm)].map(
    ([, why]) => why ?? '',
  )
}
