import { describe, expect, it } from 'vitest'
import { commentsFileSchema, type KeptThread, noComments } from '../../../server/comment/commentsFile.ts'
import { DocumentComments } from '../../../server/comment/DocumentComments.ts'
import { eventOfAnswer, eventOfStart } from '../../../server/comment/eventsOf.ts'
import { handleComments } from '../../../server/comment/handleComments.ts'
import { openJsonFile, readJson } from '../../../server/storage/jsonFile.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { keptPost, keptThread } from './keptThread.ts'

const at = '2026-11-22T12:00:00.000Z'
const path = '/data/comments.json'

/** A thread on words that are still to be marked, whose text is hard to write down. */
function threadOnWords(internalTo: string | null = null): KeptThread {
  return keptThread({
    place: { is: 'text', section: 'background', quote: 'Ord', before: '', after: '' },
    unmarked: { is: 'selection', anchor: '', head: '' },
    internalTo,
    posts: [keptPost('Ett "ord"\nmed å, 😀 och en halv \ud83d.')],
  })
}

async function opened(threads: readonly KeptThread[] = []) {
  const disk = new MemoryFileSystem()
  await disk.makeFolder('/data')
  const initial = { ...noComments, threads: [...threads] }
  const file = await openJsonFile(path, commentsFileSchema, initial, disk, () => {}, handleComments())
  const comments = new DocumentComments(file, () => Date.parse(at))
  const onDisk = async () => await readJson(path, commentsFileSchema, disk)
  return { file, comments, onDisk }
}

async function answer(comments: DocumentComments, threadId: string, text: string): Promise<void> {
  const post = keptPost(text)
  await comments.answer(threadId, post, eventOfAnswer(threadId, post))
}

describe('a file of comments', () => {
  it('has on disk, after each kind of change, what is said to be there', async () => {
    const [first, second, mine] = [threadOnWords(), threadOnWords(), threadOnWords('af')]
    const { file, comments, onDisk } = await opened([first, second])
    const changes = [
      () => answer(comments, first.id, 'Ja.'),
      () => comments.start(mine, eventOfStart(mine, mine.posts[0] ?? keptPost(''))),
      () => comments.edit(first.id, first.posts[0]?.id ?? '', 'Något annat.'),
      () => comments.remove(second.id, second.posts[0]?.id ?? ''),
      () => comments.change(second.id, { isMaterial: true, isResolved: true }, 'anna@heby'),
      () => comments.marked(new Map([[first.id, 'Ordet']])),
      () => comments.moved(new Map([[mine.id, { quote: 'Orden', before: 'a', after: 'b' }]])),
      () => comments.change(mine.id, { isInternal: false }, 'karim@af'),
      () => comments.told(comments.due),
    ]
    let before = await onDisk()
    for (const change of changes) {
      await change()
      expect(await onDisk()).toEqual(file.data)
      expect(file.data).not.toEqual(before)
      before = await onDisk()
    }
  })

  it('never changes what has been given out', async () => {
    const thread = threadOnWords()
    const { comments } = await opened([thread])
    const given = comments.threads
    const copy = structuredClone(given)
    await answer(comments, thread.id, 'Ja.')
    await comments.change(thread.id, { isMaterial: true }, 'anna@heby')
    await comments.marked(new Map([[thread.id, 'Ordet']]))
    expect(given).toEqual(copy)
    expect(comments.threads).not.toEqual(copy)
  })

  it('refuses a change in place, which would not come to the disk', async () => {
    const { file } = await opened([threadOnWords()])
    const inPlace = file.update(({ threads }) => {
      for (const thread of threads) thread.isMaterial = true
    })
    await expect(inPlace).rejects.toThrow(TypeError)
    expect(file.data.threads[0]?.isMaterial).toBe(false)
  })

  it('refuses a thread that is not as it is to be, and keeps those that came with it', async () => {
    const { comments, onDisk } = await opened()
    const [sound, unsound] = [
      threadOnWords(),
      { ...threadOnWords(), posts: [{ ...keptPost('x'), at: 'igår' }] },
    ]
    const started = await Promise.allSettled(
      [sound, unsound].map(thread =>
        comments.start(thread, eventOfStart(thread, thread.posts[0] ?? keptPost(''))),
      ),
    )
    expect(started.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await onDisk())?.threads.map(({ id }) => id)).toEqual([sound.id])
  })
})
