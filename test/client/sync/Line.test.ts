import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Line } from '../../../client/sync/Line.ts'
import { closeReasons } from '../../../shared/sync/closeReason.ts'
import { encodeFrame, type Frame } from '../../../shared/sync/frame.ts'
import { FakeSockets } from './line/FakeSockets.ts'
import { RequestNetwork } from './line/RequestNetwork.ts'

const word: Frame = { kind: 'presence', presence: Uint8Array.of(0) }
const answer: Frame = { kind: 'syncStep2', update: Uint8Array.of(0, 0) }
const acknowledged: Frame = { kind: 'acknowledged', count: 1 }
const mine: Frame = { kind: 'queryPresence' }

let sockets: FakeSockets
let network: RequestNetwork
let page: EventTarget
let kept: Map<string, string>
let told: string[]
let line: Line
beforeEach(() => {
  vi.useFakeTimers()
  // Every pause is as long as it may be.
  vi.spyOn(Math, 'random').mockReturnValue(1)
  sockets = new FakeSockets()
  network = new RequestNetwork()
  page = new EventTarget()
  kept = new Map()
  told = []
  vi.stubGlobal('WebSocket', sockets.WebSocket)
  vi.stubGlobal('fetch', network.fetch)
  vi.stubGlobal('location', { protocol: 'https:', host: 'samskriv.example' })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})
