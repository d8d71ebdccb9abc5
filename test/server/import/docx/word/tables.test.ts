import { describe, expect, it } from 'vitest'
import type { WordTable } from '../../../../../server/import/docx/word/WordContent.ts'
import { lines, p, r, read, tbl } from './docxFile.ts'

/** The only table of a file. */
function table(body: string, styles = ''): WordTable {
  const [first] = read({ body, styles }).parts
  if (first?.is !== 'table') throw new Error('No table was read.')
  return first
}

/** Its spans, row by row: columns and rows of each cell. */
const spans = ({ rows }: WordTable) =>
  rows.map(({ cells }) => cells.map(cell => `${cell.colspan}×${cell.rowspan}`))
const row = (cells: readonly string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
const restart = '<w:vMerge w:val="restart"/>'
const goesOn = '<w:vMerge/>'

describe('a table', () => {
  it('has its cells in rows', () => {
    expect(
      lines(
        read(
          tbl([
            [p('a'), p('b')],
            [p('c') + p('d'), p('')],
          ]),
        ),
      ),
    ).toEqual(['| a | b |', '| c / d |  |'])
  })

  it('has spans for what is said of merged cells', () => {
    const rows = [
      row([tc('a', '<w:gridSpan w:val="2"/>'), tc('b', restart)]),
      row([tc('c', restart), tc('d'), tc('', goesOn)]),
      row([tc('', goesOn), tc('e'), tc('', '<w:vMerge w:val="continue"/>')]),
    ]
    const read = table(`<w:tbl>${rows.join('')}</w:tbl>`)
    expect(spans(read)).toEqual([['2×1', '1×3'], ['1×2', '1×1'], ['1×1']])
  })

  it('loses no text in cells that others cover', () => {
    const rows = [row([tc('a', restart)]), row([tc('dolt', goesOn)])]
    expect(lines(read(`<w:tbl>${rows.join('')}</w:tbl>`))).toEqual(['| a / dolt |', '|  |'])
  })

  it('takes a cell that goes on with none above as one of its own', () => {
    expect(spans(table(`<w:tbl>${row([tc('a', goesOn), tc('b')])}</w:tbl>`))).toEqual([['1×1', '1×1']])
  })

  it('joins cells beside each other as older files say it', () => {
    const read = table(
      `<w:tbl>${row([tc('a', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('b')])}</w:tbl>`,
    )
    expect(spans(read)).toEqual([['2×1', '1×1']])
  })

  it('has empty cells where a row begins further in', () => {
    const rows = [row([tc('a'), tc('b', restart)]), row([tc('', goesOn)], '<w:gridBefore w:val="1"/>')]
    expect(spans(table(`<w:tbl>${rows.join('')}</w:tbl>`))).toEqual([['1×1', '1×2'], ['1×1']])
  })

  it('is not as wide as anybody likes', () => {
    const read = table(
      `<w:tbl>${row([tc('a', '<w:gridSpan w:val="999999999"/>')], '<w:gridAfter w:val="99999"/>')}</w:tbl>`,
    )
    expect(spans(read)).toEqual([['63×1', '63×1']])
  })

  it('may stand in a cell of another', () => {
    const inner = tbl([[p('b')]])
    const [outer] = table(tbl([[p('a') + inner + p('c')]])).rows
    expect(outer?.cells[0]?.parts.map(({ is }) => is)).toEqual(['paragraph', 'table', 'paragraph'])
    expect(lines(read(tbl([[p('a') + inner + p('c')]])))).toEqual(['| a / | b | / c |'])
  })

  it('has rows and cells in controls and in what was inserted, and none that were deleted', () => {
    const sdt = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const rows = [
      sdt(row([tc('a'), sdt(tc('b'))])),
      row([tc('c'), tc('d')], '<w:ins w:id="1"/>'),
      row([tc('e'), tc('f')], '<w:del w:id="2"/>'),
      row([tc('g'), tc('h', '<w:cellDel w:id="3"/>')]),
    ]
    const content = read(`<w:tbl>${rows.join('')}</w:tbl>`)
    expect(lines(content)).toEqual(['| a | b |', '| c | d |', '| g |'])
    expect(content.remarks).toMatchObject({ insertions: 1, deletions: 2 })
  })

  it('has heads that are repeated, shaded, all bold, or bold by its style', () => {
    const shaded = '<w:shd w:val="clear" w:fill="D9D9D9"/>'
    const bold = `<w:tc>${p(r('b', '<w:b/>'))}</w:tc>`
    const read = table(
      `<w:tbl>${row([tc('a', shaded), bold, tc('c', '<w:shd w:val="clear" w:fill="auto"/>')], '<w:tblHeader/>')}${row([tc('d')], '<w:tblHeader w:val="off"/>')}</w:tbl>`,
    )
    expect(read.rows.map(({ isHead }) => isHead)).toEqual([true, false])
    expect(read.rows[0]?.cells.map(({ looksLikeHead }) => looksLikeHead)).toEqual([true, true, false])
    const styles =
      '<w:style w:type="table" w:styleId="Rutnt"><w:name w:val="Grid Table 4"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    const looks = (look: string) =>
      table(
        tbl(
          [
            [p('a'), p('b')],
            [p('c'), p('d')],
          ],
          `<w:tblStyle w:val="Rutnt"/>${look}`,
        ),
        styles,
      ).rows.map(({ cells }) => cells.map(cell => cell.looksLikeHead))
    expect(looks('<w:tblLook w:val="04A0"/>')).toEqual([
      [true, true],
      [false, false],
    ])
    expect(looks('<w:tblLook w:firstRow="0"/>')).toEqual([
      [false, false],
      [false, false],
    ])
  })

  it('without rows is none', () => {
    expect(lines(read(`<w:tbl><w:tblPr/></w:tbl>${p('a')}`))).toEqual(['a'])
  })
})
