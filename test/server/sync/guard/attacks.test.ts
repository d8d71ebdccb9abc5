import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { GuardedDocument } from '../../../../server/sync/guard/GuardedDocument.ts'
import { rootsOf } from '../../../../shared/document/roots.ts'
import { form2024 } from '../../../../shared/form/forms/2024/form.ts'
import type { Refusal } from '../../../../shared/sync/refusal.ts'
import { expectRefused } from './expectRefused.ts'
import { GuardedHouse, paragraph, textIn } from './guardedHouse.ts'

const me = 77

/** Attacks with Yjs's own means, by somebody who may write everywhere. */
const withYjs: readonly [attack: string, refusal: Refusal, change: (doc: Y.Doc) => void][] = [
  ['writes in a root that the form does not have', 'unknownRoot', doc => doc.getText('evil').insert(0, 'x')],
  [
    'writes in the fixed agreement text',
    'unknownRoot',
    doc => doc.getXmlFragment('agreement').push([paragraph('x')]),
  ],
  ['makes a node that is not in the schema', 'unknownNode', doc => push(doc, new Y.XmlElement('iframe'))],
  ['makes a hook', 'unknownNode', doc => push(doc, new Y.XmlHook('hook') as unknown as Y.XmlElement)],
  ['puts text directly in a section', 'wrongShape', doc => push(doc, new Y.XmlText('x'))],
  ['puts a row outside a table', 'wrongShape', doc => push(doc, new Y.XmlElement('tableRow'))],
  ['puts a paragraph in a paragraph', 'wrongShape', doc => push(doc, nested(['paragraph', 'paragraph']))],
  [
    'puts a table in a cell',
    'wrongShape',
    doc => push(doc, nested(['table', 'tableRow', 'tableCell', 'table'])),
  ],
  [
    'puts a footnote in a footnote',
    'wrongShape',
    doc => push(doc, nested(['paragraph', 'footnote', 'footnote'])),
  ],
  [
    'puts text in a sum of the budget',
    'wrongShape',
    doc => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [withText('budgetFigure')])
      push(doc, paragraph)
    },
  ],
  [
    'puts a sum of the budget in a footnote',
    'wrongShape',
    doc => push(doc, nested(['paragraph', 'footnote', 'budgetFigure'])),
  ],
  ['puts a sum of the budget outside a paragraph', 'wrongShape', doc => push(doc, nested(['budgetFigure']))],
  ['puts a sum of the budget that there is not', 'wrongShape', doc => pushFigure(doc, 'profit')],
  ['puts an amount in a sum of the budget', 'wrongShape', doc => pushFigure(doc, 10_256_000)],
  ['puts text in a row', 'wrongShape', doc => push(doc, withText('tableRow'))],
  ['nests 30 deep', 'wrongShape', doc => push(doc, nested(Array.from({ length: 30 }, () => 'paragraph')))],
  ['puts a map in a rich section', 'wrongShape', doc => push(doc, new Y.Map() as unknown as Y.XmlElement)],
  ['sets a key of a rich section', 'wrongShape', doc => setRaw(doc.getXmlFragment('background'), 'k', 'v')],
  ['sets an attribute that is not in the schema', 'unknownAttribute', doc => attribute(doc, 'style', 'x')],
  [
    'sets an attribute with a name from the prototype',
    'unknownAttribute',
    doc => attribute(doc, 'constructor', 'x'),
  ],
  ['sets the attribute of another node', 'unknownAttribute', doc => attribute(doc, 'colspan', 2)],
  [
    'sets an attribute of the text',
    'unknownAttribute',
    doc => textIn(doc, 'background', 0).setAttribute('k', 'v'),
  ],
  ['sets a level that there is not', 'wrongShape', doc => attribute(doc, 'level', 3)],
  ['sets an indent that is no number', 'wrongShape', doc => attribute(doc, 'indent', '1')],
  ['sets a list in a list', 'wrongShape', doc => attribute(doc, 'indent', [[1]])],
  ['sets an object as an attribute', 'wrongShape', doc => attribute(doc, 'list', { a: 1 })],
  ['puts a type in an attribute', 'wrongShape', doc => attribute(doc, 'list', new Y.Map())],
  ['uses a mark that is not in the schema', 'unknownMark', doc => format(doc, { comment: { id: 'x' } })],
  ['uses a mark with a hash', 'unknownMark', doc => format(doc, { 'bold--AAAAAAAA': {} })],
  ['uses a mark with a name from the prototype', 'unknownMark', doc => format(doc, { toString: {} })],
  [
    'gives a mark an attribute that it does not have',
    'unknownAttribute',
    doc => format(doc, { bold: { class: 'x' } }),
  ],
  ['gives a mark a value that is none', 'wrongShape', doc => format(doc, { bold: 'x' })],
  ['links to a script', 'wrongShape', doc => format(doc, { link: { href: 'javascript:alert(1)' } })],
  ['links by http', 'wrongShape', doc => format(doc, { link: { href: 'http://heby.example' } })],
  ['links too far', 'wrongShape', doc => format(doc, { link: { href: `https://${'a'.repeat(2000)}` } })],
  [
    'embeds an object in the text',
    'wrongShape',
    doc => textIn(doc, 'background', 0).insertEmbed(0, { image: 'x' }),
  ],
  [
    'embeds a type in the text',
    'wrongShape',
    doc => textIn(doc, 'background', 0).insertEmbed(0, new Y.Map()),
  ],
  ['puts a sub-document in an attribute', 'wrongShape', doc => attribute(doc, 'list', new Y.Doc())],
  ['puts bytes in a field', 'wrongShape', doc => field(doc, 'name', new Uint8Array([1]))],
  ['uses a structured section as text', 'wrongShape', doc => doc.get('participants', Y.Map) && asText(doc)],
  ['sets a key that the section does not have', 'wrongShape', doc => field(doc, 'evil', 1)],
  ['sets a key with a name from the prototype', 'wrongShape', doc => field(doc, '__proto__', 1)],
  ['sets a value that is too long', 'wrongShape', doc => field(doc, 'name', 'x'.repeat(21))],
  ['sets a value of another kind', 'wrongShape', doc => field(doc, 'atATime', 'many')],
  ['sets a number that is too great', 'wrongShape', doc => field(doc, 'atATime', 1001)],
  ['sets a day that there is not', 'wrongShape', doc => field(doc, 'start', '2026-02-30')],
  ['sets nothing at all', 'wrongShape', doc => field(doc, 'name', undefined)],
  ['sets a year far off', 'wrongShape', doc => field(doc, '3026', 1)],
  ['sets a value of a party that is not there', 'wrongShape', doc => field(doc, 'af.secret', 'x')],
  ['puts a text where a value is', 'wrongShape', doc => field(doc, 'name', new Y.Text('x'))],
  ['puts a value where prose is', 'wrongShape', doc => item(doc, goal => goal.set('text', 'x'))],
  ['puts a list in a section', 'wrongShape', doc => field(doc, 'name', new Y.Array())],
  ['puts an item where there are none', 'wrongShape', doc => field(doc, 'g1', new Y.Map())],
  ['puts a value where an item is', 'wrongShape', doc => doc.getMap('goals').set('g1', 'x')],
  ['gives an item a key too strange', 'wrongShape', doc => doc.getMap('goals').set('G 1', new Y.Map())],
  [
    'gives an item a field that it does not have',
    'wrongShape',
    doc => item(doc, goal => goal.set('evil', 'x')),
  ],
  ['gives an item an item', 'wrongShape', doc => item(doc, goal => goal.set('level', new Y.Map()))],
  [
    'takes away the prose that the server has seeded',
    'wrongShape',
    doc => doc.getMap('participants').delete('text'),
  ],
  ['replaces the prose that the server has seeded', 'wrongShape', doc => field(doc, 'text', new Y.Text('x'))],
  ['formats prose', 'wrongShape', doc => prose(doc).insert(0, 'x', { bold: {} })],
  ['embeds something in prose', 'wrongShape', doc => prose(doc).insertEmbed(0, { a: 1 })],
]

