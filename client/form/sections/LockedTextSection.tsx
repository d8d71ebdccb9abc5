import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '../../text/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useSectionOf } from '../FormContext.ts'
import styles from './LockedTextSection.module.css'

/**
 * Fixed text. Nothing in it can be edited, but it can be read, marked and copied with mouse and keys; who tries to
 * write in it is told why not, at the place.
 */
export function LockedTextSection() {
  const { heading, parts } = useSectionOf('lockedText')
  const frame = useRef<HTMLDivElement>(null)
  /** Distance of the hint from the top of the text, in pixels; null while it is not shown. */
  const [hintAt, setHintAt] = useState<number | null>(null)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setHintAt(null)
    if (!triesToWrite(event) || frame.current === null) return
    event.preventDefault()
    setHintAt(caretBottom(frame.current))
  }
  return (
    // Focus is for marking and copying with the keys, and for the hint.
    // biome-ignore lint/a11y/useSemanticElements: no element means fixed text
    <div
      ref={frame}
      className={styles.text}
      role="group"
      aria-label={heading}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHintAt(null)
      }}
      onPointerDown={event => {
        if (!(event.target instanceof Element) || event.target.closest('[role="status"]') === null)
          setHintAt(null)
      }}
    >
      {parts.map(part => (
        <div key={part.heading} className={styles.part}>
          <h3 className={styles.heading}>{part.heading}</h3>
          {part.paragraphs.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ))}
      <div role="status">{hintAt !== null && <Hint at={hintAt} />}</div>
    </div>
  )
}

function Hint({ at }: { readonly at: number }) {
  const text = useText().form
  return (
    <div
      className={styles.hint}
      ref={hint => {
        if (hint !== null) hint.style.top = `${at}px`
      }}
    >
      <Icon name="lock" />
      <div>
        <p>{text.lockedTitle}</p>
        <details>
          <summary>{text.lockedWhy}</summary>
          <p>{text.lockedReason}</p>
        </details>
      </div>
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
