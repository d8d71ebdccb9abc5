import { cellSpan } from './attributes.ts'

/**
 * Attributes of both kinds of cell. Spans are 1 and not null where nothing is spanned: prosemirror-tables counts
 * with them. `colwidth`, its list of column widths in pixels, is not offered, but kept where it is found.
 */
export const cellAttributes = () => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

function span(name: 'colspan' | 'rowspan') {
  return {
    default: 1,
    parseHTML: (element: { getAttribute(name: string): string | null }) =>
      cellSpan(element.getAttribute(name)),
    renderHTML: (attributes: Readonly<Record<string, unknown>>) => {
      const value = cellSpan(attributes[name])
      return value === 1 ? {} : { [name]: value }
    },
  }
}
