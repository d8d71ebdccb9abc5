import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from '../../../client/sync/splitUpdate.ts'
import { largestUpdateBytes } from '../../../shared/sync/updateSize.ts'
import { GuardedHouse, paragraph, textIn } from '../../server/sync/guard/guardedHouse.ts'

/** An update of somebody's, the parts it is sent in, and what the server makes of them. */
function sent(change: (doc: Y.Doc) => void, maxBytes = largestUpdateBytes) {
  const house = new GuardedHouse()
  const writer = house.person(7)
  const whole = house.updateOf(writer, change)
  const parts = splitUpdate(whole, maxBytes)
  for (const part of parts) house.take(part)
  return { house, writer, whole, parts }
}

const same = (one: Y.Doc, other: Y.Doc) =>
  expect(one.getXmlFragment('background').toString()).toBe(other.getXmlFragment('background').toString())

describe('An update that is more than goes through at once', () => {
  it('is left alone as long as it is small', () => {
    const { whole, parts } = sent(doc => textIn(doc, 'background', 0).insert(0, 'Ord'))
    expect(parts).toEqual([whole])
  })

  it('goes in parts that the guard lets in one by one, and comes to the same', () => {
    const { house, writer, parts } = sent(doc => {
      const blocks = Array.from({ length: 3000 }, (_, at) =>
        paragraph(`Stycke ${at} som är inklistrat med mycket.`),
      )
      doc.getXmlFragment('background').insert(1, blocks)
      textIn(doc, 'background', 0).delete(0, 4)
    })
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(largestUpdateBytes)
    same(house.doc, writer)
    expect(Y.encodeStateVector(house.doc)).toEqual(Y.encodeStateVector(writer))
  })

  it('is cut in the middle of one long text, and in the middle of no letter', () => {
    const long = 'å😀ä'.repeat(40_000)
    const { house, writer, parts } = sent(doc => {
      textIn(doc, 'background', 0).insert(4, long)
      textIn(doc, 'background', 0).insert(2, 'mitt i')
    })
    expect(parts.length).toBeGreaterThan(5)
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(largestUpdateBytes)
    same(house.doc, writer)
    expect(house.doc.getXmlFragment('background').toString()).toContain(long)
  })

  it('goes in parts when it is only deletes', () => {
    const { house, writer, parts } = sent(doc => {
      const text = textIn(doc, 'background', 0)
      for (let at = 0; at < 3; at += 1) text.delete(at, 1)
    }, 10)
    expect(parts).toHaveLength(1)
    same(house.doc, writer)
  })
})