afterEach(() => {
  line.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function open(): void {
  line = new Line('x', 'anna@fk', {
    opened: () => told.push('opened'),
    received: frame => told.push(frame.kind),
    lost: reason => told.push(reason ? `lost: ${reason}` : 'lost'),
    ended: reason => told.push(`ended: ${reason}`),
  })
}

async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
}

/** The last socket opens, and what is said on it is answered. */
function joinSocket(): void {
  sockets.last.open()
  sockets.last.say(word)
  sockets.last.say(answer)
}

/** The server says something on the line over requests. */
async function sayOverRequests(frame = word): Promise<void> {
  network.say(...encodeFrame(frame))
  await pass(1)
}

/** A line over requests, behind a network that refuses sockets. */
async function openOverRequests(): Promise<void> {
  open()
  sockets.last.fail()
  await pass()
  await sayOverRequests()
  await sayOverRequests(answer)
  told.length = 0
}

describe('A line', () => {
  it('is a socket, and nothing else is asked for', async () => {
    open()
    sockets.last.open()
    sockets.last.say(word)
    line.send(mine)
    await pass(5000)
    sockets.last.say(acknowledged)
    expect(sockets.last.url).toMatch(/^wss:\/\/samskriv\.example\/sync\/x\?schema=\d+&ack=1&as=anna%40fk$/)
    expect(sockets.last.sent).toEqual([encodeFrame(mine)])
    expect(told).toEqual(['opened', 'presence', 'acknowledged'])
    expect(network.asked).toEqual([])
  })

  it('that is lost comes back as a socket, ever later, and sooner again when it has been of use', async () => {
    open()
    const pauses: number[] = []
    const loseAndWait = async () => {
      const before = sockets.all.length
      sockets.last.fail(1012)
      let waited = 0
      for (; sockets.all.length === before; waited += 10) await pass(10)
      pauses.push(waited)
    }
    for (let count = 0; count < 8; count += 1) await loseAndWait()

    expect(pauses[0]).toBeLessThanOrEqual(410)
    expect(pauses[7]).toBeGreaterThanOrEqual(7500)
    sockets.last.open()
    sockets.last.say(word)
    await loseAndWait()
    expect(pauses[8], 'heard, and lost again at once').toBeGreaterThanOrEqual(7500)
    sockets.last.open()
    sockets.last.say(acknowledged)
    await loseAndWait()
    expect(pauses[9], 'something was acknowledged').toBeLessThanOrEqual(410)
    sockets.last.open()
    await loseAndWait()
    await loseAndWait()
    joinSocket()
    await pass(9_000)
    await loseAndWait()
    expect(pauses[12], 'heard for too short a time').toBeGreaterThan(800)
    joinSocket()
    await pass(10_000)
    sockets.last.say(word)
    await loseAndWait()
    expect(pauses[13], 'heard for a while').toBeLessThanOrEqual(410)
  })

  it('that has fallen silent is lost', async () => {
    open()
    joinSocket()
    await pass(39_999)
    expect(told).toEqual(['opened', 'presence', 'syncStep2'])
    await pass(1)
    expect(told.at(-1)).toBe('lost')
    expect(sockets.last.isLetGo).toBe(true)
  })

  it('tells why the server let it go, and comes back only if it may', async () => {
    open()
    sockets.last.fail(closeReasons.diskFault.code)
    await pass(1000)
    expect(sockets.all).toHaveLength(2)
    sockets.last.fail(closeReasons.olderSchema.code)
    await pass(100_000)
    expect(sockets.all).toHaveLength(2)
    expect(told).toEqual(['lost: diskFault', 'ended: olderSchema'])
    expect(network.asked).toEqual([])
  })

  it('is let go with the network and comes back with it', async () => {
    open()
    sockets.last.open()
    sockets.last.say(word)
    page.dispatchEvent(new Event('offline'))
    expect(told.at(-1)).toBe('lost')
    page.dispatchEvent(new Event('online'))
    expect(sockets.all).toHaveLength(2)
  })
})

describe('Where no socket gets through', () => {
  it.each<[string, () => Promise<void>]>([
    ['is refused', async () => sockets.last.fail()],
    ['is never answered', async () => await pass(5000)],
    [
      'opens and brings nothing',
      async () => {
        sockets.last.open()
        await pass(5000)
      },
    ],
    [
      'brings words and no answer',
      async () => {
        sockets.last.open()
        sockets.last.say(word)
        await pass(31_000)
        sockets.last.say(word)
        await pass(1000)
      },
    ],
  ])('because the first %s, requests carry the line', async (_how, happen) => {
    open()
    await happen()
    await pass()
    await sayOverRequests()
    await sayOverRequests(answer)
    line.send(mine)
    await pass()
    expect(told.slice(-3)).toEqual(['opened', 'presence', 'syncStep2'])
    expect(network.received).toEqual([[...encodeFrame(mine)]])
    expect(kept.get('samskriv.way')).toBe('requests')
  })

  it('nor requests do, both are tried until one does', async () => {
    network.fate = () => ({ fate: 'isLost', delayMs: 0 })
    open()
    for (let count = 0; count < 4; count += 1) {
      const before = sockets.all.length
      sockets.last.fail()
      while (sockets.all.length === before) await pass(100)
    }
    expect(network.asked).toHaveLength(4)
    sockets.last.open()
    sockets.last.say(word)
    expect(told.slice(-2)).toEqual(['opened', 'presence'])
    expect(kept.size).toBe(0)
  })

  it('any longer although they did, requests are tried after three in a row', async () => {
    open()
    joinSocket()
    sockets.last.say(acknowledged)
    for (let count = 0; count < 3; count += 1) {
      expect(network.asked).toEqual([])
      sockets.last.fail()
      await pass(2000)
    }
    expect(network.asked).toEqual([])
    sockets.last.fail()
    await pass()
    expect(network.asked.length).toBeGreaterThan(0)
  })

  it('for longer than a moment, requests are tried after three such sockets', async () => {
    open()
    for (let count = 0; count < 3; count += 1) {
      expect(network.asked).toEqual([])
      joinSocket()
      sockets.last.fail()
      if (count < 2) await pass(2000)
    }
    await pass()
    expect(network.asked.length).toBeGreaterThan(0)
  })

  it('the next page of the tab begins with requests, and looks for a socket at the same time', async () => {
    kept.set('samskriv.way', 'requests')
    open()
    await pass()
    await sayOverRequests()
    expect(told).toEqual(['opened', 'presence'])
    expect(sockets.all).toHaveLength(1)
  })

  it('somebody who is signed out is told so', async () => {
    network.instead = () => Response.json({ kind: 'signedOut', status: 401, fields: [] }, { status: 401 })
    open()
    sockets.last.fail()
    await pass()
    expect(told).toEqual(['lost', 'ended: signedOut'])
  })

  it('a line over requests that is lost comes back over requests', async () => {
    await openOverRequests()
    network.end('serverStopping')
    await pass(1000)
    expect(told.slice(0, 1)).toEqual(['lost: serverStopping'])
    expect(sockets.all).toHaveLength(1)
    expect(network.asked.filter(({ path }) => path.includes('?schema')).length).toBe(2)
  })
})

describe('While requests carry the line', () => {
  it('a socket is looked for now and then, ever more seldom, and nobody notices one that fails', async () => {
    await openOverRequests()
    const looks: number[] = []
    for (let second = 0; second < 3600; second += 1) {
      const before = sockets.all.length
      if (second % 15 === 0) network.say(...encodeFrame(word))
      await pass(1000)
      if (sockets.all.length === before) continue
      looks.push(second)
      sockets.last.fail()
    }
    expect(looks[0]).toBeLessThanOrEqual(10)
    expect(looks.length).toBeGreaterThan(8)
    expect(looks.length).toBeLessThan(20)
    expect(new Set(told)).toEqual(new Set(['presence']))
  })

  it('a socket takes over when it is heard and not before, and the line before it is left', async () => {
    await openOverRequests()
    page.dispatchEvent(new Event('online'))
    sockets.last.open()
    line.send(mine)
    await pass()
    expect(sockets.last.sent).toEqual([])
    expect(network.received).toHaveLength(1)
    sockets.last.say(word)
    expect(told).toEqual(['opened', 'presence'])
    line.send(mine)
    await pass()
    expect(sockets.last.sent).toHaveLength(1)
    expect(network.received).toHaveLength(1)
    expect(network.isOver).toBe(true)
    await sayOverRequests()
    expect(told).toEqual(['opened', 'presence'])
    sockets.last.say(acknowledged)
    expect(kept.size).toBe(0)
  })

  it('a socket that takes over and is lost at once gives the line back, and nothing is remembered of it', async () => {
    await openOverRequests()
    page.dispatchEvent(new Event('online'))
    sockets.last.open()
    sockets.last.say(word)
    const asked = network.asked.length
    sockets.last.fail()
    await pass()
    expect(told.slice(0, 4)).toEqual(['opened', 'presence', 'lost', 'opened'])
    expect(network.asked.length).toBeGreaterThan(asked)
    expect(kept.get('samskriv.way')).toBe('requests')
  })

  it('nothing is looked for any more when the page is left', async () => {
    await openOverRequests()
    page.dispatchEvent(new Event('pagehide'))
    line.close()
    await pass(1_000_000)
    expect(sockets.all).toHaveLength(1)
    expect(network.isOver).toBe(true)
  })
})
