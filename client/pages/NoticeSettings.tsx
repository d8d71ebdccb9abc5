import { useEffect, useRef, useState } from 'react'
import type { Application } from '../../shared/http/application.ts'
import type { NoticeSettings as Settings } from '../../shared/http/notices.ts'
import { listApplications } from '../http/applications.ts'
import { readNoticeSettings, saveNoticeSettings } from '../http/notices.ts'
import { NoticeChoices } from '../notices/NoticeChoices.tsx'
import { Watched } from '../notices/Watched.tsx'
import { Form } from '../people/Form.tsx'
import styles from '../people/people.module.css'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { useSession } from './SessionContext.ts'
import { useLoaded } from './useLoaded.ts'

/** The part of an address that leads here, from a letter. */
const place = 'notiser'

/** What I want to be told, and how. */
export function NoticeSettings() {
  const text = useText()
  const { notices: words } = text
  const isGuest = useSession()?.session.isGuest ?? false
  const [loaded] = useLoaded(loadSettings, [])
  const heading = useRef<HTMLHeadingElement>(null)
  const isThere = loaded.is === 'loaded'
  useEffect(() => {
    if (!isThere || location.hash !== `#${place}`) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [isThere])
  return (
    <section className={styles.part} id={place} aria-labelledby="notices-title">
      <h2 id="notices-title" ref={heading} tabIndex={-1}>
        {words.settingsTitle}
      </h2>
      <p className={styles.help}>{isGuest ? words.settingsLeadGuest : words.settingsLead}</p>
      {loaded.is === 'failed' && <p role="alert">{problemWords(text, loaded.fault)}</p>}
      {loaded.is === 'loaded' && <Choosing {...loaded.value} hasMail={!isGuest} />}
    </section>
  )
}

interface ChoosingProps {
  readonly settings: Settings
  readonly applications: readonly Application[]
  readonly hasMail: boolean
}

function Choosing({ settings, applications, hasMail }: ChoosingProps) {
  const { notices: words, pages } = useText()
  const board = useNotices()
  const [chosen, setChosen] = useState(settings)
  const named = applications.map(({ id, name }) => ({ id, name: name || pages.unnamed }))
  const save = async () => {
    setChosen(await saveNoticeSettings(chosen))
    board.toast(words.saved)
  }
  return (
    <Form sendWord={words.save} isReady send={save}>
      <NoticeChoices
        kinds={chosen.kinds}
        hasMail={hasMail}
        onChange={kinds => setChosen({ ...chosen, kinds })}
      />
      {hasMail && <p className={styles.help}>{words.digestHelp}</p>}
      <h3>{words.watchedTitle}</h3>
      <p className={styles.help}>{settings.watched.length === 0 ? words.watchedNone : words.watchedHelp}</p>
      <Watched
        label={words.watchedTitle}
        applications={named}
        watched={chosen.watched}
        onChange={watched => setChosen({ ...chosen, watched: [...watched] })}
      />
    </Form>
  )
}

async function loadSettings(): Promise<Omit<ChoosingProps, 'hasMail'>> {
  const [settings, applications] = await Promise.all([readNoticeSettings(), listApplications()])
  return { settings, applications }
}
