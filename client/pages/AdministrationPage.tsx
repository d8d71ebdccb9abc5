import { Link } from 'wouter'
import { listOrganisations, searchPersons } from '../http/people.ts'
import { Organisations } from '../people/Organisations.tsx'
import { Persons } from '../people/Persons.tsx'
import styles from '../people/people.module.css'
import { useText } from '../text/useText.ts'
import { FreshSignIn } from './FreshSignIn.tsx'
import { useKept } from './useKept.ts'
import { useLoaded } from './useLoaded.ts'
import { useTabTitle } from './useTabTitle.ts'
import { Waiting } from './Waiting.tsx'

/** What the administrator looks after: organisations and people. The ansökningar are none of it. */
export function AdministrationPage() {
  const { admin, people } = useText()
  const [organisationsLoading, reload] = useLoaded(listOrganisations, [])
  const [personsLoading, reloadPersons] = useLoaded(() => searchPersons(''), [])
  const organisations = useKept(organisationsLoading)
  const persons = useKept(personsLoading)
  useTabTitle(people.administration)
  if (!organisations) return <Waiting loading={organisationsLoading} onAgain={reload} />
  if (!persons) return <Waiting loading={personsLoading} onAgain={reloadPersons} />
  return (
    <main id="content" className={`${styles.page} ${styles.wide}`} tabIndex={-1}>
      <h1>{people.administration}</h1>
      <p className={styles.help}>{admin.lead}</p>
      <p>
        <Link href="/logg">{admin.toLog}</Link>
      </p>
      <FreshSignIn>
        <section className={styles.part} aria-labelledby="organisations">
          <h2 id="organisations">{admin.organisations}</h2>
          <Organisations answer={organisations} onChanged={reload} />
        </section>
        <section className={styles.part} aria-labelledby="persons">
          <h2 id="persons">{admin.persons}</h2>
          <Persons first={persons} onChanged={reload} />
        </section>
      </FreshSignIn>
    </main>
  )
}
