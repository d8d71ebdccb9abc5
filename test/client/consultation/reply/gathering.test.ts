import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { gather, gatheredIn, threadsToGather } from '../../../../client/consultation/reply/gathering.ts'
import { readDraft } from '../../../../client/consultation/reply/replyDraft.ts'
import { createUndo } from '../../../../client/editor/undo.ts'
import { setRemoved } from '../../../../client/form/items/items.ts'
import { replyRoots } from '../../../../shared/consultation/replyDocument.ts'
import { addRemark, emptyDraft, thread, write } from './draft.ts'

const ids = (...threads: readonly { id: string }[]) => threads.map(({ id }) => id)
const toGather = (threads: readonly ReturnType<typeof thread>[], gathered: readonly string[] = []) =>
  ids(...threadsToGather(threads, 'fk', 1, new Set(gathered)))

describe('What can be gathered from comments', () => {
  it('is what my party has said in this round, and is not in the answer yet', () => {
    const mine = thread('aaaaaaaaaaaa')
    expect(
      toGather(
        [
          mine,
          thread('bbbbbbbbbbbb', { round: 2 }),
          thread('cccccccccccc', { round: null }),
          thread('dddddddddddd', { internalTo: 'af' }),
          thread('eeeeeeeeeeee', { internalTo: null }),
          thread('ffffffffffff'),
        ],
        ['ffffffffffff'],
      ),
    ).toEqual(['aaaaaaaaaaaa'])
  })

  it('leaves out one whose words have been deleted', () => {
    const [post] = thread('aaaaaaaaaaaa').posts
    if (!post) throw new Error('A thread begins with a post.')
    expect(
      toGather([thread('aaaaaaaaaaaa', { posts: [{ ...post, deletedAt: '2024-04-09T08:00:00Z' }] })]),
    ).toEqual([])
  })
})

describe('A comment that becomes a remark', () => {
  it('brings its words, its section and what it is about, and stands last', () => {
    const doc = emptyDraft()
    addRemark(doc, null, 'Först.')
    gather(doc, thread('aaaaaaaaaaaa'), 'Vi vill ha två.')
    expect(readDraft(doc).content.remarks).toMatchObject([
      { text: 'Först.', section: null, threadId: null },
      { text: 'Vi vill ha två.', section: 'purpose', quote: 'tre år', threadId: 'aaaaaaaaaaaa', wording: '' },
    ])
  })

  it('is in the answer once, however often it is chosen', () => {
    const doc = emptyDraft()
    gather(doc, thread('aaaaaaaaaaaa'), 'Vi vill ha två.')
    gather(doc, thread('aaaaaaaaaaaa'), 'Vi vill ha två.')
    expect(readDraft(doc).content.remarks).toHaveLength(1)
  })

  it('can be chosen again when its remark has been removed', () => {
    const doc = emptyDraft()
    gather(doc, thread('aaaaaaaaaaaa'), 'Vi vill ha två.')
    const [remark] = readDraft(doc).content.remarks
    setRemoved(doc, 'remarks', remark?.id ?? '', true)
    expect(gatheredIn(doc)).toEqual(new Set())
    gather(doc, thread('aaaaaaaaaaaa'), 'Vi vill ha två.')
    expect(readDraft(doc).content.remarks).toHaveLength(1)
  })

  it('keeps what the words of a long selection say, as far as a remark may quote', () => {
    const doc = emptyDraft()
    const place = { is: 'text' as const, section: 'purpose', quote: 'x'.repeat(600), before: '', after: '' }
    gather(doc, thread('aaaaaaaaaaaa', { place }), 'Kortare.')
    expect(readDraft(doc).content.remarks[0]?.quote).toHaveLength(500)
  })

  it('goes away in one step when it is undone, and nothing else does', () => {
    const doc = emptyDraft()
    const undo = createUndo(doc, replyRoots)
    addRemark(doc, null, 'Först.')
    gather(doc, thread('aaaaaaaaaaaa'), 'Vi vill ha två.')
    undo.undo()
    expect(readDraft(doc).content.remarks.map(({ text }) => text)).toEqual(['Först.'])
  })

  it('leaves what two colleagues add at once where both can see it', () => {
    const [one, other] = [emptyDraft(), new Y.Doc()]
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    gather(one, thread('aaaaaaaaaaaa'), 'Den ena.')
    addRemark(other, 'goals', 'Den andra.')
    write(other, 'summary', ['text'], 'Vi tillstyrker.')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    const texts = readDraft(one).content.remarks.map(({ text }) => text)
    expect([...texts].sort()).toEqual(['Den andra.', 'Den ena.'])
    expect(readDraft(other).content.remarks.map(({ text }) => text)).toEqual(texts)
  })
})
