import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Unacknowledged } from '../../../client/sync/rebuild/poisoned.ts'
import type { Piece } from '../../../client/sync/rebuild/Replay.ts'
import { type Refusal, rebuild } from '../../../client/sync/rebuild/rebuild.ts'
import { commentKey } from '../../../shared/document/nodes/commentKey.ts'
import type { RescuedWhy } from '../../../shared/http/rescued.ts'
import { paragraph, roots, seedState, textIn } from '../../server/sync/guard/guardedHouse.ts'
import { linesOf, RefusingServer, writerOn } from './RefusingServer.ts'

let server: RefusingServer
let doc: Y.Doc
let written: Uint8Array[]
beforeEach(() => {
  server = new RefusingServer(seedState(['Ett stycke', 'Ett annat']))
  ;({ doc, written } = writerOn(server))
})

const blocksOf = (on: Y.Doc, section: string) =>
  on
    .getXmlFragment(section)
    .toArray()
    .map(block => (block instanceof Y.XmlElement ? block.toArray().map(String).join('') : ''))

/** Writes in a way that no guard lets through. */
function writeBadly(section: string): void {
  doc.getXmlFragment(section).push([new Y.XmlElement('script')])
}

/** The first of them was refused. */
function refusalOf(unacknowledged: readonly Unacknowledged[], why: RescuedWhy): Refusal {
  const [refused] = unacknowledged
  if (!refused) throw new Error('Nothing can be refused.')
  return { unacknowledged, refused, why }
}

