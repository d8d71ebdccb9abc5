import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anyMarks, orAsItStands } from '../../../../server/sync/guard/marks.ts'
import { commentKey } from '../../../../shared/document/nodes/commentKey.ts'
import type { Refusal } from '../../../../shared/sync/refusal.ts'
import { expectRefused } from './expectRefused.ts'
import { GuardedHouse, textIn } from './guardedHouse.ts'

const me = 77
const shared = 'aaaaaaaaaaaaaaaaaaaa'
const other = 'bbbbbbbbbbbbbbbbbbbb'
const unknown = 'cccccccccccccccccccc'

function house(...threads: string[]): GuardedHouse {
  const made = new GuardedHouse()
  made.threads.push(...threads)
  return made
}

function format(doc: Y.Doc, formats: Record<string, unknown>): void {
  textIn(doc, 'background', 0).format(0, 4, formats as Record<string, object>)
}

function mark(thread: string): Record<string, unknown> {
  return { [commentKey(thread)]: { thread } }
}

const attacks: readonly [attack: string, refusal: Refusal, change: (doc: Y.Doc) => void][] = [
  ['of a thread that there is not, or not for all', 'unknownMark', doc => format(doc, mark(unknown))],
  [
    'under the key of another thread',
    'unknownMark',
    doc => format(doc, { [commentKey(other)]: { thread: shared } }),
  ],
  [
    'under a key that is nobody\u2019s',
    'unknownMark',
    doc => format(doc, { 'comment--AAAAAAAA': { thread: shared } }),
  ],
  ['under its name alone', 'unknownMark', doc => format(doc, { comment: { thread: shared } })],
  ['under its name alone, that ends', 'unknownMark', doc => formatEnd(doc, 'comment')],
  ['under a key too short', 'unknownMark', doc => format(doc, { 'comment--AAAA': { thread: shared } })],
  [
    'under a key too long',
    'unknownMark',
    doc => format(doc, { [`${commentKey(shared)}A`]: { thread: shared } }),
  ],
  ['that ends one of a thread that there is not', 'unknownMark', doc => formatEnd(doc, commentKey(unknown))],
  [
    'that says more than its thread',
    'unknownAttribute',
    doc => format(doc, { [commentKey(shared)]: { thread: shared, style: 'x' } }),
  ],
  ['that says something else', 'wrongShape', doc => format(doc, { [commentKey(shared)]: { id: shared } })],
  ['that says only that it is there', 'wrongShape', doc => format(doc, { [commentKey(shared)]: true })],
  [
    'whose thread is no word',
    'wrongShape',
    doc => format(doc, { [commentKey(shared)]: { thread: [shared] } }),
  ],
  [
    'whose value is a megabyte',
    'unknownMark',
    doc => format(doc, { [commentKey(shared)]: { thread: 'a'.repeat(1_000_000) } }),
  ],
  [
    'on the prose of a field',
    'wrongShape',
    doc => prose(doc).insert(0, 'x', mark(shared) as Record<string, object>),
  ],
  [
    'as an attribute of a block',
    'unknownAttribute',
    doc => block(doc).setAttribute(commentKey(shared), shared),
  ],
  ['as the key of a field', 'wrongShape', doc => doc.getMap('participants').set(commentKey(shared), shared)],
]

describe('A comment mark that nobody made for her', () => {
  it.each(attacks)('%s is refused: %s', (_attack, refusal, change) => {
    const guarded = house(shared, other)
    const update = guarded.updateOf(guarded.person(me), change)
    expectRefused(guarded, update, refusal)
  })

  it('among a thousand that are known is refused, and so are they', () => {
    const guarded = house(shared)
    const update = guarded.updateOf(guarded.person(me), doc => {
      const text = textIn(doc, 'background', 0)
      for (let at = 0; at < 1000; at += 1) {
        text.insert(0, 'x', mark(shared) as Record<string, object>)
        text.insert(0, 'y', {})
      }
      text.insert(0, 'z', mark(unknown) as Record<string, object>)
    })
    expectRefused(guarded, update, 'unknownMark')
  })
})

