import { describe, expect, it } from 'vitest'
import { enter } from '../../../client/editor/commands/enter.ts'
import { tableCommands } from '../../../client/editor/commands/tables.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { type Edit, edits, moveBlock, twice } from './commentedEdits.ts'
import { text } from './peer.ts'

describe('A comment, when somebody', () => {
  it.each(edits)('%s: is on «%s», and the other on «%s»', (_edit, a, b, edit) => {
    const page = twice()
    edit(page, page.anna)
    page.settle()
    expect([page.marked('a'), page.marked('b')]).toEqual([a, b])
  })

  it.each(edits)('%s, and another does the same elsewhere, is where it was', (_edit, a, b, edit) => {
    const page = twice()
    page.bo.caretAfter('Andra').run(enter)
    page.bo.type('Bo')
    edit(page, page.anna)
    page.settle()
    // What is moved after that stands in the half that it was moved into.
    expect([page.marked('a'), page.marked('b')].map(words => words.replace('/', ''))).toEqual(
      [a, b].map(words => words.replace('/', '')),
    )
  })
})

describe('A comment in a table', () => {
  const cells: readonly Block[] = [
    {
      type: 'table',
      rows: [
        [{ content: paragraphs('Insatsen pågår i hela länet i tre år') }, { content: paragraphs('2027') }],
        [{ content: paragraphs('Andra') }, { content: paragraphs('2028') }],
      ],
    },
    ...text('Sista stycket'),
  ]
  const inTable: readonly [edit: string, a: string, Edit][] = [
    ['types in the cell', 'helaX länet', (_, anna) => anna.caretAfter('hela').type('X')],
    ['splits its paragraph', 'hela/ länet', (_, anna) => anna.caretAfter('hela').run(enter)],
    [
      'adds rows and columns before it',
      'hela länet',
      (_, anna) =>
        anna.caretAfter('hela').run(tableCommands.addRowBefore) && anna.run(tableCommands.addColumnBefore),
    ],
    [
      'makes it a header',
      'hela länet',
      (_, anna) => anna.caretAfter('hela').run(tableCommands.toggleHeaderRow),
    ],
    [
      'deletes the next row and column',
      'hela länet',
      (_, anna) =>
        anna.caretAfter('2028').run(tableCommands.deleteRow) &&
        anna.caretAfter('2027').run(tableCommands.deleteColumn),
    ],
    ['deletes its row', '', (_, anna) => anna.caretAfter('hela').run(tableCommands.deleteRow)],
    [
      'deletes its row and takes that back',
      'hela länet',
      (page, anna) => {
        anna.caretAfter('hela').run(tableCommands.deleteRow)
        page.meet()
        anna.undo.undo()
      },
    ],
    ['moves the table', 'hela länet', (_, anna) => moveBlock(anna, 0)],
  ]

  it.each(inTable)('is on the same words when somebody %s: «%s»', (_edit, a, edit) => {
    const page = twice(cells)
    edit(page, page.anna)
    page.settle()
    expect(page.marked('a')).toBe(a)
  })
})

function paragraphs(...lines: string[]) {
  return lines.map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }) as const)
}