describe('An update that is refused', () => {
  it('takes nothing along that does not hang on it', () => {
    writeBadly('background')
    const elsewhere = writerOn(server)
    textIn(elsewhere.doc, 'purpose', 0).insert(0, 'Först: ')
    const [bad = new Uint8Array()] = written
    const [other = new Uint8Array()] = elsewhere.written
    const entries = [bad, other].map(update => ({ key: null, update, again: false }))
    const { replaced, updates } = rebuild(server.state, roots, refusalOf(entries, 'unknownNode'))
    expect(replaced).toEqual([entries[0]])
    expect(updates).toEqual([])
    expect(server.takeAll([bad, other])).toEqual([])
    expect(blocksOf(server.doc, 'purpose')).toEqual(['Först: Ett stycke', 'Ett annat'])
  })

  it('for what it says leaves all that was written after it in its place, once', () => {
    textIn(doc, 'background', 0).insert(10, ' som växer')
    writeBadly('background')
    textIn(doc, 'background', 1).insert(10, ' och mer')
    textIn(doc, 'purpose', 1).insert(0, 'Syftet: ')
    textIn(doc, 'purpose', 1).delete(8, 4)
    doc.getMap('participants').set('atATime', 12)
    const left = server.takeAll(written)
    expect(left).toEqual([])
    expect(server.refusals).toEqual(['unknownNode'])
    expect(blocksOf(server.doc, 'background')).toEqual(['Ett stycke som växer', 'Ett annat och mer'])
    expect(blocksOf(server.doc, 'purpose')).toEqual(['Ett stycke', 'Syftet: annat'])
    expect(server.doc.getMap('participants').get('atATime')).toBe(12)
  })

  it('for a section that is closed leaves only what was written there over, a paragraph a line', () => {
    server.closed.add('background')
    textIn(doc, 'background', 0).insert(10, ' utökat')
    doc.getXmlFragment('background').insert(2, [paragraph('Ett nytt'), paragraph('Ett till')])
    textIn(doc, 'purpose', 0).insert(0, 'Syfte. ')
    const left = server.takeAll(written)
    expect(linesOf(left)).toEqual(['background: utökat', 'background: Ett nytt', 'background: Ett till'])
    expect(left.map(({ why }) => why)).toEqual(['mayNotWrite'])
    expect(blocksOf(server.doc, 'background')).toEqual(['Ett stycke', 'Ett annat'])
    expect(blocksOf(server.doc, 'purpose')).toEqual(['Syfte. Ett stycke', 'Ett annat'])
    expect(server.refusals).toEqual(['mayNotWrite'])
  })

  it('that reaches into a closed section and an open one is let into the open one', () => {
    server.closed.add('background')
    doc.transact(() => {
      textIn(doc, 'background', 0).insert(0, 'Stängt ')
      textIn(doc, 'purpose', 0).insert(0, 'Öppet ')
      doc.getMap('participants').set('name', 'Anna')
    })
    const left = server.takeAll(written)
    expect(linesOf(left)).toEqual(['background: Stängt'])
    expect(blocksOf(server.doc, 'purpose')[0]).toBe('Öppet Ett stycke')
    expect(server.doc.getMap('participants').get('name')).toBe('Anna')
  })

  it('keeps numbers, choices and dates that are refused, each with its field', () => {
    server.closed.add('participants').add('goals')
    const participants = doc.getMap('participants')
    doc.transact(() => participants.set('start', '2025-12-31'))
    doc.transact(() => participants.set('2026', 400))
    const prose = participants.get('text')
    if (prose instanceof Y.Text) prose.insert(0, 'Första\nAndra')
    doc.transact(() => {
      const goal = new Y.Map<unknown>()
      goal.set('order', 'a0')
      goal.set('level', 'effect')
      goal.set('text', new Y.Text('Ett mål'))
      doc.getMap('goals').set('k1', goal)
    })
    expect(linesOf(server.takeAll(written)).sort()).toEqual([
      'goals k1/level: effect',
      'goals k1/text: Ett mål',
      'participants 2026: 400',
      'participants start: 2025-12-31',
      'participants text: Första\nAndra',
    ])
  })

  it('for one party’s part leaves the other parts of the section in', () => {
    server.closed.add('participants fk.email')
    const participants = doc.getMap('participants')
    doc.transact(() => {
      participants.set('fk.email', 'a@fk.example')
      participants.set('af.email', 'a@af.example')
    })
    expect(linesOf(server.takeAll(written))).toEqual(['participants fk.email: a@fk.example'])
    expect(server.doc.getMap('participants').get('af.email')).toBe('a@af.example')
  })

  it('for several parts of which it is known which are not hers leaves those over at once, and those after it', () => {
    const participants = doc.getMap('participants')
    doc.transact(() => {
      for (const party of ['fk', 'af', 'region']) participants.set(`${party}.email`, `a@${party}.example`)
    })
    doc.transact(() => participants.set('af.email', 'b@af.example'))
    doc.transact(() => participants.set('heby.email', 'a@heby.example'))
    doc.transact(() => textIn(doc, 'background', 0).insert(0, 'Mitt. '))
    const entries = written.map(update => ({ key: null, update, again: false }))
    const mayWrite = ({ section, key }: Piece) => section !== 'participants' || key === 'fk.email'
    const refusal = refusalOf(entries, 'mayNotWrite')
    const { updates, left, isWhole } = rebuild(server.state, roots, refusal, () => true, mayWrite)
    for (const update of updates) expect(server.take(update)).toBeNull()
    expect(linesOf(left).sort()).toEqual([
      'participants af.email: b@af.example',
      'participants heby.email: a@heby.example',
      'participants region.email: a@region.example',
    ])
    expect(isWhole).toBe(false)
    expect(server.doc.getMap('participants').get('fk.email')).toBe('a@fk.example')
    expect(blocksOf(server.doc, 'background')[0]).toBe('Mitt. Ett stycke')
  })

  it('for how it was sent is entered again whole, with looks, tables and others’ words around it', () => {
    const text = textIn(doc, 'background', 0)
    text.insert(4, 'fetstil ', { bold: {} })
    text.format(0, 3, { italic: {} })
    const list = paragraph('punkt')
    list.setAttribute('list', 'bullet')
    doc.getXmlFragment('background').insert(1, [list])
    list.setAttribute('list', 'number')
    list.removeAttribute('indent')
    doc.getXmlFragment('background').delete(2, 1)
    const other = writerOn(server)
    textIn(other.doc, 'background', 0).insert(4, 'stort ')
    textIn(other.doc, 'background', 1).insert(9, ' (kvar)')
    for (const update of other.written) expect(server.take(update)).toBeNull()
    const merged = new Y.Doc()
    for (const update of [server.state, ...written]) Y.applyUpdate(merged, update)
    // A gap: the first did not come through.
    const entries = written.map(update => ({ key: null, update, again: false }))
    const { replaced, updates, left } = rebuild(server.state, roots, refusalOf(entries, 'gap'))
    const rest = entries.filter(entry => !replaced.includes(entry)).map(({ update }) => update)
    for (const update of [...rest, ...updates]) expect(server.take(update)).toBeNull()
    expect(left).toEqual([])
    expect(server.doc.getXmlFragment('background').toString()).toBe(
      merged.getXmlFragment('background').toString(),
    )
  })

  it('that parts words with a comment on them is entered again with the comment on both halves', () => {
    const thread = 'a'.repeat(20)
    const commented = { [commentKey(thread)]: { thread } }
    const before = writerOn(server)
    textIn(before.doc, 'background', 0).format(0, 10, commented)
    for (const update of before.written) expect(server.take(update)).toBeNull()
    const anna = writerOn(server)
    anna.doc.transact(() => {
      textIn(anna.doc, 'background', 0).delete(3, 7)
      const half = new Y.XmlElement('paragraph')
      const words = new Y.XmlText()
      words.applyDelta([{ insert: ' stycke', attributes: commented }, { insert: ' till' }])
      half.insert(0, [words])
      anna.doc.getXmlFragment('background').insert(1, [half])
    })
    const entries = anna.written.map(update => ({ key: null, update, again: false }))
    const { updates, left } = rebuild(server.state, roots, refusalOf(entries, 'gap'))
    for (const update of updates) expect(server.take(update)).toBeNull()
    expect([left, blocksOf(server.doc, 'background').length]).toEqual([[], 3])
    expect(textIn(server.doc, 'background', 0).toDelta()).toEqual([{ insert: 'Ett', attributes: commented }])
    expect(textIn(server.doc, 'background', 1).toDelta()).toEqual([
      { insert: ' stycke', attributes: commented },
      { insert: ' till' },
    ])
  })

  it('is left over at last when it is refused again, and does not go round for ever', () => {
    server.disliked.set('ful', 'documentFull')
    textIn(doc, 'background', 0).insert(0, 'ful ')
    textIn(doc, 'purpose', 0).insert(0, 'fin ')
    const left = server.takeAll(written)
    expect(server.refusals).toEqual(['documentFull', 'documentFull'])
    expect(linesOf(left)).toEqual(['background: ful'])
    expect(left[0]?.why).toBe('documentFull')
    expect(blocksOf(server.doc, 'purpose')[0]).toBe('fin Ett stycke')
  })

  it('gives what stood in a paragraph that somebody has deleted meanwhile', () => {
    writeBadly('purpose')
    textIn(doc, 'background', 0).insert(10, ' mina ord')
    const other = writerOn(server)
    other.doc.getXmlFragment('background').delete(0, 1)
    for (const update of other.written) server.take(update)
    const left = server.takeAll(written)
    expect(linesOf(left).map(line => line.split(': ')[1])).toEqual(['mina ord'])
    expect(left[0]?.why).toBe('noPlace')
    expect(blocksOf(server.doc, 'background')).toEqual(['Ett annat'])
  })

  it('puts words between others’ words back where they stood, and tells of left ones where there was a gap', () => {
    server.closed.add('background')
    const text = textIn(doc, 'background', 0)
    text.insert(0, 'Före ')
    text.insert(text.length, ' efter')
    expect(linesOf(server.takeAll(written))).toEqual(['background: Före  …  efter'])
  })

  it('that only parts a paragraph leaves nothing over, for the words stand where they stood', () => {
    server.closed.add('background')
    doc.transact(() => {
      textIn(doc, 'background', 0).delete(3, 7)
      doc.getXmlFragment('background').insert(1, [paragraph(' stycke')])
    })
    textIn(doc, 'background', 1).insert(7, ' med nya ord')
    expect(linesOf(server.takeAll(written))).toEqual(['background: med nya ord'])
    expect(blocksOf(server.doc, 'background')).toEqual(['Ett stycke', 'Ett annat'])
  })

  it('that moved words, and was undone, leaves them standing once', () => {
    doc.transact(() => {
      textIn(doc, 'background', 0).delete(3, 7)
      const moved = paragraph(' stycke')
      moved.setAttribute('unheard', 'of')
      doc.getXmlFragment('background').insert(1, [moved])
    })
    doc.transact(() => {
      doc.getXmlFragment('background').delete(1, 1)
      textIn(doc, 'background', 0).insert(3, ' stycke')
    })
    expect(linesOf(server.takeAll(written))).toEqual([])
    expect(server.refusals).toEqual(['unknownAttribute'])
    expect(blocksOf(server.doc, 'background')).toEqual(['Ett stycke', 'Ett annat'])
  })

  it('is not entered twice when another window has seen to it', () => {
    textIn(doc, 'background', 0).insert(0, 'En gång. ')
    textIn(doc, 'background', 0).insert(9, 'Min. ')
    const entries = written.map(update => ({ key: null, update, again: false }))
    const { updates, left } = rebuild(
      server.state,
      roots,
      refusalOf(entries, 'gap'),
      entry => entry === entries[1],
    )
    for (const update of updates) expect(server.take(update)).toBeNull()
    expect([...linesOf(left), blocksOf(server.doc, 'background')[0]]).toEqual(['Min. Ett stycke'])
  })

  it('that cannot even be read holds nothing up', () => {
    textIn(doc, 'background', 0).insert(0, 'Ord. ')
    const entries = [Uint8Array.of(1, 255, 255), ...written].map(update => ({
      key: null,
      update,
      again: false,
    }))
    const rebuilt = rebuild(server.state, roots, refusalOf(entries, 'malformed'))
    expect(rebuilt).toEqual({ replaced: entries.slice(0, 1), updates: [], left: [], isWhole: false })
  })
})
