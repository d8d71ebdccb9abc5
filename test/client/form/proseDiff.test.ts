import { describe, expect, it } from 'vitest'
import {
  endOf,
  followCaret,
  followUnit,
  proseDiff,
  type TextEdit,
} from '../../../client/form/fields/proseDiff.ts'
import { seeded } from './writers.ts'

function done(before: string, edit: TextEdit): string {
  return before.slice(0, edit.index) + edit.insert + before.slice(edit.index + edit.remove)
}

describe('the smallest edit between two texts', () => {
  it('is nothing for equal texts', () => {
    expect(proseDiff('mål', 'mål', 3)).toBeNull()
  })

  it('is one letter for one letter typed, removed or replaced', () => {
    expect(proseDiff('mål', 'målen', 5)).toEqual({ index: 3, remove: 0, insert: 'en' })
    expect(proseDiff('målen', 'måen', 2)).toEqual({ index: 2, remove: 1, insert: '' })
    expect(proseDiff('mal', 'mål', 2)).toEqual({ index: 1, remove: 1, insert: 'å' })
  })

  it('stands where the caret is, when the letters alone do not tell', () => {
    expect(proseDiff('aaaa', 'aaaaa', 1)).toEqual({ index: 0, remove: 0, insert: 'a' })
    expect(proseDiff('aaaa', 'aaaaa', 5)).toEqual({ index: 4, remove: 0, insert: 'a' })
    expect(proseDiff('aaaa', 'aaa', 2)).toEqual({ index: 2, remove: 1, insert: '' })
  })

  it('takes a pasted piece over a selection as one replacement', () => {
    expect(proseDiff('en gammal text', 'en ny text', 5)).toEqual({ index: 3, remove: 6, insert: 'ny' })
  })

  it('never cuts a letter of two units in two', () => {
    const edit = proseDiff('a😀b', 'a😁b', 3)
    expect(edit).toEqual({ index: 1, remove: 2, insert: '😁' })
    const [one, other] = ['x\u{1F600}y', 'x\u{2F600}y']
    const tails = proseDiff(one, other, 3)
    expect(tails).toEqual({ index: 1, remove: 2, insert: '\u{2F600}' })
  })

  it.each([1, 2, 3, 4])('always makes the one text into the other (seed %i)', seed => {
    const random = seeded(seed)
    const letters = ['a', 'b', ' ', 'å', '😀', '😁', '\n']
    const piece = (length: number) =>
      Array.from({ length: Math.floor(random() * length) }, () => letters[Math.floor(random() * 7)]).join('')
    for (let round = 0; round < 500; round++) {
      const [before, after] = [piece(12), piece(12)]
      const edit = proseDiff(before, after, Math.floor(random() * (after.length + 1)))
      expect(edit === null ? before : done(before, edit), JSON.stringify({ seed, before, after })).toBe(after)
      if (edit !== null) expect(`${edit.insert}${before.slice(0, edit.index)}`.isWellFormed()).toBe(true)
    }
  })
})

describe('a place in the text, when others write', () => {
  const inserted = [{ retain: 3 }, { insert: 'XX' }]
  const removed = [{ retain: 2 }, { delete: 3 }]

  it('moves with what comes before it and stays before what comes at it', () => {
    expect(followCaret(2, inserted)).toBe(2)
    expect(followCaret(3, inserted)).toBe(3)
    expect(followCaret(4, inserted)).toBe(6)
  })

  it('closes up where text goes away around it', () => {
    expect([1, 2, 3, 5, 6].map(caret => followCaret(caret, removed))).toEqual([1, 2, 2, 2, 3])
  })

  it('knows of every letter where it went, or that it is gone', () => {
    expect([0, 2, 3, 4].map(unit => followUnit(unit, inserted))).toEqual([0, 2, 5, 6])
    expect([1, 2, 4, 5].map(unit => followUnit(unit, removed))).toEqual([1, null, null, 2])
  })

  it('is for undo the end of what it put back or took away', () => {
    expect(endOf([{ retain: 3 }, { insert: 'XX' }, { retain: 5 }])).toBe(5)
    expect(endOf([{ retain: 2 }, { delete: 3 }])).toBe(2)
    expect(endOf([{ insert: 'a' }, { retain: 4 }, { delete: 1 }])).toBe(5)
  })
})
