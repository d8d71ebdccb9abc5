import { elementsIn, type HtmlElement, type HtmlNode, styleOf } from '../../editor/paste/htmlTree.ts'

/** A cell of a table, as it is shown, and the number that the spreadsheet says is behind it. */
export interface TableCell {
  readonly text: string
  readonly number: number | null
}

/** More columns than anybody's budget; a cell that says it spans more is cut. */
const mostColumns = 200

/**
 * The cells of the first table of `text/html` from Excel, Calc or Word; null where there is none. Those beyond `most` are
 * not made: a small table can say that its cells span millions. There are more than `most` then.
 */
export function tableCells(html: HtmlElement, most: number): TableCell[][] | null {
  const table = [...elementsIn(html)].find(({ tag }) => tag === 'table')
  return table
    ? squared(
        rowsIn(table).filter(row => !isOnlyWidths(row)),
        most,
      )
    : null
}

/** Those of a table in a cell are not its own. */
function rowsIn(table: HtmlElement): readonly HtmlElement[] {
  return elements(table).flatMap(child => {
    if (child.tag === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tag)
      ? elements(child).filter(({ tag }) => tag === 'tr')
      : []
  })
}

/** Excel ends with a hidden row that only holds the widths of the columns. */
function isOnlyWidths(row: HtmlElement): boolean {
  return styleOf(row).get('display') === 'none' && cellsOf(row).every(cell => shown(cell) === '')
}

/** Merged cells say what they say in their upper left corner; the rest of them is empty, as spreadsheets have it. */
function squared(rows: readonly HtmlElement[], most: number): TableCell[][] {
  const taken = new Map<number, number>()
  let left = most
  return rows.map(row => {
    const cells: TableCell[] = []
    const add = (cell: TableCell) => {
      cells.push(cell)
      left -= 1
    }
    const skipTaken = () => {
      for (
        let down = taken.get(cells.length) ?? 0;
        down > 0 && left >= 0;
        down = taken.get(cells.length) ?? 0
      ) {
        taken.set(cells.length, down - 1)
        add(empty)
      }
    }
    for (const cell of cellsOf(row)) {
      if (left < 0) break
      skipTaken()
      const down = span(cell, 'rowspan', rows.length) - 1
      for (let across = 0; across < span(cell, 'colspan', mostColumns); across += 1) {
        if (down > 0) taken.set(cells.length, down)
        add(across === 0 ? { text: shown(cell), number: numberOf(cell) } : empty)
      }
    }
    skipTaken()
    return cells
  })
}

const empty: TableCell = { text: '', number: null }

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return elements(row).filter(({ tag }) => tag === 'td' || tag === 'th')
}

function elements({ children }: HtmlElement): readonly HtmlElement[] {
  return children.filter(child => typeof child !== 'string')
}

function span(cell: HtmlElement, name: 'rowspan' | 'colspan', most: number): number {
  const said = Number(cell.attributes[name] ?? 1)
  return Number.isInteger(said) && said > 1 ? Math.min(said, most) : 1
}

/** Paragraphs and lines of a cell are parted by a space. White space that does not break is kept for the amounts. */
function shown(cell: HtmlElement): string {
  return words(cell)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
}

function words(node: HtmlNode): string {
  if (typeof node === 'string') return node
  const inside = node.children.map(words).join('')
  return ['br', 'p', 'div', 'li'].includes(node.tag) ? ` ${inside} ` : inside
}

/** Calc says it in `sdval`, Excel in `x:num`. */
function numberOf({ attributes }: HtmlElement): number | null {
  const said = attributes.sdval ?? attributes['x:num'] ?? ''
  const number = Number(said)
  return said.trim() !== '' && Number.isFinite(number) ? number : null
}
