import { createContext, useContext } from 'react'
import type { Me, SessionAnswer } from '../../shared/http/session.ts'

interface SessionHolder {
  readonly session: SessionAnswer
  /** After going in or out. */
  readonly change: (session: SessionAnswer) => void
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
