import { NodeSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import {
  deleteBudgetFigure,
  insertBudgetFigure,
  metBudgetFigure,
  stepBudgetFigure,
} from '../../../client/editor/commands/budgetFigures.ts'
import { enter } from '../../../client/editor/commands/enter.ts'
import { setLink } from '../../../client/editor/commands/links.ts'
import { toggleLook } from '../../../client/editor/commands/marks.ts'
import type { Block, Inline } from '../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { done } from './done.ts'
import { Peer, peers, seed, sync, text } from './peer.ts'

const words = (text: string): Inline => ({ type: 'text', text })
const sought: Inline = { type: 'budgetFigure', sum: 'sought' }
const paragraph = (...content: readonly Inline[]): Block => ({ type: 'paragraph', content })
const withFigure = paragraph(words('Vi söker '), sought, words(' i år.'))

/** The caret before the sum of `withFigure`, and the figure itself. */
const atFigure = (peer: Peer) => peer.caretAfter('söker ')

describe('A sum of the budget', () => {
  it('is put where the caret is, or in place of what is selected', () => {
    const start = text('Vi söker 10 000 kr i år.')
    const { blocks, caret } = done(
      start,
      peer => peer.caretAfter('söker ').select(10, 19),
      insertBudgetFigure('sought'),
    )
    expect(blocks).toEqual([withFigure])
    expect(caret).toBe('Vi söker *| i år.')
    const atEnd = done(text('Vi söker '), atFigure, insertBudgetFigure('2026'))
    atEnd.peer.type('.')
    expect(readBlocks(atEnd.peer.fragment)).toEqual([
      paragraph(words('Vi söker '), { type: 'budgetFigure', sum: '2026' }, words('.')),
    ])
  })

  it('is put into no footnote and no caption', () => {
    const note: Block = paragraph({ type: 'footnote', content: [{ type: 'text', text: 'not' }] })
    const image = 'a'.repeat(64)
    const caption: Block = {
      ...{ type: 'figure', image, width: 1, height: 1, alt: 'x' },
      caption: [{ type: 'text', text: 'Figur' }],
    }
    expect(done([note], peer => peer.caretAfter('not'), insertBudgetFigure('sought')).blocks).toEqual([note])
    const inCaption = done([caption], peer => peer.caretAfter('Fig'), insertBudgetFigure('sought'))
    expect(inCaption.blocks).toEqual([caption])
  })

  it('opens without writing anything, and is left alone by what is typed beside it', () => {
    const peer = new Peer(7, seed([withFigure]))
    atFigure(peer)
    expect(peer.written).toEqual([])
    peer.type('just ')
    peer.caretAfter(' i år').type(' igen')
    expect(readBlocks(peer.fragment)).toEqual([
      paragraph(words('Vi söker just '), sought, words(' i år igen.')),
    ])
  })

  it('is stepped over as a letter is, and told of', () => {
    const peer = new Peer(7, seed([withFigure]))
    atFigure(peer)
    const start = peer.state
    expect(peer.run(stepBudgetFigure(-1, false))).toBe(false)
    expect(peer.run(stepBudgetFigure(1, false))).toBe(true)
    expect(peer.state.selection.head - start.selection.head).toBe(1)
    expect(metBudgetFigure(start, peer.state)).toBe('sought')
    expect(peer.run(stepBudgetFigure(1, false))).toBe(false)
    expect(peer.run(stepBudgetFigure(-1, true))).toBe(true)
    expect(peer.state.selection.to - peer.state.selection.from).toBe(1)
  })

  it('is deleted as a letter is, from either side and when it is selected', () => {
    for (const direction of [-1, 1] as const) {
      const place = (peer: Peer) =>
        direction === 1 ? atFigure(peer) : atFigure(peer).run(stepBudgetFigure(1, false))
      const { blocks, caret } = done([withFigure], place, deleteBudgetFigure(direction))
      expect(blocks).toEqual(text('Vi söker  i år.'))
      expect(caret).toBe('Vi söker | i år.')
    }
    const peer = atFigure(new Peer(7, seed([withFigure])))
    const { tr, doc, selection } = peer.state
    peer.dispatch(tr.setSelection(NodeSelection.create(doc, selection.head)))
    peer.dispatch(peer.state.tr.deleteSelection())
    expect(readBlocks(peer.fragment)).toEqual(text('Vi söker  i år.'))
  })

  it('comes back with undo', () => {
    const peer = atFigure(new Peer(7, seed([withFigure])))
    peer.undo.stopCapturing()
    peer.run(deleteBudgetFigure(1))
    peer.undo.undo()
    expect(readBlocks(peer.fragment)).toEqual([withFigure])
    expect(peer.caretBlock).toBe('Vi söker |* i år.')
  })

  it('goes along when its paragraph is split', () => {
    const { blocks } = done([withFigure], peer => peer.caretAfter('Vi'), enter)
    expect(blocks).toEqual([paragraph(words('Vi')), paragraph(words(' söker '), sought, words(' i år.'))])
  })

  it('has no look of its own: what the others see is what its writer sees', () => {
    const whole = (peer: Peer) => peer.select(1, peer.state.doc.content.size - 1)
    const bold = done([withFigure], whole, toggleLook('bold'))
    const link = setLink({ from: 1, to: bold.peer.state.doc.content.size - 1 }, 'https://a.se', '')
    for (const { peer } of [bold, done([withFigure], whole, link)]) {
      const marked = peer.state.doc.firstChild?.children.filter(child => child.marks.length > 0)
      expect(marked?.map(child => child.textContent)).toEqual(['Vi söker ', ' i år.'])
    }
  })

  it('is the same for everybody, whoever writes beside it meanwhile', () => {
    const [anna, bo] = peers([withFigure], 2) as [Peer, Peer]
    atFigure(anna).type('bara ')
    bo.caretAfter(' i år').type('et')
    sync(anna, bo)
    expect(anna.shows).toBe(bo.shows)
    expect(readBlocks(bo.fragment)).toEqual([paragraph(words('Vi söker bara '), sought, words(' i året.'))])
    anna.run(deleteBudgetFigure(1))
    sync(anna, bo)
    expect(readBlocks(bo.fragment)).toEqual(text('Vi söker bara  i året.'))
  })
})
