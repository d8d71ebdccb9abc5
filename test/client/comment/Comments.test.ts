import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Act } from '../../../client/comment/acts.ts'
import { Comments } from '../../../client/comment/Comments.ts'
import { KeptComments } from '../../../client/comment/KeptComments.ts'
import { CallFailed } from '../../../client/http/call.ts'
import type { WantedPlace } from '../../../shared/http/comments.ts'
import { FakeCommentServer, memoryStorage } from './FakeCommentServer.ts'
import { anna, karim, post, thread } from './threads.ts'

const section: WantedPlace = { is: 'section', section: 'purpose' }
const words: WantedPlace = {
  is: 'text',
  section: 'purpose',
  anchor: '',
  head: '',
  quote: 'ord',
  before: '',
  after: '',
}

const start = (id: string, text: string, place: WantedPlace = section): Act => ({
  is: 'start',
  threadId: id,
  thread: { id, postId: `${id}p`, place, text, isInternal: false, isMaterial: false, assignee: null },
})
const answer = (threadId: string, id: string, text: string, isInternal = false): Act => ({
  is: 'answer',
  threadId,
  post: { id, text },
  isInternal,
})

let server: FakeCommentServer
let storage: Storage
let refused: string[]
let opened: Comments[]

beforeEach(() => {
  vi.useFakeTimers()
  server = new FakeCommentServer(anna)
  storage = memoryStorage()
  refused = []
  opened = []
})
afterEach(() => {
  for (const comments of opened) comments.close()
  vi.useRealTimers()
})

function open(owner = 'anna@heby'): Comments {
  const comments = new Comments({
    me: anna,
    server,
    kept: new KeptComments(storage, owner, 'application1'),
    now: () => new Date('2026-11-22T10:30:00Z'),
    onRefused: kind => refused.push(kind),
  })
  comments.attach({ allSaved: async () => {} })
  opened.push(comments)
  return comments
}

