import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { leaveSession } from '../http/session.ts'
import { endAllSessions } from '../http/sessions.ts'
import { forgetThisDevice, unsentChanges } from '../sync/deviceCopy.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNotices } from '../ui/notices.ts'
import { useSession } from './SessionContext.ts'

type Where = 'here' | 'everywhere'

interface Leaving {
  /** Goes out; first asks where something would be lost by it, or other browsers are concerned. */
  readonly leave: (where: Where) => Promise<void>
  /** What is asked; to be drawn. */
  readonly question: ReactNode
}

/** Going out: nothing of the person stays in this browser. */
export function useLeaving(): Leaving {
  const text = useText()
  const { pages, people } = text
  const notices = useNotices()
  const holder = useSession()
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState<{ readonly where: Where; readonly unsent: number } | null>(null)

  const go = async (where: Where) => {
    try {
      await (where === 'here' ? leaveSession() : endAllSessions())
      await forgetThisDevice()
      setAsked(null)
      holder?.change({ ...holder.session, me: null, isAdministrator: false, isGuest: false })
      navigate('/')
    } catch (fault) {
      notices.toast(problemWords(text, fault))
    }
  }
  const leave = async (where: Where) => {
    const unsent = await unsentChanges()
    if (unsent > 0 || where === 'everywhere') setAsked({ where, unsent })
    else await go(where)
  }

  const question = asked && (
    <Dialog
      title={asked.unsent > 0 ? pages.leaveUnsentTitle : people.leaveEverywhere}
      closeWord={pages.stay}
      onClose={() => setAsked(null)}
      actions={
        <Button look="danger" onClick={() => void go(asked.where)}>
          {asked.unsent > 0 ? pages.leaveAnyway : people.leaveEverywhere}
        </Button>
      }
    >
      {asked.where === 'everywhere' && <p>{people.leaveEverywhereQuestion}</p>}
      {asked.unsent > 0 && <p>{pages.leaveUnsent(asked.unsent)}</p>}
    </Dialog>
  )
  return { leave, question }
}
