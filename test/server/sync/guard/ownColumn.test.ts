import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { GuardedDocument } from '../../../../server/sync/guard/GuardedDocument.ts'
import { amountKey, otherRows, shareKey } from '../../../../shared/budget/budgetKeys.ts'
import { fillDocument } from '../../../../shared/document/fillDocument.ts'
import { rootsOf } from '../../../../shared/document/roots.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import { type SectionClosing, writableKeys } from '../../../../shared/people/closedSection.ts'
import { type CraftedDeletes, type CraftedStruct, craftUpdate } from './craftUpdate.ts'
import { idOf } from './guardedHouse.ts'

const me = 77
const row = 'salary-1'
const mine = amountKey('fk1', row)
const others = amountKey('af1', row)
const closing: SectionClosing = { is: 'columns', limited: [{ partyId: 'fk', column: 'fk1' }] }
const standing = { role: 'partyEditor', state: 'draft', adviceIsOpen: false, textIsOpen: false } as const

let server: Y.Doc
let guarded: GuardedDocument
beforeEach(() => {
  server = new Y.Doc()
  server.clientID = 1
  fillDocument(server, form2024, {}, () => 'x1')
  const budget = server.getMap('budget')
  budget.set(mine, 100)
  budget.set(others, 200)
  budget.set(shareKey(2025, row), 300)
  guarded = new GuardedDocument(server, rootsOf(form2024))
})

/** What the guard says of an update by somebody of a party. */
function verdict(update: Uint8Array, partyId: string) {
  const keys = writableKeys(standing, partyId, closing)
  return guarded.check(update, {
    mayWriteAs: () => true,
    mayTouch: (section, key) => section !== 'budget' || keys === 'all' || (key !== null && keys(key)),
    mayMark: () => false,
  })
}

