import { type ReactNode, useEffect, useId } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Notice } from '../../shared/http/notices.ts'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { useHanging } from '../ui/useHanging.ts'
import { addressOf } from './groups.ts'
import styles from './NoticeBell.module.css'
import { NoticeList } from './NoticeList.tsx'
import { useMyNotices } from './useMyNotices.ts'

interface NoticeBellProps {
  /** An instant in words. */
  readonly when: (at: string) => ReactNode
}

/** The most that the sign shows; the button's name says how many they are. */
const shownMost = 99

/** A bell with how much I have not read, and under it what I am told. It opens when it is pressed, and never by itself. */
export function NoticeBell({ when }: NoticeBellProps) {
  const { notices: words } = useText()
  const [state, mine] = useMyNotices()
  const { isOpen, setOpen, frame, button } = useHanging()
  const listId = useId()
  const unread = state.answer?.unread ?? 0

  // Whoever has come to what it is about, by the list or by a letter, has read it.
  const [path] = useLocation()
  const question = useSearch()
  const here = question === '' ? path : `${path}?${question}`
  const notices = state.answer?.notices
  useEffect(() => {
    // A round is come to at whatever place in it.
    const isHere = (notice: Notice) => addressOf(notice) === (notice.round ? path : here)
    const seen = notices?.filter(notice => !notice.isRead && isHere(notice)) ?? []
    if (seen.length > 0) void mine.markRead(seen.map(({ id }) => id))
  }, [notices, here, path, mine])

  const close = () => {
    setOpen(false)
    // The list goes away; what is gone to takes focus from there.
    button.current?.focus()
  }

  return (
    <div ref={frame} className={styles.bell}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={words.buttonName(unread)}
        title={words.buttonName(unread)}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => {
          if (!isOpen) mine.look()
          setOpen(!isOpen)
        }}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span className={styles.count} aria-hidden="true">
            {unread > shownMost ? `${shownMost}+` : unread}
          </span>
        )}
      </button>
      <section id={listId} className={styles.panel} aria-label={words.title} hidden={!isOpen}>
        {isOpen && <NoticeList state={state} mine={mine} when={when} onClose={close} />}
      </section>
    </div>
  )
}
