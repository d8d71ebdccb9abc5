import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Message } from '../../../../server/sync/Message.ts'
import {
  answerMaxBytes,
  PollingLine,
  pollMs,
  unpolledMs,
} from '../../../../server/sync/polling/PollingLine.ts'
import { batchMaxFrames, type LineAnswer } from '../../../../shared/sync/batch.ts'
import { closeReasons } from '../../../../shared/sync/closeReason.ts'

const maxBacklogBytes = 1_000_000

let line: PollingLine
let received: number[]
let goneCount: number
let overCount: number
/** How long the room asks to wait after each frame. */
let waitMs: number
beforeEach(() => {
  vi.useFakeTimers()
  received = []
  goneCount = 0
  overCount = 0
  waitMs = 0
  line = new PollingLine({
    maxBacklogBytes,
    over: () => {
      overCount += 1
    },
  })
  line.leadTo({
    receive: ([byte = 0]) => {
      received.push(byte)
      return waitMs
    },
    end: reason => line.close(closeReasons[reason].code, reason),
    gone: () => {
      goneCount += 1
    },
  })
})
afterEach(() => vi.useRealTimers())

const staying = new AbortController().signal

function say(...sizes: readonly number[]): void {
  for (const size of sizes) line.send(new Message(new Uint8Array(size)))
}

/** Polls, and gives what it is answered with as soon as it is. */
function poll(after: number, leaves = staying): { answer: LineAnswer | null } {
  const asked: { answer: LineAnswer | null } = { answer: null }
  void line.poll(after, leaves)?.then(answer => {
    asked.answer = answer
  })
  return asked
}

async function pass(ms = 1): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

/** First number, number of frames and end of an answer. */
function gist({ answer }: { answer: LineAnswer | null }): unknown {
  return answer && [answer.first, answer.frames.length, answer.endedWith]
}

describe('A poll', () => {
  it('is answered with all that is said in the turn in which something is said', async () => {
    const waiting = poll(0)
    await pass(5000)
    expect(waiting.answer).toBeNull()
    say(1, 1, 1)
    await pass()
    expect(gist(waiting)).toEqual([1, 3, null])
  })

  it('is answered at once with what was said before it', async () => {
    say(1, 1)
    const waiting = poll(0)
    await pass(0)
    expect(gist(waiting)).toEqual([1, 2, null])
  })

  it('is answered with nothing after its time', async () => {
    const waiting = poll(0)
    await pass(pollMs - 1)
    expect(waiting.answer).toBeNull()
    await pass(1)
    expect(gist(waiting)).toEqual([1, 0, null])
  })

  it('repeats what has not been confirmed, with what has come since', async () => {
    say(1, 1)
    poll(0)
    await pass()
    say(1)
    const again = poll(0)
    const next = poll(2)
    await pass()
    expect(gist(again)).toEqual([1, 3, null])
    expect(gist(next)).toEqual([3, 1, null])
  })

  it('ends the one that waits, which is answered with nothing', async () => {
    const older = poll(0)
    const newer = poll(0)
    await pass()
    expect(gist(older)).toEqual([1, 0, null])
    say(1)
    await pass()
    expect(gist(newer)).toEqual([1, 1, null])
  })

  it('that comes late ends nothing', async () => {
    say(1)
    poll(0)
    const waiting = poll(1)
    const late = poll(0)
    await pass()
    expect(gist(late)).toEqual([1, 0, null])
    say(1)
    await pass()
    expect(gist(waiting)).toEqual([2, 1, null])
  })

  it('for what comes after something that was never said is refused', () => {
    say(1, 1)
    expect(line.poll(3, staying)).toBeNull()
    expect(line.poll(2, staying)).not.toBeNull()
  })

  it('is answered with so many bytes, or one frame that is larger, and the rest in the next answers', async () => {
    say(answerMaxBytes - 1, 1, 1, answerMaxBytes + 1, 5)
    const answers = [poll(0)]
    await pass()
    answers.push(poll(2))
    await pass()
    answers.push(poll(3))
    await pass()
    answers.push(poll(4))
    await pass()
    expect(answers.map(gist)).toEqual([
      [1, 2, null],
      [3, 1, null],
      [4, 1, null],
      [5, 1, null],
    ])
  })

  it('is answered with so many frames', async () => {
    say(...Array(batchMaxFrames + 1).fill(1))
    const first = poll(0)
    await pass()
    const second = poll(batchMaxFrames)
    await pass()
    expect([gist(first), gist(second)]).toEqual([
      [1, batchMaxFrames, null],
      [batchMaxFrames + 1, 1, null],
    ])
  })
})

