import { useLocation } from 'wouter'
import type { Me, SessionAnswer } from '../../shared/http/session.ts'
import { takeDestination } from '../people/destination.ts'
import { forgetLinkSecret } from '../people/linkSecret.ts'
import { useSession } from './SessionContext.ts'

interface Entering {
  /** Who is in already. */
  readonly me: Me | null
  /** She is in: goes to `where`, or to the page that was asked for before. */
  readonly enter: (answer: SessionAnswer, where?: string) => void
}

/** For the pages that links lead to. */
export function useEntering(): Entering {
  const holder = useSession()
  const [, navigate] = useLocation()
  const enter = (answer: SessionAnswer, where = takeDestination(Date.now())) => {
    forgetLinkSecret()
    holder?.enter(answer)
    navigate(where, { replace: true })
  }
  return { me: holder?.session.me ?? null, enter }
}
