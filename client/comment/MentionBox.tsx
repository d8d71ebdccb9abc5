import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react'
import { useText } from '../text/useText.ts'
import styles from './Composer.module.css'
import { mentionBefore, type Named, suggestedNames } from './mentions.ts'

interface MentionBoxProps {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly label: string
  readonly value: string
  readonly named: readonly Named[]
  /** Whom the names in it stand for. */
  readonly picked: readonly Named[]
  readonly placeholder: string
  readonly describedBy: string | undefined
  readonly onChange: (text: string, picked: readonly Named[]) => void
  /** Keys that are not the list's. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/**
 * Where a comment is written. After an @ a list of people and parties opens; its keys are those of a combobox: arrows,
 * Enter or Tab picks, Esc closes the list and nothing else.
 */
export function MentionBox(props: MentionBoxProps) {
  const { ref, label, value, named, picked, placeholder, describedBy, onChange, onKeyDown } = props
  const { comments: words } = useText()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const begun = caret === null ? null : mentionBefore(value, caret)
  const isPicked = begun !== null && picked.some(({ name }) => begun.words.startsWith(name))
  const hits = begun === null || isPicked ? [] : suggestedNames(named, begun.words)
  const active = hits[Math.min(at, hits.length - 1)]

  const pick = (hit: Named) => {
    if (begun === null || caret === null) return
    const before = `${value.slice(0, begun.from)}@${hit.name} `
    onChange(before + value.slice(caret), [...picked.filter(known => known.name !== hit.name), hit])
    setCaret(null)
    const element = box.current
    element?.focus()
    // The caret behind the name, when what is written has been drawn.
    requestAnimationFrame(() => element?.setSelectionRange(before.length, before.length))
  }
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (active && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        setAt((hits.indexOf(active) + step + hits.length) % hits.length)
        return
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault()
        pick(active)
        return
      }
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        setCaret(null)
        return
      }
    }
    onKeyDown(event)
  }

  return (
    <div className={styles.mentions}>
      <div className={styles.grow} data-shown={`${value} `}>
        <textarea
          ref={element => {
            box.current = element
            if (typeof ref === 'function') ref(element)
            else if (ref) ref.current = element
          }}
          className={styles.box}
          rows={1}
          aria-label={label}
          aria-describedby={describedBy}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={hits.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={active && `${id}-${active.is}-${active.id}`}
          placeholder={placeholder}
          value={value}
          onChange={event => {
            onChange(event.currentTarget.value, picked)
            setCaret(event.currentTarget.selectionEnd)
            setAt(0)
          }}
          onKeyDown={onKey}
          onBlur={() => setCaret(null)}
        />
      </div>
      {hits.length > 0 && (
        <div id={`${id}-list`} role="listbox" aria-label={words.mentions} className={styles.hits}>
          {hits.map(hit => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text
            <div
              key={`${hit.is} ${hit.id}`}
              id={`${id}-${hit.is}-${hit.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={hit === active}
              // The text keeps its focus.
              onMouseDown={event => event.preventDefault()}
              onClick={() => pick(hit)}
            >
              <span>{hit.name}</span>
              <span className={styles.soft}>{hit.more}</span>
            </div>
          ))}
        </div>
      )}
      <p role="status" className="sr-only">
        {words.mentionsFound(hits.length)}
      </p>
    </div>
  )
}
