import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { RescuedWhy } from '../../../shared/http/rescued.ts'
import { seedState } from '../../server/sync/guard/guardedHouse.ts'
import { HonestClient } from '../../server/sync/guard/honestClient.ts'
import { fieldRoots, RandomEditor, richRoots } from '../../server/sync/guard/RandomEditor.ts'
import { Random } from '../../server/sync/guard/random.ts'
import { visibleText } from '../../server/sync/guard/visibleText.ts'
import { linesOf, RefusingServer } from './RefusingServer.ts'

/** The last ones have failed once. */
const seeds = [...Array.from({ length: 40 }, (_, at) => at + 1), 135, 612, 1265]

const reasons: readonly RescuedWhy[] = ['unknownMark', 'documentFull', 'gap', 'wrongShape']

describe('Somebody who writes at random and is refused at random', () => {
  it.each(seeds)('ends with a clean document and every letter in it or left over, seed %i', seed => {
    const random = new Random(seed)
    const server = new RefusingServer(seedState(['Ett', 'Två', 'Tre']))
    const writers = [0, 1].map(
      at => new HonestClient(1000 + seed * 10 + at, server.state, richRoots, fieldRoots, true),
    )
    const editors = writers.map(() => new RandomEditor(random))
    const [me, other] = writers
    const [mine, others] = editors
    if (!me || !other || !mine || !others) throw new Error('There are two of them.')
    // The other's letters are none of mine.
    for (let skipped = 0; skipped < 2000; skipped += 1) others.type()
    others.typed.clear()

    for (let edits = 0; edits < 60; edits += 1) {
      mine.edit(me)
      if (random.next() < 0.3) others.edit(other)
    }
    for (const update of other.outbox.splice(0)) expect(server.take(update)).toBeNull()
    const seenOfOther = visibleText(server.doc)
    if (random.next() < 0.5) server.closed.add(random.pick([...richRoots, ...fieldRoots]))
    for (let bad = 0; bad < 2; bad += 1) {
      server.disliked.set(random.pick([...mine.typed]), random.pick(reasons))
    }
    const wanted = new Y.Doc()
    for (const update of [server.state, ...me.outbox]) Y.applyUpdate(wanted, update)

    const left = server.takeAll(me.outbox)
    const there = visibleText(server.doc)
    const words = linesOf(left).join('\n')
    const wantedText = visibleText(wanted)
    const missing = [...mine.typed].filter(
      letter => wantedText.includes(letter) && !there.includes(letter) && !words.includes(letter),
    )
    expect(missing, 'in none of them').toEqual([])
    const twice = [...mine.typed].filter(
      letter => wantedText.split(letter).length === 2 && there.split(letter).length > 2,
    )
    expect(twice, 'twice in the text').toEqual([])
    const foreign = [...others.typed].filter(letter => seenOfOther.includes(letter))
    expect(foreign.filter(letter => !there.includes(letter) && wantedText.includes(letter))).toEqual([])
    if (left.length === 0 && server.refusals.every(why => why === 'gap')) {
      expect([...there].sort().join('')).toBe([...wantedText].sort().join(''))
    }
  })
})
