import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { picturesIn } from '../../../server/export/pictures.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import { hashOf } from '../../../server/storage/attachments.ts'
import { DamagedDocument } from '../../../server/storage/damage.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'

/** What is kept under a hash; a fault is thrown when it is asked for. */
type Kept = ReadonlyMap<string, Uint8Array | Error>

function painted(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#d85a30' } })
}

function formWith(hashes: Iterable<string>): FilledForm {
  const blocks = [...hashes].map(
    image => ({ type: 'figure', image, width: 10, height: 10, alt: '', caption: [] }) as const,
  )
  return { formId: '2024', sections: { background: { kind: 'rich', blocks } } }
}

async function pictures(kept: Kept, hashes: Iterable<string> = kept.keys()) {
  const log: LogEvent[] = []
  const storage = {
    getAttachment: async (_: string, hash: string) => {
      const found = kept.get(hash) ?? null
      if (found instanceof Error) throw found
      return found
    },
  }
  const found = await picturesIn({ storage, log: event => log.push(event) }, 'abc', formWith(hashes))
  return { found, log }
}

/** What became of one picture of these bytes, and how large it is. */
async function one(bytes: Uint8Array) {
  const { found, log } = await pictures(new Map([['a', bytes]]))
  const picture = found.get('a')
  if (!picture) return { picture: null, log }
  const { width, height, space } = await sharp(picture.bytes).metadata()
  return { picture: { type: picture.type, width, height, space, isAsKept: picture.bytes === bytes }, log }
}

describe('the pictures of a file', () => {
  it('are those that are kept, as they are', async () => {
    expect((await one(await painted(1, 1).png().toBuffer())).picture).toEqual({
      ...{ type: 'png', width: 1, height: 1, space: 'srgb', isAsKept: true },
    })
    expect((await one(await painted(2400, 20).jpeg().toBuffer())).picture).toMatchObject({
      ...{ type: 'jpg', width: 2400, isAsKept: true },
    })
  })

  it('are made into what every format can show, when they are of another kind', async () => {
    const cmyk = await painted(40, 30).toColourspace('cmyk').jpeg().toBuffer()
    expect((await one(cmyk)).picture).toEqual({
      ...{ type: 'jpg', width: 40, height: 30, space: 'srgb', isAsKept: false },
    })
    expect((await one(await painted(40, 30).webp().toBuffer())).picture).toMatchObject({ type: 'png' })
    expect((await one(await painted(20_000, 2).png().toBuffer())).picture).toMatchObject({
      ...{ width: 2400, isAsKept: false },
    })
  })

  it('are left out when they are none, and the log says so', async () => {
    const png = await painted(40, 30).png().toBuffer()
    const damaged = Buffer.concat([png.subarray(0, 12), Buffer.alloc(40)])
    for (const bytes of [Buffer.from('<svg/>'), Buffer.from([0x89, 0x50]), damaged]) {
      expect(await one(bytes)).toMatchObject({
        picture: null,
        log: [{ kind: 'damagedPicture', document: 'abc' }],
      })
    }
  })

  it('are left out when they are damaged or not there, and the others are not', async () => {
    const fault = new DamagedDocument('abc', { file: 'x', byte: 0, reason: 'payload' })
    const kept = new Map<string, Uint8Array | Error>([
      ['damaged', fault],
      ['whole', await painted(4, 4).png().toBuffer()],
    ])
    const { found, log } = await pictures(kept, ['damaged', 'gone', 'whole'])
    expect([...found.keys()]).toEqual(['whole'])
    expect(log).toEqual([{ kind: 'damagedPicture', document: 'abc', fault }])
  })

  it('are not left out when the disk only refuses to give them now', async () => {
    const fault = new DiskFault(Object.assign(new Error('It cannot be read.'), { code: 'EIO' }))
    await expect(pictures(new Map([['a', fault]]))).rejects.toBe(fault)
  })

  it('may be two hundred', async () => {
    const colours = Array.from({ length: 200 }, (_, nth) => ({ r: nth, g: 0, b: 255 - nth }))
    const all = await Promise.all(
      colours.map(background =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const { found } = await pictures(new Map(all.map(bytes => [hashOf(bytes), bytes])))
    expect(found.size).toBe(200)
  })

  it('are not taken into memory without end', async () => {
    const bytes = new Uint8Array(40 * 2 ** 20)
    bytes.set(await painted(4, 4).png().toBuffer())
    const kept = new Map(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(hash => [hash, bytes]))
    await expect(pictures(kept)).rejects.toMatchObject({ kind: 'fileNotMade' })
  })
})
