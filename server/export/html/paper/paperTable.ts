import type { PaperTable } from '../../paper/Paper.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { proseOf } from './proseOf.ts'

/** A table whose first column names its rows. */
export function paperTable({ caption, columns, rows }: PaperTable): Html {
  const heads = columns.map(({ heading, share }) => html`<th scope="col"${widthOf(share)}>${heading}</th>`)
  const lines = rows.map(cells => {
    const written = cells.map((parts, column) => {
      const said = joined(parts.map(proseOf))
      const width = widthOf(columns[column]?.share ?? 1)
      return column === 0 ? html`<th scope="row"${width}>${said}</th>` : html`<td>${said}</td>`
    })
    return html`<tr>${written}</tr>\n`
  })
  return html`<table>
<caption>${captionOf(caption)}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table>
`
}

function captionOf({ text, level }: PaperTable['caption']): Html {
  if (level === null) return html`${text}`
  return level === 2 ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`
}

/** Narrow columns are as wide as their words need on a screen of any width, and the others share what is left. */
function widthOf(share: number): Html {
  if (share < 0.1) return html` class="who"`
  return share < 0.2 ? html` class="short"` : nothing
}
