import type { Contestant } from './contestants.ts'
import type { Size } from './documents.ts'
import { type OpeningTimes, watchOpening } from './probe.ts'
import { watchProcessor } from './processor.ts'

/** A letter that no document has. */
const letter = 'Ω'

export interface Opening extends OpeningTimes {
  /** What the page's main thread has worked from the click until then; other programs on the machine do not count. */
  readonly processorMs: number
}

/** Opens a document that nobody has opened, by a click in the list, and writes a letter in it. */
export async function measureOpening(contestant: Contestant, size: Size): Promise<Opening> {
  const id = contestant.ids[size].pop()
  if (id === undefined) throw new Error('There are too few documents.')
  const page = await contestant.newPage()
  try {
    const wire = await page.context().newCDPSession(page)
    await page.exposeFunction('pressAt', async (x: number, y: number) => {
      const at = { x, y, button: 'left', clickCount: 1 } as const
      // One after the other on one wire, none waiting for the answer to the one before.
      await Promise.all([
        wire.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y }),
        wire.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at }),
        wire.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }),
        wire.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, key: letter }),
        wire.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter }),
      ])
    })
    await page.goto(contestant.origin + contestant.listPath, { waitUntil: 'networkidle' })
    await page.evaluate(watchOpening, contestant.looked(size, letter))
    const workedMs = await watchProcessor(wire)
    await page.locator(`a[href$="${id}"]`).click()
    const times = await Promise.race([
      page.evaluate(() => window.opening),
      page.waitForTimeout(30_000).then(() => null),
    ])
    const opening = times && { ...times, processorMs: await workedMs() }
    if (!opening) throw new Error(`${contestant.name} ${size}: the letter never stood in the text.`)
    if (!(await contestant.hasKept(page, id, letter))) {
      throw new Error(`${contestant.name} ${size}: the letter stood on the screen and not in the document.`)
    }
    return opening
  } finally {
    await page.close()
  }
}
