import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf, groups } from '../../../client/notices/groups.ts'
import { MyNotices } from '../../../client/notices/MyNotices.ts'
import type { Notice } from '../../../shared/http/notices.ts'

const minute = 60_000

function notice(number: number, changed: Partial<Notice> = {}): Notice {
  return {
    ...{
      id: `n${number}`,
      kind: 'mentioned',
      applicationId: 'one',
      applicationName: 'Ett',
      threadId: 'thread',
      threadRound: null,
      round: null,
    },
    by: { personId: 'anna', name: 'Anna Berg', title: '', partyId: 'heby', isGuest: false },
    ...{
      isReopened: false,
      partyName: 'Heby kommun',
      at: '2026-11-22T09:00:00.000Z',
      excerpt: '',
      isRead: false,
    },
    ...changed,
  }
}

/** A server that has some notices, and can be out of reach. */
class Server {
  notices: Notice[] = []
  asked = 0
  isThere = true
  /** Held while a test decides when the server answers. */
  held: Promise<void> = Promise.resolve()

  read = async () => {
    this.asked += 1
    const notices = [...this.notices]
    await this.held
    if (!this.isThere) throw new Error('noContact')
    return { notices, unread: notices.filter(({ isRead }) => !isRead).length }
  }

  markRead = async (ids: 'all' | readonly string[]) => {
    await this.held
    if (!this.isThere) throw new Error('noContact')
    this.notices = this.notices.map(one =>
      ids === 'all' || ids.includes(one.id) ? { ...one, isRead: true } : one,
    )
  }
}

let server: Server
let said: number[]
let faults: unknown[]
let mine: MyNotices
beforeEach(() => {
  vi.useFakeTimers()
  server = new Server()
  said = []
  faults = []
  mine = new MyNotices({
    server,
    onFresh: count => said.push(count),
    onFault: fault => faults.push(fault),
    now: Date.now,
  })
})
afterEach(() => {
  mine.close()
  vi.useRealTimers()
})

const look = async () => {
  mine.look()
  await vi.advanceTimersByTimeAsync(0)
}
const shown = () => mine.state().answer?.notices.map(({ id, isRead }) => (isRead ? id : `${id}!`))

describe('what is new', () => {
  it('is said when it comes, not when the page is opened', async () => {
    server.notices = [notice(1), notice(2)]
    await look()
    expect([said, mine.state().answer?.unread]).toEqual([[], 2])
    server.notices = [notice(3), ...server.notices]
    await look()
    expect([said, mine.state().answer?.unread]).toEqual([[1], 3])
  })

  it('is said at most once a minute, all of it together', async () => {
    await look()
    for (let number = 1; number <= 5; number += 1) {
      server.notices = [notice(number), ...server.notices]
      await look()
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(said).toEqual([1])
    await vi.advanceTimersByTimeAsync(minute)
    expect(said).toEqual([1, 4])
    await vi.advanceTimersByTimeAsync(10 * minute)
    expect(said).toEqual([1, 4])
  })

  it('is not said when it has been read before its turn', async () => {
    await look()
    server.notices = [notice(1)]
    await look()
    server.notices = [notice(2), notice(3), ...server.notices]
    await look()
    await mine.markRead(['n2'])
    server.notices = server.notices.map(one => (one.id === 'n3' ? { ...one, isRead: true } : one))
    await look()
    await vi.advanceTimersByTimeAsync(minute)
    expect(said).toEqual([1])
  })

  it('is asked for once more when something happens while the server answers', async () => {
    let answer = () => {}
    server.held = new Promise(resolve => {
      answer = resolve
    })
    mine.look()
    server.notices = [notice(1)]
    for (let times = 0; times < 5; times += 1) mine.look()
    answer()
    await vi.advanceTimersByTimeAsync(0)
    expect([server.asked, shown()]).toEqual([2, ['n1!']])
  })

  it('stays in view without contact, which is said', async () => {
    server.notices = [notice(1)]
    await look()
    server.isThere = false
    await look()
    expect([shown(), mine.state().isOld]).toEqual([['n1!'], true])
    server.isThere = true
    await look()
    expect(mine.state().isOld).toBe(false)
  })
})

describe('what I read', () => {
  it('is read at once, and stays so when an older answer comes', async () => {
    server.notices = [notice(1), notice(2)]
    await look()
    mine.look()
    const marking = mine.markRead(['n1'])
    expect([shown(), mine.state().answer?.unread]).toEqual([['n1', 'n2!'], 1])
    await marking
    await vi.advanceTimersByTimeAsync(0)
    expect([shown(), mine.state().answer?.unread]).toEqual([['n1', 'n2!'], 1])
  })

  it('is unread again when the server could not be told, which is said', async () => {
    server.notices = [notice(1)]
    await look()
    server.isThere = false
    await mine.markRead(['n1'])
    server.isThere = true
    await look()
    expect([shown(), faults.length]).toEqual([['n1!'], 1])
  })

  it('can be all of it', async () => {
    server.notices = [notice(1), notice(2)]
    await look()
    await mine.markAllRead()
    await vi.advanceTimersByTimeAsync(0)
    expect([shown(), mine.state().answer?.unread]).toEqual([['n1', 'n2'], 0])
  })

  it('is not sent twice, nor when it is read already', async () => {
    const marked = vi.spyOn(server, 'markRead')
    server.notices = [notice(1, { isRead: true })]
    await look()
    await mine.markRead(['n1', 'unknown'])
    expect(marked).not.toHaveBeenCalled()
  })
})

it('notices stand by ansökan, in the order in which these come first', () => {
  const other = { applicationId: 'two', applicationName: 'Två' }
  const found = groups([notice(1), notice(2, other), notice(3)])
  expect(found.map(({ name, notices }) => [name, notices.map(({ id }) => id)])).toEqual([
    ['Ett', ['n1', 'n3']],
    ['Två', ['n2']],
  ])
})

it('a notice leads to its thread, or to the ansökan when it is about none', () => {
  expect(addressOf(notice(1))).toBe('/ansokningar/one?kommentar=thread')
  expect(addressOf(notice(1, { threadId: null }))).toBe('/ansokningar/one')
})
