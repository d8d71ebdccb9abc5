import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { enter } from '../../../client/editor/commands/enter.ts'
import { insertTable } from '../../../client/editor/commands/tables.ts'
import { undonePlace } from '../../../client/editor/undo.ts'
import { fieldEdit } from '../../../client/sync/LiveDocument.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { Peer, peers, seed, sync, text } from './peer.ts'

describe('Undo', () => {
  it('[UNDO2] takes back what was typed without a pause in one block, and no more', () => {
    const anna = person(text('Ett', 'Två'))
    anna.caretAfter('Ett').type('a').type('b')
    anna.caretAfter('Två').type('c').type('d')
    expect(steps(anna)).toEqual(['Ettab|Två', 'Ett|Två'])
  })

  it('[UNDO3] takes back a new block by itself', () => {
    const anna = person(text('Ett'))
    anna.caretAfter('Ett').type('a').run(enter)
    anna.type('b')
    expect(steps(anna)).toEqual(['Etta|', 'Etta', 'Ett'])
  })

  it('[UNDO2] never takes back a field together with text', () => {
    const anna = person(text('Ett'))
    anna.caretAfter('Ett').type('a')
    setValue(anna, 'value', 'Insatsen')
    anna.type('b')
    anna.undo.undo()
    expect(anna.shows).toBe('doc(paragraph("Etta"))')
    expect(anna.doc.getMap('fields').get('value')).toBe('Insatsen')
    anna.undo.undo()
    expect(anna.doc.getMap('fields').get('value')).toBeUndefined()
    expect(anna.shows).toBe('doc(paragraph("Etta"))')
  })

  it('[UNDO3] takes back two values one by one, however fast they were set', () => {
    const anna = person(text(''))
    setValue(anna, 'value', 'ett')
    setValue(anna, 'value', 'två')
    anna.undo.undo()
    expect(anna.doc.getMap('fields').get('value')).toBe('ett')
  })

  it('puts the caret where it was before the change, and redo where it was after', () => {
    const anna = person(text('Ett två'))
    anna.caretAfter('Ett').type(' och')
    anna.caretBefore('Ett')
    anna.undo.undo()
    expect(anna.caretBlock).toBe('Ett| två')
    anna.undo.redo()
    expect(anna.shows).toBe('doc(paragraph("Ett och två"))')
  })

  it('[UNDO1] leaves what a colleague has done', () => {
    const [anna, bo] = twoPeople(text('Ett'))
    anna.caretAfter('Ett').type(' anna')
    sync(anna, bo)
    bo.caretAfter('anna').type(' bo')
    sync(anna, bo)
    anna.undo.undo()
    expect(anna.shows).toBe('doc(paragraph("Ett bo"))')
  })

  it('[UNDO1] keeps my paragraph, and my table, when a colleague has written in it', () => {
    const [anna, bo] = twoPeople(text('Ett'))
    anna.caretAfter('Ett').run(enter)
    anna.run(insertTable)
    sync(anna, bo)
    bo.select(bo.state.doc.content.size - 1).type('i stycket')
    bo.select(firstCell(bo)).type('i cellen')
    sync(anna, bo)
    while (anna.undo.canUndo()) anna.undo.undo()
    expect(anna.shows).toContain('i cellen')
    expect(anna.shows).toContain('i stycket')
  })

  it('[UNDO1] keeps my new item, with what it needs to be shown, when a colleague has written in it', () => {
    const [anna, bo] = twoPeople(text(''))
    const item = new Y.Map<unknown>([
      ['order', 'a0'],
      ['level', 'effect'],
      ['text', new Y.Text()],
    ])
    anna.doc.transact(() => anna.doc.getMap('fields').set('k3f9', item), fieldEdit)
    sync(anna, bo)
    const hers = (bo.doc.getMap('fields').get('k3f9') as Y.Map<unknown>).get('text') as Y.Text
    bo.doc.transact(() => hers.insert(0, 'Ett mål'), fieldEdit)
    sync(anna, bo)
    anna.undo.undo()
    expect(anna.doc.getMap('fields').toJSON().k3f9).toEqual({ order: 'a0', level: 'effect', text: 'Ett mål' })
  })

  it('takes back a removal of an item that has text', () => {
    const anna = person(text(''))
    const item = new Y.Map<unknown>([['text', new Y.Text('Ett mål')]])
    anna.doc.getMap('fields').set('k3f9', item)
    anna.doc.transact(() => item.set('removed', true), fieldEdit)
    anna.undo.undo()
    expect(item.get('removed')).toBeUndefined()
  })
})

