import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { joinParagraphs } from '../../../client/editor/commands/deleting.ts'
import { enter } from '../../../client/editor/commands/enter.ts'
import { toggleLook } from '../../../client/editor/commands/marks.ts'
import { setLevel, toggleList } from '../../../client/editor/commands/paragraphs.ts'
import { type Random, seeded } from '../../shared/form/seeded.ts'
import { Commented } from './commented.ts'
import { deleteSelection, type Edit, edits, moveBlock, start, twice } from './commentedEdits.ts'
import { type Peer, text } from './peer.ts'

/** [what both do at once, where the words of a are then, and those of b, what Anna does, what Bo does] */
const pairs: readonly [edit: string, a: string, b: string, Edit, (bo: Peer, page: Commented) => unknown][] = [
  [
    'delete one half each',
    '',
    ' tre',
    (page, anna) => deleteSelection(page.select(anna, 'i hela')),
    (bo, page) => deleteSelection(page.select(bo, 'länet i')),
  ],
  [
    'split it and write in it',
    'helaX/ länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').run(enter),
    bo => bo.caretAfter('lä').type('X'),
  ],
  [
    'split it in two places',
    ' länet~hela länet',
    'länet i tre~länet i tre',
    (_, anna) => anna.caretAfter('hela').run(enter),
    bo => bo.caretBefore('pågår').run(enter),
  ],
  [
    'write in it',
    'heXla läYnet',
    'läYnet i tre',
    (_, anna) => anna.caretAfter('he').type('X'),
    bo => bo.caretAfter('lä').type('Y'),
  ],
  [
    'delete it and write in it',
    '',
    ' i tre',
    (page, anna) => deleteSelection(page.select(anna, 'hela länet')),
    bo => bo.caretAfter('he').type('X'),
  ],
  [
    'join and split it',
    'hela~ länet',
    'länet i tre',
    (_, anna) => anna.caretBefore('Andra').run(joinParagraphs(-1)),
    bo => bo.caretAfter('hela').run(enter),
  ],
  [
    'make it bold and italic',
    'hela länet',
    'länet i tre',
    (page, anna) => page.select(anna, 'i hela', 'i tre').run(toggleLook('bold')),
    (bo, page) => page.select(bo, 'pågår', 'länet').run(toggleLook('italic')),
  ],
  [
    'delete half and make the rest italic',
    ' länet',
    'länet i tre',
    (page, anna) => deleteSelection(page.select(anna, 'i hela')),
    (bo, page) => page.select(bo, 'pågår', 'länet').run(toggleLook('italic')),
  ],
  [
    'make it a subheading and split it',
    'hela/ länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').run(setLevel(1)),
    bo => bo.caretAfter('hela').run(enter),
  ],
  [
    'make it an item and write in it',
    'heXla länet',
    'länet i tre',
    (_, anna) => anna.caretAfter('hela').run(toggleList('bullet')),
    bo => bo.caretAfter('he').type('X'),
  ],
  [
    'delete its paragraph and write in it',
    '',
    '',
    (_, anna) => anna.dispatch(anna.state.tr.delete(0, anna.state.doc.child(0).nodeSize)),
    bo => bo.caretAfter('he').type('X'),
  ],
  [
    'move its paragraph and move another',
    'hela länet',
    'länet i tre',
    (_, anna) => moveBlock(anna, 0),
    bo => moveBlock(bo, 1),
  ],
  [
    'delete it and take that back, and write in it',
    'hela Xlänet',
    'länet i tre',
    (page, anna) => {
      deleteSelection(page.select(anna, 'i hela', 'i tre'))
      anna.undo.undo()
    },
    bo => bo.caretAfter('he').type('X'),
  ],
]

describe('A comment, when two at once', () => {
  it.each(pairs)('%s: is on «%s», and the other on «%s»', (_edit, a, b, annas, bos) => {
    const page = twice()
    annas(page, page.anna)
    bos(page.bo, page)
    page.settle()
    expect([page.marked('a'), page.marked('b')]).toEqual([a, b])
  })
})

/** What is left of the words where her edit has put something else among them. */
const parts: Readonly<Record<string, string>> = {
  'types right before': 'Xhela länet',
  'splits inside both': 'hela lä',
  'splits, and writes there': 'helaX',
  'puts a footnote in it': 'hela',
  'drags half of its words': 'hela ',
}

describe('A comment that is made while somebody', () => {
  // She cannot know of it yet: what she writes anew carries no mark, and the server finds the words again.
  it.each(edits.filter(([, , , edit]) => !/page\.(cut|copy|meet)/.test(`${edit}`)))(
    '%s stands on the words when it is quiet',
    (edit, a, _b, act) => {
      const page = new Commented(start)
      act(page, page.anna)
      page.comment('hela länet', 'a').settle()
      expect(page.marked('a')).toBe(parts[edit] ?? a)
    },
  )
})

/** Words of which no two are the same. */
class Vocabulary {
  #next = 0

  line(count: number): string {
    return Array.from({ length: count }, () => `ordnummer${(this.#next++).toString(36)}`).join(' ')
  }
}

/** Something that somebody does anywhere in the text. */
function doSomething(peer: Peer, random: Random, words: Vocabulary): void {
  const { doc } = peer.state
  const somewhere = () => doc.resolve(random.between(1, doc.content.size - 1))
  peer.dispatch(peer.state.tr.setSelection(TextSelection.between(somewhere(), somewhere())))
  const { from, to, head } = peer.state.selection
  switch (random.between(0, 9)) {
    case 0:
      peer.undo.undo()
      break
    case 1:
      peer.undo.redo()
      break
    case 2:
      peer.run(random.pick([toggleLook('bold'), toggleList('bullet'), setLevel(1)]))
      break
    case 3:
      if (doc.childCount > 2) moveBlock(peer, random.between(0, doc.childCount - 2))
      break
    case 4:
      if (to - from < 12) deleteSelection(peer)
      break
    case 5:
    case 6:
      peer.select(head).run(enter)
      break
    case 7:
      peer.select(doc.resolve(head).start()).run(joinParagraphs(-1))
      break
    default:
      peer.select(head).type(` ${words.line(1)} `)
  }
}

describe('Comments in a text that two write in at random', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'are the same for everybody, and on their words while these stand together, seed %i',
    seed => {
      const random = seeded(seed)
      const words = new Vocabulary()
      const page = new Commented(text(words.line(12), words.line(9), words.line(14)))
      const comments = new Map<string, string>()
      for (let round = 0; round < 25; round += 1) {
        for (let act = random.between(1, 4); act > 0; act -= 1) {
          doSomething(random.pick([page.anna, page.bo]), random, words)
        }
        const line = page.words.split('/').find(line => line.split(' ').length > 4) ?? ''
        const quote = line.split(' ').slice(1, 5).join(' ')
        const letter = String.fromCharCode(97 + comments.size)
        if (comments.size < 20 && random.between(0, 2) === 0 && quote.length > 32) {
          page.comment(quote, letter)
          comments.set(letter, quote)
        }
        if (random.between(0, 1) === 0) page.settle()
      }
      page.settle()
      const bare = [...comments].filter(
        ([letter, quote]) => page.marked(letter) === '' && page.words.includes(quote),
      )
      expect([bare, comments.size > 2]).toEqual([[], true])
    },
  )
})
