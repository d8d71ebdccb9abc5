import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import { CellSelection, cellAround, tableEditing } from '@tiptap/pm/tables'

/**
 * Selecting and pasting cells, from prosemirror-tables, without its mending of tables: that would write on
 * opening a section, and several people's editors would mend against each other (`commands/tables.ts`).
 */
export function cells(): Plugin {
  const { spec } = tableEditing()
  const { handleKeyDown } = spec.props ?? {}
  return new Plugin({
    ...spec,
    props: {
      ...spec.props,
      handleKeyDown(this: Plugin, view, event) {
        if (handleKeyDown?.call(this, view, event)) return true
        // At the edge of the table the browser would go on selecting text, from somewhere in it.
        return (
          event.shiftKey && event.key.startsWith('Arrow') && view.state.selection instanceof CellSelection
        )
      },
    },
    appendTransaction: (_transactions, _before, { selection, doc, tr }) => {
      if (selection instanceof NodeSelection) {
        const role: unknown = selection.node.type.spec.tableRole
        if (role === 'cell' || role === 'header_cell') {
          return tr.setSelection(CellSelection.create(doc, selection.from))
        }
        return null
      }
      if (!(selection instanceof TextSelection) || selection.empty) return null
      const $anchor = cellAround(selection.$anchor)
      const $head = cellAround(selection.$head)
      if ($anchor?.pos === $head?.pos) return null
      // Text is never selected from one cell into another: that is a selection of cells.
      return $anchor && $head && $anchor.node(-1) === $head.node(-1)
        ? tr.setSelection(new CellSelection($anchor, $head))
        : null
    },
  })
}
