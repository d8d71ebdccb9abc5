import { describe, expect, it } from 'vitest'
import { joinParagraphs } from '../../../client/editor/commands/deleting.ts'
import { enter } from '../../../client/editor/commands/enter.ts'
import { insertFootnote } from '../../../client/editor/commands/footnotes.ts'
import { toggleLook } from '../../../client/editor/commands/marks.ts'
import { Commented } from './commented.ts'
import { deleteSelection, type Edit, moveBlock, start, twice } from './commentedEdits.ts'

describe('Taking back', () => {
  /** [what is taken back, where the comment that was made meanwhile is then, and when it is done again] */
  const undone: readonly [edit: string, words: string, taken: string, again: string, Edit][] = [
    [
      'a split',
      'hela länet',
      'hela länet',
      'hela länet',
      (_, anna) => anna.caretAfter('Insatsen').run(enter),
    ],
    ['a join', 'Sista', 'Sista', 'Sista', (_, anna) => anna.caretBefore('Sista').run(joinParagraphs(-1))],
    [
      'words in it',
      'hela stora länet',
      'hela länet',
      'hela stora länet',
      (_, anna) => anna.caretAfter('hela').type(' stora'),
    ],
    ['all of its words', 'stora', '', 'stora', (_, anna) => anna.caretAfter('hela').type(' stora')],
    [
      'a look',
      'hela länet',
      'hela länet',
      'hela länet',
      (page, anna) => page.select(anna, 'hela').run(toggleLook('bold')),
    ],
    ['a move', 'hela länet', 'hela länet', 'hela länet', (_, anna) => moveBlock(anna, 0)],
    [
      'a deletion beside it',
      'hela',
      'hela',
      'hela',
      (page, anna) => deleteSelection(page.select(anna, 'länet')),
    ],
    [
      'a footnote in it',
      'helaSFS länet',
      'hela länet',
      'helaSFS länet',
      (_, anna) => anna.caretAfter('hela').run(insertFootnote) && anna.type('SFS'),
    ],
  ]

  it.each(undone)(
    '%s, with «%s» commented on meanwhile, leaves the comment on «%s», and on «%s» when it is done again',
    (_edit, words, taken, again, edit) => {
      const page = new Commented(start)
      edit(page, page.anna)
      page.meet().comment(words, 'a').meet()
      page.anna.undo.undo()
      // In the second or third step, where the first took back only a part.
      for (let step = 0; step < 2 && page.anna.undo.undoStack.length > 0; step += 1) page.anna.undo.undo()
      page.meet()
      expect(page.marked('a')).toBe(taken)
      while (page.anna.undo.redoStack.length > 0) page.anna.undo.redo()
      page.meet()
      expect(page.marked('a')).toBe(again)
    },
  )

  it('step by step puts the comment on all of its words again, however they were written anew meanwhile', () => {
    const page = twice()
    deleteSelection(page.select(page.anna, 'länet'))
    page.anna.caretAfter('Insatsen').run(enter)
    page.anna.run(joinParagraphs(-1))
    page.meet()
    while (page.anna.undo.undoStack.length > 0) page.anna.undo.undo()
    page.meet()
    expect([page.marked('a'), page.marked('b')]).toEqual(['hela länet', 'länet i tre'])
  })

  it('a deletion right after words that were commented on meanwhile puts nothing into the comment', () => {
    const page = new Commented(start)
    deleteSelection(page.select(page.anna, ' i tre år'))
    page.meet().comment('hela länet', 'a').meet()
    page.anna.undo.undo()
    page.meet()
    expect(page.marked('a')).toBe('hela länet')
  })

  it('never takes back a comment itself', () => {
    const page = new Commented(start)
    page.anna.caretAfter('Sista').type('X')
    page.meet().comment('hela länet', 'a').meet()
    while (page.anna.undo.undoStack.length > 0) page.anna.undo.undo()
    page.meet()
    expect([page.marked('a'), page.words.includes('X')]).toEqual(['hela länet', false])
  })
})
