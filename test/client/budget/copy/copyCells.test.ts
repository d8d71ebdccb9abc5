import { describe, expect, it } from 'vitest'
import { copyCells } from '../../../../client/budget/copy/copyCells.ts'
import { readBlock } from '../../../../client/budget/paste/readBlock.ts'
import { html } from '../../editor/paste/html.ts'
import { SmallSheet } from '../sheetOf.ts'

function filled(): SmallSheet {
  const small = new SmallSheet()
  small.values.set('a/label', 'Samordnare').set('a/from', '2026-01-01')
  small.values.set('heby.a', 10_256_000).set('af.b', 40_000)
  return small
}

const copied = (small: SmallSheet, from: string, to?: string) =>
  copyCells(small.sheet, small.marked(from, to), small)

describe('What is copied', () => {
  it('is a line for each row that a spreadsheet has, with digits alone in amounts', () => {
    expect(copied(filled(), 'a label', 'c sum').text.split('\r\n')).toEqual([
      'Samordnare\t2026-01-01\t10256000\t\t10256000',
      '\t\t\t40000\t40000',
      'Summa\t\t10256000\t40000\t10296000',
      'Övrigt\t\t\t\t',
      '\t\t\t\t0',
    ])
  })

  it('is a table that is read back as it was, with the number behind each amount', () => {
    const { text, html: page } = copied(filled(), 'a label', 'b af')
    const read = readBlock({ text, html: html(page) })
    if (read === 'tooMuch') throw new Error('Too much')
    expect(read.rows.map(row => row.map(cell => cell.text))).toEqual([
      ['Samordnare', '2026-01-01', '10256000', ''],
      ['', '', '', '40000'],
    ])
    expect(read.rows[0]?.[2]?.number).toBe(10_256_000)
  })

  it('is one cell where one is marked, also of what is said under a line', () => {
    const small = filled()
    small.values.set('c/more', 'Resor och logi')
    expect(copied(small, 'b af').text).toBe('40000')
    expect(copied(small, 'c.under from').text).toBe('Resor och logi')
  })

  it('never reckons in somebody else’s spreadsheet, and keeps quotation marks and line ends in their cell', () => {
    const small = filled()
    small.values.set('a/label', '=1+1').set('b/label', 'Säger "hej"\noch <b>')
    const { text, html: page } = copied(small, 'a label', 'b label')
    expect(text).toBe('\'=1+1\r\n"Säger ""hej""\noch <b>"')
    expect(page).toContain("mso-number-format:'\\@'")
    expect(page).toContain('och &lt;b&gt;')
  })
})
