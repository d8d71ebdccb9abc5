import { describe, expect, it } from 'vitest'
import { leaveBlock } from '../../../client/editor/commands/enter.ts'
import { insertFigure, setAlt } from '../../../client/editor/commands/figures.ts'
import {
  deleteAtFootnote,
  insertFootnote,
  leaveFootnote,
  stepFootnote,
} from '../../../client/editor/commands/footnotes.ts'
import { linkPlace, removeLink, setLink, toHref } from '../../../client/editor/commands/links.ts'
import { insertTable, stepCell, tableCommands } from '../../../client/editor/commands/tables.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { block, done } from './done.ts'
import { Peer, seed, sync, text } from './peer.ts'

describe('A footnote', () => {
  const start = text('Enligt lagen gäller')

  it('is put after the selected words, with the caret in it', () => {
    const { peer } = done(start, made => made.caretAfter('lagen'), insertFootnote)
    peer.type('SFS')
    expect(peer.shows).toBe('doc(paragraph("Enligt lagen", footnote("SFS"), " gäller"))')
    expect(peer.run(insertFootnote)).toBe(true)
    peer.type('!')
    expect(peer.shows).toBe('doc(paragraph("Enligt lagen", footnote("SFS"), "! gäller"))')
  })

  it('is walked into and out of by single steps', () => {
    const { peer } = done(start, made => made.caretAfter('lagen'), insertFootnote)
    peer.type('ab').run(leaveFootnote)
    const at = peer.state.selection.head
    const places = [stepFootnote(-1, false), stepFootnote(1, false)].map(step => {
      peer.run(step)
      return peer.state.selection.head - at
    })
    expect(places).toEqual([-1, 0])
    expect(peer.caretAfter('lagen').run(stepFootnote(1, false))).toBe(true)
    expect(peer.caretBlock).toBe('|ab')
    expect(peer.run(stepFootnote(-1, false))).toBe(true)
    expect(peer.run(stepFootnote(1, true))).toBe(true)
    expect(peer.state.selection.to - peer.state.selection.from).toBe(4)
  })

  it('is deleted by the second press, or by the first when it is empty', () => {
    const { peer } = done(start, made => made.caretAfter('lagen'), insertFootnote)
    peer.run(deleteAtFootnote(-1))
    expect(peer.shows).toBe('doc(paragraph("Enligt lagen gäller"))')
    peer.run(insertFootnote)
    peer.type('ab').run(leaveFootnote)
    peer.run(deleteAtFootnote(-1))
    expect(peer.shows).toContain('footnote("ab")')
    peer.dispatch(peer.state.tr.deleteSelection())
    expect(peer.shows).toBe('doc(paragraph("Enligt lagen gäller"))')
  })
})

describe('A table', () => {
  const table = (peer: Peer) => readBlocks(peer.fragment).find(found => found.type === 'table')

  it('begins with three by three cells and a header row, and text can be written under it', () => {
    const { blocks, peer } = done(text(''), made => made.select(1), insertTable)
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'paragraph'])
    expect(table(peer)?.rows.map(row => row.map(cell => cell.header ?? false))).toEqual([
      [true, true, true],
      [false, false, false],
      [false, false, false],
    ])
  })

  it('gets rows and columns, and loses them', () => {
    const { peer } = done(text(''), made => made.select(1), insertTable)
    const size = () => table(peer)?.rows.map(row => row.length)
    peer.run(tableCommands.addRowAfter)
    peer.run(tableCommands.addColumnBefore)
    expect(size()).toEqual([4, 4, 4, 4])
    peer.run(tableCommands.deleteRow)
    peer.run(tableCommands.deleteColumn)
    expect(size()).toEqual([3, 3, 3])
    peer.run(tableCommands.deleteTable)
    expect(size()).toBeUndefined()
  })

  it('that two people have made ragged stays as it is until somebody changes the table, and is then whole', () => {
    const start = seed([
      {
        type: 'table',
        rows: [
          [cell('a'), cell('b')],
          [cell('c'), cell('d')],
        ],
      },
      block('efter'),
    ])
    const anna = new Peer(100, start)
    const bo = new Peer(101, start)
    anna.caretAfter('a').run(tableCommands.addColumnAfter)
    bo.caretAfter('d').run(tableCommands.addRowAfter)
    const written = () => anna.written.length + bo.written.length
    sync(anna, bo)
    const before = written()
    sync(anna, bo)
    expect(written()).toBe(before)
    expect(table(anna)?.rows.map(row => row.length)).toEqual([3, 3, 2])
    anna.caretAfter('a').run(tableCommands.addRowAfter)
    expect(table(anna)?.rows.map(row => row.length)).toEqual([3, 3, 3, 3])
  })

  it('is left under it by Ctrl+Enter, and backwards by Shift+Tab in its first cell', () => {
    const { peer } = done(text(''), made => made.select(1), insertTable)
    expect(peer.run(stepCell(-1))).toBe(false)
    peer.run(leaveBlock)
    expect(peer.shows).toMatch(/\), paragraph, paragraph\)$/)
  })

  function cell(words: string) {
    return { content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }] }
  }
})

