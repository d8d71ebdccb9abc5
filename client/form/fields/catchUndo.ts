import type * as Y from 'yjs'

/**
 * Gives undo and redo in a text box to the page's stack, whether by keys or from a menu: the browser's own stack
 * knows nothing of what others have typed. Returns how to stop.
 */
export function catchUndo(element: HTMLElement, undo: Y.UndoManager, hasOwnUndo: () => boolean): () => void {
  const run = (event: Event, step: 'undo' | 'redo') => {
    if (hasOwnUndo()) return
    event.preventDefault()
    event.stopPropagation()
    if (step === 'undo') undo.undo()
    else undo.redo()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    if (key === 'z') run(event, event.shiftKey ? 'redo' : 'undo')
    else if (key === 'y') run(event, 'redo')
  }
  const onInput = (event: InputEvent) => {
    if (event.inputType === 'historyUndo') run(event, 'undo')
    else if (event.inputType === 'historyRedo') run(event, 'redo')
  }
  element.addEventListener('keydown', onKey)
  element.addEventListener('beforeinput', onInput)
  return () => {
    element.removeEventListener('keydown', onKey)
    element.removeEventListener('beforeinput', onInput)
  }
}
