import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { commentMaxLength, type WantedPlace } from '../../shared/http/comments.ts'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { useCommentsOnPage } from './CommentsContext.ts'
import styles from './Composer.module.css'
import type { Draft } from './KeptComments.ts'
import { MentionBox } from './MentionBox.tsx'
import { asSent, type Named } from './mentions.ts'

interface ComposerProps {
  /** Of its draft, which is kept at every letter. */
  readonly draftKey: string
  readonly label: string
  readonly placeholder: string
  readonly sendWord: string
  /** What stands there when there is no draft. */
  readonly start?: { readonly text: string; readonly picked: readonly Named[] }
  /** Of a new comment; it goes with its draft. */
  readonly place?: WantedPlace
  /** Whom it can name. */
  readonly namedIn: (draft: Draft) => readonly Named[]
  /** Takes focus as soon as it is there. */
  readonly takesFocus?: boolean
  /** It is one line until somebody writes in it, and cannot be closed. */
  readonly isLine?: boolean
  /** Choices for what is written; they are the draft's, and take the same keys as the box. */
  readonly choices?: (
    draft: Draft,
    change: (change: Partial<Draft>) => void,
    onKeyDown: (event: KeyboardEvent) => void,
  ) => ReactNode
  readonly onSend: (text: string, draft: Draft) => void
  /** Esc, or the button: what has been written is kept. */
  readonly onClose: () => void
}

/** Where something is written: Ctrl+Enter sends it, Esc closes and keeps it. */
export function Composer(props: ComposerProps) {
  const { draftKey, label, placeholder, sendWord, start, place, namedIn, takesFocus, isLine, choices } = props
  const { drafts } = useCommentsOnPage()
  const { comments: words } = useText()
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState<Draft>(
    () =>
      drafts.get(draftKey) ?? {
        text: start?.text ?? '',
        picked: start?.picked ?? [],
        isInternal: false,
        isMaterial: false,
        place: place ?? null,
      },
  )
  useEffect(() => {
    const element = box.current
    if (!takesFocus || element === null) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [takesFocus])

  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed, place: place ?? null }
    setDraft(next)
    if (next.text === (start?.text ?? '')) drafts.remove(draftKey)
    else drafts.keep(draftKey, next)
  }
  const text = asSent(draft.text, draft.picked)
  const over = text.trim().length - commentMaxLength
  const isEmpty = text.trim() === ''
  const send = () => {
    if (isEmpty || over > 0) return
    drafts.remove(draftKey)
    setDraft({ ...draft, text: '', picked: [] })
    props.onSend(text.trim(), draft)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      props.onClose()
    }
  }
  const isFolded = isLine === true && draft.text === ''

  return (
    <div className={styles.composer}>
      <MentionBox
        ref={box}
        label={label}
        value={draft.text}
        named={namedIn(draft)}
        picked={draft.picked}
        placeholder={placeholder}
        describedBy={over > 0 ? `${id}-over` : undefined}
        onChange={(written, picked) => change({ text: written, picked })}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-over`} role="status" className={styles.over}>
        {over > 0 ? words.tooLong(over) : ''}
      </p>
      {!isFolded && (
        <>
          {choices?.(draft, change, onKeyDown)}
          <div className={styles.actions}>
            <Button look="primary" title={words.sendKeys} disabled={isEmpty || over > 0} onClick={send}>
              {sendWord}
            </Button>
            <Button onClick={props.onClose}>{words.cancel}</Button>
          </div>
        </>
      )}
    </div>
  )
}
