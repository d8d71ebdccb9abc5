import { describe, expect, it } from 'vitest'
import { recogniseBudget } from '../../../../server/import/xlsx/budget/recogniseBudget.ts'
import { readWorkbook } from '../../../../server/import/xlsx/workbook/readWorkbook.ts'
import type { CellValue } from '../../../../server/import/xlsx/workbook/Sheet.ts'
import { parts, sheetXml, zipped } from './zips.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What stands in the first row of a sheet with these cells. */
function firstRow(cells: string, more: Readonly<Record<string, string>> = {}): CellValue[] {
  const workbook = readWorkbook(zipped({ ...parts(sheetXml(`<row r="1">${cells}</row>`)), ...more }))
  return [...(workbook.sheets[0]?.rows.get(1)?.values() ?? [])]
}

const number = (value: number, shownAs = 'plain') => ({ is: 'number', value, shownAs })
const text = (words: string) => ({ is: 'text', text: words })

/** The parts that a workbook gets with texts that are shared, or with styles. */
function related(type: string, part: string): Record<string, string> {
  const relations = parts('')['xl/_rels/workbook.xml.rels'] ?? ''
  const added = `<Relationship Id="rId9" Type="${office}/${type}" Target="/xl/${type}.xml"/></Relationships>`
  return {
    'xl/_rels/workbook.xml.rels': relations.replace('</Relationships>', added),
    [`xl/${type}.xml`]: part,
  }
}

