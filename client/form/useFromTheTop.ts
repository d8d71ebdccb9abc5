import { useEffect, useState } from 'react'
import { whenIdle } from '../ui/whenIdle.ts'

/** How many sections fill a window, and how long the next one may wait when the browser is busy or covered. */
const first = 4
const latestMs = 250

/**
 * How many of `count` sections to show: those at the top of the sheet at once, the rest one by one when the browser
 * has nothing better to do. So a long ansökan can be read as soon as a short one, a click or a key press need not
 * wait for what is far down, and what is already shown never moves.
 */
export function useFromTheTop(count: number): number {
  const [shown, setShown] = useState(first)
  useEffect(() => {
    if (shown < count) return whenIdle(() => setShown(shown + 1), latestMs)
  }, [shown, count])
  return shown
}
