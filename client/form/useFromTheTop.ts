import { useEffect, useState } from 'react'

/** How many sections fill a window, and how many more come with every frame after that. */
const first = 4
const more = 5
const withoutFramesMs = 250

/**
 * How many of `count` sections to show: those at the top of the sheet at once, the rest in the next frames. A long
 * ansökan can so be read as soon as a short one, and what is already shown never moves.
 */
export function useFromTheTop(count: number): number {
  const [shown, setShown] = useState(first)
  useEffect(() => {
    if (shown >= count) return
    const showMore = () => setShown(shown + more)
    // A window that is covered, or a tab behind others, may get no frames for as long as it is.
    let timer = setTimeout(showMore, withoutFramesMs)
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      // A timer set in the frame runs when it has been painted.
      timer = setTimeout(showMore)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [shown, count])
  return shown
}
