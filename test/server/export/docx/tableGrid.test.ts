import { describe, expect, it } from 'vitest'
import {
  columnTwips,
  mostIndent,
  type TableGrid,
  tableGrid,
} from '../../../../server/export/docx/nodes/tableGrid.ts'
import type { CellContent } from '../../../../shared/document/blockContent.ts'
import { seeded } from '../../../shared/form/seeded.ts'

const seed = Number(process.env.TABLE_SEED ?? 20_261_123)
const width = 9_026

function cell(text: string, more: Partial<CellContent> & { readonly indent?: number } = {}): CellContent {
  const { indent = 0, ...spans } = more
  const deep = indent > 0 ? { indent } : {}
  return { ...spans, content: [{ type: 'paragraph', ...deep, content: [{ type: 'text', text }] }] }
}

/** `row column width x height` of each cell. */
function places({ rows }: TableGrid): readonly string[] {
  return rows.flatMap((cells, row) =>
    cells.map(({ column, colspan, rowspan }) => `${row} ${column} ${colspan}x${rowspan}`),
  )
}

const together = (widths: readonly number[]) => widths.reduce((sum, one) => sum + one, 0)

describe('cells in the grid of their table', () => {
  it('stand in the first column that no cell above covers', () => {
    const grid = tableGrid([[cell('a', { rowspan: 2 }), cell('b')], [cell('c')]])
    expect(places(grid)).toEqual(['0 0 1x2', '0 1 1x1', '1 1 1x1'])
    expect(grid.columns).toBe(2)
  })

  it('that reach out of the table, or over each other, are cut to what is free', () => {
    const grid = tableGrid([[cell('a'), cell('b', { rowspan: 9 })], [cell('c', { colspan: 3, rowspan: 1 })]])
    expect(places(grid)).toEqual(['0 0 1x1', '0 1 1x2', '1 0 1x1'])
  })

  it('have an empty cell in each gap before a cell from above', () => {
    const grid = tableGrid([[cell('a'), cell('b'), cell('c', { rowspan: 2 })], [cell('d')]])
    expect(places(grid)).toEqual(['0 0 1x1', '0 1 1x1', '0 2 1x2', '1 0 1x1', '1 1 1x1'])
  })

  it(`never stand in the same place, whatever spans they have (seed ${seed})`, () => {
    const random = seeded(seed)
    for (let times = 0; times < 200; times += 1) {
      const rows = Array.from({ length: random.between(1, 6) }, () =>
        Array.from({ length: random.between(1, 6) }, () =>
          cell('x', { colspan: random.between(1, 4), rowspan: random.between(1, 4) }),
        ),
      )
      const taken = new Set<string>()
      for (const [row, cells] of tableGrid(rows).rows.entries())
        for (const { column, colspan, rowspan } of cells)
          for (let down = 0; down < rowspan; down += 1)
            for (let across = 0; across < colspan; across += 1) {
              const place = `${row + down} ${column + across}`
              expect(taken).not.toContain(place)
              expect(row + down).toBeLessThan(rows.length)
              taken.add(place)
            }
    }
  })
})

describe('the columns of a table', () => {
  it('are wider where more is written, and fill the page', () => {
    const [short = 0, long = 0] = columnTwips(tableGrid([[cell('Nej'), cell('ord '.repeat(40))]]), width)
    expect(long).toBeGreaterThan(2 * short)
    expect(width - (short + long)).toBeLessThan(5)
  })

  it('have room for the indents in them, so that words stay beside them', () => {
    const grid = tableGrid([
      [cell('a', { indent: 3 }), cell('b'.repeat(300)), cell('c'.repeat(300)), cell('d')],
    ])
    const widths = columnTwips(grid, width)
    expect(mostIndent(widths[0] ?? 0)).toBeGreaterThanOrEqual(3 * 360)
    expect(together(widths)).toBeLessThanOrEqual(width)
  })

  it('share the page when there is no room for every indent: the shallow keep theirs', () => {
    const deep = Array.from({ length: 4 }, () => cell('djupt', { indent: 8 }))
    const widths = columnTwips(tableGrid([[cell('grunt', { indent: 1 }), ...deep]]), width)
    expect(together(widths)).toBeLessThanOrEqual(width)
    expect(mostIndent(widths[0] ?? 0)).toBe(360)
    expect(new Set(widths.slice(1)).size).toBe(1)
  })

  it(`are never wider than the page, nor without width (seed ${seed})`, () => {
    const random = seeded(seed)
    for (let times = 0; times < 300; times += 1) {
      const rows = Array.from({ length: random.between(1, 4) }, () =>
        Array.from({ length: random.between(1, 20) }, () =>
          cell('x'.repeat(random.between(0, 300)), {
            colspan: random.between(1, 3),
            indent: random.between(0, 8),
          }),
        ),
      )
      const widths = columnTwips(tableGrid(rows), width)
      expect(together(widths)).toBeLessThanOrEqual(width)
      for (const one of widths) expect(one).toBeGreaterThan(100)
    }
  })
})
