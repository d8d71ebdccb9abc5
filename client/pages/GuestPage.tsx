import { useState } from 'react'
import { askSession } from '../http/session.ts'
import { enterAsGuest, lookAtGuestLink } from '../http/signIn.ts'
import { Form } from '../people/Form.tsx'
import { LinkPage } from '../people/LinkPage.tsx'
import { isNamed, NameFields } from '../people/NameFields.tsx'
import styles from '../people/people.module.css'
import { useText } from '../text/useText.ts'
import { LinkLook } from './LinkLook.tsx'
import { useEntering } from './useEntering.ts'
import { useRefusal } from './useRefusal.ts'
import { useTabTitle } from './useTabTitle.ts'

/** Where a guest link leads: one says who one is, and is let into that ansökan. */
export function GuestPage() {
  const { people } = useText()
  useTabTitle(people.guestTitle)
  return (
    <LinkPage title={people.guestTitle}>
      {secret => (
        <LinkLook
          key={secret}
          secret={secret}
          look={lookAtGuestLink}
          over="unknownGuestLink"
          whenOver={people.guestOver}
        >
          {() => <Guest secret={secret} />}
        </LinkLook>
      )}
    </LinkPage>
  )
}

function Guest({ secret }: { readonly secret: string }) {
  const { people } = useText()
  const { me, enter } = useEntering()
  const { refusal, use } = useRefusal(['unknownGuestLink'])
  const [named, setNamed] = useState({ name: '', title: '' })
  const [isTried, setIsTried] = useState(false)
  if (refusal !== null) {
    return (
      <p role="alert">
        {refusal} {people.guestOver}
      </p>
    )
  }
  const go = async () => {
    const { applicationId } = await enterAsGuest(secret, named.name)
    enter(await askSession(), `/ansokningar/${applicationId}`)
  }
  return (
    <>
      <p>{people.guestLead}</p>
      {me && <p className={styles.help}>{people.nowEntered(me.person.name, me.party.name)}</p>}
      <Form
        sendWord={people.enterHere}
        isReady={isNamed(named)}
        onTry={() => setIsTried(true)}
        send={() => use(go)}
      >
        <NameFields value={named} onChange={setNamed} isTried={isTried} asksTitle={false} />
      </Form>
    </>
  )
}
