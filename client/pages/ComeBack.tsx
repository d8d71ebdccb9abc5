import { useEffect, useRef, useState } from 'react'
import { editorPage } from '../editor/editorPage.ts'
import { pageShown, rememberDestination } from '../people/destination.ts'
import { SignInAgain } from '../people/SignInAgain.tsx'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useMe, useSession } from './SessionContext.ts'

interface ComeBackProps {
  readonly document: OpenDocument
  /** She has come in again, here. */
  readonly onBack: () => Promise<void>
}

/** A way in again for somebody who has been signed out while she wrote. Drawn for as long as she is out. */
export function ComeBack({ document, onBack }: ComeBackProps) {
  const { people } = useText()
  const holder = useSession()
  const me = useMe()
  const [isAsking, setIsAsking] = useState(false)
  const asks = useRef(false)
  asks.current = isAsking

  useEffect(() => {
    // Where she was writing last: the dialog takes focus from it, and goes away with the button that opened it.
    const { focus } = editorPage(document)
    let last = focus.current
    const onFocus = () => {
      last = focus.current ?? last
    }
    addEventListener('focusin', onFocus)
    return () => {
      removeEventListener('focusin', onFocus)
      const stop = asks.current && last && focus.find(last.section, last.path ?? null)
      if (stop) requestAnimationFrame(() => (stop.resume ? stop.resume() : stop.focus('end')))
    }
  }, [document])

  return (
    <>
      <Button look="primary" onClick={() => setIsAsking(true)}>
        {people.signInAgain}
      </Button>
      {isAsking && holder && (
        <SignInAgain
          me={me}
          session={holder.session}
          onAsk={() => rememberDestination(pageShown(location), Date.now())}
          onEntered={answer => {
            holder.enter(answer)
            void onBack()
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  )
}
