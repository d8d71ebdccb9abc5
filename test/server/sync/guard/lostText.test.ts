import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { GuardedHouse, paragraph, seedId, seedState, textIn } from './guardedHouse.ts'

const anna = 10
const bert = 20

/** Two people who have opened the same document, and see nothing of each other until they are told. */
class Two {
  readonly house: GuardedHouse
  readonly anna: Y.Doc
  readonly bert: Y.Doc

  constructor(blocks?: readonly string[]) {
    this.house = new GuardedHouse(blocks && seedState(blocks))
    this.anna = this.house.person(anna)
    this.bert = this.house.person(bert)
  }

  /** Bert deletes a block of `background`; gives back what is lost by it. */
  deleteBlock(index = 0) {
    return this.house.take(this.byBert(doc => doc.getXmlFragment('background').delete(index, 1)))
  }

  byAnna(change: (doc: Y.Doc) => void): Uint8Array {
    return this.house.updateOf(this.anna, change)
  }

  byBert(change: (doc: Y.Doc) => void): Uint8Array {
    return this.house.updateOf(this.bert, change)
  }

  /** Anna types in the block that she still sees. */
  type(at: number, text: string, index = 0) {
    return this.house.take(this.byAnna(doc => textIn(doc, 'background', index).insert(at, text)))
  }
}