/** What a change is as an update, made by somebody who has the document as it is. */
function updateOf(change: (budget: Y.Map<unknown>, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = me
  for (const [name, { type }] of rootsOf(form2024)) {
    if (type === 'blocks') doc.getXmlFragment(name)
    else doc.getMap(name)
  }
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.transact(() => change(doc.getMap('budget'), doc))
  return Y.mergeUpdates(updates)
}

function rowIn(budget: Y.Map<unknown>): Y.Map<unknown> {
  const map = budget.get(row)
  if (!(map instanceof Y.Map)) throw new Error('There is no such row')
  return map
}

/** The item that holds what a key of the budget says. */
function itemAt(key: string): Y.ID {
  const item = server.getMap('budget')._map.get(key)
  if (!item) throw new Error(`Nothing stands under ${key}`)
  return item.lastId
}

function expectRefused(update: Uint8Array, partyId = 'fk'): void {
  const before = Y.encodeStateAsUpdate(server)
  expect(verdict(update, partyId)).toEqual({ ok: false, refusal: 'mayNotWrite' })
  expect(() => guarded.apply(update)).toThrow('checked')
  expect(Y.encodeStateAsUpdate(server)).toEqual(before)
}

function expectTaken(update: Uint8Array, partyId = 'fk'): void {
  expect(verdict(update, partyId)).toMatchObject({ ok: true })
  guarded.apply(update)
}

type Change = (budget: Y.Map<unknown>, doc: Y.Doc) => void

describe('a party that is limited to its column', () => {
  it.each<[what: string, change: Change]>([
    ['an amount of it that others have written', budget => budget.set(mine, 150)],
    ['one that nobody has written', budget => budget.set(amountKey('fk1', 'other-3'), 1)],
    ['several at once', budget => [row, 'other-1'].map(line => budget.set(amountKey('fk1', line), 5))],
    ['nothing in the place of one', budget => budget.set(mine, null)],
    ['the same one twice', budget => [7, 8].map(kronor => budget.set(mine, kronor))],
    ['a deletion of one', budget => budget.delete(mine)],
    [
      'one beside other sections',
      (budget, doc) => [budget.set(mine, 1), doc.getMap('name').set('value', 'x')],
    ],
  ])('writes %s', (_what, change) => expectTaken(updateOf(change)))

  it.each<[what: string, change: Change]>([
    ['an amount of another column', budget => budget.set(others, 250)],
    ['one of another column where nothing stands', budget => budget.set(amountKey('af1', 'other-3'), 1)],
    ['one of the owner', budget => budget.set(amountKey('owner', row), 1)],
    ['a deletion of another’s amount', budget => budget.delete(others)],
    ['what a row is called', budget => rowIn(budget).set('label', 'Coach')],
    ['the share of full time of a row', budget => rowIn(budget).set('percent', 50)],
    ['the order of a row', budget => rowIn(budget).set('order', 'a9')],
    ['that a row is removed', budget => rowIn(budget).set('removed', true)],
    ['a deletion of what a row is called', budget => rowIn(budget).delete('block')],
    ['a deletion of a row', budget => budget.delete(row)],
    ['a new row', budget => budget.set('ny1', new Y.Map([['order', 'a9']]))],
    ['another row in the place of one', budget => budget.set(row, new Y.Map([['order', 'a9']]))],
    ['a new row under the key of its column', budget => budget.set('fk1', new Y.Map([['order', 'a9']]))],
    ['what a row costs in a year', budget => budget.set(shareKey(2026, row), 1)],
    ['what all others cost in a year', budget => budget.set(shareKey(2026, otherRows), 1)],
    ['a deletion of what a row costs in a year', budget => budget.delete(shareKey(2025, row))],
    ['an amount of its own and one of another', budget => [mine, others].map(key => budget.set(key, 9))],
    ['its own amount and a deletion of another’s', budget => [budget.set(mine, 1), budget.delete(others)]],
    [
      'its own amount and the name of the row',
      budget => [budget.set(mine, 1), rowIn(budget).set('label', 'x')],
    ],
    ['one of another that it takes back at once', budget => [budget.set(others, 9), budget.delete(others)]],
  ])('does not write %s, and the whole update is refused', (_what, change) => expectRefused(updateOf(change)))

  it('does not write in a year, or a row, in its own column’s name', () => {
    for (const key of ['fk1', shareKey(2025, 'fk1')])
      expectRefused(
        updateOf(budget => budget.set(key, 1)),
        'fk',
      )
  })

  it('takes back what it wrote, and puts it in again', () => {
    const doc = new Y.Doc()
    doc.clientID = me
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    const budget = doc.getMap('budget')
    const undo = new Y.UndoManager(budget)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    budget.set(mine, 150)
    undo.undo()
    undo.redo()
    for (const update of updates) expectTaken(update)
    expect(server.getMap('budget').get(mine)).toBe(150)
  })
})

describe('an update that no Yjs would write', () => {
  const value = { values: [9] }
  const crafted: readonly [attack: string, () => [CraftedStruct[], CraftedDeletes[]?]][] = [
    ['names another’s key', () => [[{ parent: 'budget', key: others, content: value }]]],
    ['stands behind another’s amount without a key', () => [[{ origin: itemAt(others), content: value }]]],
    [
      'stands before another’s amount without a key',
      () => [[{ rightOrigin: itemAt(others), content: value }]],
    ],
    [
      'hides another’s amount behind its own',
      () => [
        [
          { parent: 'budget', key: mine, content: value },
          { origin: itemAt(others), content: value },
        ],
      ],
    ],
    [
      'stands in a row by its id',
      () => [[{ parent: idOf(rowIn(server.getMap('budget'))), key: 'label', content: { values: ['x'] } }]],
    ],
    ['lays a tombstone on another’s amount', () => [[{ origin: itemAt(others), content: { deleted: 1 } }]]],
    [
      'deletes another’s amount and says nothing',
      () => [[], [{ client: 1, ranges: [[itemAt(others).clock, 1]] }]],
    ],
    [
      'deletes a row and all in it',
      () => [[], [{ client: 1, ranges: [[idOf(rowIn(server.getMap('budget'))).clock, 3]] }]],
    ],
    ['deletes its own amount and the next', () => [[], [{ client: 1, ranges: [[itemAt(mine).clock, 2]] }]]],
  ]
  it.each(crafted)('and that %s is refused', (_attack, make) => {
    const [structs, deletes] = make()
    const sections = structs.length > 0 ? [{ client: me, clock: 0, structs }] : []
    expectRefused(craftUpdate(sections, deletes))
  })

  it('but only deletes its own amount is taken', () => {
    expectTaken(craftUpdate([], [{ client: 1, ranges: [[itemAt(mine).clock, 1]] }]))
    expect(server.getMap('budget').has(mine)).toBe(false)
  })
})

describe('a party that is not limited, while another is', () => {
  it('writes rows and amounts in every column', () => {
    expectTaken(
      updateOf(budget => {
        rowIn(budget).set('label', 'Coach')
        budget.set(others, 1)
        budget.set(mine, 2)
        budget.set('ny1', new Y.Map([['order', 'a9']]))
      }),
      'af',
    )
  })

  it('does not spread the costs over the years', () => {
    expectRefused(
      updateOf(budget => budget.set(shareKey(2026, row), 1)),
      'af',
    )
    expectRefused(
      updateOf(budget => budget.delete(shareKey(2025, row))),
      'af',
    )
  })
})