/** Lets everything that is under way come to its end; time does not pass. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

const saidIn = (comments: Comments) =>
  comments.entries().map(({ thread: known }) => known.posts.map(({ text }) => text).join(' / '))

describe('the comments of an ansökan', () => {
  it('are those of the server, and what comes later is added to them', async () => {
    server.put(thread('aaaa'))
    const comments = open()
    comments.look()
    await settled()
    expect(saidIn(comments)).toEqual(['Vad menas?'])
    const before = comments.entry('aaaa00000000')
    server.put(thread('bbbb', { posts: [post('p', karim, 'Bra!')] }))
    comments.look()
    await settled()
    expect(saidIn(comments)).toEqual(['Vad menas?', 'Bra!'])
    expect(comments.entry('aaaa00000000')).toBe(before)
  })

  it('of which some are not there any more are gone when all are told', async () => {
    server.put(thread('aaaa'))
    const comments = open()
    comments.look()
    await settled()
    const whole = server.read.bind(server)
    server.threads.clear()
    server.read = () => whole(null)
    comments.look()
    await settled()
    expect(saidIn(comments)).toEqual([])
  })

  it('show at once what I write, and that it waits until the server has it', async () => {
    const comments = open()
    comments.do(start('t1', 'Hej'))
    expect(saidIn(comments)).toEqual(['Hej'])
    expect(comments.entry('t1')?.waiting).toHaveLength(1)
    await settled()
    expect(comments.entry('t1')?.waiting).toEqual([])
    expect(server.threads.get('t1')?.posts[0]?.text).toBe('Hej')
  })
})

describe('what is written without contact', () => {
  it('waits, and is sent in the order it was written as soon as there is contact', async () => {
    server.isAway = true
    const comments = open()
    comments.do(start('t1', 'Först'))
    comments.do(answer('t1', 'p2', 'Sedan'))
    comments.do({ is: 'change', threadId: 't1', change: { isResolved: true } })
    await settled()
    expect(server.done).toEqual([])
    expect(saidIn(comments)).toEqual(['Först / Sedan'])
    server.isAway = false
    comments.look()
    await settled()
    expect(server.done.map(({ is }) => is)).toEqual(['start', 'answer', 'change'])
    expect(comments.entry('t1')?.waiting).toEqual([])
  })

  it('is tried again by itself', async () => {
    server.isAway = true
    const comments = open()
    comments.do(start('t1', 'Hej'))
    await settled()
    server.isAway = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.done).toHaveLength(1)
  })

  it('is still there when the page is opened again, and is sent once', async () => {
    server.isAway = true
    const first = open()
    first.do(start('t1', 'Hej'))
    await settled()
    first.close()
    server.isAway = false
    const second = open()
    expect(saidIn(second)).toEqual(['Hej'])
    second.look()
    await settled()
    expect(server.done).toHaveLength(1)
    expect(saidIn(open())).toEqual([])
  })

  it('belongs to its writer, and to the party that she wrote it for', async () => {
    server.isAway = true
    open().do(start('t1', 'Hej'))
    expect(saidIn(open('karim@af'))).toEqual([])
    expect(saidIn(open('anna@af'))).toEqual([])
  })

  it('about words of the text waits until the server has those words', async () => {
    let save = () => {}
    const comments = open()
    comments.attach({
      allSaved: () =>
        new Promise(resolve => {
          save = resolve
        }),
    })
    comments.do(start('t1', 'Hej', words))
    await settled()
    expect(server.done).toEqual([])
    save()
    await settled()
    expect(server.done).toHaveLength(1)
  })

  it('goes on with the text that is opened in place of a refused one', async () => {
    const comments = open()
    comments.attach({ allSaved: () => new Promise(() => {}) })
    comments.do(start('t1', 'Hej', words))
    await settled()
    comments.attach(null)
    comments.attach({ allSaved: async () => {} })
    await settled()
    expect(server.done).toHaveLength(1)
  })
})

describe('what the server refuses', () => {
  it('stays in view with the reason, and holds back what hangs on it and nothing else', async () => {
    server.put(thread('aaaa'))
    server.refuses = new CallFailed('commentsFull')
    const comments = open()
    comments.look()
    comments.do(start('t1', 'Hej'))
    await settled()
    server.refuses = null
    comments.do(answer('t1', 'p2', 'Mer'))
    comments.do(answer('aaaa00000000', 'p3', 'Svar'))
    await settled()
    expect(server.done).toEqual([answer('aaaa00000000', 'p3', 'Svar')])
    expect(comments.entry('t1')?.waiting.map(({ refused: why }) => why)).toEqual(['commentsFull', null])
  })

  it('is sent when its writer tries again, with what hangs on it', async () => {
    server.refuses = new CallFailed('commentsFull')
    const comments = open()
    comments.do(start('t1', 'Hej'))
    comments.do(answer('t1', 'p2', 'Mer'))
    await settled()
    server.refuses = null
    comments.tryAgain(comments.entry('t1')?.waiting[0]?.key ?? '')
    await settled()
    expect(server.threads.get('t1')?.posts.map(({ text }) => text)).toEqual(['Hej', 'Mer'])
  })

  it('is gone for good when its writer throws it away, with what hangs on it', async () => {
    server.refuses = new CallFailed('commentsFull')
    const comments = open()
    comments.do(start('t1', 'Hej'))
    comments.do(answer('t1', 'p2', 'Mer'))
    await settled()
    comments.throwAway(comments.entry('t1')?.waiting[0]?.key ?? '')
    expect(saidIn(comments)).toEqual([])
    expect(saidIn(open())).toEqual([])
  })

  it('and has no words of mine is given up, and told', async () => {
    server.put(thread('aaaa'))
    const comments = open()
    comments.look()
    await settled()
    server.refuses = new CallFailed('mayNot')
    comments.do({ is: 'change', threadId: 'aaaa00000000', change: { isResolved: true } })
    await settled()
    expect(refused).toEqual(['mayNot'])
    expect(comments.entry('aaaa00000000')?.thread.resolved).toBeNull()
  })

  it('because all see the thread now is sent to all when its writer tries again', async () => {
    server.put(thread('aaaa'))
    server.refuses = new CallFailed('threadReleased')
    const comments = open()
    comments.look()
    await settled()
    const meant = answer('aaaa00000000', 'p2', 'Mellan oss', true)
    comments.do(meant)
    await settled()
    const [waiting] = comments.entry('aaaa00000000')?.waiting ?? []
    expect(waiting?.refused).toBe('threadReleased')
    server.refuses = null
    comments.tryAgain(waiting?.key ?? '')
    await settled()
    expect(server.done).toEqual([answer('aaaa00000000', 'p2', 'Mellan oss')])
  })

  it('for another reason is meant for whom it was when its writer tries again', async () => {
    server.put(thread('aaaa'))
    server.refuses = new CallFailed('commentsFull')
    const comments = open()
    comments.look()
    await settled()
    const meant = answer('aaaa00000000', 'p2', 'Mellan oss', true)
    comments.do(meant)
    await settled()
    server.refuses = null
    comments.tryAgain(comments.entry('aaaa00000000')?.waiting[0]?.key ?? '')
    await settled()
    expect(server.done).toEqual([meant])
  })

  it('in a thread that is not there any more is shown by itself', async () => {
    const comments = open()
    comments.look()
    await settled()
    comments.do(answer('gone', 'p1', 'Mina ord'))
    await settled()
    expect(comments.entries()).toEqual([])
    expect(comments.lostActs().map(({ act }) => act)).toEqual([answer('gone', 'p1', 'Mina ord')])
  })

  it('because I am too quick waits for as long as the server says', async () => {
    server.refuses = new CallFailed('tooManyAttempts', [], 40)
    const comments = open()
    comments.do(start('t1', 'Hej'))
    await settled()
    server.refuses = null
    await vi.advanceTimersByTimeAsync(39_000)
    expect(server.done).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.done).toHaveLength(1)
  })
})

describe('after its writer has gone out', () => {
  it('nothing is kept any more', () => {
    const kept = new KeptComments(storage, 'anna@heby', 'application1')
    kept.close()
    kept.keepDraft('answer.t1', {
      text: 'Hej',
      picked: [],
      isInternal: false,
      isMaterial: false,
      place: null,
    })
    expect(Object.keys(storage)).toEqual([])
  })
})
