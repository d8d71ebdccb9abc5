import { createContext, useContext } from 'react'
import type { Me, SessionAnswer } from '../../shared/http/session.ts'

interface SessionHolder {
  readonly session: SessionAnswer
  /** After going out, and when something about me has changed. */
  readonly change: (session: SessionAnswer) => void
  /** After going in; the other tabs of this browser follow. */
  readonly enter: (session: SessionAnswer) => void
  /**
   * Asks who is in here now. When that is somebody else than the page is drawn for, the page changes to her. Null
   * without an answer.
   */
  readonly lookAgain: () => Promise<SessionAnswer | null>
}

export const SessionContext = createContext<SessionHolder | null>(null)

/** Null until the server has said who I am. */
export function useSession(): SessionHolder | null {
  return useContext(SessionContext)
}

/** For pages that only signed-in people reach. */
export function useMe(): Me {
  const me = useContext(SessionContext)?.session.me
  if (!me) throw new Error('This page is drawn only for people who are signed in.')
  return me
}
