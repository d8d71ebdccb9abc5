import { getSchema } from '@tiptap/core'
import { updateYFragment } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { commentKey, isCommentKey, threadsIn } from '../../../../shared/document/nodes/commentKey.ts'
import { sectionNodes } from '../../../../shared/document/nodes/sectionNodes.ts'
import { seeded } from '../../form/seeded.ts'

// The compiler takes Tiptap's types as seen from another wing for another module's.
const schema = getSchema(sectionNodes(hash => hash) as unknown as Parameters<typeof getSchema>[0])

/** The formats that y-tiptap gives words with the marks of these threads. */
function writtenByEditor(threads: readonly string[]): Record<string, unknown> {
  const marks = threads.map(thread => schema.mark('comment', { thread }))
  const page = schema.node('doc', null, [schema.node('paragraph', null, [schema.text('ord', marks)])])
  const fragment = new Y.Doc().getXmlFragment('text')
  if (fragment.doc) updateYFragment(fragment.doc, fragment, page, { mapping: new Map(), isOMark: new Map() })
  const paragraph = fragment.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  return text instanceof Y.XmlText ? text.toDelta()[0].attributes : {}
}

describe('The key of a comment mark', () => {
  it("is the one that the editors' binding writes, whatever the thread's id", () => {
    const random = seeded(5)
    for (let tried = 0; tried < 200; tried += 1) {
      const hex = () => random.between(0, 15).toString(16)
      const thread = Array.from({ length: random.between(12, 32) }, hex).join('')
      expect(writtenByEditor([thread])).toEqual({ [commentKey(thread)]: { thread } })
      expect(isCommentKey(commentKey(thread))).toBe(true)
    }
  })

  it('is one for each thread that is about the same words', () => {
    const [one, other] = ['b0b0b0b0b0b0b0b0b0b0', 'a0a0a0a0a0a0a0a0a0a0'] as const
    const written = writtenByEditor([one, other])
    expect(written).toEqual({ [commentKey(one)]: { thread: one }, [commentKey(other)]: { thread: other } })
    expect(threadsIn(written)).toEqual([other, one])
  })

  it.each([
    'comment',
    'comment--',
    'comment--kort',
    'comment--123456789',
    'bold--AAAAAAAA',
    'x comment--AAAAAAAA',
  ])('is never %s', key => expect(isCommentKey(key)).toBe(false))

  it('is passed over when its value names no thread', () => {
    for (const value of [null, 7, 'a', {}, { thread: 7 }, { thread: '' }]) {
      expect(threadsIn({ 'comment--AAAAAAAA': value })).toEqual([])
    }
  })
})
