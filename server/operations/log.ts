import { boundedKinds, type Log, type LogEvent, type LogKind } from './LogEvent.ts'
import { jsonLine, plainLine } from './logLine.ts'

/** Where lines go: standard output. */
export interface LogOutput {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Most lines a minute of one kind that people outside can bring about; the rest are counted. */
const linesAMinute = 120
const minuteMs = 60_000

/**
 * The log: a line of JSON for each event, or a readable one when a terminal listens. Of a kind that people
 * outside can bring about, no more than 120 lines are written a minute, so that nobody can fill the disk or hide
 * something in the flood; how many were left out is said when the next one of that kind is written.
 */
export function openLog(output: LogOutput, now: () => number): Log {
  const line = output.isTTY ? plainLine : jsonLine
  const minutes = new Map<LogKind, Minute>()
  return event => {
    const at = now()
    if (boundedKinds.has(event.kind)) {
      const minute = minutes.get(event.kind)
      // Also when the clock is put back.
      if (minute && Math.abs(at - minute.beganAt) < minuteMs) {
        minute.lines += 1
        if (minute.lines > linesAMinute) return
      } else {
        minutes.set(event.kind, { beganAt: at, lines: 1 })
        const leftOut = minute ? minute.lines - linesAMinute : 0
        if (leftOut > 0) write({ kind: 'leftOut', of: event.kind, lines: leftOut }, at)
      }
    }
    write(event, at)
  }

  function write(event: LogEvent, at: number): void {
    output.write(`${line(event, new Date(at))}\n`)
  }
}

interface Minute {
  readonly beganAt: number
  /** Events of the kind in it, written or left out. */
  lines: number
}
