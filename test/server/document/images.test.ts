import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Image, imageMaxBytes } from '../../../shared/http/image.ts'
import type { Problem } from '../../../shared/http/problem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'

let server: DemoServer
let anna: Visitor
let id: string

beforeAll(async () => {
  server = await DemoServer.start()
  anna = await server.enter('anna')
  id = await anna.newApplication()
})
afterAll(async () => await server.dispose())

async function upload(bytes: Uint8Array | string, visitor = anna, to = id): Promise<Response> {
  return await fetch(`${server.origin}/api/applications/${to}/images`, {
    method: 'POST',
    headers: { ...visitor.headers, 'content-type': 'application/octet-stream' },
    body: bytes as Uint8Array<ArrayBuffer> | string,
  })
}

function picture(width = 40, height = 20): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#336699' } })
}

async function kept(answer: Response): Promise<{ image: Image; bytes: Buffer; served: Response }> {
  const image = (await answer.json()) as Image
  const served = await anna.get(`/api/applications/${id}/images/${image.hash}`)
  return { image, served, bytes: Buffer.from(await served.arrayBuffer()) }
}

const problemOf = async (answer: Response) => ((await answer.json()) as Problem).kind

describe('a picture', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'as %s is kept, and served as what it is',
    async format => {
      const answer = await upload(await picture().toFormat(format).toBuffer())
      expect(answer.status).toBe(201)
      const { image, bytes, served } = await kept(answer)
      expect(image).toMatchObject({ width: 40, height: 20 })
      expect(served.headers.get('content-type')).toBe(format === 'jpeg' ? 'image/jpeg' : 'image/png')
      expect(served.headers.get('x-content-type-options')).toBe('nosniff')
      expect(served.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(served.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 20 })
    },
  )

  it('says nothing any more of who took it, where, and with what', async () => {
    const told = {
      exif: { IFD0: { Artist: 'Anna Lindholm', Make: 'Kamera' }, IFD3: { GPSLatitude: '59/1 51/1 0/1' } },
      xmp: '<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Hemligt</secret></x:xmpmeta>',
    }
    const photograph = await picture().jpeg().withExif(told.exif).withXmp(told.xmp).toBuffer()
    expect(photograph.includes('Anna Lindholm') && photograph.includes('Hemligt')).toBe(true)
    const { bytes } = await kept(await upload(photograph))
    for (const word of ['Anna Lindholm', 'Kamera', 'Hemligt', 'Exif', 'xmp'])
      expect(bytes.includes(word)).toBe(false)
    const { exif, xmp, icc, iptc } = await sharp(bytes).metadata()
    expect([exif, xmp, icc, iptc]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('that the camera held sideways stands upright', async () => {
    const photograph = await picture(40, 20).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { image } = await kept(await upload(photograph))
    expect([image.width, image.height]).toEqual([20, 40])
  })

  it('that is larger than a page in print is made smaller', async () => {
    const { image } = await kept(await upload(await picture(4800, 100).png().toBuffer()))
    expect([image.width, image.height]).toEqual([2400, 50])
  })

  it('that hides something behind its end keeps only its pixels', async () => {
    const hiding = Buffer.concat([await picture().png().toBuffer(), Buffer.from('<script>alert(1)</script>')])
    const { bytes } = await kept(await upload(hiding))
    expect(bytes.includes('script')).toBe(false)
  })

  it('that is sent twice is kept once', async () => {
    const bytes = await picture(7, 7).png().toBuffer()
    const [one, other] = [await kept(await upload(bytes)), await kept(await upload(bytes))]
    expect(other.image).toEqual(one.image)
    const files = await readdir(server.documentFile(id, 'attachments'))
    expect(files.filter(name => name.includes(one.image.hash))).toEqual([one.image.hash])
  })

  it('survives a restart', async () => {
    const { image, bytes } = await kept(await upload(await picture(9, 9).png().toBuffer()))
    await server.restart()
    anna = anna.at(server.origin)
    const served = await anna.get(`/api/applications/${id}/images/${image.hash}`)
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  })
})

describe('what is no picture', () => {
  it.each<[string, () => Promise<Uint8Array | string>]>([
    ['nothing', async () => ''],
    ['text', async () => 'hej'],
    ['a page', async () => '<!doctype html><script>alert(1)</script>'],
    [
      'SVG',
      async () =>
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ],
    ['a TIFF', async () => await picture().tiff().toBuffer()],
    ['an AVIF', async () => await picture().avif().toBuffer()],
    ['half a PNG', async () => (await picture(400, 400).png().toBuffer()).subarray(0, 60)],
    ['a PDF', async () => '%PDF-1.4\n%%EOF'],
  ])('(%s) is refused', async (_what, bytes) => {
    const answer = await upload(await bytes())
    expect([answer.status, await problemOf(answer)]).toEqual([415, 'notAnImage'])
  })

  it('because it unpacks to far more than it weighs is refused', async () => {
    const bomb = await sharp({
      create: { width: 8000, height: 7000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(imageMaxBytes)
    expect((await upload(bomb)).status).toBe(415)
  })

  it('because it is larger than 10 MB is refused before it is decoded', async () => {
    const answer = await upload(new Uint8Array(imageMaxBytes + 1))
    expect([answer.status, await problemOf(answer)]).toEqual([413, 'tooLarge'])
  })

  it('because nobody knows how large it is, and it does not end, is refused', async () => {
    const sending = request(`${server.origin}/api/applications/${id}/images`, {
      method: 'POST',
      headers: anna.headers,
      agent: false,
    })
    // Without a length it goes out in chunks.
    for (let megabyte = 0; megabyte < 11; megabyte += 1) sending.write(new Uint8Array(1024 * 1024))
    const [answer] = (await once(sending, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(413)
    sending.destroy()
  })
})

describe('the address of a picture', () => {
  it.each(['0'.repeat(64), 'x', '..%2f..%2frecord.json', '%00'])(
    'that is nobody’s (%s) is unknown',
    async hash => {
      const answer = await anna.get(`/api/applications/${id}/images/${hash}`)
      expect([answer.status, await problemOf(answer)]).toEqual([404, 'unknownImage'])
    },
  )

  it('leads to pictures only, not to what a version says of what parties write among themselves', async () => {
    const place = { is: 'section', section: 'background' }
    const ids = { id: 'a'.repeat(20), postId: 'b'.repeat(20) }
    const said = { ...ids, place, text: 'Bara vi.', isInternal: true, isMaterial: false, assignee: null }
    await anna.post(`/api/applications/${id}/comments`, said)
    const made = await anna.post(`/api/applications/${id}/versions`, { name: 'Först', note: '' })
    expect(made.status).toBe(201)
    const { versions } = JSON.parse(await readFile(server.documentFile(id, 'versions.json'), 'utf8')) as {
      versions: { content: string; threads: string }[]
    }
    for (const hash of versions.flatMap(({ content, threads }) => [content, threads])) {
      const answer = await anna.get(`/api/applications/${id}/images/${hash}`)
      expect([answer.status, await problemOf(answer)]).toEqual([404, 'unknownImage'])
    }
    expect(versions).not.toEqual([])
  })

  it('holds in its own ansökan only', async () => {
    const { image } = await kept(await upload(await picture(5, 5).png().toBuffer()))
    const other = await anna.newApplication()
    expect((await anna.get(`/api/applications/${other}/images/${image.hash}`)).status).toBe(404)
  })

  it('is no address for the förbund, nor for one who is not signed in', async () => {
    const { image } = await kept(await upload(await picture(6, 6).png().toBuffer()))
    const address = `/api/applications/${id}/images/${image.hash}`
    const per = await server.enter('per')
    expect(await problemOf(await per.get(address))).toBe('unknownApplication')
    expect((await upload('x', per)).status).toBe(404)
    expect((await fetch(server.origin + address)).status).toBe(401)
  })
})