describe('text that its deleter had not seen is lost, and told', () => {
  it('when it was there before the block was deleted', () => {
    const two = new Two()
    expect(two.type(4, 'NYTT ')).toEqual([])
    expect(two.deleteBlock()).toEqual([
      { section: 'background', clientId: anna, block: expect.any(String), text: 'NYTT ' },
    ])
  })

  it('when it comes after the block was deleted and collected, gathered keystroke by keystroke', () => {
    const two = new Two()
    expect(two.deleteBlock()).toEqual([])
    const [first] = two.type(4, 'n')
    const [second] = two.type(5, 'y')
    const [third] = two.type(4, 'N')
    expect([first, second, third].map(lost => lost?.text)).toEqual(['n', 'ny', 'Nny'])
    expect(new Set([first, second, third].map(lost => lost?.block)).size).toBe(1)
    expect(third).toMatchObject({ section: 'background', clientId: anna })
  })

  it('in the order of the text, whatever the order of writing, also across what had been seen', () => {
    const two = new Two(['Ett stycke'])
    two.type(10, ' SIST')
    two.deleteBlock()
    two.type(0, 'FÖRST ')
    expect(two.type(9, ' MITT')).toMatchObject([{ text: 'FÖRST  MITT SIST' }])
  })

  it('but not what its author has deleted again herself', () => {
    const two = new Two()
    two.deleteBlock()
    two.type(0, 'fel ord')
    const erase = two.byAnna(doc => textIn(doc, 'background', 0).delete(3, 4))
    expect(two.house.take(erase)).toMatchObject([{ text: 'fel' }])
    const eraseAll = two.byAnna(doc => textIn(doc, 'background', 0).delete(0, 3))
    expect(two.house.take(eraseAll)).toMatchObject([{ text: '' }])
  })

  it('and still when her document learns of the deletion and names the text as deleted with it', () => {
    const two = new Two()
    two.deleteBlock()
    two.type(0, 'kvar')
    Y.applyUpdate(two.anna, Y.encodeStateAsUpdate(two.house.doc))
    const everything = Y.encodeStateAsUpdate(two.anna, Y.encodeStateVector(two.house.doc))
    expect(two.house.take(everything, 'syncStep2')).toEqual([])
    expect(two.type(0, 'x', 0)).toEqual([])
  })

  it('and not what the deleter had seen', () => {
    const two = new Two()
    two.type(0, 'sett ')
    Y.applyUpdate(two.bert, Y.encodeStateAsUpdate(two.house.doc))
    two.type(0, 'osett ')
    expect(two.deleteBlock()).toMatchObject([{ text: 'osett ' }])
  })

  it('for each author apart', () => {
    const two = new Two()
    const cilla = two.house.person(30)
    two.house.take(two.house.updateOf(cilla, doc => textIn(doc, 'background', 0).insert(0, 'Cillas ')))
    two.type(0, 'Annas ')
    const lost = two.deleteBlock()
    expect(lost.map(({ clientId, text }) => [clientId, text]).sort()).toEqual([
      [anna, 'Annas '],
      [30, 'Cillas '],
    ])
    expect(new Set(lost.map(({ block }) => block)).size).toBe(2)
  })

  it('block by block in the order of the document', () => {
    const two = new Two(['ett', 'två', 'tre'])
    for (const index of [2, 0, 1]) two.type(0, `${index} `, index)
    const lost = two.house.take(two.byBert(doc => doc.getXmlFragment('background').delete(0, 3)))
    expect(lost.map(({ text }) => text)).toEqual(['0 ', '1 ', '2 '])
  })

  it('when it stands in a row that was added to a table that was deleted', () => {
    const two = new Two()
    const table = new Y.XmlElement('table')
    const row = (text: string) => {
      const [line, cell] = [new Y.XmlElement('tableRow'), new Y.XmlElement('tableCell')]
      cell.insert(0, [paragraph(text)])
      line.insert(0, [cell])
      return line
    }
    table.insert(0, [row('sedd')])
    two.house.take(two.byAnna(doc => doc.getXmlFragment('background').insert(0, [table])))
    Y.applyUpdate(two.bert, Y.encodeStateAsUpdate(two.house.doc))
    two.house.take(two.byAnna(() => table.insert(1, [row('tidig')])))
    expect(two.deleteBlock()).toMatchObject([{ section: 'background', text: 'tidig' }])
    const late = two.house.take(two.byAnna(() => table.insert(2, [row('sen')])))
    expect(late).toMatchObject([{ section: 'background', clientId: anna, text: 'sen' }])
  })

  it('when it is typed into an empty block that was deleted', () => {
    const two = new Two()
    const empty = new Y.XmlElement('paragraph')
    two.house.take(two.byAnna(doc => doc.getXmlFragment('background').insert(0, [empty])))
    Y.applyUpdate(two.bert, Y.encodeStateAsUpdate(two.house.doc))
    two.deleteBlock()
    expect(two.house.take(two.byAnna(() => empty.insert(0, [new Y.XmlText('första')])))).toMatchObject([
      { section: 'background', text: 'första' },
    ])
  })

  it('when it is prose of an item whose making was undone', () => {
    const two = new Two()
    const goal = new Y.Map<unknown>()
    two.house.take(
      two.byBert(doc => {
        doc.getMap('goals').set('g1', goal)
        goal.set('text', new Y.Text('Mål'))
      }),
    )
    Y.applyUpdate(two.anna, Y.encodeStateAsUpdate(two.house.doc))
    const prose = (two.anna.getMap('goals').get('g1') as Y.Map<Y.Text>).get('text')
    two.house.take(two.byAnna(() => prose?.insert(3, ' 1')))
    expect(two.house.take(two.byBert(doc => doc.getMap('goals').delete('g1')))).toMatchObject([
      { section: 'goals', text: ' 1' },
    ])
    expect(two.house.take(two.byAnna(() => prose?.insert(5, '!')))).toMatchObject([
      { section: 'goals', text: ' 1!' },
    ])
  })

  it('but formats, attributes and values are not text', () => {
    const two = new Two()
    two.deleteBlock()
    const change = two.byAnna(doc => {
      textIn(doc, 'background', 0).format(0, 3, { bold: {} })
      ;(doc.getXmlFragment('background').get(0) as Y.XmlElement).setAttribute('list', 'bullet')
    })
    expect(two.house.check(change)).toMatchObject({ ok: true, nothingNew: false })
    expect(two.house.take(change)).toEqual([])
    // Their clocks count: what follows them has no gap.
    expect(two.type(0, 'text')).toMatchObject([{ text: 'text' }])
  })

  it('without its section, when the document was opened after the deletion', () => {
    const two = new Two()
    two.deleteBlock()
    const reopened = new GuardedHouse(Y.encodeStateAsUpdate(two.house.doc))
    const [first] = reopened.take(two.byAnna(doc => textIn(doc, 'background', 0).insert(0, 'a')))
    const [second] = reopened.take(two.byAnna(doc => textIn(doc, 'background', 0).insert(1, 'b')))
    expect(first).toMatchObject({ section: null, clientId: anna, text: 'a' })
    expect(second).toEqual({ ...first, text: 'ab' })
  })

  it('and what the server itself deletes is seen', () => {
    const two = new Two()
    two.type(0, 'x')
    two.house.doc.getXmlFragment('background').delete(0, 1)
    expect(two.type(0, 'y')).toMatchObject([{ text: 'y' }])
  })

  it('also after far more has been deleted than is remembered', () => {
    const two = new Two(['ett', 'två'])
    two.type(0, 'x', 1)
    two.deleteBlock(0)
    for (let round = 0; round < 30; round++) {
      const blocks = Array.from({ length: 400 }, (_, index) => paragraph(`${index}`))
      two.house.take(two.byBert(doc => doc.getXmlFragment('purpose').insert(0, blocks)))
      two.house.take(two.byBert(doc => doc.getXmlFragment('purpose').delete(0, 400)))
    }
    expect(two.type(1, 'sent')).toMatchObject([{ section: null, text: 'sent' }])
  })
})

