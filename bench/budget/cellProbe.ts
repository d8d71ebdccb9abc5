/** What runs in the page that is measured; see `probe.ts`. Times are milliseconds of the page's clock. */

export interface CellPress {
  readonly is: 'letter' | 'enter'
  /** The page's own work: from the press to the painted frame, less the wait for the display in between. */
  readonly workMs: number
  /** From the press until the next frame is painted. */
  readonly paintedMs: number
  /** Of Enter: whether the sum of the row stood right in that frame. */
  readonly isShown: boolean
}

declare global {
  interface Window {
    cellPresses: CellPress[]
    slowKeysMs: number[]
    longWorkMs: number[]
  }
}

/** Measures every key pressed in a cell from now on into `window.cellPresses`. */
export function watchCells(): void {
  window.cellPresses = []
  window.slowKeysMs = []
  window.longWorkMs = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) window.longWorkMs.push(duration)
  }).observe({ type: 'longtask' })
  new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') window.slowKeysMs.push(duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  const afterTask = (action: () => void) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = action
    channel.port2.postMessage(null)
  }
  let handledAt = 0
  // The last to hear of both; what a framework puts off comes before a microtask that begins here.
  const handled = () => {
    queueMicrotask(() => {
      handledAt = performance.now()
    })
  }
  addEventListener('keydown', handled)
  addEventListener('input', handled)
  addEventListener(
    'keydown',
    ({ timeStamp: pressedAt, key }) => {
      const row = document.activeElement?.closest('[role="row"]')
      const sumOf = () => row?.querySelector('[data-is="computed"]')?.textContent
      const before = sumOf()
      requestAnimationFrame(() => {
        const frameAt = performance.now()
        afterTask(() => {
          const paintedMs = performance.now() - pressedAt
          const is = key === 'Enter' ? 'enter' : 'letter'
          const isShown = is === 'letter' || (before !== undefined && sumOf() !== before)
          window.cellPresses.push({ is, workMs: paintedMs - (frameAt - handledAt), paintedMs, isShown })
        })
      })
    },
    true,
  )
}