describe('an update that breaks the rule is refused whole, and changes nothing', () => {
  it.each(withYjs)('one that %s: %s', (_attack, refusal, change) => {
    const house = new GuardedHouse()
    const update = house.updateOf(house.person(me), doc => {
      // An honest half does not help it.
      textIn(doc, 'purpose', 0).insert(0, 'ärligt ')
      change(doc)
    })
    expectRefused(house, update, refusal)
  })

  it('one that writes under the client id of somebody else', () => {
    const house = new GuardedHouse()
    const update = house.updateOf(house.person(me), doc => textIn(doc, 'background', 0).insert(0, 'x'))
    const verdict = house.check(update, id => id !== me)
    expect(verdict).toEqual({ ok: false, refusal: 'foreignClient' })
  })

  it('one that touches what its sender may not touch, by writing or by deleting', () => {
    const house = new GuardedHouse()
    const mayTouch = (section: string, key: string | null) => section !== 'purpose' && key !== 'atATime'
    const check = (change: (doc: Y.Doc) => void) =>
      house.guarded.check(house.updateOf(house.person(me), change), {
        mayWriteAs: () => true,
        mayTouch,
        mayMark: () => false,
      })
    const refused = { ok: false, refusal: 'mayNotWrite' }
    expect(check(doc => textIn(doc, 'background', 0).insert(0, 'x'))).toMatchObject({ ok: true })
    expect(check(doc => textIn(doc, 'purpose', 0).insert(0, 'x'))).toEqual(refused)
    expect(check(doc => textIn(doc, 'purpose', 0).delete(0, 1))).toEqual(refused)
    expect(check(doc => textIn(doc, 'purpose', 0).format(0, 2, { bold: {} }))).toEqual(refused)
    expect(check(doc => doc.getXmlFragment('purpose').delete(0, 1))).toEqual(refused)
    expect(check(doc => field(doc, 'name', 'x'))).toMatchObject({ ok: true })
    expect(check(doc => field(doc, 'atATime', 1))).toEqual(refused)
  })

  it('one that writes in any root beside those of a real form', () => {
    const doc = new Y.Doc()
    const guarded = new GuardedDocument(doc, rootsOf(form2024))
    const writeIn = (root: string) => {
      const client = new Y.Doc()
      client.getXmlFragment(root).push([paragraph('Parterna är inte överens')])
      return guarded.check(Y.encodeStateAsUpdate(client), {
        mayWriteAs: () => true,
        mayTouch: () => true,
        mayMark: () => false,
      })
    }
    expect(writeIn('background')).toMatchObject({ ok: true })
    expect(writeIn('agreement')).toEqual({ ok: false, refusal: 'unknownRoot' })
    expect(writeIn('preamble')).toEqual({ ok: false, refusal: 'unknownRoot' })
    expect([...doc.share.keys()].sort()).toEqual([...rootsOf(form2024).keys()].sort())
  })
})

