import { toggleMark } from '@tiptap/pm/commands'
import type { Command, EditorState } from '@tiptap/pm/state'

/** Bold or italic on the selection, or on what is typed next. */
export function toggleLook(name: 'bold' | 'italic'): Command {
  return (state, dispatch, view) => {
    const type = state.schema.marks[name]
    return type !== undefined && toggleMark(type)(state, dispatch, view)
  }
}

/** True if all of the selection has the mark, or what is typed next will have it. */
export function hasLook(
  { selection, storedMarks, schema, doc }: EditorState,
  name: 'bold' | 'italic',
): boolean {
  const type = schema.marks[name]
  if (!type) return false
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined
  let all = true
  let any = false
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, node => {
      if (!node.isText) return
      any = true
      all &&= type.isInSet(node.marks) !== undefined
    })
  }
  return any && all
}