describe('an honest update', () => {
  it('may come again, as a whole or in part, and is nothing new then', () => {
    const two = new Two()
    const update = two.byAnna(doc => textIn(doc, 'background', 0).insert(0, 'hej'))
    expect(two.house.check(update)).toMatchObject({ ok: true, nothingNew: false, clients: new Set([anna]) })
    two.house.guarded.apply(update)
    expect(two.house.check(update)).toEqual({
      ok: true,
      nothingNew: true,
      touched: new Set(),
      clients: new Set(),
      deletes: false,
    })
    const more = Y.mergeUpdates([update, two.byAnna(doc => textIn(doc, 'background', 0).insert(3, ' då'))])
    two.house.take(more)
    expect(textIn(two.house.doc, 'background', 0).toString()).toBe('hej dåEtt stycke')
  })

  it('may bring what several client ids of one person wrote, one upon the other', () => {
    const two = new Two()
    const tab = new Y.Doc()
    tab.clientID = 11
    two.byAnna(doc => textIn(doc, 'background', 0).insert(0, 'a'))
    Y.applyUpdate(tab, Y.encodeStateAsUpdate(two.anna))
    textIn(tab, 'background', 0).insert(1, 'b')
    Y.applyUpdate(two.anna, Y.encodeStateAsUpdate(tab))
    two.byAnna(doc => textIn(doc, 'background', 0).insert(2, 'c'))
    const update = Y.encodeStateAsUpdate(two.anna, Y.encodeStateVector(two.house.doc))
    expect(two.house.check(update)).toMatchObject({ ok: true, clients: new Set([anna, 11]) })
    two.house.guarded.apply(update)
    expect(textIn(two.house.doc, 'background', 0).toString()).toBe('abcEtt stycke')
  })

  it('may name all deletions that it knows of', () => {
    const two = new Two()
    two.deleteBlock()
    const everything = Y.encodeStateAsUpdate(two.house.doc)
    expect(two.house.check(everything, id => id !== seedId)).toMatchObject({ ok: true, nothingNew: true })
  })

  it('is applied only if it is the last that was checked, and nothing has happened since', () => {
    const two = new Two()
    const update = two.byAnna(doc => textIn(doc, 'background', 0).insert(0, 'x'))
    two.house.check(update)
    two.house.doc.getXmlFragment('purpose').delete(0, 1)
    expect(() => two.house.guarded.apply(update)).toThrow('checked')
  })
})
