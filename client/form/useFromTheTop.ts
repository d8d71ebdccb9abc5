import { useEffect, useState } from 'react'

/** How many sections fill a window, and how many more come with every frame after that. */
const first = 4
const more = 5

/**
 * How many of `count` sections to show: those at the top of the sheet at once, the rest in the next frames. A long
 * ansökan can so be read as soon as a short one, and what is already shown never moves.
 */
export function useFromTheTop(count: number): number {
  const [shown, setShown] = useState(first)
  useEffect(() => {
    if (shown >= count) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // A timer set in the frame runs when it has been painted.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(shown + more))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [shown, count])
  return shown
}
