import { createContext, useContext } from 'react'

/** Says things beside the page: aloud only, or in view as well. */
export interface Notices {
  /** Read aloud and not shown: what the eye already sees, such as a row that moved. */
  announce(words: string): void
  /** Shown at the foot of the window for a while, and read aloud. Never the only place for something important. */
  toast(words: string): void
}

export const NoticesContext = createContext<Notices>({ announce: () => {}, toast: () => {} })

/** Where what is said until it is closed is shown; null before the page is there. */
export const NoticePlaceContext = createContext<HTMLElement | null>(null)

export function useNotices(): Notices {
  return useContext(NoticesContext)
}
