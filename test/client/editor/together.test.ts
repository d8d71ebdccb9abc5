import type { Command } from '@tiptap/pm/state'
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { joinParagraphs, meetBlock, removeLook } from '../../../client/editor/commands/deleting.ts'
import { enter } from '../../../client/editor/commands/enter.ts'
import { deleteAtFootnote, insertFootnote } from '../../../client/editor/commands/footnotes.ts'
import { toggleLook } from '../../../client/editor/commands/marks.ts'
import { indent, outdent, setLevel, toggleList } from '../../../client/editor/commands/paragraphs.ts'
import { insertTable, stepCell, tableCommands } from '../../../client/editor/commands/tables.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { type Random, seeded } from '../../shared/form/seeded.ts'
import { Peer, peers, schema, sync, text } from './peer.ts'

const commands: readonly [Command, ...Command[]] = [
  enter,
  enter,
  setLevel(1),
  setLevel(null),
  toggleList('bullet'),
  toggleList('number'),
  indent,
  outdent,
  toggleLook('bold'),
  insertFootnote,
  insertFootnote,
  joinParagraphs(-1),
  joinParagraphs(1),
  removeLook,
  meetBlock(-1),
  deleteAtFootnote(-1),
  insertTable,
  tableCommands.addRowAfter,
  tableCommands.addColumnAfter,
  tableCommands.deleteRow,
  tableCommands.deleteColumn,
  tableCommands.toggleHeaderRow,
  stepCell(1),
  (state, dispatch) => {
    dispatch?.(state.tr.deleteSelection())
    return true
  },
]

/** Everything that anybody typed is made of these, so that what is doubled or lost can be seen. */
const letters = ['a', 'b', 'å', '😀', ' '] as const

function doSomething(peer: Peer, random: Random): void {
  const { doc } = peer.state
  const somewhere = () => {
    const $at = doc.resolve(random.between(0, doc.content.size))
    // A caret never stands between the halves of a character.
    return /^[\udc00-\udfff]/.test($at.nodeAfter?.text ?? '') ? doc.resolve($at.pos + 1) : $at
  }
  const kind = random.between(0, 19)
  if (kind < 8) peer.type(random.pick(letters))
  else if (kind < 11) {
    const $anchor = somewhere()
    peer.dispatch(peer.state.tr.setSelection(TextSelection.between($anchor, $anchor)))
  } else if (kind === 11) {
    peer.dispatch(peer.state.tr.setSelection(TextSelection.between(somewhere(), somewhere())))
  } else if (kind === 12) peer.undo.undo()
  else if (kind === 13) peer.undo.redo()
  else if (kind === 14 && random.between(0, 9) === 0) {
    peer.dispatch(peer.state.tr.setSelection(new AllSelection(doc)).deleteSelection())
  } else if (kind === 15) {
    const $at = somewhere()
    if ($at.nodeAfter && NodeSelection.isSelectable($at.nodeAfter)) {
      peer.dispatch(peer.state.tr.setSelection(NodeSelection.create(doc, $at.pos)))
    }
  } else peer.run(random.pick(commands))
}

describe('People who edit the same section at once', () => {
  it.each(Array.from({ length: 10 }, (_, index) => index + 1))('end with the same text, seed %i', seed => {
    const random = seeded(seed)
    const all = peers(text('Ett första stycke', 'Ett andra', '', 'Ett sista'), 3)
    const someone = () => all[random.between(0, 2)] as Peer
    for (let round = 0; round < 60; round += 1) {
      for (let act = random.between(1, 6); act > 0; act -= 1) {
        const peer = someone()
        doSomething(peer, random)
        peer.state.doc.check()
        agree(peer)
      }
      if (random.between(0, 2) === 0) sync(...all.slice(random.between(0, 1)))
    }
    sync(...all)
    sync(...all)
    for (const peer of all) agree(peer)
    const [first, ...others] = all.map(peer => readBlocks(peer.fragment))
    for (const other of others) expect(other).toEqual(first)
  })
})

/** What the editor shows is what the shared text says, also for one who opens it now. */
function agree(peer: Peer): void {
  const newcomer = new Peer(999, encode(peer))
  expect(newcomer.state.doc.toJSON()).toEqual(schema.nodeFromJSON(peer.state.doc.toJSON()).toJSON())
}

function encode(peer: Peer): Uint8Array {
  return Y.encodeStateAsUpdate(peer.doc)
}
