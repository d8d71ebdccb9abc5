import { joinParagraphs, removeLook } from '../../../client/editor/commands/deleting.ts'
import { enter } from '../../../client/editor/commands/enter.ts'
import { insertFootnote } from '../../../client/editor/commands/footnotes.ts'
import { setLink } from '../../../client/editor/commands/links.ts'
import { toggleLook } from '../../../client/editor/commands/marks.ts'
import { indent, outdent, setLevel, toggleList } from '../../../client/editor/commands/paragraphs.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { Commented } from './commented.ts'
import { type Peer, text } from './peer.ts'

/** A comment on «hela länet» (a), and one on «länet i tre», which overlaps it (b). */
export const start = text('Insatsen pågår i hela länet i tre år', 'Andra stycket', 'Sista stycket')

export function twice(blocks: readonly Block[] = start): Commented {
  return new Commented(blocks).comment('hela länet', 'a').comment('länet i tre', 'b').meet()
}

export type Edit = (page: Commented, anna: Peer) => unknown

export function deleteSelection(peer: Peer): void {
  peer.dispatch(peer.state.tr.deleteSelection())
}

/** Drags the block at `from` (0 for the first) in under the last one. */
export function moveBlock(peer: Peer, from: number): void {
  const { doc, tr } = peer.state
  const at = Array.from({ length: from }, (_, index) => doc.child(index).nodeSize).reduce(
    (sum, size) => sum + size,
    0,
  )
  tr.delete(at, at + doc.child(from).nodeSize)
  peer.dispatch(tr.insert(tr.doc.content.size, doc.child(from)))
}

/** Drags what is selected to before some words, as the editor does it. */
function dragTo(peer: Peer, words: string): void {
  const { state } = peer
  const slice = state.selection.content()
  const tr = state.tr.deleteSelection()
  const to = tr.mapping.map(peer.find(words))
  peer.dispatch(tr.replaceRange(to, to, slice))
}

