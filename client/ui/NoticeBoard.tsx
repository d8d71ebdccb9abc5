import { type ReactNode, useEffect, useMemo, useState } from 'react'
import styles from './NoticeBoard.module.css'
import { NoticePlaceContext, type Notices, NoticesContext } from './notices.ts'

const toastMs = 6000

interface Notice {
  readonly words: string
  /** Tells two notices with the same words apart, so that both are read aloud. */
  readonly number: number
}

/** Stands once around the app and gives everything inside it `useNotices()`. */
export function NoticeBoard({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<Notice>({ words: '', number: 0 })
  const [toast, setToast] = useState<Notice | null>(null)
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [held, setHeld] = useState(false)

  const notices = useMemo<Notices>(
    () => ({
      announce: words => setSaid(before => ({ words, number: before.number + 1 })),
      toast: words => setToast(before => ({ words, number: (before?.number ?? 0) + 1 })),
    }),
    [],
  )

  useEffect(() => {
    if (toast === null || held) return
    const timer = setTimeout(() => setToast(null), toastMs)
    return () => clearTimeout(timer)
  }, [toast, held])

  return (
    <NoticesContext value={notices}>
      <NoticePlaceContext value={place}>{children}</NoticePlaceContext>
      <div className="sr-only" role="status">
        <span key={said.number}>{said.words}</span>
      </div>
      <div className={styles.board}>
        <div ref={setPlace} role="status" />
        <div role="status">
          {toast !== null && (
            <div
              key={toast.number}
              className={styles.toast}
              onPointerEnter={() => setHeld(true)}
              onPointerLeave={() => setHeld(false)}
            >
              {toast.words}
            </div>
          )}
        </div>
      </div>
    </NoticesContext>
  )
}
