import { createElement, type ReactNode } from 'react'
import { useText } from '../../text/useText.ts'
import styles from './comparison.module.css'
import { type Side, useDrawing, type Whole } from './Drawing.ts'

interface MarkProps {
  readonly change: number
  /** It is gone to, and says the whole change; false for the other places of the same change. */
  readonly isMain?: boolean
  readonly as?: 'span' | 'div'
  readonly look?: 'bar' | undefined
  readonly children: ReactNode
}

/** A place of a change, to be gone to. */
export function Mark({ change, isMain = true, as = 'span', look, children }: MarkProps) {
  const { sentenceOf } = useDrawing()
  const said = isMain
    ? { 'data-main': '', role: 'group', 'aria-label': sentenceOf(change), tabIndex: -1 }
    : {}
  return createElement(
    as,
    { className: look ? styles[look] : styles.mark, 'data-change': change, ...said },
    children,
  )
}

/** What is said of a block in words. */
export function Tag({ children }: { readonly children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>
}

/** Words that are new or gone: underlined or struck, in a colour, and said to those who listen. */
export function Edited({ is, children }: { readonly is: Whole; readonly children: ReactNode }) {
  const { versions: words } = useText()
  if (is === null) return children
  return createElement(
    is === 'added' ? 'ins' : 'del',
    { className: styles[is] },
    <span key="sign" className="sr-only">
      {is === 'added' ? words.insertedSign : words.removedSign}{' '}
    </span>,
    children,
  )
}

/** Whether something that is only in one of the two is drawn on a side. */
export function isOnSide(is: 'added' | 'removed', side: Side): boolean {
  return side === 'both' || side === (is === 'added' ? 'after' : 'before')
}
