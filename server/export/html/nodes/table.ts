import type { CellContent, TableContent } from '../../../../shared/document/blockContent.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { blocks } from './blocks.ts'
import type { InText } from './InText.ts'

/** A table. Cells of the first row head their columns, others their rows; a first row of heads alone is repeated on every page. */
export function table({ rows }: TableContent, inText: InText): Html {
  const lines = rows.map((cells, row) => {
    const across = cells.map(one => cell(one, row === 0 ? 'col' : 'row', inText))
    return html`<tr>${joined(across)}</tr>\n`
  })
  const isHead = rows[0]?.every(({ header, rowspan = 1 }) => header && rowspan === 1) && rows.length > 1
  const [head = nothing] = lines
  return isHead
    ? html`<table>\n<thead>\n${head}</thead>\n<tbody>\n${lines.slice(1)}</tbody>\n</table>\n`
    : html`<table>\n${lines}</table>\n`
}

function cell({ header, colspan, rowspan, content }: CellContent, scope: string, inText: InText): Html {
  const spans = html`${span('colspan', colspan)}${span('rowspan', rowspan)}`
  const words = blocks(content, inText)
  return header ? html`<th scope="${scope}"${spans}>${words}</th>` : html`<td${spans}>${words}</td>`
}

function span(name: string, count = 1): Html {
  return count > 1 ? html` ${name}="${count}"` : nothing
}
