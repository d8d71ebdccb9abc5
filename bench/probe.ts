/**
 * What runs in the page that is measured. Every function here is sent to the browser as text: it may use only its
 * argument and what the browser has. The same code measures both editors. Times are milliseconds of the page's
 * clock.
 */

/** What is looked for, as CSS. */
export interface Looked {
  /** The first element with text that tells that the document can be read. */
  readonly readable: string
  /** The paragraph to write in. */
  readonly target: string
  /** A letter that is not in the document. */
  readonly letter: string
}

export interface OpeningTimes {
  /** From the click until the first of the document's text has been painted. */
  readonly readableMs: number
  /** From the click until a pressed key stands in the text. */
  readonly readyMs: number
}

declare global {
  interface Window {
    /** Given by the bench: presses the mouse at this place and then the letter. */
    pressAt(left: number, top: number): Promise<void>
    opening: Promise<OpeningTimes>
    keyPresses: KeyPress[]
    slowEventsMs: number[]
    longTasksMs: number[]
  }
}

/** Waits for the next click, and then for what comes of it; the answer is `window.opening`. */
export function watchOpening({ readable, target, letter }: Looked): void {
  const afterTask = (action: () => void) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = action
    channel.port2.postMessage(null)
  }
  const when = (isSo: (records: readonly MutationRecord[]) => boolean, then: () => void) => {
    const observer = new MutationObserver(records => {
      if (!isSo(records)) return
      observer.disconnect()
      then()
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  }
  window.opening = new Promise(resolve => {
    addEventListener(
      'click',
      ({ timeStamp: clickedAt }) => {
        when(
          () => Boolean(document.querySelector(readable)?.textContent),
          () =>
            requestAnimationFrame(() =>
              afterTask(() => {
                const readableMs = performance.now() - clickedAt
                const hasLetter = (node: Node) => node.textContent?.includes(letter) ?? false
                when(
                  records => records.some(record => hasLetter(record.target)),
                  () => resolve({ readableMs, readyMs: performance.now() - clickedAt }),
                )
                const paragraph = document.querySelector(target)
                paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' })
                const box = paragraph?.getBoundingClientRect()
                if (box) void window.pressAt(box.left + 60, box.top + Math.min(box.height, 20) / 2)
              }),
            ),
        )
      },
      { capture: true, once: true },
    )
  })
}

export interface KeyPress {
  /** The page's own work: from the press to the painted frame, less the wait for the display in between. */
  readonly workMs: number
  /** The part of it until all that listens to the press is done. */
  readonly handledMs: number
  /** From the press until the next frame is painted; includes up to 16.7 ms of waiting for the display. */
  readonly paintedMs: number
}

/**
 * Measures every letter typed from now on into `window.keyPresses`, and what the browser says of them (Event Timing:
 * from the press to the next frame, in steps of 8 ms, nothing below 16) into `window.slowEventsMs`; what takes more than
 * 50 ms at a time, whoever made it do so, into `window.longTasksMs`.
 */
export function watchKeys(): void {
  window.keyPresses = []
  window.slowEventsMs = []
  window.longTasksMs = []
  const long = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) window.longTasksMs.push(duration)
  })
  long.observe({ type: 'longtask' })
  const slow = new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries()) {
      if (name === 'keydown') window.slowEventsMs.push(duration)
    }
  })
  slow.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  const afterTask = (action: () => void) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = action
    channel.port2.postMessage(null)
  }
  let pressedAt = 0
  let handledAt = 0
  addEventListener(
    'keydown',
    event => {
      pressedAt = event.timeStamp
    },
    true,
  )
  // The last to hear of it. The editors read the text in a microtask before or after this; a task would come too late,
  // since after input the browser puts them off until the frame is painted.
  addEventListener('input', () => {
    queueMicrotask(() => {
      handledAt = performance.now()
    })
    const from = pressedAt
    requestAnimationFrame(() => {
      const frameAt = performance.now()
      afterTask(() => {
        const paintedMs = performance.now() - from
        const workMs = paintedMs - (frameAt - handledAt)
        window.keyPresses.push({ workMs, handledMs: handledAt - from, paintedMs })
      })
    })
  })
}
