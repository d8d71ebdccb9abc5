import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { cleanPictures } from '../../../../server/import/docx/cleanPictures.ts'
import type { WordReading } from '../../../../server/import/docx/WordReading.ts'
import { hashOf } from '../../../../server/storage/attachments.ts'
import type { Block, FigureContent } from '../../../../shared/document/blockContent.ts'
import type { LeftOver } from '../../../../shared/import/ReadForm.ts'

/** A picture of one colour, as somebody has put it into a file. */
async function photograph(width: number, height: number, format: 'png' | 'jpeg' | 'tiff' = 'png') {
  const made = sharp({ create: { width, height, channels: 3, background: 'teal' } })
  return new Uint8Array(await made.toFormat(format).toBuffer())
}

function figure(
  bytes: Uint8Array,
  width: number,
  height: number,
  caption = 'Figur 1',
  alt = 'Teamet',
): FigureContent {
  const words = caption === '' ? [] : [{ type: 'text', text: caption } as const]
  return { type: 'figure', image: hashOf(bytes), width, height, alt, caption: words }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function leftOver(id: string, ...blocks: Block[]): LeftOver {
  return { id, why: 'noHeading', under: null, blocks, proposed: null }
}

function reading(
  pictures: readonly Uint8Array[],
  blocks: readonly Block[],
  leftOvers: readonly LeftOver[] = [],
): WordReading {
  return {
    answer: {
      read: {
        form: { formId: '2024', sections: { background: { kind: 'rich', blocks } } },
        sections: [{ section: 'background', is: 'read', heading: 'Bakgrund', notes: [] }],
        leftOvers,
        notes: [],
      },
      forms: [],
      isSure: true,
    },
    pictures: new Map(pictures.map(bytes => [hashOf(bytes), new Uint8Array(bytes)])),
  }
}

async function shown(of: WordReading) {
  const { read, pictures } = await cleanPictures(of)
  const content = read.form.sections.background
  return { read, pictures, blocks: content?.kind === 'rich' ? content.blocks : [] }
}

describe('a picture of a Word file', () => {
  it('is encoded anew, and the figure shows what is kept', async () => {
    const sent = await photograph(300, 200)
    const { blocks, pictures, read } = await shown(reading([sent], [figure(sent, 300, 200)]))
    const [kept] = pictures
    expect(blocks).toEqual([{ ...figure(sent, 300, 200), image: kept?.[0] }])
    expect(hashOf(kept?.[1] ?? new Uint8Array())).toBe(kept?.[0])
    expect(read.sections[0]).toMatchObject({ is: 'read', notes: [] })
  })

  it('has its own size, also when the page was too narrow for it', async () => {
    const sent = await photograph(1200, 800)
    const { blocks } = await shown(reading([sent], [figure(sent, 600, 400)]))
    expect(blocks[0]).toMatchObject({ width: 1200, height: 800 })
  })

  it('has the size that somebody has made it, when that is smaller', async () => {
    const sent = await photograph(1200, 800)
    const { blocks } = await shown(reading([sent], [figure(sent, 150, 90)]))
    expect(blocks[0]).toMatchObject({ width: 150, height: 100 })
  })

  it('that is none we can read is its caption, and a note says what it was', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const scan = await photograph(10, 10, 'tiff')
    const { blocks, pictures, read } = await shown(
      reading([drawing, scan], [figure(drawing, 10, 10), figure(scan, 10, 10, '', 'Inläst sida')]),
    )
    expect([blocks, pictures.size]).toEqual([[paragraph('Figur 1')], 0])
    expect(read.sections[0]).toMatchObject({
      is: 'guessed',
      notes: [
        { kind: 'pictureNotTaken', said: 'Figur 1' },
        { kind: 'pictureNotTaken', said: 'Inläst sida' },
      ],
    })
  })

  it('that was all there was in a section leaves one empty paragraph', async () => {
    const drawing = Buffer.from('no picture')
    const { blocks } = await shown(reading([drawing], [figure(drawing, 10, 10, '')]))
    expect(blocks).toEqual([{ type: 'paragraph', content: [] }])
  })

  it('in text that is left over is cleaned as well; one that was all of it leaves no text to place', async () => {
    const [sent, drawing] = [await photograph(30, 20), Buffer.from('no picture')]
    const { read, pictures } = await shown(
      reading(
        [sent, drawing],
        [],
        [
          leftOver('a', figure(sent, 30, 20)),
          leftOver('b', figure(drawing, 1, 1, '')),
          leftOver('c', paragraph('x')),
        ],
      ),
    )
    expect(read.leftOvers.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(read.leftOvers[0]?.blocks[0]).toMatchObject({ image: [...pictures.keys()][0] })
    expect(read.notes).toEqual([{ kind: 'pictureNotTaken', said: 'Teamet' }])
  })

  it('of which there are very many pixels is not taken beyond what all of them may unpack to', async () => {
    // 49 million each, some kilobytes when they are sent; 10 of them are as many as may be.
    const sent = await Promise.all(
      Array.from({ length: 3 }, async (_, index) => await photograph(7000 - index, 7000)),
    )
    const many = sent.flatMap(bytes =>
      Array.from({ length: 4 }, (_, nth) => Buffer.concat([bytes, Buffer.from([nth])])),
    )
    const { pictures, blocks } = await shown(
      reading(
        many,
        many.map(bytes => figure(bytes, 100, 100)),
      ),
    )
    expect(blocks.filter(({ type }) => type === 'figure')).toHaveLength(10)
    expect(pictures.size).toBeLessThanOrEqual(10)
  })

  it('is the same each time', async () => {
    const sent = [await photograph(30, 20), await photograph(40, 20, 'jpeg'), Buffer.from('no picture')]
    const of = reading(
      sent,
      sent.map(bytes => figure(bytes, 10, 10)),
    )
    expect(await cleanPictures(of)).toEqual(await cleanPictures(of))
  })
})