describe('A figure', () => {
  const image = { hash: 'b'.repeat(64), width: 4, height: 3 }

  it('stands under the block, or instead of an empty one, with text after it', () => {
    const peer = new Peer(7, seed(text('ett', '', 'två')))
    const transaction = peer.state.tr
    insertFigure(transaction, 7, image)
    peer.dispatch(transaction)
    expect(readBlocks(peer.fragment).map(({ type }) => type)).toEqual(['paragraph', 'figure', 'paragraph'])
  })

  it('gets its description without line breaks, and loses it again', () => {
    const peer = new Peer(
      7,
      seed([{ type: 'figure', image: image.hash, width: 4, height: 3, alt: '', caption: [] }]),
    )
    peer.run(setAlt(0, '  En karta\növer länet '))
    expect(peer.state.doc.firstChild?.attrs.alt).toBe('En karta över länet')
    peer.run(setAlt(0, ' '))
    expect(peer.state.doc.firstChild?.attrs.alt).toBe(null)
  })
})

describe('A link', () => {
  it.each([
    ['https://heby.se/x?y=1#z', 'https://heby.se/x?y=1#z'],
    ['http://heby.se', 'https://heby.se'],
    ['HTTP://heby.se', 'https://heby.se'],
    ['www.heby.se', 'https://www.heby.se'],
    ['heby.se/sida', 'https://heby.se/sida'],
    ['heby.se:8080/sida', 'https://heby.se:8080/sida'],
    ['anna@heby.example', 'mailto:anna@heby.example'],
    ['mailto:anna@heby.example', 'mailto:anna@heby.example'],
    ['0224-360 00', 'tel:022436000'],
    ['+46 224 360 00', 'tel:+4622436000'],
  ])('to %j leads to %j', (written, href) => {
    expect(toHref(written)).toBe(href)
  })

  it.each([
    '',
    ' ',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///c:/x',
    'ftp://x.se',
    'bara ord',
    'https://a b',
    '//heby.se',
  ])('cannot be made to %j', written => {
    expect(toHref(written)).toBe(null)
  })

  it('is set on the selected words, found from inside and removed', () => {
    const peer = new Peer(7, seed(text('läs mer här')))
    peer.select(5, 8)
    const place = linkPlace(peer.state)
    if (!place) throw new Error('a link can stand there')
    peer.run(setLink(place, 'https://heby.se', ''))
    expect(peer.shows).toBe('doc(paragraph("läs ", link("mer"), " här"))')
    peer.select(6)
    expect(linkPlace(peer.state)).toEqual({ from: 5, to: 8, href: 'https://heby.se' })
    peer.run(removeLink({ from: 5, to: 8 }))
    expect(peer.shows).toBe('doc(paragraph("läs mer här"))')
  })

  it('without words is written out', () => {
    const peer = new Peer(7, seed(text('')))
    peer.select(1).run(setLink({ from: 1, to: 1 }, 'https://heby.se', 'heby.se'))
    expect(peer.shows).toBe('doc(paragraph(link("heby.se")))')
  })
})
