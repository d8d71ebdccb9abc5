import { createContext } from 'react'

interface FreshSignIn {
  /** Asks for a sign-in, above the page. */
  readonly ask: () => void
  /** How often she has come in again since the page was opened. */
  readonly times: number
}

/** On a page whose changes ask for a sign-in of the last half hour. Null on all others. */
export const FreshSignInContext = createContext<FreshSignIn | null>(null)
