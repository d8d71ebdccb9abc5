import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { holdPage } from './leaveQuestion.ts'

interface LeaveQuestion {
  /** What is asked; to be drawn. */
  readonly question: ReactNode
  /** From now on the page is left without a question. */
  readonly letGo: () => void
}

/** Tells the step in the history that is only there to be gone back from. */
const heldState = { isHeld: true }

/** Asks before a page is left on which something would have to be done again: by a link, by back, or by closing. */
export function useLeaveQuestion(isHeld: boolean, words: string): LeaveQuestion {
  const { formImport } = useText()
  const [asked, setAsked] = useState<(() => void) | null>(null)
  const isOver = useRef(false)

  useEffect(() => {
    if (!isHeld) return
    isOver.current = false
    const ask = (go: () => void) => {
      if (isOver.current) return false
      setAsked(() => go)
      return true
    }
    const stop = holdPage(ask)
    const beforeUnload = (event: BeforeUnloadEvent) => {
      if (!isOver.current) event.preventDefault()
    }
    // The browser's own back cannot be stopped, only met: it takes away a step that stands before the page.
    if (!history.state?.isHeld) history.pushState(heldState, '', location.href)
    const onBack = () => {
      if (isOver.current || history.state?.isHeld) return
      ask(() => history.back())
    }
    addEventListener('beforeunload', beforeUnload)
    addEventListener('popstate', onBack)
    return () => {
      stop()
      removeEventListener('beforeunload', beforeUnload)
      removeEventListener('popstate', onBack)
    }
  }, [isHeld])

  const stay = () => {
    setAsked(null)
    if (!isOver.current && !history.state?.isHeld) history.pushState(heldState, '', location.href)
  }
  const leave = () => {
    isOver.current = true
    setAsked(null)
    asked?.()
  }
  return {
    letGo: () => {
      isOver.current = true
    },
    question: asked && (
      <Dialog
        title={formImport.leaveTitle}
        closeWord={formImport.stay}
        onClose={stay}
        actions={
          <Button look="danger" onClick={leave}>
            {formImport.leave}
          </Button>
        }
      >
        <p>{words}</p>
      </Dialog>
    ),
  }
}
