import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endWhenAsked } from '../../../server/operations/ending.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'

class ProcessDouble extends EventEmitter {
  readonly codes: number[] = []

  exit(code: number): void {
    this.codes.push(code)
  }
}

class ProgramDouble {
  readonly asked: string[] = []
  readonly unfinished = { step: 'storage', documents: ['a', 'b'] }
  readonly stopping = Promise.withResolvers<void>()
  readonly abandoning = Promise.withResolvers<void>()

  stop(): Promise<void> {
    this.asked.push('stop')
    return this.stopping.promise
  }

  abandon(): Promise<void> {
    this.asked.push('abandon')
    return this.abandoning.promise
  }
}

let program: ProgramDouble
let running: ProcessDouble
let log: LogEvent[]

beforeEach(() => {
  vi.useFakeTimers()
  program = new ProgramDouble()
  running = new ProcessDouble()
  log = []
  endWhenAsked(program, 20, event => log.push(event), running)
})
afterEach(() => vi.useRealTimers())

/** Lets what waits for a promise go on. */
const settle = async () => await vi.advanceTimersByTimeAsync(0)

describe('a program that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'])('by %s ends with 0 when all is at rest', async signal => {
    running.emit(signal)
    expect(running.codes).toEqual([])
    program.stopping.resolve()
    await settle()
    expect(running.codes).toEqual([0])
    expect(log.map(({ kind }) => kind)).toEqual(['stopping', 'stopped'])
  })

  it('ends at the deadline with 1, and says what was not at rest', async () => {
    running.emit('SIGTERM')
    await vi.advanceTimersByTimeAsync(19_999)
    expect(running.codes).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(running.codes).toEqual([1])
    expect(log.at(-1)).toEqual({
      kind: 'stopCut',
      because: 'deadline',
      step: 'storage',
      documents: ['a', 'b'],
    })
  })

  it('ends at once when it is told a second time', () => {
    running.emit('SIGINT')
    running.emit('SIGTERM')
    expect(running.codes).toEqual([1])
    expect(log.at(-1)).toMatchObject({ kind: 'stopCut', because: 'secondSignal' })
    expect(program.asked).toEqual(['stop'])
  })

  it('ends with 1, and says why, when it cannot be brought to rest', async () => {
    const fault = new Error('x')
    running.emit('SIGTERM')
    program.stopping.reject(fault)
    await settle()
    expect(running.codes).toEqual([1])
    expect(log.at(-1)).toMatchObject({ kind: 'stopFault', fault })
  })
})

describe('a fault that nobody caught', () => {
  it('is logged, ends every line, writes nothing more, and ends the program with 1', async () => {
    const fault = new Error('x')
    running.emit('uncaughtException', fault)
    expect(log).toEqual([{ kind: 'uncaught', fault }])
    expect(program.asked).toEqual(['abandon'])
    expect(running.codes).toEqual([])
    program.abandoning.resolve()
    await settle()
    expect(running.codes).toEqual([1])
  })

  it('ends the program also when its lines cannot be ended', async () => {
    running.emit('uncaughtException', new Error('x'))
    program.abandoning.reject(new Error('y'))
    await settle()
    expect(running.codes).toEqual([1])
  })

  it('ends the program also when its lines do not end', async () => {
    running.emit('uncaughtException', new Error('x'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(running.codes).toEqual([1])
  })

  it('is followed by as many as there are, and each is logged', () => {
    running.emit('uncaughtException', new Error('x'))
    running.emit('uncaughtException', new Error('y'))
    expect(log).toHaveLength(2)
    expect(program.asked).toEqual(['abandon'])
  })
})
