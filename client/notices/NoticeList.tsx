import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { type Notice, noticesTogether } from '../../shared/http/notices.ts'
import { personName } from '../text/personName.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useNotices } from '../ui/notices.ts'
import { doneWords } from './doneWords.ts'
import { addressOf, groups } from './groups.ts'
import type { MyNotices, NoticesState } from './MyNotices.ts'
import styles from './NoticeList.module.css'

interface NoticeListProps {
  readonly state: NoticesState
  readonly mine: MyNotices
  readonly when: (at: string) => ReactNode
  readonly onClose: () => void
}

/** What I am told: what I have not read first, by ansökan. */
export function NoticeList({ state, mine, when, onClose }: NoticeListProps) {
  const { notices: words } = useText()
  const board = useNotices()
  const { answer, isOld } = state
  const notices = answer?.notices ?? []
  const isAllRead = (answer?.unread ?? 0) === 0
  const readAll = async () => {
    if (isAllRead) return
    await mine.markAllRead()
    board.announce(words.allRead)
  }
  return (
    <>
      <div className={styles.head}>
        <h2>{words.title}</h2>
        {notices.length > 0 && (
          <Button look="quiet" aria-disabled={isAllRead || undefined} onClick={() => void readAll()}>
            {words.readAll}
          </Button>
        )}
      </div>
      <div className={styles.notices}>
        {answer === null && !isOld && <p className={styles.help}>{words.loading}</p>}
        {isOld && <p className={styles.help}>{words.noContact}</p>}
        {answer !== null && notices.length === 0 && (
          <div className={styles.none}>
            <p>{words.none}</p>
            <p className={styles.help}>{words.noneHelp}</p>
          </div>
        )}
        {[false, true].map(isRead => (
          <Part
            key={String(isRead)}
            title={isRead ? words.earlier : words.unread}
            notices={notices.filter(notice => notice.isRead === isRead)}
            when={when}
            onOpen={notice => {
              onClose()
              void mine.markRead([notice.id])
            }}
          />
        ))}
        {notices.length === noticesTogether && <p className={styles.help}>{words.newest(noticesTogether)}</p>}
      </div>
      <p className={styles.foot}>
        <Link href="/konto#notiser" onClick={onClose}>
          {words.choices}
        </Link>
      </p>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly notices: readonly Notice[]
  readonly when: (at: string) => ReactNode
  readonly onOpen: (notice: Notice) => void
}

function Part({ title, notices, when, onOpen }: PartProps) {
  const { pages } = useText()
  if (notices.length === 0) return null
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {groups(notices).map(group => (
        <div key={group.applicationId}>
          <h4 title={group.name}>{group.name || pages.unnamed}</h4>
          <ul>
            {group.notices.map(notice => (
              <li key={notice.id}>
                <One notice={notice} when={when} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function One({ notice, when, onOpen }: Omit<PartProps, 'title' | 'notices'> & { readonly notice: Notice }) {
  const { notices: words } = useText()
  const [, navigate] = useLocation()
  const { isRead, excerpt, at } = notice
  const address = addressOf(notice)
  return (
    <Link
      href={address}
      className={styles.one ?? ''}
      data-unread={isRead ? undefined : ''}
      onClick={event => {
        onOpen(notice)
        if (address !== `${location.pathname}${location.search}`) return
        // She is there already and has gone on reading: to it once more.
        event.preventDefault()
        navigate(location.pathname, { replace: true })
        setTimeout(() => navigate(address, { replace: true }))
      }}
    >
      <span className={styles.who}>
        {!isRead && <span className="sr-only">{words.isUnread} </span>}
        <What notice={notice} />
      </span>
      {excerpt !== '' && <span className={styles.excerpt}>{excerpt}</span>}
      <span className={styles.when}>{when(at)}</span>
    </Link>
  )
}

/** Who has done what; of what has happened by itself, only that. */
function What({ notice }: { readonly notice: Notice }) {
  const text = useText()
  const { by, partyName } = notice
  const done = doneWords(text, notice)
  if (by === null) return done
  return (
    <>
      <strong>{text.notices.by(personName(text, by), partyName)}</strong> {done}
    </>
  )
}
