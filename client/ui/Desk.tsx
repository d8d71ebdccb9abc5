import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './Desk.module.css'
import { Dialog } from './Dialog.tsx'
import { Icon } from './Icon.tsx'

interface DeskProps {
  /** Draws the list at the left; `close` when it has been used, for where it is a drawer. */
  readonly contents: (close: () => void) => ReactNode
  readonly contentsWord: string
  readonly closeWord: string
  readonly children: ReactNode
}

/** Narrower than this the contents are a drawer (ux.md 1). As in Desk.module.css. */
const narrow = '(max-width: 719.98px)'

/** A sheet on a desk with its contents at the left, or behind a button where the window is narrow. */
export function Desk({ contents, contentsWord, closeWord, children }: DeskProps) {
  const isNarrow = useIsNarrow()
  const [drawn, setDrawn] = useState(false)
  const close = () => setDrawn(false)
  return (
    <div className={styles.desk}>
      {isNarrow ? (
        <div className={styles.opener}>
          <Button icon={<Icon name="list" />} onClick={() => setDrawn(true)}>
            {contentsWord}
          </Button>
          {drawn && (
            <Dialog title={contentsWord} closeWord={closeWord} place="side" onClose={close}>
              {contents(close)}
            </Dialog>
          )}
        </div>
      ) : (
        <div className={styles.side}>{contents(close)}</div>
      )}
      <div className={styles.sheet}>{children}</div>
    </div>
  )
}

function useIsNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => window.matchMedia(narrow).matches)
  useEffect(() => {
    const query = window.matchMedia(narrow)
    const onChange = () => setIsNarrow(query.matches)
    onChange()
    query.addEventListener('change', onChange)
    return () => query.removeEventListener('change', onChange)
  }, [])
  return isNarrow
}
