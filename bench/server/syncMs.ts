import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../statistics.ts'

/** Milliseconds that this disk takes to write a keystroke and sync it. */
export interface SyncMs {
  /** One after the other: the middle of a hundred. The aims allow for this. */
  readonly atOnce: number
  /** As seldom as four people type, when processor and disk have come to rest in between. */
  readonly paced: number
  readonly pacedP99: number
}

/** Four people at twenty keystrokes a second. */
const pacedEveryMs = 12.5

export async function syncMs(folder: string): Promise<SyncMs> {
  const path = join(folder, 'sync')
  const file = openSync(path, 'w')
  const entry = Buffer.alloc(100, 1)
  const measure = async (count: number, everyMs: number) => {
    const took: number[] = []
    for (let sync = 0; sync < count; sync += 1) {
      if (everyMs > 0) await pause(everyMs)
      const began = performance.now()
      writeSync(file, entry)
      fdatasyncSync(file)
      took.push(performance.now() - began)
    }
    return took
  }
  const atOnce = await measure(100, 0)
  const paced = await measure(500, pacedEveryMs)
  closeSync(file)
  await rm(path)
  return { atOnce: percentile(atOnce, 50), paced: percentile(paced, 50), pacedP99: percentile(paced, 99) }
}
