import { useContext } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { FreshSignInContext } from './freshSignIn.ts'
import styles from './people.module.css'
import type { Sending } from './useSending.ts'

/** What went wrong when something was sent, in words; with a way in again where that is what it takes. */
export function SendingFault({ sending }: { readonly sending: Sending }) {
  const { people } = useText()
  const fresh = useContext(FreshSignInContext)
  const { fault, freshSignIn } = sending
  if (fault === null) return null
  if (freshSignIn === 'done') return <p role="status">{people.freshAgain}</p>
  return (
    <>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {freshSignIn === 'needed' && fresh && <Button onClick={fresh.ask}>{people.signInAgain}</Button>}
    </>
  )
}
