import { describe, expect, it } from 'vitest'
import { describeFault } from '../../../server/operations/describeFault.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import { openLog } from '../../../server/operations/log.ts'
import { jsonLine, plainLine } from '../../../server/operations/logLine.ts'
import { DiskFault } from '../../../server/storage/diskFault.ts'

const at = new Date('2026-11-22T06:00:00Z')
const secret = 'Fru Larsson-4711'

/** Faults as they are thrown, with a piece of text in every place where one may land. */
const faults: readonly [string, () => unknown][] = [
  ['what a parser quotes', () => thrownBy(() => JSON.parse(`{"text": ${secret}`))],
  ['a message', () => new Error(secret)],
  ['a message of several lines, one as a frame', () => new Error(`a\n    at ${secret} (file:///a.ts:1:1)\n`)],
  ['a name', () => Object.assign(new Error('x'), { name: secret })],
  ['a code', () => Object.assign(new Error('x'), { code: secret })],
  ['a cause', () => new Error('x', { cause: new Error(secret) })],
  ['a cause of a cause', () => new Error('x', { cause: new Error('x', { cause: secret }) })],
  ['a stack of its own', () => Object.assign(new Error('x'), { stack: `Error: x\n    at ${secret}` })],
  ['a message changed afterwards', () => Object.assign(new Error(secret), { message: 'x' })],
  ['many errors', () => new AggregateError([new Error(secret)], secret)],
  ['what is no error', () => secret],
  ['an object', () => ({ message: secret, stack: secret, name: secret })],
]

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (fault) {
    return fault
  }
}

describe('a fault in the log', () => {
  it.each(faults)('says nothing of the text in %s', (_what, make) => {
    const event: LogEvent = { kind: 'uncaught', fault: make() }
    for (const line of [jsonLine(event, at), plainLine(event, at)]) {
      for (const word of ['Larsson', '4711']) expect(line).not.toContain(word)
    }
  })

  it('says where it was thrown', () => {
    const { name, frames } = describeFault(new TypeError('x'))
    expect(name).toBe('TypeError')
    expect(frames?.[0]).toContain('log.test.ts')
  })

  it('says the sentence and the code of a disk that fails, with the path', () => {
    const cause = Object.assign(new Error("ENOSPC: no space left on device, open '/data/x'"), {
      code: 'ENOSPC',
    })
    const told = describeFault(new DiskFault(cause))
    expect(told.code).toBe('ENOSPC')
    expect(told.sentence).toContain('/data/x')
  })
})

describe('a line', () => {
  const strange = '\r\n{"level":"error"}\u001b[2J\u009b31m\u2028\u202eabc\u{e0041}'
  const event: LogEvent = { kind: 'diskFault', during: strange, fault: null }

  it('is one line of JSON, whatever is in it', () => {
    const line = jsonLine(event, at)
    expect(line).toMatch(/^[\x20-\x7e]*$/)
    expect(JSON.parse(line)).toEqual({
      time: '2026-11-22T06:00:00.000Z',
      level: 'error',
      event: 'diskFault',
      during: strange,
      fault: { name: 'thrown null' },
    })
  })

  it('for a terminal cannot move its cursor', () => {
    expect(plainLine(event, at)).toMatch(/^[\x20-\x7e]*$/)
  })

  it('does not grow without end', () => {
    const long: LogEvent = { kind: 'diskFault', during: 'x'.repeat(100_000), fault: null }
    expect(jsonLine(long, at).length).toBeLessThan(2000)
    expect(plainLine(long, at).length).toBeLessThan(2000)
  })
})

describe('the log', () => {
  it('writes JSON to a file and readable lines to a terminal', () => {
    const written = (isTTY: boolean) => {
      let text = ''
      const log = openLog({ isTTY, write: more => (text += more) }, () => at.getTime())
      log({ kind: 'stopped', tookMs: 12 })
      return text
    }
    expect(JSON.parse(written(false))).toMatchObject({ event: 'stopped', tookMs: 12 })
    expect(written(true)).toMatch(/INFO {2}stopped {2}tookMs=12\n$/)
  })

  it('cannot be flooded from outside, and says how much was left out', () => {
    let now = at.getTime()
    const lines: { event: string; lines?: number }[] = []
    const log = openLog({ write: text => lines.push(JSON.parse(text)) }, () => now)
    const flood = () => {
      for (let times = 0; times < 1000; times += 1) log({ kind: 'socketFault', fault: null })
    }
    flood()
    expect(lines).toHaveLength(120)
    log({ kind: 'diskFault', during: 'x', fault: null })
    expect(lines.at(-1)?.event).toBe('diskFault')
    now += 60_000
    log({ kind: 'socketFault', fault: null })
    expect(lines.slice(-2)).toMatchObject([
      { event: 'leftOut', of: 'socketFault', lines: 880 },
      { event: 'socketFault' },
    ])
  })
})
