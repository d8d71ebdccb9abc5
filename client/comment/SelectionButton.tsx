import { useEffect, useRef } from 'react'
import { useText } from '../text/useText.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './CommentSign.module.css'
import { useCommentsOnPage } from './CommentsContext.ts'

/**
 * A button beside what has been selected in the text, for the mouse and the finger; the keys are Ctrl+Alt+M. It is moved
 * without React: a caret moves at every key press.
 */
export function SelectionButton() {
  const { begin } = useCommentsOnPage()
  const { comments: words } = useText()
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let at = 0
    let isPressed = false
    const look = () => {
      at = 0
      const element = frame.current
      if (element === null) return
      const rect = isPressed ? null : selectedRect()
      element.hidden = rect === null
      if (rect === null) return
      const sheet = document.querySelector('main article')?.getBoundingClientRect()
      // Inside the sheet where the margin begins at its edge.
      const isFree = document.querySelector('[data-margin-column]') === null
      const edge = (sheet?.right ?? rect.right) - (isFree ? 16 : element.offsetWidth + 4)
      const left = Math.min(edge, innerWidth - element.offsetWidth - 8)
      element.style.transform = `translate(${Math.round(left + scrollX)}px, ${Math.round(rect.top + scrollY - 4)}px)`
    }
    const soon = () => {
      // Nothing is selected, as before: the usual key press.
      if (document.getSelection()?.isCollapsed !== false && frame.current?.hidden) return
      if (at === 0) at = requestAnimationFrame(look)
    }
    // While the mouse is down the selection is not made yet.
    const onDown = ({ target }: PointerEvent) => {
      isPressed = !(target instanceof Element && frame.current?.contains(target))
      if (isPressed) soon()
    }
    const onUp = () => {
      isPressed = false
      soon()
    }
    document.addEventListener('selectionchange', soon)
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    document.addEventListener('pointercancel', onUp)
    return () => {
      cancelAnimationFrame(at)
      document.removeEventListener('selectionchange', soon)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
      document.removeEventListener('pointercancel', onUp)
    }
  }, [])

  return (
    <div ref={frame} className={styles.atSelection} hidden>
      <Button
        tabIndex={-1}
        icon={<Icon name="comment" />}
        title={`${words.comment} (Ctrl+Alt+M)`}
        // The selection stays.
        onMouseDown={event => event.preventDefault()}
        onClick={() => begin()}
      >
        {words.comment}
      </Button>
    </div>
  )
}

/** Where what is selected ends, if that is words that can be commented on. */
function selectedRect(): DOMRect | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const node = selection.focusNode
  const element = node instanceof Element ? node : node?.parentElement
  if (!element?.closest('.richText, [data-kind="lockedText"] [data-still]')) return null
  if (selection.toString().trim() === '') return null
  return [...selection.getRangeAt(0).getClientRects()].at(-1) ?? null
}
