import { expect, it } from 'vitest'
import { onlyWords, plainText } from '../../../../client/editor/paste/copying.ts'
import type { Block } from '../../../../shared/document/blockContent.ts'
import { Peer, seed } from '../peer.ts'

it('a sum of the budget is copied as the words that it says now', () => {
  const block: Block = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Vi söker ' },
      { type: 'budgetFigure', sum: 'sought' },
      { type: 'text', text: ' i år.' },
    ],
  }
  const peer = new Peer(7, seed([block])).select(4, 14)
  const { content } = onlyWords(peer.state.selection.content())
  expect(plainText(content)).toBe('söker «sought» i ')
  expect(plainText(peer.state.doc.content)).toBe('Vi söker «sought» i år.')
})
