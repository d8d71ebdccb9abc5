import { useState } from 'react'
import { redeemLink } from '../http/signIn.ts'
import { AddressForm } from '../people/AddressForm.tsx'
import { Form } from '../people/Form.tsx'
import { LinkPage } from '../people/LinkPage.tsx'
import styles from '../people/people.module.css'
import { useText } from '../text/useText.ts'
import { useSession } from './SessionContext.ts'
import { useEntering } from './useEntering.ts'
import { useTabTitle } from './useTabTitle.ts'

/** Where a link by mail leads. Opening it spends nothing: mail programs open links before people do. */
export function EnterPage() {
  const { people } = useText()
  const { me, enter } = useEntering()
  const [hasFailed, setHasFailed] = useState(false)
  useTabTitle(people.enterPageTitle)
  const redeem = async (secret: string) => {
    try {
      enter(await redeemLink(secret))
    } catch (fault) {
      setHasFailed(true)
      throw fault
    }
  }
  return (
    <LinkPage title={people.enterPageTitle} me={me} besides={hasFailed && <AskAgain />}>
      {secret => (
        <>
          <p>{people.enterPageLead}</p>
          <Form sendWord={people.enterHere} isReady send={() => redeem(secret)} />
        </>
      )}
    </LinkPage>
  )
}

/** The link could not be used: a new one, here and now. */
function AskAgain() {
  const { people } = useText()
  const session = useSession()?.session
  if (!session?.mailLink) return null
  return (
    <section className={styles.part} aria-labelledby="again">
      <h2 id="again">{people.newLinkTitle}</h2>
      <AddressForm
        ownSignIns={session.openId}
        onAsk={() => {}}
        onOwnSignIn={where => location.assign(where)}
      />
    </section>
  )
}
