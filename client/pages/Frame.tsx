import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { presentPerson } from '../../shared/people/presentPerson.ts'
import { leaveSession } from '../http/session.ts'
import { forgetThisDevice, unsentChanges } from '../sync/deviceCopy.ts'
import { problemWords } from '../text/problemWords.ts'
import { useText } from '../text/useText.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNotices } from '../ui/notices.ts'
import styles from './Frame.module.css'
import { useSession } from './SessionContext.ts'

interface FrameProps {
  readonly onLanguage: () => void
  readonly children: ReactNode
}

/** What is around every page: the product, who I am, the way out, and in demo mode a word about that. */
export function Frame({ onLanguage, children }: FrameProps) {
  const text = useText()
  const notices = useNotices()
  const holder = useSession()
  const [, navigate] = useLocation()
  const [unsent, setUnsent] = useState<number | null>(null)
  const me = holder?.session.me
  const demo = (holder?.session.demoPersons.length ?? 0) > 0

  const leave = async () => {
    try {
      await leaveSession()
      await forgetThisDevice()
      holder?.change({ me: null, demoPersons: holder.session.demoPersons })
      setUnsent(null)
      navigate('/')
    } catch (fault) {
      notices.toast(problemWords(text, fault))
    }
  }
  const askAndLeave = async () => {
    const count = await unsentChanges()
    if (count > 0) setUnsent(count)
    else await leave()
  }

  return (
    <>
      <a className={styles.skip} href="#content">
        {text.pages.toContent}
      </a>
      <header>
        {demo && (
          <p className={styles.demo} role="note">
            {text.pages.demoBanner}
          </p>
        )}
        <div className={styles.bar}>
          <Link href="/" className={styles.product}>
            {text.pages.product}
          </Link>
          <div className={styles.tools}>
            <Button
              look="quiet"
              lang={text.pages.language === 'In English' ? 'en' : 'sv'}
              onClick={onLanguage}
            >
              {text.pages.language}
            </Button>
            {me && (
              <>
                <span className={styles.me}>
                  <Avatar size="small" person={presentPerson(me)} />
                  <span className={styles.myName}>
                    {text.pages.signedInAs(me.person.name, me.party.shortName)}
                  </span>
                </span>
                <Button onClick={() => void askAndLeave()}>{text.pages.leave}</Button>
              </>
            )}
          </div>
        </div>
      </header>
      {children}
      {unsent !== null && (
        <Dialog
          title={text.pages.leaveUnsentTitle}
          closeWord={text.pages.stay}
          onClose={() => setUnsent(null)}
          actions={
            <Button look="danger" onClick={() => void leave()}>
              {text.pages.leaveAnyway}
            </Button>
          }
        >
          <p>{text.pages.leaveUnsent(unsent)}</p>
        </Dialog>
      )}
    </>
  )
}
