import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Block, TextContent } from '../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { Peer, seed } from './peer.ts'

const words = 'ord'
const thread = (nth: number) => `${nth}`.padStart(20, 'a')

/** A paragraph of words, each with a comment of its own and one that it shares with the next. */
function commented(count: number): Block[] {
  const runs = Array.from({ length: count }, (_, nth): TextContent[] => [
    { type: 'text', text: `${words}${nth}`, comments: [thread(nth), thread(nth + 1)].sort() },
    { type: 'text', text: ' ' },
  ])
  return [
    { type: 'paragraph', content: [{ type: 'text', text: 'Före' }] },
    { type: 'paragraph', content: runs.flat() },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Söker ' },
        { type: 'budgetFigure', sum: 'sought' },
        { type: 'text', text: ' i år', comments: [thread(0)] },
        { type: 'footnote', content: [{ type: 'text', text: 'Not' }] },
        { type: 'text', text: ' och mer' },
      ],
    },
    { type: 'table', rows: [[{ content: [{ type: 'paragraph', content: runs.flat().slice(0, 5) }] }]] },
  ]
}

/** What somebody sees who opens the same text now. */
function opened({ doc }: Peer): unknown {
  return new Peer(9, Y.encodeStateAsUpdate(doc)).state.doc.toJSON()
}

describe('Letters typed among comments', () => {
  it.each(['ord7', 'ord499', 'or', 'Före', 'Söker', ' i', ' och'])(
    'are all that is written, after «%s»',
    after => {
      const peer = new Peer(7, seed(commented(500)))
      peer.caretAfter(after).type('!')
      const [update, ...more] = peer.written
      expect(more).toEqual([])
      expect(update?.byteLength).toBeLessThan(40)
      expect(opened(peer)).toEqual(peer.state.doc.toJSON())
    },
  )

  it('are deleted, and nothing else is', () => {
    const before = commented(500)
    const peer = new Peer(7, seed(before))
    const at = peer.find('ord7')
    peer.dispatch(peer.state.tr.delete(at + 1, at + 3))
    expect(readBlocks(peer.fragment)).toEqual(JSON.parse(JSON.stringify(before).replace('"ord7', '"o7')))
  })

  it('keep a character of two halves whole when one of them is exchanged', () => {
    const peer = new Peer(7, seed([{ type: 'paragraph', content: [{ type: 'text', text: 'a😀b' }] }]))
    peer.dispatch(peer.state.tr.insertText('😁', 2, 4))
    expect(readBlocks(peer.fragment)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'a😁b' }] },
    ])
    expect(opened(peer)).toEqual(peer.state.doc.toJSON())
  })

  const seedNumber = 20261122
  it(`stand for whoever opens the text as for whoever wrote, seed ${seedNumber}`, () => {
    const random = randomFrom(seedNumber)
    const peer = new Peer(7, seed(commented(12)))
    for (let nth = 0; nth < 400; nth += 1) {
      const { size } = peer.state.doc.content
      const at = 1 + Math.floor(random() * (size - 2))
      const { parent } = peer.state.doc.resolve(at)
      if (!parent.inlineContent) continue
      const end = Math.min(at + Math.floor(random() * 3), peer.state.doc.resolve(at).end())
      if (random() < 0.4 && end > at) peer.dispatch(peer.state.tr.delete(at, end))
      else peer.select(at).type(random() < 0.5 ? 'o' : 'r!')
      expect(opened(peer)).toEqual(peer.state.doc.toJSON())
    }
  })
})

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(from: number): () => number {
  let state = from
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 2 ** 32
  }
}
