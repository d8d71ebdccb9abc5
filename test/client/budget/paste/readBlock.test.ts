import { describe, expect, it } from 'vitest'
import {
  mostPastedCells,
  type PastedBlock,
  readBlock,
  readPasted,
} from '../../../../client/budget/paste/readBlock.ts'
import { amountFormat, dayFormat, lineFormat } from '../../../../client/form/fields/format.ts'
import { html } from '../../editor/paste/html.ts'

function block(source: string): PastedBlock {
  const read = readBlock(
    source.startsWith('<') ? { text: 'not this', html: html(source) } : { text: source, html: null },
  )
  if (read === 'tooMuch') throw new Error('Too much')
  return read
}

function texts(source: string): readonly (readonly string[])[] {
  return block(source).rows.map(row => row.map(({ text }) => text))
}

/** Amounts as they are read: kronor, null where empty, the kind of a refusal; with `*` where a unit was reckoned with. */
function amounts(source: string): readonly (readonly unknown[])[] {
  const { rows, unit } = block(source)
  return rows.map(row =>
    row.map(cell => {
      const reading = readPasted(cell, amountFormat, unit)
      if ('refused' in reading) return reading.refused.kind
      return reading.converted ? `${reading.value}*` : reading.value
    }),
  )
}

describe('text of a spreadsheet', () => {
  it('is rows of cells, and its last line end begins no row', () => {
    expect(texts('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(texts('a\rb')).toEqual([['a'], ['b']])
    expect(texts('a')).toEqual([['a']])
    expect(texts('a\n\nb\n')).toEqual([['a'], [''], ['b']])
  })

  it('has cells in quotation marks where they hold tabs, line ends or quotation marks', () => {
    expect(texts('"två\nrader"\t"en\ttabb"\n"säger ""hej"""\tslut\n')).toEqual([
      ['två\nrader', 'en\ttabb'],
      ['säger "hej"', 'slut'],
    ])
  })

  it('has quotation marks of its own where they do not go around the cell', () => {
    expect(texts('"Lokus" projekt\t5"\n"öppet\t7')).toEqual([
      ['"Lokus" projekt', '5"'],
      ['"öppet', '7'],
    ])
  })

  it('has empty cells where rows are shorter, or are all empty', () => {
    expect(texts('a\tb\tc\n\nd\n')).toEqual([
      ['a', 'b', 'c'],
      ['', '', ''],
      ['d', '', ''],
    ])
    expect(texts('\t\n\t\n')).toEqual([
      ['', ''],
      ['', ''],
    ])
    expect(texts('')).toEqual([['']])
  })
})

describe('a table of a spreadsheet or of Word', () => {
  it('is read before the text beside it, with the lines of a cell as one', () => {
    expect(
      texts(
        '<table><tbody><tr><td><p>Processledare/</p><p>samordnare</p></td><td>3 690&nbsp;000</td></tr>' +
          '<tr><td>Resor<br>och\n  logi</td></tr></tbody></table>',
      ),
    ).toEqual([
      ['Processledare/ samordnare', '3 690\u00a0000'],
      ['Resor och logi', ''],
    ])
  })

  it('has merged cells that say what they say in their corner, and keeps the columns of the others', () => {
    expect(
      texts(
        '<table><tr><td colspan=2 rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr>' +
          '<tr><td>3</td><td rowspan=9>4</td><td>5</td></tr><tr><td>6</td><td>7</td></tr></table>',
      ),
    ).toEqual([
      ['A', '', '1'],
      ['', '', '2'],
      ['3', '4', '5'],
      ['6', '', '7'],
    ])
  })

  it('has neither the rows of a table within a cell nor the row of widths that Excel ends with', () => {
    expect(
      texts(
        '<table><tr><td>a<table><tr><td>inner</td></tr></table></td><td>b</td></tr>' +
          '<tr style="display:none"><td></td><td></td></tr></table>',
      ),
    ).toEqual([['ainner', 'b']])
  })

  it('is text where there is none', () => {
    const read = readBlock({ text: '1\t2', html: html('<p>1 2</p>') })
    expect(read).toMatchObject({ rows: [[{ text: '1' }, { text: '2' }]] })
  })

  it('gives the number behind what cannot be read in one way', () => {
    expect(
      amounts('<table><tr><td sdval="10256">10.256</td><td x:num="3690000">#######</td></tr></table>'),
    ).toEqual([[10_256, 3_690_000]])
    expect(amounts('<table><tr><td>10.256</td><td sdval="1540.4">1 540</td></tr></table>')).toEqual([
      ['grouping', 1540],
    ])
  })
})

describe('amounts', () => {
  it('are read as officials write them', () => {
    expect(amounts('3 690 000\t3\u00a0690\u00a0000 kr\t3.690.000:-\t3690000,00\t\n')).toEqual([
      [3_690_000, 3_690_000, 3_690_000, 3_690_000, null],
    ])
    expect(amounts('1 540,4 tkr\t10,3 mkr\t131 tkr')).toEqual([['1540400*', '10300000*', '131000*']])
  })

  it('are nothing where a spreadsheet shows a dash for it', () => {
    expect(amounts('-\t–\t -   kr ')).toEqual([[0, 0, 0]])
  })

  it('are refused one by one, with the reason, and the others are read', () => {
    expect(amounts('-500\t12,50\t1 540,4\nSumma\t10.256\t9 999 999 999 999\t100')).toEqual([
      ['negative', 'ore', 'thousandsOrKronor', null],
      ['notAnAmount', 'grouping', 'tooLarge', 100],
    ])
  })
})

describe('a heading that says thousands', () => {
  it('is reckoned with, and says so: 1 540,4 is 1 540 400 kr', () => {
    const source = 'Kostnader i tkr\t1 540,4\nHyra\t1 200 kr\nTelefon\t26\n'
    expect(block(source).unit).toEqual({ said: 'tkr', taken: 'asSaid' })
    expect(amounts(source).map(([, amount]) => amount)).toEqual(['1540400*', 1200, '26000*'])
  })

  it('is passed over, and says so, over amounts that can only be kronor', () => {
    const source = 'Fördelning per år, tkr\t\n878 000\t907 000\n26\t0\n'
    expect(block(source).unit).toEqual({ said: 'tkr', taken: 'kronor' })
    expect(amounts(source)).toEqual([
      [878_000, 907_000],
      [26, 0],
    ])
  })

  it('is known in brackets and as millions, but not in an amount, nor when there are two', () => {
    expect(block('Lön (tkr)\t5').unit?.said).toBe('tkr')
    expect(block('Budget i tkr\t\nLön\t5\n').rows.map(row => row.map(({ text }) => text))).toEqual([
      ['Lön', '5'],
    ])
    expect(block('mkr\t5,5').unit).toEqual({ said: 'mkr', taken: 'asSaid' })
    expect(block('500 tkr\t5').unit).toBeNull()
    expect(block('Hyra 500 tkr\t5').unit).toBeNull()
    expect(block('Kostnader i tkr\tmkr').unit).toBeNull()
    expect(block('Kostnader i kronor\t5').unit).toBeNull()
  })
})

it('other cells are read as what they are', () => {
  const { rows, unit } = block('Resor\t250101\t31/31')
  const [label, from, to] = rows[0] ?? []
  if (!label || !from || !to) throw new Error('Three cells')
  expect(readPasted(label, lineFormat(500), unit)).toEqual({ value: 'Resor' })
  expect(readPasted(from, dayFormat, unit)).toEqual({ value: '2025-01-01' })
  expect(readPasted(to, dayFormat, unit)).toEqual({ refused: { kind: 'notADay' } })
})

it('a whole sheet that somebody selected by mistake is not taken', () => {
  const read = (rows: number) => readBlock({ text: '1\t2\n'.repeat(rows), html: null })
  expect(read(mostPastedCells / 2)).not.toBe('tooMuch')
  expect(read(mostPastedCells / 2 + 1)).toBe('tooMuch')
})

it('a small table that says that its cells span millions is too much, and is said to be so at once', () => {
  const row = `<tr>${'<td colspan=200 rowspan=200>5</td>'.repeat(20)}</tr>`
  const bomb = html(`<table>${row.repeat(200)}</table>`)
  const asked = performance.now()
  expect(readBlock({ text: '', html: bomb })).toBe('tooMuch')
  expect(performance.now() - asked).toBeLessThan(1_000)
})
