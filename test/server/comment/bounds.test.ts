import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommentEvent } from '../../../server/comment/CommentEvent.ts'
import {
  type CommentsFile,
  commentsFileSchema,
  type KeptThread,
  lettersMost,
  noComments,
  postsMost,
  postsTogetherMost,
  threadsMost,
} from '../../../server/comment/commentsFile.ts'
import { DocumentComments } from '../../../server/comment/DocumentComments.ts'
import { eventOfAnswer, eventOfStart } from '../../../server/comment/eventsOf.ts'
import { handleComments } from '../../../server/comment/handleComments.ts'
import { openJsonFile } from '../../../server/storage/jsonFile.ts'
import { commentMaxLength } from '../../../shared/http/comments.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import type { Visitor } from '../../harness/rawClient.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { keptPost, keptThread } from './keptThread.ts'
import { comment, newId, Said } from './said.ts'

const at = '2026-11-22T12:00:00.000Z'

function saying(text: string): KeptThread {
  return keptThread({ posts: [keptPost(text)] })
}

async function commentsWith(initial: CommentsFile): Promise<DocumentComments> {
  const disk = new MemoryFileSystem()
  await disk.makeFolder('/data')
  const file = await openJsonFile(
    '/data/comments.json',
    commentsFileSchema,
    initial,
    disk,
    () => {},
    handleComments(),
  )
  return new DocumentComments(file, () => Date.parse(at))
}

async function start(comments: DocumentComments, thread: KeptThread): Promise<void> {
  const [post] = thread.posts
  if (post) await comments.start(thread, eventOfStart(thread, post))
}

async function answer(comments: DocumentComments, threadId: string, text: string): Promise<void> {
  const post = { id: newId(), by: 'karim@af', at, text, editedAt: null, deletedAt: null }
  await comments.answer(threadId, post, eventOfAnswer(threadId, post))
}

