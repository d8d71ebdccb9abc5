import type { Page } from 'playwright-core'
import type { Typists } from '../keyPress.ts'
import { watchProcessor } from '../processor.ts'
import { type CellPress, watchCells } from './cellProbe.ts'

/** Cells that are filled in before the measured ones, and those; each by five digits and Enter. */
const warmUpCells = 3
export const measuredCells = 12
const digits = 5
const pauseMs = 100

export interface FillSeries {
  readonly presses: readonly CellPress[]
  /** What the browser's Event Timing says of keys that took at least 16 ms to the next frame. */
  readonly slowEventsMs: readonly number[]
  /** What has kept the page's main thread for more than 50 ms at a time. */
  readonly longTasksMs: readonly number[]
  /** What the page's main thread worked from one press to the next, on average. */
  readonly processorMs: number
}

/** Fills in cells down the first party's column on a page that shows the budget, and measures every key. */
export async function fillIn(page: Page, typists: { all: Typists; id: string } | null): Promise<FillSeries> {
  const cells = page.locator('[data-field^="owner."]')
  await cells.nth(20).scrollIntoViewIfNeeded()
  await cells.nth(20).click()
  await typists?.all.tell({ write: typists.id, sections: [] })
  try {
    await fill(page, warmUpCells, 0)
    await page.evaluate(watchCells)
    const workedMs = await watchProcessor(await page.context().newCDPSession(page))
    await fill(page, measuredCells, warmUpCells)
    const count = measuredCells * (digits + 1)
    // The last key press is measured when its frame is painted.
    await page.waitForFunction(wanted => window.cellPresses.length >= wanted, count)
    const processorMs = (await workedMs()) / count
    const seen = await page.evaluate(() => ({
      presses: window.cellPresses,
      slowEventsMs: window.slowKeysMs,
      longTasksMs: window.longWorkMs,
    }))
    const late = seen.presses.filter(press => !press.isShown).length
    if (late > 0) throw new Error(`${late} sums were not on the screen in the frame that was measured.`)
    return { ...seen, processorMs }
  } finally {
    await typists?.all.tell({ stop: true })
  }
}

/** Numbers that no cell has, so that each commit changes a sum. */
async function fill(page: Page, cells: number, from: number): Promise<void> {
  for (let cell = 0; cell < cells; cell += 1) {
    const amount = String(10_001 + (from + cell) * 137)
    for (const [at, key] of [...amount, 'Enter'].entries()) {
      await page.keyboard.press(key)
      // Not in step with the display or with the colleagues.
      await new Promise(resolve => setTimeout(resolve, pauseMs + ((cell + at) % 5) * 7))
    }
  }
}
