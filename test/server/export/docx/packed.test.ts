import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { wordDocument } from '../../../../server/export/docx/wordDocument.ts'
import type { FigureContent } from '../../../../shared/document/blockContent.ts'
import { formById } from '../../../../shared/form/forms.ts'
import { all, Docx } from './readDocx.ts'

/** Bytes that deflate well, so that it would be seen if they were. */
const pictures = new Map([
  ['a'.repeat(64), { bytes: new Uint8Array(50_000).fill(7), type: 'png' as const }],
  ['b'.repeat(64), { bytes: new Uint8Array(60_000).fill(8), type: 'jpg' as const }],
])

async function written(...figures: Partial<FigureContent>[]): Promise<Uint8Array> {
  const template = formById('2024')
  if (!template) throw new Error('There is no form 2024.')
  const blocks = figures.map(
    (said): FigureContent => ({
      ...{ type: 'figure', image: 'a'.repeat(64), width: 400, height: 200, alt: 'Teamet', caption: [] },
      ...said,
    }),
  )
  const form = { formId: '2024', sections: { background: { kind: 'rich' as const, blocks } } }
  const pictureOf = (hash: string) => pictures.get(hash) ?? null
  return await wordDocument({ template, form, documentId: '', threads: [], pictureOf })
}

describe('the pictures in a Word document', () => {
  it('are stored as they are, each once, and not deflated again', async () => {
    const bytes = await written({}, { image: 'b'.repeat(64) }, {})
    const packed: Record<string, readonly [method: number, size: number]> = {}
    const files = unzipSync(bytes, {
      filter: ({ name, compression, size }) => {
        packed[name] = [compression, size]
        return true
      },
    })
    expect(packed['word/media/image1.png']).toEqual([0, 50_000])
    expect(packed['word/media/image1.jpg']).toEqual([0, 60_000])
    expect(packed['word/document.xml']?.[0]).toBe(8)
    expect(Object.keys(files).filter(name => name.startsWith('word/media/'))).toHaveLength(2)
    expect(files['word/media/image1.png']?.every(byte => byte === 7)).toBe(true)
    expect(files['word/media/image1.jpg']?.every(byte => byte === 8)).toBe(true)
    new Docx(bytes).readAll()
  })

  it('have a size on the page, whatever the document says of them', async () => {
    const docx = new Docx(
      await written(
        { width: 1, height: 1 },
        { width: 0, height: 0 },
        { width: 1, height: 100_000 },
        { width: 100_000, height: 1 },
        { width: 20_000, height: 10_000 },
      ),
    )
    const sizes = all(docx.body, 'wp:extent').map(({ attributes: { cx, cy } }) => [
      Number(cx) / 9525,
      Number(cy) / 9525,
    ])
    expect(sizes).toEqual([
      [1, 1],
      [1, 1],
      [1, 820],
      [600, 1],
      [600, 300],
    ])
  })
})
