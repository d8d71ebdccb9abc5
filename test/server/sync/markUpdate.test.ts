import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { markUpdate } from '../../../server/sync/markUpdate.ts'
import { changeOnCopy } from '../../../server/sync/onCopy.ts'
import type { Stretch } from '../../../shared/comment/MarkedText.ts'
import { commentKey } from '../../../shared/document/nodes/commentKey.ts'
import { Random } from './guard/random.ts'

const program = 2
const threads = ['a', 'b', 'c'].map(letter => letter.repeat(20))
const seeds = Array.from({ length: 300 }, (_, index) => index + 1)

/** Three paragraphs that four people have written, formatted, marked and deleted in, late and out of step. */
function written(random: Random): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  for (let at = 0; at < 3; at += 1) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Insatsen')])
    doc.getXmlFragment('background').push([paragraph])
  }
  const people = [11, 7, 90, program].map(clientId => {
    const person = copyOf(doc)
    person.clientID = clientId
    return person
  })
  for (let times = 10 + random.below(30); times > 0; times -= 1) {
    write(random, random.pick(textsIn(random.pick(people))))
    if (random.next() < 0.3) Y.applyUpdate(random.pick(people), Y.encodeStateAsUpdate(random.pick(people)))
  }
  for (const person of people) Y.applyUpdate(doc, Y.encodeStateAsUpdate(person))
  return doc
}

function write(random: Random, text: Y.XmlText): void {
  const at = random.below(text.length + 1)
  const length = Math.min(text.length - at, 1 + random.below(6))
  const kind = random.below(5)
  if (kind === 0 || length === 0) text.insert(at, 'åäö på väg'.slice(0, 1 + random.below(10)))
  else if (kind === 1) text.delete(at, length)
  else if (kind === 2) text.format(at, length, { bold: random.next() < 0.5 ? {} : null })
  else {
    const thread = random.pick(threads)
    text.format(at, length, { [commentKey(thread)]: random.next() < 0.7 ? { thread } : null })
  }
}

/** As the guarded document: Yjs is not to tidy up. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  copy.on('afterTransaction', transaction => {
    transaction._needFormattingCleanup = false
  })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function textsIn(doc: Y.Doc): Y.XmlText[] {
  const blocks = doc.getXmlFragment('background').toArray()
  return blocks.flatMap(block => (block instanceof Y.XmlElement ? block.toArray() : [])) as Y.XmlText[]
}

/** Words in some of the texts of a document, by their number. */
function wordsIn(random: Random, doc: Y.Doc) {
  return textsIn(doc).flatMap((text, number) => {
    const from = random.below(text.length + 1)
    const length = Math.min(text.length - from, 1 + random.below(12))
    return length > 0 && random.next() < 0.7 ? [{ number, from, length }] : []
  })
}

function withUpdate(doc: Y.Doc, update: Uint8Array | null): Uint8Array {
  const copy = copyOf(doc)
  if (update) Y.applyUpdate(copy, update)
  return Y.encodeStateAsUpdate(copy)
}

describe('The update that marks words', () => {
  it.each(seeds)('makes of a document what Yjs makes of it when it formats them (seed %i)', seed => {
    const random = new Random(seed)
    const doc = written(random)
    for (let times = 0; times < 6; times += 1) {
      const thread = random.pick(threads)
      const words = wordsIn(random, doc)
      const asYjs = changeOnCopy(Y.encodeStateAsUpdate(doc), program, copy => {
        const texts = textsIn(copy)
        for (const { number, from, length } of words) {
          texts[number]?.format(from, length, { [commentKey(thread)]: { thread } })
        }
      })
      const texts = textsIn(doc)
      const stretches = words.flatMap(({ number, from, length }): Stretch[] => {
        const text = texts[number]
        return text ? [{ text, from, length }] : []
      })
      const update = markUpdate(doc, program, thread, stretches)
      expect(update === null).toBe(asYjs.update === null)
      expect(Buffer.compare(withUpdate(doc, update), withUpdate(doc, asYjs.update))).toBe(0)
      if (update) Y.applyUpdate(doc, update)
    }
  })

  it('changes nothing in the document itself', () => {
    const doc = written(new Random(7))
    const before = Y.encodeStateAsUpdate(doc)
    const told: unknown[] = []
    doc.on('afterTransaction', () => told.push('changed'))
    const stretches = textsIn(doc).map(text => ({ text, from: 0, length: text.length }))
    expect(markUpdate(doc, program, 'd'.repeat(20), stretches)).not.toBeNull()
    expect([told, Buffer.compare(Y.encodeStateAsUpdate(doc), before)]).toEqual([[], 0])
  })
})
