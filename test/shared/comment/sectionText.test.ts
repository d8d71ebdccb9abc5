import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { MarkedText } from '../../../shared/comment/MarkedText.ts'
import { mentionsIn } from '../../../shared/comment/mentions.ts'
import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { readBlocks, writeBlocks } from '../../../shared/document/blocks.ts'

const blocks: readonly Block[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Sedan 2019 ' },
      { type: 'text', text: 'har', bold: true },
      { type: 'footnote', content: [{ type: 'text', text: 'Enligt SCB.' }] },
      { type: 'text', text: ' många gått utan' },
      { type: 'budgetFigure', sum: 'sought' },
      { type: 'text', text: '.' },
    ],
  },
  { type: 'paragraph', content: [] },
  {
    type: 'table',
    rows: [
      [
        { header: true, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'År' }] }] },
        {
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: '2024' }] },
            { type: 'paragraph', content: [{ type: 'text', text: '2025' }] },
          ],
        },
      ],
    ],
  },
  {
    type: 'figure',
    image: '0'.repeat(64),
    ...{ width: 10, height: 10, alt: 'En bild' },
    caption: [{ type: 'text', text: 'Så ser det ut.' }],
  },
]

it('the words of a section are a line for each paragraph and caption, footnotes where they stand', () => {
  expect(sectionText(blocks)).toBe(
    'Sedan 2019 harEnligt SCB. många gått utan.\n\nÅr\n2024\n2025\nSå ser det ut.',
  )
})

it('the words of a section are the same from the shared document and from what is read of it', () => {
  const fragment = new Y.Doc().getXmlFragment('background')
  writeBlocks(fragment, blocks)
  expect(new MarkedText(fragment).words).toBe(sectionText(readBlocks(fragment)))
})

it('those who are named in a comment are found once each, and not without end', () => {
  expect(
    mentionsIn('Vad säger @{party:af}, @{person:elin} och @{person:elin}? @elin @{annat:x} @{person:}'),
  ).toEqual([
    { is: 'party', partyId: 'af' },
    { is: 'person', personId: 'elin' },
  ])
  const all = Array.from({ length: 500 }, (_, number) => `@{person:p${number}}`).join('')
  expect(mentionsIn(all)).toHaveLength(50)
})
