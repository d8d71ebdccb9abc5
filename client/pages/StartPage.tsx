import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Me } from '../../shared/http/session.ts'
import { presentPerson } from '../../shared/people/presentPerson.ts'
import { enterDemo } from '../http/session.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { useSession } from './SessionContext.ts'
import styles from './StartPage.module.css'
import { useTabTitle } from './useTabTitle.ts'

/** The way in. In demo mode: one button per person, each entering at once. */
export function StartPage() {
  const text = useText()
  const holder = useSession()
  const [path, navigate] = useLocation()
  const [fault, setFault] = useState<string | null>(null)
  useTabTitle(text.pages.startTitle)
  const persons = holder?.session.demoPersons ?? []

  const enter = async (me: Me) => {
    try {
      const session = await enterDemo(me.person.id)
      holder?.change(session)
      if (path === '/') navigate('/ansokningar')
    } catch (thrown) {
      setFault(problemWords(text, thrown))
    }
  }

  return (
    <main id="content" className={styles.start} tabIndex={-1}>
      <h1>{text.pages.startTitle}</h1>
      <p className={styles.lead}>{text.pages.startLead}</p>
      {persons.length > 0 ? (
        <section aria-labelledby="enter" className={styles.enter}>
          <h2 id="enter">{text.pages.demoTitle}</h2>
          <p>{text.pages.demoLead}</p>
          <ul className={styles.persons}>
            {persons.map(me => (
              <li key={me.person.id}>
                <button type="button" className={styles.person} onClick={() => void enter(me)}>
                  <Avatar person={presentPerson(me)} />
                  <span className={styles.who}>
                    <span className={styles.name}>{text.pages.enterAs(me.person.name)}</span>
                    <span className={styles.party}>
                      {me.person.title}, {me.party.name}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <section className={styles.enter}>
          <h2>{text.pages.noWayIn}</h2>
          <p>{text.pages.noWayInHelp}</p>
        </section>
      )}
      {fault && <p role="alert">{fault}</p>}
    </main>
  )
}
