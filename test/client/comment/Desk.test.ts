import { describe, expect, it } from 'vitest'
import { Comments } from '../../../client/comment/Comments.ts'
import { Desk } from '../../../client/comment/Desk.ts'
import { openOnly } from '../../../client/comment/filter.ts'
import { KeptComments } from '../../../client/comment/KeptComments.ts'
import { FakeCommentServer } from './FakeCommentServer.ts'
import { anna, thread } from './threads.ts'

/** A desk with an open, a resolved and an internal thread, and one about another section. */
async function desk(): Promise<{ readonly desk: Desk; readonly comments: Comments }> {
  const server = new FakeCommentServer(anna)
  server.put(thread('open'))
  server.put(thread('resolved', { resolved: { by: anna, at: '2026-11-22T10:00:00.000Z' } }))
  server.put(thread('internal', { internalTo: 'heby' }))
  server.put(thread('other', { place: { is: 'section', section: 'purpose' } }))
  const comments = new Comments({
    me: anna,
    server,
    kept: new KeptComments(null, 'anna@heby', 'a'),
    now: () => new Date(),
    onRefused: () => {},
  })
  const told = new Promise<void>(resolve => {
    const stop = comments.subscribe(() => {
      stop()
      resolve()
    })
  })
  comments.look()
  await told
  return { desk: new Desk(comments, anna), comments }
}

const drawnIn = (on: Desk) =>
  on.drawnIn('background').map(({ id, look, words }) => [id.replace(/0+$/, ''), look, words && 'found'])

describe('the desk', () => {
  it('draws the open threads in their section, the internal ones by their words', async () => {
    const { desk: on } = await desk()
    expect(drawnIn(on)).toEqual([
      ['open', 'plain', null],
      ['internal', 'plain', 'found'],
    ])
    expect(on.drawnIn('purpose')).toEqual([])
  })

  it('draws a resolved thread only while it is selected, or asked for by the filter', async () => {
    const { desk: on } = await desk()
    on.set({ selected: 'resolved0000' })
    expect(drawnIn(on)).toContainEqual(['resolved', 'selected', null])
    on.set({ selected: null, filter: { ...openOnly, state: 'resolved' } })
    expect(drawnIn(on)).toEqual([['resolved', 'plain', null]])
  })

  it('draws what a new comment is about while it is written', async () => {
    const { desk: on } = await desk()
    const place = {
      is: 'text',
      section: 'purpose',
      anchor: '',
      head: '',
      quote: 'ord',
      before: '',
      after: '',
    } as const
    on.set({ composing: { key: 'new', place, number: 1 } })
    expect(on.drawnIn('purpose').map(({ look }) => look)).toEqual(['draft'])
  })

  it('tells a section of nothing that has not changed in it', async () => {
    const { desk: on } = await desk()
    const before = on.drawnIn('background')
    on.set({ selected: 'other0000000', asList: true })
    expect(on.drawnIn('background')).toBe(before)
    on.set({ isOpen: true })
    expect(on.drawnIn('background')).not.toBe(before)
  })

  it('draws all of them by their words in a text that has no marks, and what a new one there is about', async () => {
    const { comments } = await desk()
    const on = new Desk(comments, anna, 'words')
    expect(drawnIn(on)).toEqual([
      ['open', 'plain', 'found'],
      ['internal', 'plain', 'found'],
    ])
    const place = { is: 'sentText', section: 'purpose', quote: 'ord', before: '', after: '' } as const
    on.set({ composing: { key: 'new', place, number: 1 } })
    expect(on.drawnIn('purpose').map(({ look }) => look)).toEqual(['draft'])
  })
})
