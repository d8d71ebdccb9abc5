import type { PaperTable } from '../../paper/Paper.ts'
import { Arguments, joined, said, type Typst, typst } from '../typst.ts'
import type { PaperWriting } from './paperBody.ts'
import { prosePart } from './prosePart.ts'

/** A table, whose first column names the row. A row may stand on several pages. */
export function tablePart({ caption, columns, rows }: PaperTable, { headings }: PaperWriting): Typst {
  const { text, level } = caption
  const named =
    level === null
      ? typst`label-line(${text})`
      : headings.heading(level - 1, level === 2 ? 'large' : 'plain', said(text))
  const shares = new Arguments(columns.map(({ share }) => typst`${share}fr`))
  const heads = columns.map(({ heading }) => typst`table.cell(${typst`strong(${heading})`})`)
  const cells = rows.flatMap(row =>
    row.map((cell, column) => {
      const words = joined(cell.map(prosePart))
      return column === 0 ? typst`head-cell(${words})` : typst`table.cell(${words})`
    }),
  )
  const table = typst`paper-table((${shares},), table.header(${new Arguments(heads)}), ${new Arguments(cells)})`
  return joined([...(text === '' ? [] : [named]), table])
}
