import { type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import styles from './group.module.css'

/** So many rows are shown until somebody asks for all. */
const fewest = 8

interface RowsProps<T> {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Id of the heading. */
  readonly labelledBy: string
  /** Of what, beside the words of the button. */
  readonly title: string
  readonly children: (item: T) => ReactNode
}

/** The rows of a group: the first few, and all for the asking. */
export function Rows<T>({ items, keyOf, labelledBy, title, children }: RowsProps<T>) {
  const { access: words } = useText()
  const [isOpen, setOpen] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const id = useId()
  const toggle = () => {
    flushSync(() => setOpen(!isOpen))
    // Whoever asks for more is where it begins, and not after the end of it.
    const next = isOpen ? null : list.current?.children.item(fewest)
    if (next instanceof HTMLElement) next.focus()
  }
  return (
    <>
      <ul ref={list} id={id} aria-labelledby={labelledBy}>
        {(isOpen ? items : items.slice(0, fewest)).map(item => (
          <li key={keyOf(item)} data-row="" tabIndex={-1}>
            {children(item)}
          </li>
        ))}
      </ul>
      {items.length > fewest && (
        <div className={styles.more}>
          <Button
            look="quiet"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={`${isOpen ? words.showFewer : words.showAll(items.length)}, ${title}`}
            onClick={toggle}
          >
            {isOpen ? words.showFewer : words.showAll(items.length)}
          </Button>
        </div>
      )}
    </>
  )
}
