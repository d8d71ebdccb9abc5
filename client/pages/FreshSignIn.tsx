import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { pageShown, rememberDestination } from '../people/destination.ts'
import { whenEntering } from '../people/entering.ts'
import { FreshSignInContext } from '../people/freshSignIn.ts'
import { SignInAgain } from '../people/SignInAgain.tsx'
import { useText } from '../text/useText.ts'
import { useMe, useSession } from './SessionContext.ts'

/** Around a page whose changes ask for a sign-in of the last half hour: one comes in again above it, and it stays. */
export function FreshSignIn({ children }: { readonly children: ReactNode }) {
  const { people } = useText()
  const holder = useSession()
  const me = useMe()
  const [isAsking, setIsAsking] = useState(false)
  const [times, setTimes] = useState(0)
  const { person, party } = me
  const fresh = useMemo(() => ({ ask: () => setIsAsking(true), times }), [times])
  // In another tab. Were it somebody else who came in, the page changes to her.
  useEffect(
    () =>
      whenEntering(() => {
        setIsAsking(false)
        setTimes(count => count + 1)
      }),
    [],
  )
  return (
    <FreshSignInContext value={fresh}>
      {children}
      {isAsking && holder && (
        <SignInAgain
          me={me}
          session={holder.session}
          lead={people.freshSignInAs(person.name, party.name)}
          onAsk={() => rememberDestination(pageShown(location), Date.now())}
          onEntered={answer => {
            setIsAsking(false)
            setTimes(times + 1)
            holder.enter(answer)
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </FreshSignInContext>
  )
}
