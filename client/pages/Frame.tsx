import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { When } from '../comment/When.tsx'
import { NoticeBell } from '../notices/NoticeBell.tsx'
import { PersonMenu } from '../people/PersonMenu.tsx'
import { TaskLink } from '../task/TaskLink.tsx'
import { TasksContext } from '../task/TasksContext.ts'
import { useMyTasks } from '../task/useMyTasks.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Frame.module.css'
import { useSession } from './SessionContext.ts'
import { useLeaving } from './useLeaving.tsx'

interface FrameProps {
  readonly onLanguage: () => void
  readonly children: ReactNode
}

/** What is around every page: the product, who I am, the way out, and in demo mode a word about that. */
export function Frame({ onLanguage, children }: FrameProps) {
  const text = useText()
  const holder = useSession()
  const { leave, question } = useLeaving()
  const session = holder?.session
  const me = session?.me
  const demo = (session?.demoPersons.length ?? 0) > 0
  const tasks = useMyTasks(me ? `${me.person.id}@${me.party.id}` : null)

  return (
    <TasksContext value={tasks}>
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
            {me && <TaskLink />}
            {me && (
              <NoticeBell
                key={`${me.person.id}@${me.party.id}`}
                when={at => <When at={at} isWhole={false} />}
              />
            )}
            {me && (
              <PersonMenu
                me={me}
                isAdministrator={session.isAdministrator}
                onLeave={() => void leave('here')}
              />
            )}
          </div>
        </div>
      </header>
      {children}
      {question}
    </TasksContext>
  )
}
