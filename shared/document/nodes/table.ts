import { Node } from '@tiptap/core'

/** What prosemirror-tables calls the parts of a table. */
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

/**
 * A table. Its rows may be of unequal length and even missing: the binding deletes a node whose content the
 * schema forbids, so nothing here may forbid what two people can bring about together.
 */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow*',
  isolating: true,

  extendNodeSchema: extension => {
    const tableRole = roles[extension.name]
    return tableRole === undefined ? {} : { tableRole }
  },

  parseHTML: () => [{ tag: 'table' }],

  // The frame scrolls when the table is wider than the page.
  renderHTML: () => ['div', { 'data-table': '' }, ['table', ['tbody', 0]]],
})
