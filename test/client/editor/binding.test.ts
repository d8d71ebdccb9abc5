import { describe, expect, it } from 'vitest'
import { enter } from '../../../client/editor/commands/enter.ts'
import { insertFootnote } from '../../../client/editor/commands/footnotes.ts'
import { toggleLook } from '../../../client/editor/commands/marks.ts'
import { indent, setLevel, toggleList } from '../../../client/editor/commands/paragraphs.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { Peer, peers, seed, sync, text } from './peer.ts'

const image = 'a'.repeat(64)
const mixed: Block[] = [
  { type: 'paragraph', level: 1, content: [{ type: 'text', text: 'Rubrik' }] },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Före' },
      { type: 'footnote', content: [{ type: 'text', text: 'Noten' }] },
      { type: 'text', text: 'efter', bold: true },
      { type: 'footnote', content: [] },
    ],
  },
  {
    type: 'table',
    rows: [
      [
        { header: true, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A1' }] }] },
        { header: true, content: [{ type: 'paragraph', content: [] }] },
      ],
      [
        { content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A2' }] }] },
        { content: [{ type: 'paragraph', list: 'bullet', content: [{ type: 'text', text: 'B2' }] }] },
      ],
    ],
  },
  { type: 'figure', image, width: 10, height: 20, alt: 'Bild', caption: [{ type: 'text', text: 'Figur 1' }] },
  {
    type: 'paragraph',
    list: 'number',
    indent: 1,
    content: [{ type: 'text', text: 'sist', link: 'https://a.se' }],
  },
]

describe('Opening a section', () => {
  it('shows what it says and writes nothing', () => {
    const peer = new Peer(7, seed(mixed))
    peer.select(3)
    expect(peer.written).toEqual([])
    expect(peer.shows).toBe(
      'doc(paragraph("Rubrik"), paragraph("Före", footnote("Noten"), bold("efter"), footnote), ' +
        'table(tableRow(tableHeader(paragraph("A1")), tableHeader(paragraph)), ' +
        'tableRow(tableCell(paragraph("A2")), tableCell(paragraph("B2")))), ' +
        'figure("Figur 1"), paragraph(link("sist")))',
    )
  })

  it('changes only what is typed', () => {
    const peer = new Peer(7, seed(mixed))
    peer.caretAfter('Noten').type('!')
    expect(peer.written).toHaveLength(1)
    expect(peer.written[0]?.byteLength).toBeLessThan(30)
    expect(readBlocks(peer.fragment)).toEqual(JSON.parse(JSON.stringify(mixed).replace('Noten', 'Noten!')))
  })
})

describe('A position', () => {
  it('comes back from the shared text as it was, everywhere in the section', () => {
    const peer = new Peer(7, seed(mixed))
    const { size } = peer.state.doc.content
    for (let position = 0; position <= size; position += 1) {
      expect(peer.binding.absolute(peer.binding.relative(position))).toBe(position)
    }
  })
})

describe('My caret', () => {
  it.each([
    ['running text', {}],
    ['a subheading', { level: 1 }],
    ['a list item', { list: 'bullet' }],
  ] as const)('stays between the same letters when a colleague types before it in %s', (_what, look) => {
    const [anna, bo] = twoPeers([
      { type: 'paragraph', ...look, content: [{ type: 'text', text: 'Målgruppen är stor' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Målgruppen är stor' }] },
    ])
    anna.caretAfter('Målgruppen är')
    bo.caretBefore('Målgruppen').type('Hela ')
    sync(anna, bo)
    expect(anna.caretBlock).toBe('Hela Målgruppen är| stor')
  })

  it('stays in its empty block when a colleague writes in it', () => {
    const [anna, bo] = twoPeers(text('Först', '', '', 'Sist'))
    anna.select(8)
    bo.select(8).type('hej')
    sync(anna, bo)
    expect(anna.caretBlock).toMatch(/hej/)
  })

  it('keeps the look chosen for what is typed next when a colleague writes', () => {
    const [anna, bo] = twoPeers(text('Ett', 'Två'))
    anna.caretAfter('Ett').run(toggleLook('bold'))
    bo.caretAfter('Två').type('!')
    sync(anna, bo)
    anna.type(' fet')
    expect(anna.shows).toBe('doc(paragraph("Ett", bold(" fet")), paragraph("Två!"))')
  })
})

describe('While one types in a block', () => {
  it.each([
    ['makes it a subheading', setLevel(1)],
    ['makes it a list item', toggleList('bullet')],
    ['moves it in', indent],
  ])('another %s, and nothing typed is lost', (_what, command) => {
    const [anna, bo] = twoPeers(text('Insatsen', 'Nästa'))
    for (const letter of ' pågår')
      anna.caretAfter(anna.shows.match(/"(Insatsen.*?)"/)?.[1] ?? '').type(letter)
    bo.caretAfter('Ins')
    expect(bo.run(command)).toBe(true)
    sync(anna, bo)
    anna.type(' nu')
    sync(anna, bo)
    expect(anna.shows).toContain('"Insatsen pågår nu"')
    expect(bo.state.doc.toJSON()).toEqual(anna.state.doc.toJSON())
  })

  it('another splits it at the end and at the start, and nothing typed moves to another block', () => {
    const [anna, bo] = twoPeers(text('Insatsen'))
    anna.caretAfter('Insatsen').type(' pågår')
    bo.caretBefore('Insatsen').run(enter)
    bo.caretAfter('Insatsen').run(enter)
    sync(anna, bo)
    expect(anna.shows).toBe('doc(paragraph, paragraph("Insatsen pågår"), paragraph)')
    expect(anna.caretBlock).toBe('Insatsen pågår|')
  })

  it('another adds a footnote in it, and nothing typed is lost', () => {
    const [anna, bo] = twoPeers(text('Enligt lagen gäller detta'))
    anna.caretAfter('Enligt').type(' den')
    bo.caretAfter('lagen').run(insertFootnote)
    bo.type('SFS 2003:1210')
    sync(anna, bo)
    expect(anna.shows).toBe('doc(paragraph("Enligt den lagen", footnote("SFS 2003:1210"), " gäller detta"))')
    expect(bo.shows).toBe(anna.shows)
  })
})

describe('Two who begin in the same empty block', () => {
  it('write in the same text when the server seeded it', () => {
    const [anna, bo] = twoPeers(text(''))
    anna.select(1).type('A')
    bo.select(1).type('B')
    sync(anna, bo)
    anna.type('a')
    bo.type('b')
    sync(anna, bo)
    expect(anna.shows).toBe(bo.shows)
    expect(anna.state.doc.textContent).toHaveLength(4)
  })

  it('write in the same text when one of them made it', () => {
    const [anna, bo] = twoPeers(text('Först'))
    anna.caretAfter('Först').run(enter)
    sync(anna, bo)
    anna.type('A')
    bo.select(8).type('B')
    sync(anna, bo)
    anna.type('a')
    bo.type('b')
    sync(anna, bo)
    expect(anna.shows).toBe(bo.shows)
    expect(anna.state.doc.textContent).toHaveLength('FörstAaBb'.length)
  })
})

function twoPeers(blocks: readonly Block[]): [Peer, Peer] {
  const [anna, bo] = peers(blocks, 2)
  if (!anna || !bo) throw new Error('two are needed')
  return [anna, bo]
}