describe('a cell of a workbook', () => {
  it('is a number, words, a truth, a fault, or nothing', () => {
    const cells =
      '<c r="A1"><v>1.5</v></c><c r="B1" t="inlineStr"><is><t>ord</t></is></c><c r="C1" t="b"><v>1</v></c>' +
      '<c r="D1" t="e"><v>#REF!</v></c><c r="E1" s="0"/><c r="F1" t="d"><v>2025-01-01</v></c>'
    expect(firstRow(cells)).toEqual([
      ...[number(1.5), text('ord'), text('SANT'), { is: 'fault', text: '#REF!' }, text('2025-01-01')],
    ])
  })

  it('with a formula is what it came to, and known where it came to nothing', () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1"><f>SUM(A1)</f></c><c r="D1" t="str"><f>""</f><v></v></c>'
    expect(firstRow(cells)).toEqual([number(2), text('a'), { is: 'formula' }])
  })

  it('with a text that others share is its runs, and not how they are pronounced', () => {
    const shared =
      '<sst><si><t>ett</t></si><si><r><t xml:space="preserve">två </t></r><r><t>tre</t></r><rPh><t>x</t></rPh></si></sst>'
    const cells = '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>77</v></c>'
    expect(firstRow(cells, related('sharedStrings', shared))).toEqual([text('två tre'), text('ett')])
  })

  it('with escapes and signs that no line has is plain', () => {
    const cell = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`
    const cells = [cell('a&#10;b\u00a0 c'), cell('d_x0041_'), cell('_x005F_x0041_'), cell('e\u200bf &amp; g')]
    expect(firstRow(cells.join(''))).toEqual([text('a b c'), text('dA'), text('_x0041_'), text('ef & g')])
  })

  it('without an address stands after the one before it', () => {
    const workbook = readWorkbook(
      zipped(parts(sheetXml('<row><c r="C1"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'))),
    )
    const rows = workbook.sheets[0]?.rows
    expect([...(rows?.get(1)?.keys() ?? [])]).toEqual([3, 4])
    expect([...(rows?.get(2)?.keys() ?? [])]).toEqual([1])
  })

  it('is shown as its style says', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="171" formatCode="#,##0&quot; dagar&quot;"/><numFmt numFmtId="172" formatCode="0.0%"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="9"/></cellXfs></styleSheet>'
    const cells = [0, 1, 2, 3, 4, 5].map(style => `<c s="${style}"><v>1</v></c>`).join('')
    expect(firstRow(cells, related('styles', styles))).toEqual(
      ['plain', 'day', 'day', 'plain', 'percent', 'percent'].map(look => number(1, look)),
    )
  })

  it('of a file that writes every name with a prefix is read', () => {
    const files = parts(
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    )
    expect([...(readWorkbook(zipped(files)).sheets[0]?.rows.get(1)?.values() ?? [])]).toEqual([number(5)])
  })
})

describe('a budget', () => {
  const cell = (address: string, words: string) =>
    `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`
  const rows = [
    `<row r="1">${cell('A1', 'Insatsens löptid:')}<c r="B1"><v>44196</v></c><c r="C1"><v>45000</v></c></row>`,
    `<row r="2">${cell('A2', 'Kostnader i kr')}${cell('E2', 'Huvudinsatsägare')}${cell('G2', 'Delinsatsägare')}${cell('I2', 'Att rekvirera - alla insatsägare')}</row>`,
    `<row r="3">${cell('E3', 'Heby kommun')}${cell('G3', 'AF')}</row>`,
    `<row r="4">${cell('A4', 'Övriga kostnader')}</row>`,
    `<row r="5">${cell('A5', 'Resor')}<c r="F5"><v>40000</v></c><c r="G5"><f>[1]Blad!A1</f><v>7000</v></c></row>`,
    `<row r="6">${cell('A6', 'Tolk')}<c r="E6"><f>1+1</f></c><c r="G6" t="e"><v>#REF!</v></c></row>`,
    `<row r="7">${cell('A7', 'Summa övriga kostnader')}<c r="I7"><v>47000</v></c></row>`,
  ].join('')
  const merges =
    '<mergeCells><mergeCell ref="E2:F2"/><mergeCell ref="E3:F3"/><mergeCell ref="G2:H2"/><mergeCell ref="G3:H3"/><mergeCell ref="F5:F6"/></mergeCells>'
  const files = parts(sheetXml(rows, merges))
  const lines = (changes: Readonly<Record<string, string>> = {}) =>
    recogniseBudget(readWorkbook(zipped({ ...files, ...changes })))

  it('under headings that are drawn over two columns is found in either of them', () => {
    expect(lines().lines[0]?.amounts).toEqual([
      { party: 0, value: 40_000, cell: 'F5' },
      { party: 1, value: 7_000, cell: 'G5' },
    ])
  })

  it('names amounts over several rows, faults, and formulas that came to nothing', () => {
    expect(lines().notes.map(({ kind, cell }) => [kind, cell])).toEqual([
      ['mergedAmount', 'F5'],
      ['formulaNotTaken', 'E6'],
      ['faultNotTaken', 'G6'],
      ['dayGuessed', 'B1'],
    ])
  })

  it('says that it takes figures from other files, and takes those that it kept', () => {
    const { notes, lines: read } = lines({ 'xl/externalLinks/externalLink1.xml': '<x/>' })
    expect(notes[0]).toEqual({ kind: 'externalLinks', sheet: null, cell: null, said: null })
    expect(read[0]?.amounts[1]?.value).toBe(7_000)
  })

  it('counts its days from 1904 where the file does', () => {
    const styled = { ...files, ...related('styles', '<s><cellXfs><xf numFmtId="14"/></cellXfs></s>') }
    const book = (files['xl/workbook.xml'] ?? '').replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
    const days = (changes: Record<string, string>) => {
      const { start, end } = recogniseBudget(readWorkbook(zipped({ ...styled, ...changes })))
      return [start, end]
    }
    expect(days({})).toEqual(['2020-12-31', '2023-03-15'])
    expect(days({ 'xl/workbook.xml': book })).toEqual(['2025-01-01', '2027-03-16'])
  })

  it('in a sheet that is hidden is left, and that is said', () => {
    const book = (files['xl/workbook.xml'] ?? '').replace(
      '<sheet name="Blad"',
      '<sheet name="Gammal" state="veryHidden" sheetId="2" r:id="rId1"/><sheet name="Blad"',
    )
    expect(lines({ 'xl/workbook.xml': book }).notes[0]).toEqual({
      ...{ kind: 'hiddenSheetLeft', sheet: 'Gammal', cell: null, said: null },
    })
  })

  it('says no more than so much about it', () => {
    const many = Array.from(
      { length: 500 },
      (_, index) =>
        `<row r="${index + 5}">${cell(`A${index + 5}`, `Rad ${index}`)}${cell(`E${index + 5}`, 'x')}<c r="G${index + 5}"><v>1</v></c></row>`,
    )
    const sum = `<row r="900">${cell('A900', 'Summa övriga kostnader')}</row>`
    const head = rows.slice(0, rows.indexOf('<row r="5">'))
    const { notes, moreNotes } = lines({ 'xl/worksheets/sheet1.xml': sheetXml(head + many.join('') + sum) })
    expect([notes.length, moreNotes]).toEqual([200, 301])
  })
})
