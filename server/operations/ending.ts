import type { Log } from './LogEvent.ts'

/** The program, from the side of what ends it. */
export interface Endable {
  /** Brings everything to rest. Rejects when that could not be done; nothing acknowledged is lost by it. */
  stop(): Promise<void>
  /** Ends every line at once, and nothing else: memory is not to be trusted any more, and is not written. */
  abandon(): Promise<void>
  /** What `stop` is waiting for, and which documents are not at rest yet. */
  readonly unfinished: { readonly step: string; readonly documents: readonly string[] }
}

/** The process, or a double of it. */
export interface EndingProcess {
  on(event: 'SIGTERM' | 'SIGINT', listener: () => void): unknown
  on(event: 'uncaughtException', listener: (fault: unknown) => void): unknown
  exit(code: number): void
}

/** Longest that lines are waited for when nobody knows any more what state the program is in. */
const abandonMaxMs = 2_000

/**
 * Ends the program as it is asked to. The first signal stops it, in `stopSeconds` at most; a second one ends it
 * at once. A fault that nobody caught (also a promise's: Node makes it one) may have left anything half done, so
 * nothing is written any more: people are told to come back, and the program ends for its supervisor to start anew.
 * What was acknowledged is on disk in each case.
 *
 * Exit codes: 0 stopped, all at rest; 1 ended in any other way.
 */
export function endWhenAsked(program: Endable, stopSeconds: number, log: Log, process: EndingProcess): void {
  let state: 'running' | 'stopping' | 'abandoned' = 'running'
  const cut = (because: 'deadline' | 'secondSignal') => {
    log({ kind: 'stopCut', because, ...program.unfinished })
    process.exit(1)
  }
  const stop = () => {
    if (state !== 'running') {
      cut('secondSignal')
      return
    }
    state = 'stopping'
    log({ kind: 'stopping' })
    const began = performance.now()
    const deadline = setTimeout(() => cut('deadline'), stopSeconds * 1000)
    program.stop().then(
      () => {
        clearTimeout(deadline)
        log({ kind: 'stopped', tookMs: Math.round(performance.now() - began) })
        process.exit(0)
      },
      fault => {
        clearTimeout(deadline)
        log({ kind: 'stopFault', fault, ...program.unfinished })
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('uncaughtException', fault => {
    log({ kind: 'uncaught', fault })
    if (state === 'abandoned') return
    state = 'abandoned'
    const end = () => process.exit(1)
    setTimeout(end, abandonMaxMs)
    // Whatever else goes wrong now, it ends.
    program.abandon().then(end, end)
  })
}

/** Waits for `work`, but no longer than `ms`. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
