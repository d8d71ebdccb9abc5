import { type ReactNode, useRef } from 'react'
import { useText } from '../text/useText.ts'
import styles from './group.module.css'
import { useSharing } from './Sharing.ts'
import { useFocusKept } from './useFocusKept.ts'

interface GroupProps {
  readonly id: string
  readonly title: string
  /** How many there are. */
  readonly all: number
  /** How many of them are asked for. */
  readonly listed: number
  /** Drawn also when there has been nobody. */
  readonly stays?: boolean
  readonly children: ReactNode
}

/**
 * A group of the dialog, with how many are in it. Once it has had somebody it stays, so that whoever removes the last
 * sees it, and has somewhere to be.
 */
export function Group({ id, title, all, listed, stays = false, children }: GroupProps) {
  const { access: words } = useText()
  const { isFiltered } = useSharing()
  const { frame, heading, onFocus } = useFocusKept()
  const hasHad = useRef(false)
  hasHad.current ||= all > 0
  if (!hasHad.current && !stays) return null
  return (
    <section ref={frame} className={styles.group} aria-labelledby={id} onFocus={onFocus}>
      <h3 ref={heading} id={id} tabIndex={-1}>
        {title} {hasHad.current && <span>{words.howMany(isFiltered ? listed : null, all)}</span>}
      </h3>
      {children}
    </section>
  )
}