/** [what is done, where the words of a are then, and those of b] */
export const edits: readonly [edit: string, a: string, b: string, Edit][] = [
  ['nothing', 'hela länet', 'länet i tre', () => {}],
  ['types inside one', 'helaX länet', 'länet i tre', (_, anna) => anna.caretAfter('hela').type('X')],
  ['types inside both', 'hela läXnet', 'läXnet i tre', (_, anna) => anna.caretAfter('hela lä').type('X')],
  ['types right before', 'hela länet', 'länet i tre', (_, anna) => anna.caretBefore('hela').type('X')],
  ['types right after', 'hela länet', 'länet i tre', (_, anna) => anna.caretAfter('i tre').type('X')],
  [
    'types where one ends inside another',
    'hela länet',
    'länetX i tre',
    (_, anna) => anna.caretAfter('hela länet').type('X'),
  ],
  [
    'types over a part',
    'nästan länet',
    'länet i tre',
    (page, anna) => page.select(anna, 'hela').type('nästan'),
  ],
  ['types over the whole of one', '', ' i tre', (page, anna) => page.select(anna, 'hela länet').type('Heby')],
  [
    'types at the end of the section',
    'hela länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('Sista stycket').type('X'),
  ],
  ['splits before it', 'hela länet', 'länet i tre', (_, anna) => anna.caretAfter('Insatsen').run(enter)],
  ['splits where it begins', 'hela länet', 'länet i tre', (_, anna) => anna.caretBefore('hela').run(enter)],
  ['splits inside it', 'hela/ länet', 'länet i tre', (_, anna) => anna.caretAfter('hela').run(enter)],
  ['splits inside both', 'hela lä/net', 'lä/net i tre', (_, anna) => anna.caretAfter('hela lä').run(enter)],
  ['splits where it ends', 'hela länet', 'länet i tre', (_, anna) => anna.caretAfter('i tre').run(enter)],
  [
    'splits, and writes there',
    'helaX/Y länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').type('X').run(enter) && anna.type('Y'),
  ],
  [
    'splits and joins',
    'hela länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').run(enter) && anna.run(joinParagraphs(-1)),
  ],
  [
    'joins the next to it',
    'hela länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('tre år').run(joinParagraphs(1)),
  ],
  [
    'joins it to the one before',
    'hela länet',
    'länet i tre',
    (_, anna) =>
      anna.caretBefore('Insatsen').run(enter) &&
      anna.type('X') &&
      anna.caretBefore('Insatsen').run(joinParagraphs(-1)),
  ],
  [
    'makes it a subheading',
    'hela länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').run(setLevel(1)),
  ],
  [
    'makes it an item, one step in and out',
    'hela länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').run(toggleList('bullet')) && anna.run(indent) && anna.run(outdent),
  ],
  [
    'makes an item running text',
    'hela länet',
    'länet i tre',
    (_, anna) => anna.caretBefore('Insatsen').run(toggleList('number')) && anna.run(removeLook),
  ],
  [
    'makes it bold, and half of it italic',
    'hela länet',
    'länet i tre',
    (page, anna) =>
      page.select(anna, 'i hela', 'i tre').run(toggleLook('bold')) &&
      page.select(anna, 'länet').run(toggleLook('italic')),
  ],
  [
    'makes a link of half of it',
    'hela länet',
    'länet i tre',
    (page, anna) =>
      anna.run(setLink(page.select(anna, 'länet i').state.selection, 'https://heby.se', 'länet i')),
  ],
  [
    'puts a footnote in it',
    'hela~ länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').run(insertFootnote) && anna.type('SFS'),
  ],
  ['deletes half of it', 'hela ', ' i tre', (page, anna) => deleteSelection(page.select(anna, 'länet'))],
  ['deletes all of it', '', ' i tre', (page, anna) => deleteSelection(page.select(anna, 'hela länet'))],
  [
    'deletes all of it and takes that back',
    'hela länet',
    'länet i tre',
    (page, anna) => {
      deleteSelection(page.select(anna, 'i hela', 'i tre'))
      page.meet()
      anna.undo.undo()
    },
  ],
  [
    'deletes its paragraph and takes that back',
    'hela länet',
    'länet i tre',
    (page, anna) => {
      anna.dispatch(anna.state.tr.delete(0, anna.state.doc.child(0).nodeSize))
      page.meet()
      anna.undo.undo()
    },
  ],
  [
    'deletes from the middle of it over the next paragraph',
    'hela ',
    '',
    (page, anna) => deleteSelection(page.select(anna, 'länet', 'Andra ')),
  ],
  ['moves its paragraph', 'hela länet', 'länet i tre', (_, anna) => moveBlock(anna, 0)],
  [
    'moves its paragraph and takes that back',
    'hela länet',
    'länet i tre',
    (_, anna) => {
      moveBlock(anna, 0)
      anna.undo.undo()
    },
  ],
  ['moves the paragraph after it', 'hela länet', 'länet i tre', (_, anna) => moveBlock(anna, 1)],
  [
    'drags its words to another paragraph',
    'hela länet',
    'länet i tre',
    (page, anna) => dragTo(page.select(anna, 'hela', 'i tre'), 'stycket'),
  ],
  [
    'drags half of its words',
    'hela ~länet',
    ' i tre~länet',
    (page, anna) => dragTo(page.select(anna, 'länet'), 'stycket'),
  ],
  [
    'cuts its words and pastes them elsewhere',
    'hela länet',
    'länet i tre',
    (page, anna) => {
      page.select(anna, 'hela', 'i tre')
      const cut = page.cut()
      anna.caretAfter('Sista ')
      page.paste(cut)
    },
  ],
  [
    'cuts its paragraphs and pastes them twice',
    'hela länet',
    'länet i tre',
    (page, anna) => {
      page.select(anna, 'Insatsen', 'Andra stycket')
      const cut = page.cut()
      anna.caretAfter('Sista stycket')
      page.paste(cut)
      page.meet()
      page.paste(cut)
    },
  ],
  [
    'cuts half of its words and pastes them',
    'hela ',
    ' i tre',
    (page, anna) => {
      page.select(anna, 'länet')
      const cut = page.cut()
      anna.caretAfter('Sista ')
      page.paste(cut)
    },
  ],
  [
    'copies its words and pastes them',
    'hela länet',
    'länet i tre',
    (page, anna) => {
      page.select(anna, 'hela', 'i tre')
      const copied = page.copy()
      anna.caretAfter('Sista ')
      page.paste(copied)
    },
  ],
  [
    'cuts its words, takes that back and pastes them',
    'hela länet',
    'länet i tre',
    (page, anna) => {
      page.select(anna, 'hela', 'i tre')
      const cut = page.cut()
      anna.undo.undo()
      anna.caretAfter('Sista ')
      page.paste(cut)
    },
  ],
  [
    'cuts its words, pastes them and takes both back',
    'hela länet',
    'länet i tre',
    (page, anna) => {
      page.select(anna, 'hela', 'i tre')
      const cut = page.cut()
      anna.caretAfter('Sista ')
      anna.undo.stopCapturing()
      page.paste(cut)
      anna.undo.undo()
      anna.undo.undo()
    },
  ],
]
