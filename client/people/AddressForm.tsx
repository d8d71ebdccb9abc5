import { useEffect, useRef, useState } from 'react'
import { addressSchema } from '../../shared/http/access.ts'
import { askForLink } from '../http/signIn.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from './Form.tsx'
import { LineField } from './LineField.tsx'
import styles from './people.module.css'

interface AddressFormProps {
  /** Some organisation has a sign-in of its own. */
  readonly ownSignIns: boolean
  /** Before the link is asked for: the page that it leads to may be remembered now. */
  readonly onAsk: () => void
  /** The address's organisation has a sign-in of its own: where that is. */
  readonly onOwnSignIn: (where: string) => void
}

/** Asks for a link by mail. The answer is the same whoever asks, so that nobody can find out who is known here. */
export function AddressForm({ ownSignIns, onAsk, onOwnSignIn }: AddressFormProps) {
  const { people } = useText()
  const [address, setAddress] = useState('')
  const [isTried, setIsTried] = useState(false)
  const [asked, setAsked] = useState<string | null>(null)
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked !== null) answer.current?.focus()
  }, [asked])

  const { data: wanted } = addressSchema.safeParse(address)
  const ask = async () => {
    if (wanted === undefined) return
    onAsk()
    const { openId } = await askForLink(wanted)
    if (openId) onOwnSignIn(openId)
    else setAsked(wanted)
  }

  if (asked !== null) {
    return (
      <div ref={answer} className={styles.asked} tabIndex={-1}>
        <p>{people.linkAsked}</p>
        <p>{people.linkAskedFor(asked)}</p>
        <Button onClick={() => setAsked(null)}>{people.otherAddress}</Button>
      </div>
    )
  }
  return (
    <Form sendWord={people.sendLink} isReady={wanted !== undefined} onTry={() => setIsTried(true)} send={ask}>
      <LineField
        type="email"
        label={people.address}
        help={ownSignIns ? people.addressHelpOwn : people.addressHelp}
        fault={isTried && wanted === undefined ? people.addressWrong : null}
        autoComplete="email"
        value={address}
        onChange={setAddress}
      />
    </Form>
  )
}
