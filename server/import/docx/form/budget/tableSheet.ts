import { styles } from '../../../../export/docx/styles.ts'
import type { CellRange, CellValue, Sheet } from '../../../xlsx/workbook/Sheet.ts'
import type { WordCell, WordPart, WordTable } from '../../word/WordContent.ts'
import { textOf } from '../inlines.ts'

/** A table as a sheet, which is what a budget is recognised in. All that stands in it is text. */
export interface TableSheet {
  readonly sheet: Sheet
  /** What explains a row of ours under its name, by row and column from 1 (`2 3`). */
  readonly specifications: ReadonlyMap<string, string>
}

export function tableSheet({ rows }: WordTable, name: string): TableSheet {
  const cells = new Map<number, Map<number, CellValue>>()
  const merges: CellRange[] = []
  const specifications = new Map<string, string>()
  const taken = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const top = index + 1
    const inRow = new Map<number, CellValue>()
    let left = 1
    for (const cell of row.cells) {
      while (taken.has(`${top} ${left}`)) left += 1
      const right = left + cell.colspan - 1
      const bottom = top + cell.rowspan - 1
      for (let below = top + 1; below <= bottom; below += 1)
        for (let column = left; column <= right; column += 1) taken.add(`${below} ${column}`)
      if (right > left || bottom > top) merges.push({ top, left, bottom, right })
      const { words, specification } = wordsOf(cell)
      if (words !== '') inRow.set(left, { is: 'text', text: words })
      if (specification !== '') specifications.set(`${top} ${left}`, specification)
      left = right + 1
    }
    if (inRow.size > 0 || row.cells.length > 0) cells.set(top, inRow)
  }
  return { sheet: { name, isHidden: false, rows: cells, merges }, specifications }
}

function wordsOf({ parts }: WordCell): { readonly words: string; readonly specification: string } {
  const lines = parts.map(part => ({ text: lineOf(part), isSpecification: isSpecification(part) }))
  const said = (of: boolean) =>
    lines
      .filter(({ isSpecification, text }) => isSpecification === of && text !== '')
      .map(({ text }) => text)
      .join(' ')
  return { words: said(false), specification: said(true) }
}

function isSpecification(part: WordPart): boolean {
  return part.is === 'paragraph' && part.style === styles.specification
}

/** A table within a cell is its words. */
function lineOf(part: WordPart): string {
  if (part.is === 'paragraph') return textOf(part.content).replaceAll('\n', ' ').trim()
  return part.rows.flatMap(({ cells }) => cells.map(cell => wordsOf(cell).words)).join(' ')
}
