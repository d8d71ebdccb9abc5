import type { AroundNavHandler } from 'wouter'

/** Asked before another page takes the place of this one: true when the way is held until it is answered. */
type Hold = (go: () => void) => boolean

let hold: Hold | null = null

/** Lets a page be asked before it is left for another. Returns how to stop. */
export function holdPage(ask: Hold): () => void {
  hold = ask
  return () => {
    if (hold === ask) hold = null
  }
}

/** Every way from page to page goes through here. */
export const leaveThrough: AroundNavHandler = (navigate, to, options) => {
  // In place of the step in the history that held the page.
  const leave = () => navigate(to, { ...options, replace: true })
  if (hold === null || !hold(leave)) navigate(to, options)
}
