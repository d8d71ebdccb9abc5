import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Refused } from '../../../../server/http/refuse.ts'
import { wordReader } from '../../../../server/import/docx/wordReader.ts'
import { realFile } from './hostile/hostileFiles.ts'
import { docx, docxFiles, p, tbl, zippedFiles } from './word/docxFile.ts'

const ordinary = { timeMs: 15_000, heapMebibytes: 512, mostWaiting: 8 }
const best = { formId: null }

/** The kind of problem that something is refused with. */
async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (fault) {
    if (fault instanceof Refused) return fault.kind
    throw fault
  }
  return 'nothing'
}

/** A file that takes a while. */
const manyParagraphs = (count: number) =>
  docx(Array.from({ length: count }, (_, place) => p(`ord ${place * 48_271}`)).join(''))

describe('the reader of Word files', () => {
  it('reads one in a thread of its own, which is handed the bytes', async () => {
    const bytes = await realFile()
    const { answer } = await wordReader().read(bytes, best)
    expect(answer.forms[0]?.formId).toBe(answer.read.form.formId)
    expect(bytes).toHaveLength(0)
  })

  it('reads one as the form that it is told', async () => {
    const { answer } = await wordReader().read(await realFile(), { formId: '2016' })
    expect(answer.read.form.formId).toBe('2016')
  })

  it('gives the pictures that stand somewhere, and no others', async () => {
    const bytes = Uint8Array.from([1, 2, 3])
    const drawing = (id: string) =>
      `<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="476250"/><wp:docPr descr="Karta"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const files = docxFiles({
      body: p('Bakgrund', '<w:pStyle w:val="Heading1"/>') + p('Text.') + p(drawing('r1')),
      relations: '<Relationship Id="r1" Type="http://x/image" Target="a.png"/>',
      files: { 'word/a.png': bytes, 'word/b.png': 'not shown' },
    })
    const { pictures } = await wordReader().read(zippedFiles(files), { formId: '2024' })
    expect([...pictures]).toEqual([[createHash('sha256').update(bytes).digest('hex'), bytes]])
  })

  it('says why it refuses one, and reads the next', async () => {
    const reader = wordReader()
    const first = refusal(reader.read(new TextEncoder().encode('nej'), best))
    const second = reader.read(await realFile(), best)
    expect(await first).toBe('notAWordFile')
    expect((await second).answer.isSure).toBe(true)
    expect(await refusal(reader.read(docx(p('Inköpslista')), best))).toBe('noFormInWordFile')
  })

  it('stops one that takes too long', async () => {
    const reader = wordReader({ ...ordinary, timeMs: 20 })
    expect(await refusal(reader.read(manyParagraphs(20_000), best))).toBe('largeWordFile')
  })

  it('outlives one that takes too much memory', async () => {
    const reader = wordReader({ ...ordinary, heapMebibytes: 16 })
    const rows = Array.from({ length: 800 }, (_, row) =>
      Array.from({ length: 50 }, (_, at) => p(`ord ${row * at}`)),
    )
    expect(await refusal(reader.read(docx(tbl(rows)), best))).toBe('largeWordFile')
  })

  it('lets no more wait than it is told', async () => {
    const reader = wordReader({ ...ordinary, mostWaiting: 1 })
    const file = () => new TextEncoder().encode('nej')
    const asked = [1, 2, 3, 4].map(() => refusal(reader.read(file(), best)))
    expect(await Promise.all(asked)).toEqual(['notAWordFile', 'notAWordFile', 'wordBusy', 'wordBusy'])
    expect(await refusal(reader.read(file(), best))).toBe('notAWordFile')
  })
})
