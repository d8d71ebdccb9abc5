import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'
import styles from './StillArea.module.css'

interface StillAreaProps {
  /** Name of what stands here, or the id of its heading. */
  readonly name: { readonly words: string } | { readonly id: string }
  /** Said at the place to whoever tries to write. */
  readonly hint: ReactNode
  /** Also to whoever clicks as if to write, and marks nothing. */
  readonly hintsAtClick?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

/**
 * Something written that cannot be changed here: it can be read, marked and copied with mouse and keys; who tries to
 * write in it is told why not, at the place.
 */
export function StillArea({ name, hint, hintsAtClick = false, className = '', children }: StillAreaProps) {
  const frame = useRef<HTMLDivElement>(null)
  /** Distance of the hint from the top of the area, in pixels; null while it is not shown. */
  const [hintAt, setHintAt] = useState<number | null>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setHintAt(null)
    if (!triesToWrite(event) || frame.current === null) return
    event.preventDefault()
    setHintAt(caretBottom(frame.current))
  }
  const onClick = (event: MouseEvent) => {
    if (!hintsAtClick || frame.current === null || !(event.target instanceof Element)) return
    if (event.target.closest('a, button, summary, [role="status"]') !== null) return
    if (document.getSelection()?.isCollapsed === false) return
    setHintAt(event.clientY + 12 - frame.current.getBoundingClientRect().top)
  }
  return (
    // Focus is for marking and copying with the keys, and for the hint.
    // biome-ignore lint/a11y/useSemanticElements: no element means text that stands still
    <div
      ref={frame}
      className={`${styles.area} ${className}`}
      role="group"
      aria-label={'words' in name ? name.words : undefined}
      aria-labelledby={'id' in name ? name.id : undefined}
      data-still=""
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHintAt(null)
      }}
      onPointerDown={event => {
        if (!(event.target instanceof Element) || event.target.closest('[role="status"]') === null)
          setHintAt(null)
      }}
    >
      {children}
      <div role="status">{hintAt !== null && <Hint at={hintAt}>{hint}</Hint>}</div>
    </div>
  )
}

function Hint({ at, children }: { readonly at: number; readonly children: ReactNode }) {
  return (
    <div
      className={styles.hint}
      ref={hint => {
        if (hint !== null) hint.style.top = `${at}px`
      }}
    >
      <Icon name="lock" />
      <div>{children}</div>
    </div>
  )
}

function triesToWrite(event: KeyboardEvent): boolean {
  if (event.target !== event.currentTarget) return false
  const withCommand = event.ctrlKey || event.metaKey
  if (withCommand) return ['v', 'x', 'b', 'i', 'u'].includes(event.key.toLowerCase())
  if (event.altKey) return false
  return event.key.length === 1 ? event.key !== ' ' : ['Enter', 'Backspace', 'Delete'].includes(event.key)
}

/** Bottom of the line where the selection ends, from the top of `frame`; the top of what is seen if there is none. */
function caretBottom(frame: HTMLElement): number {
  const top = frame.getBoundingClientRect().top
  const selection = document.getSelection()
  if (selection?.focusNode && frame.contains(selection.focusNode)) {
    const range = document.createRange()
    range.setStart(selection.focusNode, selection.focusOffset)
    const line = range.getClientRects().item(0)
    if (line !== null) return line.bottom - top
  }
  return Math.max(0, 80 - top)
}
