import { useState } from 'react'
import type { Me, SessionAnswer } from '../../shared/http/session.ts'
import { enterDemo } from '../http/session.ts'
import { useText } from '../text/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { AddressForm } from './AddressForm.tsx'
import { DemoPersons } from './DemoPersons.tsx'
import styles from './people.module.css'
import { useSending } from './useSending.ts'

interface SignInAgainProps {
  /** Who was signed in, and is to be again. */
  readonly me: Me
  readonly session: SessionAnswer
  /** Why, where it is not to save what is written. */
  readonly lead?: string
  /** Before she goes to another tab to come in: the page that she is on may be remembered now. */
  readonly onAsk: () => void
  readonly onEntered: (answer: SessionAnswer) => void
  readonly onClose: () => void
}

/**
 * The ways in, above the page that one was writing on. By mail or by her organisation she comes in in another tab;
 * this page hears of it and closes the dialog.
 */
export function SignInAgain({ me, session, lead, onAsk, onEntered, onClose }: SignInAgainProps) {
  const { pages, people } = useText()
  const [own, setOwn] = useState<string | null>(null)
  const { fault, send } = useSending()
  const { person, party } = me
  const byAddress = session.mailLink || session.openId
  const isDemo = session.demoPersons.some(demo => demo.person.id === person.id)
  const enterAsBefore = () => send(async () => onEntered(await enterDemo(person.id)))
  return (
    <Dialog title={people.signInAgain} closeWord={pages.close} onClose={onClose}>
      <div className={styles.form}>
        <p>{lead ?? people.signInAgainAs(person.name, party.name)}</p>
        {session.isGuest && <p>{people.signInAgainGuest}</p>}
        {isDemo && <DemoPersons persons={[me]} onEnter={() => void enterAsBefore()} />}
        {fault && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        {byAddress && !session.isGuest && (
          <>
            <AddressForm ownSignIns={session.openId} onAsk={onAsk} onOwnSignIn={setOwn} />
            {own === null ? (
              <p className={styles.help}>{people.signInAgainMail}</p>
            ) : (
              <p role="status">
                {people.ownSignIn}{' '}
                <a href={own} target="_blank" rel="noopener">
                  {people.openOwnSignIn}
                </a>
              </p>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}