function push(doc: Y.Doc, node: Y.XmlElement | Y.XmlText): void {
  doc.getXmlFragment('background').push([node])
}

function pushFigure(doc: Y.Doc, sum: string | number): void {
  const figure = new Y.XmlElement<Record<string, string | number>>('budgetFigure')
  figure.setAttribute('sum', sum)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [figure as Y.XmlElement])
  push(doc, paragraph)
}

function nested(names: readonly string[]): Y.XmlElement {
  const [name = '', ...rest] = names
  const element = new Y.XmlElement(name)
  if (rest.length > 0) element.insert(0, [nested(rest)])
  return element
}

function withText(name: string): Y.XmlElement {
  const [table, row] = [new Y.XmlElement('table'), new Y.XmlElement(name)]
  row.insert(0, [new Y.XmlText('x')])
  table.insert(0, [row])
  return table
}

function attribute(doc: Y.Doc, name: string, value: unknown): void {
  const block = doc.getXmlFragment('background').get(0) as Y.XmlElement<Record<string, never>>
  block.setAttribute(name, value as never)
}

function format(doc: Y.Doc, marks: Record<string, unknown>): void {
  textIn(doc, 'background', 0).format(0, 3, marks)
}

function field(doc: Y.Doc, key: string, value: unknown): void {
  doc.getMap('participants').set(key, value)
}

function item(doc: Y.Doc, change: (goal: Y.Map<unknown>) => void): void {
  const goal = new Y.Map<unknown>()
  doc.getMap('goals').set('g1', goal)
  change(goal)
}

function prose(doc: Y.Doc): Y.Text {
  return doc.getMap('participants').get('text') as Y.Text
}

function setRaw(fragment: Y.XmlFragment, key: string, value: string): void {
  // A fragment has no attributes of its own; an element's method writes them all the same.
  Y.XmlElement.prototype.setAttribute.call(fragment as Y.XmlElement, key, value)
}

function asText(doc: Y.Doc): void {
  Y.Text.prototype.insert.call(doc.getMap('participants') as unknown as Y.Text, 0, 'x')
}
