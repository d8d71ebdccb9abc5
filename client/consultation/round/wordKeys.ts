import type { KeyboardEvent } from 'react'

/**
 * Marks words in text that has no caret: the next or the one before with an arrow, more of them with Shift too. What is
 * marked stays within the text that has focus.
 */
export function markByKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget: text } = event
  if (target !== text || event.ctrlKey || event.altKey || event.metaKey) return
  const way = { ArrowRight: 'forward', ArrowLeft: 'backward' }[key]
  const selection = document.getSelection()
  if (way === undefined || selection === null) return
  event.preventDefault()
  if (!isWithin(text, selection)) {
    selection.selectAllChildren(text)
    selection.collapseToStart()
  }
  const before = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null
  if (!event.shiftKey && !selection.isCollapsed) {
    if (way === 'forward') selection.collapseToEnd()
    else selection.collapseToStart()
  }
  selection.modify('extend', way, 'word')
  if (!isWithin(text, selection) && before) {
    selection.removeAllRanges()
    selection.addRange(before)
    return
  }
  const { focusNode } = selection
  const line = focusNode instanceof Element ? focusNode : focusNode?.parentElement
  line?.scrollIntoView({ block: 'nearest' })
}

function isWithin(text: HTMLElement, { anchorNode, focusNode }: Selection): boolean {
  return text.contains(anchorNode) && text.contains(focusNode)
}
