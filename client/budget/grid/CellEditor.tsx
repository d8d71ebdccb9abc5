import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { useGrid } from './GridContext.ts'
import parts from './parts.module.css'
import type { SheetColumn, SheetRow, ValueCell } from './sheet.ts'

interface CellEditorProps {
  readonly row: SheetRow
  readonly column: SheetColumn
  readonly cell: ValueCell
}

/** What is typed in, on top of the cell. The browser keeps the text; each letter goes to the draft and draws nothing. */
export function CellEditor({ row, column, cell }: CellEditorProps) {
  const { id, model, states, store } = useGrid()
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const { path, format } = cell
  const [begun] = useState(() =>
    model.typing === 'over' ? '' : (states?.stateOf(path).draft?.text ?? format.show(store.value(path))),
  )

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
  }, [])

  const view = store.view()
  const props = {
    ref: box,
    className: parts.editor,
    defaultValue: begun,
    inputMode: format.keys,
    enterKeyHint: 'next' as const,
    autoComplete: 'off',
    spellCheck: format.width === null,
    'aria-label': `${row.name(view)}, ${row.is === 'under' ? '' : column.name(view)}`.replace(/, $/, ''),
    'aria-describedby': `${id}-${path}`,
    onInput: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      states?.type(path, event.currentTarget.value, format),
  }
  // A line of words wraps, so that all of it is seen.
  return format.width === null ? <textarea {...props} rows={1} /> : <input {...props} type="text" />
}
