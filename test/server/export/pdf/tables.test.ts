import { describe, expect, it } from 'vitest'
import { pdfDocument } from '../../../../server/export/pdf/pdfDocument.ts'
import type { Block, CellContent } from '../../../../shared/document/blockContent.ts'
import { pdfStandards } from '../../../../shared/export/pdfStandard.ts'
import { plainly, readPdf } from './readPdf.ts'

const cell = (text: string, more: Partial<CellContent> = {}): CellContent => ({
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  ...more,
})

const withNote: CellContent = {
  header: true,
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'länk', link: 'https://forbund.example/' },
        { type: 'footnote', content: [{ type: 'text', text: 'I huvudet' }] },
      ],
    },
  ],
}

const rows = (count: number) => Array.from({ length: count }, (_, row) => [cell(`rad ${row}`), cell('värde')])

/** Tables that a document may hold, however little sense they make. */
const tables: readonly (readonly [string, readonly (readonly CellContent[])[]])[] = [
  ['no rows', []],
  ['no cells', [[], []]],
  [
    'cells that reach over all others',
    [[cell('a', { colspan: 50, rowspan: 50 }), cell('b', { rowspan: 3 })], [cell('c')]],
  ],
  ['rows of different lengths', [[cell('a', { header: true })], [cell('b'), cell('c'), cell('d')], []]],
  ['cells over rows that stand on different pages', [[cell('a', { rowspan: 90 }), cell('b')], ...rows(89)]],
  ['a note and a link in heads that are repeated', [[withNote, withNote], ...rows(90)]],
  ['a cell of several pages', [[cell('ord och ord '.repeat(2000)), cell('kort')]]],
  ['a head of several pages', [[cell('ord och ord '.repeat(2000), { header: true })], [cell('kort')]]],
  ['sixty columns', [Array.from({ length: 60 }, (_, column) => cell(`samverkansteamet${column}`))]],
]

describe('a table in a PDF', () => {
  it.each(tables)('is set, and all of its text is there: %s', async (_name, rows) => {
    const blocks: Block[] = [{ type: 'table', rows }]
    const form = { formId: '2024', sections: { background: { kind: 'rich' as const, blocks } } }
    const of = { is: 'application', formId: '2024', form, documentId: 'abc' } as const
    for (const standard of pdfStandards) {
      const made = pdfDocument({ of, standard, madeAt: '2026-03-04T05:06:07.000Z', pictures: new Map() })
      const { text } = await readPdf(made)
      for (const { content } of rows.flat()) {
        for (const part of content.flatMap(({ content }) => content)) {
          if (part.type === 'text') expect(text).toContain(plainly(part.text))
        }
      }
    }
  })
})
