import { type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button.tsx'
import styles from './NoticeBoard.module.css'
import { NoticePlaceContext } from './notices.ts'

interface StandingNoticeProps {
  readonly closeWord: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * Something that has happened to the whole page: read aloud, and shown at the foot of the window until it is closed,
 * so that nobody's text moves. Drawn while it is to be seen.
 */
export function StandingNotice({ closeWord, onClose, children }: StandingNoticeProps) {
  const place = useContext(NoticePlaceContext)
  if (place === null) return null
  return createPortal(
    <div className={styles.standing}>
      <div className={styles.said}>{children}</div>
      <Button onClick={onClose}>{closeWord}</Button>
    </div>,
    place,
  )
}
