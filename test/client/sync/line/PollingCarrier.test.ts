import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PollingCarrier } from '../../../../client/sync/line/PollingCarrier.ts'
import { encodeLineAnswer } from '../../../../shared/sync/batch.ts'
import { closeReasons } from '../../../../shared/sync/closeReason.ts'
import { seeded } from '../../../shared/form/seeded.ts'
import { type Fate, problem, RequestNetwork } from './RequestNetwork.ts'

let network: RequestNetwork
let heard: number[][]
/** What the carrier has told besides what it heard. */
let told: unknown[]
beforeEach(() => {
  vi.useFakeTimers()
  network = new RequestNetwork()
  vi.stubGlobal('fetch', network.fetch)
  heard = []
  told = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(): PollingCarrier {
  return new PollingCarrier('/sync/x', 'schema=1', 'p1', {
    opened: () => told.push('opened'),
    heard: frames => heard.push(...frames.map(frame => [...frame])),
    closed: code => told.push(code),
  })
}

/** Lets so much time go by. */
async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

function asked(method: string): string[] {
  return network.asked.filter(request => request.method === method).map(({ path }) => path)
}

describe('A line over ordinary requests', () => {
  it('begins, hears what is said as soon as it is said, and says what is to be said in order', async () => {
    const carrier = open()
    await pass()
    expect(told).toEqual(['opened'])
    network.say(1, 2)
    network.say(3)
    await pass(1)
    expect(heard).toEqual([[1, 2], [3]])
    for (const byte of [5, 6, 7]) carrier.send(Uint8Array.of(byte))
    await pass(1)
    carrier.send(Uint8Array.of(8))
    await pass(1)
    expect(network.received).toEqual([[5], [6], [7], [8]])
    expect(asked('POST')).toHaveLength(3)
  })

  it('waits with one poll for what comes, not with many', async () => {
    open()
    await pass(19_000)
    expect(asked('GET')).toHaveLength(1)
    await pass(19_000)
    expect(asked('GET')).toHaveLength(2)
  })

  it('sends a large frame alone, and many small ones together', async () => {
    const carrier = open()
    network.fate = () => ({ fate: 'arrives', delayMs: 10 })
    await pass(100)
    const small = new Uint8Array(100)
    carrier.send(small)
    carrier.send(new Uint8Array(200_000))
    for (let count = 0; count < 100; count += 1) carrier.send(small)
    await pass(100)
    expect(network.received.map(frame => frame.length)).toEqual([100, 200_000, ...Array(100).fill(100)])
    expect(asked('POST')).toHaveLength(4)
  })

  it('gives a large frame the time that it takes on a slow network', async () => {
    const carrier = open()
    await pass()
    network.fate = ({ method }) => ({ fate: 'arrives', delayMs: method === 'POST' ? 60_000 : 0 })
    carrier.send(new Uint8Array(2 * 1024 * 1024))
    await pass(130_000)
    expect(network.received).toHaveLength(1)
    expect(told).toEqual(['opened'])
    expect(asked('POST')).toHaveLength(2)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'loses, doubles and reorders nothing when requests and answers are lost, doubled and late, seed %i',
    async seed => {
      const random = seeded(seed)
      const inARow = new Map<string, number>()
      network.fate = ({ method, path }) => {
        const delayMs = random.between(0, 1500)
        const fate = random.pick<Fate>(['arrives', 'arrives', 'arrivesTwice', 'isLost', 'answerIsLost'])
        const isLoss = fate === 'isLost' || fate === 'answerIsLost'
        const lost = inARow.get(method) ?? 0
        // Begun over a network that works; four losses in a row are the end of a line.
        if (path.includes('?schema') || (isLoss && lost === 3)) return { fate: 'arrives', delayMs: 0 }
        inARow.set(method, isLoss ? lost + 1 : 0)
        return { fate, delayMs }
      }
      const carrier = open()
      await pass()
      const numbers = Array.from({ length: 300 }, (_, at) => [at >> 8, at & 255])
      for (const pair of numbers) {
        carrier.send(Uint8Array.from(pair))
        network.say(...pair)
        if (random.between(0, 2) === 0) await pass(random.between(0, 2000))
      }
      await pass(120_000)
      expect(network.received).toEqual(numbers)
      expect(heard).toEqual(numbers)
      expect(told).toEqual(['opened'])
    },
  )

  it('hears all that was said before the end, and then why it ended', async () => {
    const carrier = open()
    await pass()
    network.say(1)
    network.say(2)
    network.end('updateRefused')
    carrier.send(Uint8Array.of(9))
    await pass(1)
    expect(heard).toEqual([[1], [2]])
    expect(told).toEqual(['opened', closeReasons.updateRefused.code])
    expect(network.received).toEqual([])
    await pass(100_000)
    expect(told).toHaveLength(2)
  })

  it('does not end when only what it says comes too late for the room: the poll tells why', async () => {
    const carrier = open()
    await pass()
    network.fate = ({ method }) => ({ fate: 'arrives', delayMs: method === 'GET' ? 300 : 0 })
    network.say(1)
    network.end('updateRefused')
    carrier.send(Uint8Array.of(9))
    await pass(1)
    expect(asked('POST')).toHaveLength(2)
    await pass(1000)
    expect(heard).toEqual([[1]])
    expect(told).toEqual(['opened', closeReasons.updateRefused.code])
  })

  it('is left at once when it is let go, and tells nothing more', async () => {
    const carrier = open()
    await pass()
    carrier.close()
    await pass()
    expect(asked('DELETE')).toHaveLength(1)
    expect(network.isOver).toBe(true)
    expect(network.isGone).toBe(1)
    network.say(1)
    carrier.send(Uint8Array.of(1))
    await pass(100_000)
    expect([heard, told, network.received]).toEqual([[], ['opened'], []])
    expect(asked('GET')).toHaveLength(1)
  })

  it('says whose page it is, so that it takes the place of one that was lost', async () => {
    open()
    await pass()
    expect(asked('POST')).toEqual(['/sync/x/line?schema=1&page=p1'])
  })

  it('is left too when it is let go before it has begun', async () => {
    network.fate = () => ({ fate: 'arrives', delayMs: 500 })
    const carrier = open()
    await pass(100)
    carrier.close()
    await pass(2000)
    expect(asked('DELETE')).toHaveLength(1)
    expect(told).toEqual([])
  })
})

describe('A network that lets nothing through', () => {
  it('is told at once where a line cannot be begun', async () => {
    network.fate = () => ({ fate: 'isLost', delayMs: 0 })
    open()
    await pass()
    expect(told).toEqual([null])
    expect(network.asked).toHaveLength(1)
  })

  it('ends a line within seconds that has begun', async () => {
    open()
    await pass()
    network.fate = () => ({ fate: 'isLost', delayMs: 0 })
    network.say(1)
    await pass(5000)
    expect(told).toEqual(['opened', null])
  })

  it('ends it too when requests are swallowed without a word', async () => {
    const carrier = open()
    await pass()
    network.fate = () => ({ fate: 'arrives', delayMs: 1_000_000 })
    carrier.send(Uint8Array.of(1))
    await pass(60_000)
    expect(told).toEqual(['opened', null])
  })

  it.each([
    ['a page of a proxy', () => new Response('<!doctype html><p>Log in to the network')],
    ['its error', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['a fault of the server', () => problem('serverFault')],
  ])('is what answers %s, until it has done so too often', async (_what, instead) => {
    open()
    await pass()
    network.instead = instead
    network.say(1)
    await pass(30_000)
    expect(heard).toEqual([[1]])
    expect(told).toEqual(['opened', null])
    expect(asked('GET')).toHaveLength(5)
  })

  it.each([1, 3])('ends a line when it answers with what does not follow on frame 1: %i', async first => {
    open()
    await pass()
    network.instead = () => new Response(encodeLineAnswer({ first, frames: [], endedWith: null }))
    network.say(1)
    await pass(1)
    expect(heard).toEqual([[1]])
    expect(told).toEqual(['opened', null])
  })

  it('and answers nothing by itself is asked once a second, not all the time', async () => {
    open()
    await pass()
    network.instead = () => new Response(Uint8Array.of(1, 0, 0))
    network.line.leave()
    await pass(10_000)
    expect(asked('GET').length).toBeLessThan(13)
  })
})

describe('A refused request', () => {
  it.each([
    ['signedOut', closeReasons.signedOut.code],
    ['tooLarge', closeReasons.frameTooLarge.code],
    ['unknownLine', null],
    ['malformedRequest', null],
    ['foreignOrigin', null],
  ] as const)('with %s ends the line with %s', async (kind, code) => {
    const carrier = open()
    await pass()
    network.instead = () => problem(kind)
    carrier.send(Uint8Array.of(1))
    await pass()
    expect(told).toEqual(['opened', code])
  })

  it('says so to whoever tries to begin', async () => {
    network.instead = () => problem('signedOut')
    open()
    await pass()
    expect(told).toEqual([closeReasons.signedOut.code])
  })

  it('is what a bound of a proxy is too, in whatever words', async () => {
    const carrier = open()
    await pass()
    network.instead = () => new Response('<h1>Request Entity Too Large</h1>', { status: 413 })
    carrier.send(Uint8Array.of(1))
    await pass()
    expect(told).toEqual(['opened', closeReasons.frameTooLarge.code])
  })

  it('before the line has begun is told with the reason of the room', async () => {
    network.instead = () => Response.json({ endedWith: closeReasons.olderSchema.code })
    open()
    await pass()
    expect(told).toEqual([closeReasons.olderSchema.code])
    expect(asked('DELETE')).toEqual([])
  })
})
