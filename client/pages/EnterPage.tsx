import { redeemLink } from '../http/signIn.ts'
import { AddressForm } from '../people/AddressForm.tsx'
import { Form } from '../people/Form.tsx'
import { LinkPage } from '../people/LinkPage.tsx'
import styles from '../people/people.module.css'
import { useText } from '../text/useText.ts'
import { useSession } from './SessionContext.ts'
import { useEntering } from './useEntering.ts'
import { useRefusal } from './useRefusal.ts'
import { useTabTitle } from './useTabTitle.ts'

/** Where a link by mail leads. Opening it spends nothing: mail programs open links before people do. */
export function EnterPage() {
  const { people } = useText()
  useTabTitle(people.enterPageTitle)
  return (
    <LinkPage title={people.enterPageTitle} whenBroken={<AskAgain />}>
      {secret => <Redeem key={secret} secret={secret} />}
    </LinkPage>
  )
}

function Redeem({ secret }: { readonly secret: string }) {
  const { people } = useText()
  const { me, enter } = useEntering()
  const { refusal, use } = useRefusal(['linkOver', 'otherBrowser'])
  if (refusal !== null) {
    return (
      <>
        <p role="alert">{refusal}</p>
        <AskAgain />
      </>
    )
  }
  return (
    <>
      <p>{people.enterPageLead}</p>
      {me && <p className={styles.help}>{people.nowEntered(me.person.name, me.party.name)}</p>}
      <Form
        sendWord={people.enterHere}
        isReady
        send={() => use(async () => enter(await redeemLink(secret)))}
      />
    </>
  )
}

/** The link could not be used: a new one, here and now. */
function AskAgain() {
  const { people } = useText()
  const session = useSession()?.session
  if (!session?.mailLink && !session?.openId) return null
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
