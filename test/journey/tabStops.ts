import type { Page } from 'playwright-core'

export interface TabStop {
  /** Its section, tag and name, to find it by. */
  readonly what: string
  /** Why focus is not to be seen there; null when it is. */
  readonly fault: string | null
}

/** More stops than any page has: focus is caught somewhere. */
const most = 400

/**
 * All that a key (Tab or Shift+Tab) comes to from one end of the page to the other. Esc comes before each, since
 * lists and tables use Tab themselves until then.
 */
export async function tabStops(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<TabStop[]> {
  const stops: TabStop[] = []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    getSelection()?.removeAllRanges()
  })
  while (stops.length < most) {
    await page.keyboard.press('Escape')
    await page.keyboard.press(key)
    const stop = await page.evaluate(look)
    if (stop === null) return stops
    stops.push(stop)
  }
  throw new Error(`Focus never comes out: ${stops.at(-2)?.what} and ${stops.at(-1)?.what} in turn`)
}

/** Runs in the page. */
function look(): TabStop | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return null
  const name = focused.ariaLabel ?? focused.getAttribute('href') ?? (focused.id || focused.textContent)
  const what = `${focused.closest('section')?.id} ${focused.tagName} ${name}`
  const { left, right, top, bottom } = focused.getBoundingClientRect()
  // What of it is within the window; text may be longer than that.
  const frame = new DOMRect(
    left,
    Math.max(top, 0),
    right - left,
    Math.min(bottom, innerHeight) - Math.max(top, 0),
  )
  const points = [0.05, 0.5, 0.95].flatMap(across =>
    [0.05, 0.5, 0.95].map(
      down => [frame.left + frame.width * across, frame.top + frame.height * down] as const,
    ),
  )
  const isSeen = points.some(([left, top]) => {
    const found = document.elementFromPoint(left, top)
    return found !== null && (focused.contains(found) || found.contains(focused))
  })
  const hasRing = (element: Element | null, part?: string) => {
    if (element === null) return false
    const { outlineStyle, outlineWidth, display, width, backgroundColor } = getComputedStyle(element, part)
    if (part !== undefined)
      return display !== 'none' && width !== 'auto' && backgroundColor !== 'rgba(0, 0, 0, 0)'
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
  }
  // The text of a section has a bar beside it instead of a ring.
  const isMarked = hasRing(focused) || hasRing(focused.closest('.richSection'), '::before')
  return { what, fault: isSeen ? (isMarked ? null : 'no ring') : 'not in view' }
}
