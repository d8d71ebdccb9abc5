import { expect, it } from 'vitest'
import { wordDocument } from '../../../../server/export/docx/wordDocument.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { all, Docx, first, textIn } from './readDocx.ts'

async function written(columns: number): Promise<Docx> {
  const cells = Array.from({ length: columns }, (_, nth) => ({
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `Cell ${nth}.` }] }],
  }))
  const blocks: Block[] = [{ type: 'table', rows: [cells] }]
  const form = { formId: form2024.id, sections: { background: { kind: 'rich' as const, blocks } } }
  return new Docx(
    await wordDocument({ template: form2024, form, documentId: '', threads: [], pictureOf: () => null }),
  )
}

/** Of tables outside the agreement and the signatures. */
const wide = ({ body }: Docx) => all(body, 'w:tbl').filter(one => textIn(one).includes('Cell 0.'))

it('a table of as many columns as Word can have is one', async () => {
  const [table] = wide(await written(63))
  expect(table && first(table, 'w:tblGrid')?.children).toHaveLength(63)
})

it('a table of more columns is what is in its cells, since Word takes it for damage', async () => {
  const docx = await written(64)
  expect(wide(docx)).toEqual([])
  for (let nth = 0; nth < 64; nth += 1) expect(textIn(docx.body)).toContain(`Cell ${nth}.`)
})