describe('The end of a line', () => {
  it('comes after all that was said before it, and is told again to whoever asks again', async () => {
    say(answerMaxBytes, 1)
    line.close(closeReasons.signedOut.code, 'signedOut')
    say(1)
    const first = poll(0)
    await pass()
    const second = poll(1)
    const again = poll(1)
    await pass()
    const end = closeReasons.signedOut.code
    expect([gist(first), gist(second), gist(again)]).toEqual([
      [1, 1, null],
      [2, 1, end],
      [2, 1, end],
    ])
    expect(line.ended).toBe('signedOut')
    expect(goneCount).toBe(1)
  })

  it('is told to the poll that waits', async () => {
    const waiting = poll(0)
    line.close(closeReasons.serverStopping.code, 'serverStopping')
    await pass()
    expect(gist(waiting)).toEqual([1, 0, closeReasons.serverStopping.code])
  })

  it('comes when more is said while more than the backlog lies unread, and not a byte before', async () => {
    say(maxBacklogBytes / 2, maxBacklogBytes / 2)
    await pass()
    expect(line.ended).toBeNull()
    say(1)
    expect(line.ended).toBeNull()
    say(1)
    expect(line.ended).toBe('slowReader')
    const told = poll(3)
    await pass()
    expect(gist(told)).toEqual([4, 0, closeReasons.slowReader.code])
    expect(goneCount).toBe(1)
  })

  it('does not come of one frame larger than the backlog, such as a whole document', async () => {
    say(1, maxBacklogBytes + 1)
    const asked = poll(0)
    await pass()
    const rest = poll(1)
    await pass()
    expect([gist(asked), gist(rest)]).toEqual([
      [1, 1, null],
      [2, 1, null],
    ])
    expect(line.ended).toBeNull()
  })

  it('does not come however much is said, when it is read', async () => {
    for (let round = 0; round < 10; round += 1) {
      say(maxBacklogBytes - 1)
      poll(round)
      await pass()
      poll(round + 1)
    }
    expect(line.ended).toBeNull()
  })
})

describe('A line that nobody polls', () => {
  it('is gone after its time, once', async () => {
    await pass(unpolledMs - 1)
    expect(overCount).toBe(0)
    await pass(1)
    expect([goneCount, overCount]).toEqual([1, 1])
    line.leave()
    await pass(unpolledMs)
    expect([goneCount, overCount]).toEqual([1, 1])
  })

  it('stays while somebody polls', async () => {
    for (let round = 0; round < 10; round += 1) {
      poll(0)
      await pass(pollMs + unpolledMs - 1)
    }
    expect(overCount).toBe(0)
  })

  it('is gone after a poll that its sender has left', async () => {
    const leaving = new AbortController()
    const left = poll(0, leaving.signal)
    await pass(1000)
    leaving.abort()
    await pass(unpolledMs - 1)
    expect(left.answer?.frames).toEqual([])
    expect(overCount).toBe(0)
    await pass(1)
    expect(overCount).toBe(1)
  })

  it('goes too when it has ended and nobody asks why', async () => {
    line.close(closeReasons.signedOut.code, 'signedOut')
    await pass(unpolledMs)
    expect([goneCount, overCount]).toEqual([1, 1])
  })
})

describe('A batch', () => {
  const batch = (...bytes: readonly number[]) => bytes.map(byte => Uint8Array.of(byte))

  it('is taken once, however often it comes, and answered the same', async () => {
    expect(await line.take(1, batch(1, 2))).toBe(1)
    expect(await line.take(1, batch(1, 2))).toBe(1)
    expect(await line.take(2, batch(3))).toBe(2)
    expect(await line.take(1, batch(1, 2))).toBe(2)
    expect(received).toEqual([1, 2, 3])
  })

  it('is refused when one before it is missing', async () => {
    expect(await line.take(2, batch(1))).toBeNull()
    await line.take(1, batch(1))
    expect(await line.take(3, batch(3))).toBeNull()
    expect(received).toEqual([1])
  })

  it('is read no quicker than the room allows, and none is taken before it has been', async () => {
    waitMs = 100
    const answered: string[] = []
    void line.take(1, batch(1, 2, 3)).then(() => answered.push('first'))
    void line.take(1, batch(1, 2, 3)).then(() => answered.push('again'))
    expect(await line.take(2, batch(4))).toBeNull()
    await pass(150)
    expect([received, answered]).toEqual([[1, 2], []])
    await pass(200)
    expect([received, answered]).toEqual([
      [1, 2, 3],
      ['first', 'again'],
    ])
    waitMs = 0
    expect(await line.take(2, batch(4))).toBe(2)
  })

  it('is not read any further when the line has ended', async () => {
    waitMs = 100
    void line.take(1, batch(1, 2, 3))
    await pass(50)
    line.close(closeReasons.updateRefused.code, 'updateRefused')
    await pass(1000)
    expect(received).toEqual([1])
  })
})
