import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { type FieldHandle, useFields, useOpenFields } from '../FieldsContext.ts'
import type { FieldPath } from '../fieldPath.ts'
import { catchUndo } from './catchUndo.ts'

type TextElement = HTMLInputElement | HTMLTextAreaElement

interface FieldOfText {
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent<TextElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<TextElement>) => void
}

/**
 * What every field that text is typed into does beside typing: says where I am, hands undo to the page's one
 * stack, and lets the arrow keys walk on from its first and last line. `hasOwnUndo` tells that the browser's own
 * undo is right just now, for what is typed and not yet written.
 */
export function useField(
  path: FieldPath,
  ref: RefObject<TextElement | null>,
  hasOwnUndo: () => boolean,
): FieldOfText {
  const { live, focusOrder } = useOpenFields()
  const { section } = useFields()
  const handle = useRef<FieldHandle | null>(null)
  const ownUndo = useRef(hasOwnUndo)
  useEffect(() => {
    ownUndo.current = hasOwnUndo
  })

  useEffect(() => {
    const element = ref.current
    return element === null ? undefined : catchUndo(element, live.undo, () => ownUndo.current())
  }, [live, ref])

  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const field: FieldHandle = {
      section,
      path,
      element,
      focus: at => focusAt(element, at),
      resume: () => element.focus(),
      insert: typed => insert(element, typed),
    }
    handle.current = field
    return focusOrder?.register(field)
  }, [section, path, focusOrder, ref])

  return {
    onFocus: () => live.presence.setPlace({ section, field: path }),
    onBlur: event => {
      // The window lost focus, not the field: I am still there.
      if (document.activeElement !== event.currentTarget) live.presence.setPlace(null)
    },
    onKeyDown: event => {
      const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null
      const element = event.currentTarget
      const from = handle.current
      if (direction === null || focusOrder === null || from === null) return
      if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return
      const caret = element.selectionStart
      // Only the browser knows the lines of a text box: if the caret has not moved, there was none to move to.
      setTimeout(() => {
        const still = element.selectionStart === caret && element.selectionEnd === caret
        if (still && document.activeElement === element) focusOrder.step(from, direction)
      })
    },
  }
}

/** As typed: whoever listens to the field hears of it. */
function insert(element: TextElement, typed: string): void {
  const { selectionStart, selectionEnd, value } = element
  element.setRangeText(typed, selectionStart ?? value.length, selectionEnd ?? value.length, 'end')
  element.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

function focusAt(element: TextElement, at: 'start' | 'end'): void {
  const caret = at === 'start' ? 0 : element.value.length
  element.focus()
  element.setSelectionRange(caret, caret)
}
