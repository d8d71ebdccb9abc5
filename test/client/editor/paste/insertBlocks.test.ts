import { describe, expect, it } from 'vitest'
import { insertTable } from '../../../../client/editor/commands/tables.ts'
import { insertBlocks } from '../../../../client/editor/paste/insertBlocks.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { Peer, seed, text } from '../peer.ts'

const item: Block = { type: 'paragraph', list: 'bullet', content: [{ type: 'text', text: 'punkt' }] }
const table: Block = { type: 'table', rows: [[{ content: [] }]] }

/** What the section shows after pasting `blocks`, with `|` typed where the caret is then. */
function pasted(start: readonly Block[], place: (peer: Peer) => unknown, blocks: readonly Block[]): string {
  const peer = new Peer(7, seed(start))
  place(peer)
  const transaction = peer.state.tr
  if (insertBlocks(transaction, blocks)) peer.dispatch(transaction)
  peer.state.doc.check()
  return peer.type('|').shows
}

describe('What is pasted', () => {
  const between = (peer: Peer) => peer.caretAfter('ett')
  it.each([
    ['words flow into words', text('ett två'), between, text('X'), 'doc(paragraph("ettX| två"))'],
    [
      'paragraphs split the text and flow into its halves',
      text('ett två'),
      between,
      text('X', 'Y', 'Z'),
      'doc(paragraph("ettX"), paragraph("Y"), paragraph("Z| två"))',
    ],
    [
      'paragraphs at the end go on after it',
      text('ett'),
      between,
      text('X', 'Y'),
      'doc(paragraph("ettX"), paragraph("Y|"))',
    ],
    [
      'a list stands between the halves',
      text('ett två'),
      between,
      [item, item],
      'doc(paragraph("ett"), paragraph("punkt"), paragraph("punkt|"), paragraph(" två"))',
    ],
    [
      'a list at the start stands before it',
      text('ett'),
      (peer: Peer) => peer.caretBefore('ett'),
      [item],
      'doc(paragraph("punkt|"), paragraph("ett"))',
    ],
    [
      'an empty block is replaced',
      text('', 'efter'),
      (peer: Peer) => peer.select(1),
      [item],
      'doc(paragraph("punkt|"), paragraph("efter"))',
    ],
    [
      'what is selected is replaced',
      text('ett två tre'),
      (peer: Peer) => peer.select(5, 8),
      text('X'),
      'doc(paragraph("ett X| tre"))',
    ],
    [
      'text can be written under a last table',
      text(''),
      (peer: Peer) => peer.select(1),
      [table],
      'doc(table(tableRow(tableCell(paragraph))), paragraph("|"))',
    ],
  ] as const)('%s', (_what, start, place, blocks, shows) => {
    expect(pasted(start, place, blocks)).toBe(shows)
  })

  it('is only paragraphs in a cell, and only words in a footnote', () => {
    const inCell = (peer: Peer) => peer.select(1).run(insertTable)
    expect(pasted(text(''), inCell, [item, table, ...text('X')])).toContain(
      'tableHeader(paragraph("punkt"), paragraph, paragraph("X|"))',
    )
    const note: Block = {
      type: 'paragraph',
      content: [{ type: 'footnote', content: [{ type: 'text', text: 'not' }] }],
    }
    expect(pasted([note], peer => peer.caretAfter('not'), [item, ...text('X')])).toBe(
      'doc(paragraph(footnote("notpunkt X|")))',
    )
    const figure: Block = { type: 'paragraph', content: [{ type: 'budgetFigure', sum: 'sought' }] }
    expect(pasted([note], peer => peer.caretAfter('not'), [figure])).toBe(
      'doc(paragraph(footnote("not«sought»|")))',
    )
  })
})
