import { useState } from 'react'
import { correctMe } from '../http/session.ts'
import { listSessions } from '../http/sessions.ts'
import { Form } from '../people/Form.tsx'
import { isNamed, NameFields } from '../people/NameFields.tsx'
import styles from '../people/people.module.css'
import { SessionList } from '../people/SessionList.tsx'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import { moment } from './moment.ts'
import { NoticeSettings } from './NoticeSettings.tsx'
import { useMe, useSession } from './SessionContext.ts'
import { useLeaving } from './useLeaving.tsx'
import { useLoaded } from './useLoaded.ts'
import { useTabTitle } from './useTabTitle.ts'
import { Waiting } from './Waiting.tsx'

/** What concerns only me: what I am called, where I am signed in, and what is kept about me. */
export function AccountPage() {
  const { people } = useText()
  const [loading, reload] = useLoaded(listSessions, [])
  const { leave, question } = useLeaving()
  useTabTitle(people.accountTitle)
  if (loading.is !== 'loaded') return <Waiting loading={loading} onAgain={reload} />
  return (
    <main id="content" className={styles.page} tabIndex={-1}>
      <h1>{people.accountTitle}</h1>
      <section className={styles.part} aria-labelledby="about">
        <h2 id="about">{people.aboutYou}</h2>
        <Details />
      </section>
      <NoticeSettings />
      <section className={styles.part} aria-labelledby="sessions">
        <h2 id="sessions">{people.sessionsTitle}</h2>
        <p className={styles.help}>{people.sessionsLead}</p>
        <SessionList sessions={loading.value} moment={moment} />
        <Button onClick={() => void leave('everywhere')}>{people.leaveEverywhere}</Button>
      </section>
      <section className={styles.part} aria-labelledby="data">
        <h2 id="data">{people.ownDataTitle}</h2>
        <p className={styles.help}>{people.ownDataLead}</p>
        <p>
          <a href="/api/me/data" download="mina-uppgifter.json">
            {people.ownData}
          </a>
        </p>
      </section>
      {question}
    </main>
  )
}

function Details() {
  const { people } = useText()
  const me = useMe()
  const holder = useSession()
  const notices = useNotices()
  const [named, setNamed] = useState({ name: me.person.name, title: me.person.title })
  const [isTried, setIsTried] = useState(false)
  const save = async () => {
    holder?.change(await correctMe(named))
    notices.toast(people.detailsSaved)
  }
  return (
    <>
      <dl className={styles.facts}>
        <dt>{people.party}</dt>
        <dd>{me.party.name}</dd>
      </dl>
      <Form sendWord={people.saveDetails} isReady={isNamed(named)} onTry={() => setIsTried(true)} send={save}>
        <NameFields value={named} onChange={setNamed} isTried={isTried} />
      </Form>
    </>
  )
}
