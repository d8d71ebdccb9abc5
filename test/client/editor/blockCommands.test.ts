import { describe, expect, it } from 'vitest'
import { joinParagraphs, meetBlock, removeLook } from '../../../client/editor/commands/deleting.ts'
import { enter } from '../../../client/editor/commands/enter.ts'
import { indent, inList, outdent, setLevel, toggleList } from '../../../client/editor/commands/paragraphs.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { block, done } from './done.ts'
import { type Peer, peers, sync, text } from './peer.ts'

const item = (words: string, step?: number) =>
  block(words, { list: 'bullet', ...(step ? { indent: step } : {}) })

describe('Enter', () => {
  it('splits a block in two of the same kind', () => {
    const { blocks, caret } = done([item('ett två')], peer => peer.caretAfter('ett'), enter)
    expect(blocks).toEqual([item('ett'), item(' två')])
    expect(caret).toBe('| två')
  })

  it('gives running text after a subheading, and before it when it stands at its beginning', () => {
    const heading = block('Rubrik', { level: 1 })
    expect(done([heading], peer => peer.caretAfter('Rubrik'), enter).blocks).toEqual([heading, block('')])
    expect(done([heading], peer => peer.caretBefore('Rubrik'), enter).blocks).toEqual([block(''), heading])
  })

  it('moves an empty item one step out, and then ends the list', () => {
    const start = [item('ett'), item('', 1)]
    const place = (peer: Peer) => peer.select(peer.state.doc.content.size - 1)
    expect(done(start, place, enter).blocks).toEqual([item('ett'), item('')])
    expect(done(start, place, enter, enter).blocks).toEqual([item('ett'), block('')])
  })

  it('replaces what is selected', () => {
    const { blocks } = done(text('ett två tre'), peer => peer.select(4, 9), enter)
    expect(blocks).toEqual(text('ett', 'tre'))
  })

  it('goes from a footnote back to the text, and from a caption to a new block', () => {
    const note: Block = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'a' },
        { type: 'footnote', content: [{ type: 'text', text: 'not' }] },
      ],
    }
    const out = done([note], peer => peer.caretAfter('no'), enter)
    expect(out.blocks).toEqual([note])
    expect(out.peer.state.selection.$head.parent.type.name).toBe('paragraph')
    const figure = { type: 'figure', image: 'a'.repeat(64), width: 1, height: 1, alt: 'x' } as const
    const caption: Block = { ...figure, caption: [{ type: 'text', text: 'Figur' }] }
    expect(done([caption], peer => peer.caretAfter('Fig'), enter).blocks).toEqual([caption, block('')])
  })
})

describe('Backspace at the start of a block', () => {
  it('first removes what the block looks like, then its indent, and only then joins', () => {
    const start = [block('ett'), item('två', 1)]
    const place = (peer: Peer) => peer.caretBefore('två')
    expect(done(start, place, removeLook).blocks).toEqual([block('ett'), block('två', { indent: 1 })])
    expect(done(start, place, removeLook, removeLook).blocks).toEqual(text('ett', 'två'))
    expect(done(text('ett', 'två'), place, removeLook).blocks).toEqual(text('ett', 'två'))
    const joined = done(text('ett', 'två'), place, joinParagraphs(-1))
    expect(joined.blocks).toEqual(text('etttvå'))
    expect(joined.caret).toBe('ett|två')
  })

  it('deletes an empty block above and leaves the text as it is, so that nobody writing in it loses a word', () => {
    const [anna, bo] = peers(text('Först', '', 'Sist'), 2)
    if (!anna || !bo) throw new Error('two are needed')
    anna.caretBefore('Sist').run(joinParagraphs(-1))
    bo.caretAfter('Sist').type(' och bäst')
    sync(anna, bo)
    expect(readBlocks(anna.fragment)).toEqual(text('Först', 'Sist och bäst'))
  })

  it('never deletes a table, a figure or a cell', () => {
    const table: Block = {
      type: 'table',
      rows: [[{ content: [{ type: 'paragraph', content: [{ type: 'text', text: 'cell' }] }] }]],
    }
    const start = [table, block('efter')]
    expect(done(start, peer => peer.caretBefore('efter'), joinParagraphs(-1), meetBlock(-1)).blocks).toEqual(
      start,
    )
    expect(done(start, peer => peer.caretBefore('cell'), joinParagraphs(-1), meetBlock(-1)).blocks).toEqual(
      start,
    )
    expect(done(start, peer => peer.caretAfter('cell'), joinParagraphs(1), meetBlock(1)).blocks).toEqual(
      start,
    )
  })
})

describe('Subheadings, lists and indent', () => {
  it('are changed for all that is selected, and taken back by the same command', () => {
    const all = (peer: Peer) => peer.select(1, peer.state.doc.content.size - 1)
    const items = [item('ett'), item('två')]
    expect(done(text('ett', 'två'), all, toggleList('bullet')).blocks).toEqual(items)
    expect(done(items, all, toggleList('bullet')).blocks).toEqual(text('ett', 'två'))
    expect(done([block('ett'), item('två')], all, toggleList('bullet')).blocks).toEqual(items)
    expect(done([item('ett')], all, setLevel(1)).blocks).toEqual([block('ett', { level: 1 })])
    expect(done([item('ett')], all, setLevel(1), setLevel(1)).blocks).toEqual(text('ett'))
  })

  it('let an item go one step under the item before it and no deeper', () => {
    const place = (peer: Peer) => peer.caretAfter('två')
    expect(done([item('ett'), item('två')], place, indent).blocks).toEqual([item('ett'), item('två', 1)])
    expect(done([item('ett'), item('två', 1)], place, indent).blocks).toEqual([item('ett'), item('två', 1)])
    expect(done([block('ett'), item('två')], place, indent).blocks).toEqual([block('ett'), item('två')])
    expect(done([item('ett'), item('två', 1)], place, outdent).blocks).toEqual([item('ett'), item('två')])
  })

  it('take Tab only in lists', () => {
    const inText = done(text('ett'), peer => peer.caretAfter('ett')).peer
    expect(inText.run(inList(() => true))).toBe(false)
    const inItem = done([item('ett')], peer => peer.caretAfter('ett')).peer
    expect(inItem.run(inList(() => true))).toBe(true)
  })
})