describe('the comments of one ansökan', () => {
  it('are so many threads and no more, of all and of each party by itself', async () => {
    const many = (internalTo: string | null) =>
      Array.from({ length: threadsMost }, () => keptThread({ internalTo }))
    const comments = await commentsWith({ ...noComments, threads: [...many(null), ...many('af')] })
    await expect(start(comments, keptThread())).rejects.toThrow('commentsFull')
    await expect(start(comments, keptThread({ internalTo: 'af' }))).rejects.toThrow('commentsFull')
    await start(comments, keptThread({ internalTo: 'fk' }))
    expect(comments.threads).toHaveLength(2 * threadsMost + 1)
    expect(comments.due).toHaveLength(1)
    const internal = comments.threads.find(thread => thread.internalTo === 'fk')?.id ?? ''
    await expect(comments.change(internal, { isInternal: false }, 'elin@fk')).rejects.toThrow('commentsFull')
    expect(comments.thread(internal)?.internalTo).toBe('fk')
  })

  it('are so many posts in a thread and no more', async () => {
    const thread = keptThread()
    const [post] = thread.posts
    if (!post) throw new Error('A thread has a post.')
    const posts = Array.from({ length: postsMost - 1 }, () => ({ ...post, id: newId() }))
    const comments = await commentsWith({ ...noComments, threads: [{ ...thread, posts }] })
    await answer(comments, thread.id, 'Den sista.')
    await expect(answer(comments, thread.id, 'En till.')).rejects.toThrow('commentsFull')
  })

  it('are so many posts in all threads together and no more, deleted ones too', async () => {
    const deleted = { by: 'karim@af', at, text: '', editedAt: null, deletedAt: at }
    const posts = () => Array.from({ length: postsMost }, () => ({ ...deleted, id: newId() }))
    const full = Array.from({ length: postsTogetherMost / postsMost - 1 }, () => ({
      ...keptThread(),
      posts: posts(),
    }))
    const thread = { ...keptThread(), posts: posts().slice(1) }
    const comments = await commentsWith({ ...noComments, threads: [...full, thread] })
    await start(comments, keptThread())
    await expect(answer(comments, thread.id, 'En till.')).rejects.toThrow('commentsFull')
    await expect(start(comments, keptThread())).rejects.toThrow('commentsFull')
    await start(comments, keptThread({ internalTo: 'af' }))
  })

  it('are so many letters and no more, also by editing; what has been deleted does not count', async () => {
    const long = 'x'.repeat(commentMaxLength)
    const threads = Array.from({ length: lettersMost / commentMaxLength }, () => saying(long))
    const [first] = threads
    const post = first?.posts[0]?.id ?? ''
    const comments = await commentsWith({ ...noComments, threads: [...threads, saying('')] })
    const last = comments.threads.at(-1)
    if (!first || !last) throw new Error('There are threads.')
    await expect(start(comments, saying('x'))).rejects.toThrow('commentsFull')
    await expect(answer(comments, last.id, 'x')).rejects.toThrow('commentsFull')
    await expect(comments.edit(last.id, last.posts[0]?.id ?? '', 'x')).rejects.toThrow('commentsFull')
    await comments.remove(first.id, post)
    await answer(comments, last.id, 'x')
  })

  it('are as they were when a change among several at once is refused', async () => {
    const thread = keptThread()
    const comments = await commentsWith({ ...noComments, threads: [thread] })
    const answers = await Promise.allSettled([
      answer(comments, thread.id, 'Före.'),
      answer(comments, newId(), 'Till ingen.'),
      answer(comments, thread.id, 'Efter.'),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(comments.thread(thread.id)?.posts.map(({ text }) => text)).toEqual(['Ord.', 'Före.', 'Efter.'])
  })
})

describe('what is to be told', () => {
  it('is kept with what was done, until it has been told', async () => {
    const comments = await commentsWith(noComments)
    const thread = saying('Vad tycker @{person:elin} och @{party:fk}?')
    await start(comments, thread)
    await answer(comments, thread.id, 'Bra, @{person:karim}.')
    await comments.change(thread.id, { isResolved: true, isMaterial: true }, 'anna@heby')
    const said = (event: CommentEvent) => [event.kind, event.by, event.mentioned.map(named => named.is)]
    expect(comments.due.map(said)).toEqual([
      ['started', 'karim@af', ['person', 'party']],
      ['answered', 'karim@af', ['person']],
      ['resolved', 'anna@heby', []],
    ])
    const [first, ...rest] = comments.due
    if (first) await comments.told([first])
    expect(comments.due).toEqual(rest)
  })

  it('is nothing for what changes nothing, and only who is newly named for an edit', async () => {
    const comments = await commentsWith(noComments)
    const thread = saying('Vad tycker @{person:elin}?')
    const post = thread.posts[0]?.id ?? ''
    await start(comments, thread)
    await start(comments, thread)
    await comments.edit(thread.id, post, 'Vad tycker nu @{person:elin}?')
    await comments.edit(thread.id, post, 'Vad tycker nu @{person:elin} och @{person:sofia}?')
    await comments.change(thread.id, { isResolved: false, assignee: null }, 'anna@heby')
    expect(comments.due.map(({ kind, mentioned }) => [kind, mentioned])).toEqual([
      ['started', [{ is: 'person', personId: 'elin' }]],
      ['edited', [{ is: 'person', personId: 'sofia' }]],
    ])
  })

  it('is everybody who is named in a thread when it is handed over', async () => {
    const thread = { ...saying('@{person:elin}'), internalTo: 'af' }
    const comments = await commentsWith({ ...noComments, threads: [thread] })
    await answer(comments, thread.id, '@{person:sofia} och @{person:elin}')
    await comments.change(thread.id, { isInternal: false }, 'karim@af')
    expect(comments.due.at(-1)).toMatchObject({
      kind: 'released',
      mentioned: [{ personId: 'elin' }, { personId: 'sofia' }],
    })
  })
})

describe('somebody who floods', () => {
  let server: DemoServer
  let anna: Visitor
  let id: string

  beforeAll(async () => {
    server = await DemoServer.start()
    anna = await server.enter('anna')
    id = await anna.newApplication()
  })
  afterAll(async () => await server.dispose())

  const path = (rest = '') => `/api/applications/${id}/comments${rest}`

  it('is asked to wait after sixty posts in a minute, in all ansökningar together; others are not', async () => {
    const { id: thread, posts } = await new Said(anna, id).start()
    const elsewhere = `/api/applications/${await anna.newApplicationAlone()}/comments`
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_, number) =>
        number % 3 === 0
          ? anna.post(path(`/${thread}/posts`), { id: newId(), text: 'x' })
          : anna.post(number % 3 === 1 ? path() : elsewhere, comment()),
      ),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(70 - 59)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(59)
    for (const { headers } of refused) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60)
    }
    await new Said(await server.enter('karim'), id).start()

    const edit = (text: string) => anna.put(path(`/${thread}/posts/${posts[0]?.id}`), { text })
    const edits = await Promise.all(Array.from({ length: 130 }, (_, number) => edit(`x${number}`)))
    expect(edits.filter(({ status }) => status === 429)).toHaveLength(10)
  })

  it('says no more than a comment holds', async () => {
    const karim = new Said(await server.enter('karim'), id)
    await karim.start({ text: 'x'.repeat(commentMaxLength) })
    for (const text of ['x'.repeat(commentMaxLength + 1), '', ' \n', 'noll\0']) {
      await expect(karim.start({ text })).rejects.toThrow('malformedRequest')
    }
  })
})
