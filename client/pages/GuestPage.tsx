import { useState } from 'react'
import { askSession } from '../http/session.ts'
import { enterAsGuest } from '../http/signIn.ts'
import { Form } from '../people/Form.tsx'
import { LinkPage } from '../people/LinkPage.tsx'
import { isNamed, NameFields } from '../people/NameFields.tsx'
import { useText } from '../text/useText.ts'
import { useEntering } from './useEntering.ts'
import { useTabTitle } from './useTabTitle.ts'

/** Where a guest link leads: one says who one is, and is let into that ansökan. */
export function GuestPage() {
  const { people } = useText()
  const { me, enter } = useEntering()
  const [named, setNamed] = useState({ name: '', title: '' })
  const [isTried, setIsTried] = useState(false)
  useTabTitle(people.guestTitle)
  const go = async (secret: string) => {
    const { applicationId } = await enterAsGuest(secret, named.name)
    enter(await askSession(), `/ansokningar/${applicationId}`)
  }
  return (
    <LinkPage title={people.guestTitle} me={me}>
      {secret => (
        <>
          <p>{people.guestLead}</p>
          <Form
            sendWord={people.enterHere}
            isReady={isNamed(named)}
            onTry={() => setIsTried(true)}
            send={() => go(secret)}
          >
            <NameFields value={named} onChange={setNamed} isTried={isTried} asksTitle={false} />
          </Form>
        </>
      )}
    </LinkPage>
  )
}