describe('What undo puts back', () => {
  // Yjs by itself sets the letters in another order for everybody else (yjs/yjs#699).
  it('stands in the same order for everybody', () => {
    const anna = person(text('', 'Nästa'))
    anna.select(1).type('Målgruppen')
    anna.select(anna.find('gruppen'), anna.find('gruppen') + 7)
    anna.undo.stopCapturing()
    anna.dispatch(anna.state.tr.deleteSelection())
    anna.undo.undo()
    anna.caretAfter('Målgr').type(' X ')
    const whole = anna.shows
    anna.undo.stopCapturing()
    anna.dispatch(anna.state.tr.delete(0, anna.state.doc.firstChild?.nodeSize ?? 0))
    anna.undo.undo()
    expect(anna.shows).toBe(whole)
    expect(new Peer(999, Y.encodeStateAsUpdate(anna.doc)).shows).toBe(anna.shows)
    anna.undo.undo()
    anna.undo.redo()
    expect(anna.shows).toBe(whole)
    expect(new Peer(999, Y.encodeStateAsUpdate(anna.doc)).shows).toBe(anna.shows)
  })
})

describe('The place of what was taken back', () => {
  it.each([
    ['a section', (anna: Peer) => anna.caretAfter('Ett').type('a'), { section: 'text', field: null }],
    ['a value', (anna: Peer) => setValue(anna, 'value', 'x'), { section: 'fields', field: 'value' }],
    ['a prose', (anna: Peer) => write(anna, ['note'], 'x'), { section: 'fields', field: 'note' }],
    [
      "an item's prose",
      (anna: Peer) => write(anna, ['k3f9', 'text'], 'x'),
      { section: 'fields', field: 'k3f9/text' },
    ],
  ])('is told for %s', (_what, change, place) => {
    const anna = person(text('Ett'))
    anna.doc.getMap('fields').set('k3f9', new Y.Map([['text', new Y.Text()]]))
    const told: unknown[] = []
    anna.undo.on('stack-item-popped', ({ changedParentTypes }) => {
      told.push(undonePlace(anna.doc, changedParentTypes))
    })
    change(anna)
    anna.undo.undo()
    expect(told).toEqual([place])
  })
})

function person(blocks: readonly Block[]): Peer {
  return new Peer(100, seed(blocks))
}

function twoPeople(blocks: readonly Block[]): [Peer, Peer] {
  const [anna, bo] = peers(blocks, 2)
  if (!anna || !bo) throw new Error('two are needed')
  return [anna, bo]
}

function firstCell(peer: Peer): number {
  let found = 0
  peer.state.doc.descendants((node, position) => {
    if (found === 0 && node.type.name === 'tableHeader') found = position + 2
  })
  return found
}

/** What the section says after each undo, until there is nothing left. */
function steps(peer: Peer): string[] {
  const said: string[] = []
  while (peer.undo.canUndo()) {
    peer.undo.undo()
    said.push(
      readBlocks(peer.fragment)
        .map(block =>
          block.type === 'paragraph'
            ? block.content.map(run => 'text' in run && run.text).join('')
            : block.type,
        )
        .join('|'),
    )
  }
  return said
}

function setValue(peer: Peer, key: string, value: string): void {
  peer.doc.transact(() => peer.doc.getMap('fields').set(key, value), fieldEdit)
}

function write(peer: Peer, path: readonly string[], words: string): void {
  let found: unknown = peer.doc.getMap('fields')
  for (const key of path) found = (found as Y.Map<unknown>).get(key)
  peer.doc.transact(() => (found as Y.Text).insert(0, words), fieldEdit)
}
