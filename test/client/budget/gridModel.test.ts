import { beforeEach, describe, expect, it } from 'vitest'
import { cellFlag, GridModel } from '../../../client/budget/grid/GridModel.ts'
import type { Sheet, SheetCell, SheetRow } from '../../../client/budget/grid/sheet.ts'
import { amountFormat } from '../../../client/form/fields/format.ts'

function value(path: string): SheetCell {
  return { is: 'value', path, format: amountFormat, align: 'end' }
}

function line(key: string, columns: readonly string[] = ['label', 'a', 'b']): SheetRow {
  const cells = Object.fromEntries(columns.map(column => [column, value(`${column}.${key}`)]))
  return {
    key,
    is: 'line',
    name: () => key,
    cells: { ...cells, sum: { is: 'computed', of: () => 0 } },
  }
}

const heading: SheetRow = { key: 'heading', is: 'heading', name: () => '', cells: {} }
const sum: SheetRow = {
  key: 'total',
  is: 'sum',
  name: () => '',
  cells: { label: { is: 'words', of: () => '' } },
}
const add: SheetRow = {
  key: 'add',
  is: 'action',
  name: () => '',
  cells: { label: { is: 'action', words: '', icon: null, run: () => {} } },
}
const under: SheetRow = { key: 'one.why', is: 'under', name: () => '', cells: { a: value('why') } }

function sheetOf(...rows: readonly SheetRow[]): Sheet {
  const columns = ['label', 'a', 'b', 'sum'].map(key => ({ key, name: () => key, width: 'amount' as const }))
  return { columns, rows }
}

let model: GridModel
let moved: string[]
beforeEach(() => {
  model = new GridModel(sheetOf(heading, line('one'), under, line('two'), add, sum, line('three')))
  moved = []
  model.onMoved = place => moved.push(`${place.row} ${place.column}`)
})

function at(): string {
  return `${model.active.row} ${model.active.column}`
}

describe('Where one is', () => {
  it('begins in the first cell that is written in, which is the stop of Tab [GRID1]', () => {
    expect(at()).toBe('one label')
    expect(model.flagsOf('one', 'label')).toBe(cellFlag.stop)
    model.focused(true)
    expect(model.flagsOf('one', 'label')).toBe(cellFlag.stop + cellFlag.active)
    expect(model.flagsOf('two', 'label')).toBe(0)
  })

  it('never leaves the sheet', () => {
    model.move(-5, -5, false)
    expect(at()).toBe('one label')
    model.edge('end', false)
    expect(at()).toBe('three sum')
    model.move(1, 1, false)
    expect(at()).toBe('three sum')
  })

  it('keeps to the column past rows that have fewer cells [GRID3]', () => {
    model.goTo({ row: 'one', column: 'b' })
    const seen = Array.from({ length: 5 }, () => {
      model.move(1, 0, false)
      return at()
    })
    expect(seen).toEqual(['one.why a', 'two b', 'add label', 'total b', 'three b'])
  })

  it('stays in its cell when rows come and go around it, and next to it when it goes [GRID2]', () => {
    model.goTo({ row: 'two', column: 'a' })
    model.setSheet(sheetOf(line('new'), line('two'), line('one')))
    expect(at()).toBe('two a')
    model.setSheet(sheetOf(line('new'), line('one')))
    expect(at()).toBe('one a')
    model.setSheet(sheetOf(line('new')))
    expect(at()).toBe('new a')
  })

  it('goes to the next column in its row when its own goes, and says that focus has gone too [GRID2]', () => {
    model.goTo({ row: 'two', column: 'b' })
    model.focused(true)
    model.type('over')
    const { columns, rows } = sheetOf(line('one'), line('two'))
    expect(model.setSheet({ columns, rows })).toBe(false)
    expect(model.setSheet({ columns: columns.filter(({ key }) => key !== 'b'), rows })).toBe(true)
    expect(at()).toBe('two sum')
    expect(model.typing).toBeNull()
  })

  it('does not type on in another row when its own has gone', () => {
    model.goTo({ row: 'two', column: 'a' })
    model.type('over')
    model.setSheet(sheetOf(line('one')))
    expect(model.typing).toBeNull()
    model.type('into')
    model.setSheet(sheetOf(line('one'), line('two')))
    expect(model.typing).toBe('into')
  })

  it('tells the page where to put focus', () => {
    model.move(0, 1, false)
    model.edge('start', false)
    expect(moved).toEqual(['one a', 'one label'])
  })
})

describe('Filling in [GRID4]', () => {
  it('goes right past what is worked out, on to the next row that is written in', () => {
    model.goTo({ row: 'two', column: 'b' })
    model.type('over')
    expect(model.next('right')).toBe(true)
    expect(at()).toBe('three label')
    expect(model.typing).toBeNull()
  })

  it('goes down to the column where it began, past sums, and what says more', () => {
    model.goTo({ row: 'one', column: 'a' })
    model.next('right')
    expect(at()).toBe('one b')
    model.next('down')
    expect(at()).toBe('two a')
    model.next('down')
    expect(at()).toBe('three a')
  })

  it('ends with any other move, so that Tab leaves the grid again', () => {
    expect(model.fillsIn).toBe(false)
    model.next('down')
    expect(model.fillsIn).toBe(true)
    model.move(0, 1, false)
    expect(model.fillsIn).toBe(false)
  })

  it('ends after the last cell, and stays in it', () => {
    model.goTo({ row: 'three', column: 'b' })
    expect(model.next('right')).toBe(false)
    expect(at()).toBe('three b')
    expect(model.fillsIn).toBe(false)
  })
})

describe('What is selected', () => {
  it('is a rectangle from where it began to where she is', () => {
    model.goTo({ row: 'two', column: 'b' })
    model.move(-2, -1, true)
    expect(model.selection()?.rows.map(row => row.key)).toEqual(['one', 'one.why', 'two'])
    expect(model.selection()?.columns).toEqual(['a', 'b'])
    expect(model.flagsOf('two', 'a') & cellFlag.selected).toBeTruthy()
    expect(model.flagsOf('two', 'sum') & cellFlag.selected).toBe(0)
  })

  it('is let go by moving, and by asking', () => {
    model.move(1, 1, true)
    expect(model.unselect()).toBe(true)
    expect(model.unselect()).toBe(false)
    model.move(1, 1, true)
    model.move(0, 1, false)
    expect(model.selection()).toBeNull()
    expect(model.marked().cells).toHaveLength(1)
  })

  it('can be all of the sheet', () => {
    model.selectAll()
    expect(model.selection()?.rows).toHaveLength(6)
    expect(model.selection()?.columns).toHaveLength(4)
  })

  it('draws no other cell than those that look otherwise', () => {
    const drawn: string[] = []
    for (const row of ['one', 'two', 'three']) {
      for (const column of ['label', 'a', 'b']) {
        model.subscribeCell(row, column, () => drawn.push(`${row} ${column}`))
      }
    }
    model.goTo({ row: 'one', column: 'a' })
    expect(drawn.toSorted()).toEqual(['one a', 'one label'])
  })
})
