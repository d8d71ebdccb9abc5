import { useLocation, useSearch } from 'wouter'
import type { Me } from '../../shared/http/session.ts'
import { enterDemo } from '../http/session.ts'
import { AddressForm } from '../people/AddressForm.tsx'
import { DemoPersons } from '../people/DemoPersons.tsx'
import { pageShown, rememberDestination } from '../people/destination.ts'
import { openIdFaultIn } from '../people/openIdFault.ts'
import { useSending } from '../people/useSending.ts'
import { useText } from '../text/useText.ts'
import { useSession } from './SessionContext.ts'
import styles from './StartPage.module.css'
import { useTabTitle } from './useTabTitle.ts'

/** The ways in that there are: a link by mail, and in demo mode one button per person. */
export function StartPage() {
  const { pages, people } = useText()
  const holder = useSession()
  const [path] = useLocation()
  const refused = openIdFaultIn(useSearch())
  const { fault, send } = useSending()
  useTabTitle(pages.startTitle)
  const persons = holder?.session.demoPersons ?? []
  // Whose organisation has a sign-in of its own is told by the address.
  const byAddress = holder?.session.mailLink || holder?.session.openId

  const enter = (me: Me) => send(async () => holder?.enter(await enterDemo(me.person.id)))

  return (
    <main id="content" className={styles.start} tabIndex={-1}>
      <h1>{pages.startTitle}</h1>
      <p className={styles.lead}>{pages.startLead}</p>
      {refused && <p role="alert">{people.openIdFaults[refused]}</p>}
      {path !== '/' && <p className={styles.goingOn}>{people.goingOn}</p>}
      {persons.length > 0 && (
        <section aria-labelledby="demo" className={styles.enter}>
          <h2 id="demo">{pages.demoTitle}</h2>
          <p>{pages.demoLead}</p>
          <DemoPersons persons={persons} onEnter={me => void enter(me)} />
        </section>
      )}
      {byAddress && (
        <section aria-labelledby="enter" className={styles.enter}>
          <h2 id="enter">{people.enterTitle}</h2>
          <AddressForm
            ownSignIns={holder?.session.openId ?? false}
            onAsk={() => rememberDestination(pageShown(location), Date.now())}
            onOwnSignIn={where => location.assign(where)}
          />
        </section>
      )}
      {!byAddress && persons.length === 0 && (
        <section className={styles.enter}>
          <h2>{pages.noWayIn}</h2>
          <p>{pages.noWayInHelp}</p>
        </section>
      )}
      {fault && <p role="alert">{fault}</p>}
    </main>
  )
}
