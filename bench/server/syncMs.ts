import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { median } from '../statistics.ts'

/** Milliseconds that this disk takes to write a keystroke and sync it: the middle of a hundred. */
export async function syncMs(folder: string): Promise<number> {
  const path = join(folder, 'sync')
  const file = openSync(path, 'w')
  const entry = Buffer.alloc(100, 1)
  const took: number[] = []
  for (let count = 0; count < 100; count += 1) {
    const began = performance.now()
    writeSync(file, entry)
    fdatasyncSync(file)
    took.push(performance.now() - began)
  }
  closeSync(file)
  await rm(path)
  return median(took)
}