describe('A comment mark of a thread that all may see', () => {
  it('is written anew by whoever splits its words, and is on them afterwards', () => {
    const guarded = house(shared)
    const update = guarded.updateOf(guarded.person(me), doc => {
      const second = new Y.XmlElement('paragraph')
      const words = new Y.XmlText()
      words.applyDelta([{ insert: 'stycke', attributes: mark(shared) }, { insert: ' till' }])
      second.insert(0, [words])
      doc.getXmlFragment('background').insert(1, [second])
    })
    guarded.take(update)
    expect(textIn(guarded.doc, 'background', 1).toDelta()[0]).toEqual({
      insert: 'stycke',
      attributes: mark(shared),
    })
  })

  it('may be taken away, and two may stand on the same words', () => {
    const guarded = house(shared, other)
    const anna = guarded.person(me)
    guarded.take(guarded.updateOf(anna, doc => format(doc, { ...mark(shared), ...mark(other) })))
    guarded.take(guarded.updateOf(anna, doc => format(doc, { [commentKey(shared)]: null })))
    expect(textIn(guarded.doc, 'background', 0).toDelta()[0]).toEqual({
      insert: 'Ett ',
      attributes: mark(other),
    })
  })

  it('that stands in the text may be written anew also when the records do not know it any more', () => {
    const before = house(shared)
    before.take(before.updateOf(before.person(1000), doc => format(doc, mark(shared))))
    const guarded = new GuardedHouse(Y.encodeStateAsUpdate(before.doc))
    guarded.take(
      guarded.updateOf(guarded.person(me), doc =>
        textIn(doc, 'purpose', 0).insert(0, 'Flyttat', mark(shared)),
      ),
    )
    expect(
      guarded.check(guarded.updateOf(guarded.person(me + 1), doc => format(doc, mark(unknown)))),
    ).toEqual({
      ok: false,
      refusal: 'unknownMark',
    })
  })

  it('costs a look at the text once for each mark, however many an update brings', () => {
    const looks: string[] = []
    const store = new Y.Doc().store
    const mayMark = orAsItStands(key => {
      looks.push(key)
      return false
    }, store)
    let searches = 0
    store.clients.values = () => {
      searches += 1
      return new Map<number, (Y.Item | Y.GC)[]>().values()
    }
    for (let asked = 0; asked < 100; asked += 1) mayMark(commentKey(unknown), unknown)
    expect([looks.length, searches]).toEqual([100, 1])
  })
})

describe('The program', () => {
  it('marks the words of any thread, but under no other key than its own', () => {
    expect(anyMarks(commentKey(unknown), unknown)).toBe(true)
    expect(anyMarks(commentKey(unknown), null)).toBe(true)
    expect(anyMarks(commentKey(shared), unknown)).toBe(false)
  })
})

function block(doc: Y.Doc): Y.XmlElement {
  const found = doc.getXmlFragment('background').get(0)
  if (!(found instanceof Y.XmlElement)) throw new Error('There is no block')
  return found
}

function prose(doc: Y.Doc): Y.Text {
  const text = doc.getMap('participants').get('text')
  if (!(text instanceof Y.Text)) throw new Error('There is no prose')
  return text
}

/** A mark that ends where none has begun: no editor writes it, since Yjs leaves it out. */
function formatEnd(doc: Y.Doc, key: string): void {
  const text = textIn(doc, 'background', 0)
  const last = text._start
  doc.transact(transaction => {
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
    const end = new Y.Item(
      id,
      last,
      last?.lastId ?? null,
      null,
      null,
      text,
      null,
      new Y.ContentFormat(key, null as unknown as object),
    )
    end.integrate(transaction, 0)
  })
}
