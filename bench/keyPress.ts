import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Contestant } from './contestants.ts'
import type { Size } from './documents.ts'
import { type KeyPress, watchKeys } from './probe.ts'
import { watchProcessor } from './processor.ts'
import type { ToTypists } from './typists.ts'

/** Key presses before the measured ones, and the pause between two. */
const warmUp = 10
const pauseMs = 100
const four = ['anna', 'karim', 'elin', 'sofia']

/** The colleagues, waiting for a document to write in. */
export class Typists {
  readonly #process: ChildProcess

  private constructor(process: ChildProcess) {
    this.#process = process
  }

  /** By `script` they write, as `typists.ts` does. */
  static async arrive(
    origin: string,
    persons: readonly string[] = four,
    script = join(import.meta.dirname, 'typists.ts'),
  ): Promise<Typists> {
    const child = fork(script, [origin, ...persons])
    await once(child, 'message')
    return new Typists(child)
  }

  async tell(what: ToTypists): Promise<void> {
    this.#process.send(what)
    await once(this.#process, 'message')
  }

  leave(): void {
    if (this.#process.connected) this.#process.disconnect()
  }
}

export interface KeySeries {
  readonly presses: readonly KeyPress[]
  /** What the browser's Event Timing says of those that took at least 16 ms to the next frame. */
  readonly slowEventsMs: readonly number[]
  /** What has kept the page's main thread for more than 50 ms at a time. */
  readonly longTasksMs: readonly number[]
  /** What the page's main thread worked from one press to the next, on average; with what colleagues made it do. */
  readonly processorMs: number
}

/**
 * Opens a document, begins to write in its first section of rich text, and measures `count` key presses. `prepare` does
 * what is to be done on the page before.
 */
export async function measureKeys(
  contestant: Contestant,
  size: Size,
  count: number,
  typists: Typists | null,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<KeySeries> {
  const id = contestant.ids[size].pop()
  if (id === undefined) throw new Error('There are too few documents.')
  const page = await contestant.newPage()
  try {
    await page.goto(contestant.origin + contestant.listPath, { waitUntil: 'networkidle' })
    await page.locator(`a[href$="${id}"]`).click()
    const target = page.locator(contestant.looked(size, '').target).first()
    await prepare(page)
    await target.click({ position: { x: 60, y: 10 } })
    await typists?.tell({ write: id, sections: ['background', 'purpose', 'followUp'] })
    await type(page.keyboard, warmUp)
    await page.evaluate(watchKeys)
    const workedMs = await watchProcessor(await page.context().newCDPSession(page))
    await type(page.keyboard, count)
    // The last key press is measured when its frame is painted.
    await page.waitForFunction(wanted => window.keyPresses.length >= wanted, count)
    const processorMs = (await workedMs()) / count
    const seen = await page.evaluate(() => ({
      presses: window.keyPresses,
      slowEventsMs: window.slowEventsMs,
      longTasksMs: window.longTasksMs,
    }))
    return { ...seen, processorMs }
  } finally {
    await typists?.tell({ stop: true })
    await page.close()
  }
}

async function type(keyboard: { press(key: string): Promise<void> }, count: number): Promise<void> {
  for (let typed = 1; typed <= count; typed += 1) {
    await keyboard.press(typed % 7 === 0 ? 'Space' : 'abcdefgh'.charAt(typed % 8))
    // Not in step with the display or with the colleagues.
    await new Promise(resolve => setTimeout(resolve, pauseMs + (typed % 5) * 7))
  }
}
