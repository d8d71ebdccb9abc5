import { describe, expect, it } from 'vitest'
import { type FileFault, FileRefused } from '../../../../server/import/office/FileRefused.ts'
import { recogniseBudget } from '../../../../server/import/xlsx/budget/recogniseBudget.ts'
import { workbookLimits } from '../../../../server/import/xlsx/limits.ts'
import { readWorkbook } from '../../../../server/import/xlsx/workbook/readWorkbook.ts'
import { detailed2024, xlsx } from './seedSheets.ts'
import { directoryAt, parts, sheetXml, with32, zipped } from './zips.ts'

/** How a file is refused; null when it is read. */
function refusal(bytes: Uint8Array): FileFault | null {
  try {
    recogniseBudget(readWorkbook(bytes))
    return null
  } catch (fault) {
    if (fault instanceof FileRefused) return fault.kind
    throw fault
  }
}

const text = (words: string) => new TextEncoder().encode(words)
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const sheet = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>')

describe('what is no workbook', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', text('')],
    ['a list with semicolons', text('Kostnad;Belopp\nResor;40000\n')],
    ['a PDF', text('%PDF-1.7\n')],
    ['a page', text('<html><table><tr><td>1</td></tr></table></html>')],
    ['the old format', Uint8Array.from([...oldOffice, ...Array<number>(512).fill(0)])],
    [
      'a workbook of LibreOffice',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    [
      'a Word file',
      zipped({
        ...parts(sheet),
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      }),
    ],
    [
      'the binary format',
      zipped({
        ...parts(sheet),
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.main"/></Types>',
      }),
    ],
  ])('such as %s', (_what, bytes) => {
    expect(refusal(bytes)).toBe('otherKind')
  })
})

describe('a file that is locked', () => {
  it('by Excel, is said to be', () => {
    const name = Buffer.from('EncryptedPackage', 'utf16le')
    expect(refusal(Uint8Array.from([...oldOffice, ...Array<number>(504).fill(0), ...name]))).toBe('locked')
  })

  it('as a zip, is said to be', () => {
    const zip = zipped(parts(sheet))
    expect(refusal(with32(zip, directoryAt(zip) + 8, 1))).toBe('locked')
  })
})

describe('a file with macros', () => {
  const contentTypes = parts(sheet)['[Content_Types].xml'] ?? ''

  it('is known by its own type, whatever it is called', () => {
    const macros = contentTypes.replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    )
    expect(refusal(zipped({ ...parts(sheet), '[Content_Types].xml': macros }))).toBe('macros')
  })

  it.each([
    'xl/vbaProject.bin',
    'XL/VBAPROJECT.BIN',
    'xl/macrosheets/sheet1.xml',
    'other/vbaProjectSignature.bin',
  ])('is known by %s in it', name => {
    expect(refusal(zipped({ ...parts(sheet), [name]: 'x' }))).toBe('macros')
  })

  it('of the kind before there was VBA is known too', () => {
    const relations = (parts(sheet)['xl/_rels/workbook.xml.rels'] ?? '').replace(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet',
      'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet',
    )
    expect(refusal(zipped({ ...parts(sheet), 'xl/_rels/workbook.xml.rels': relations }))).toBe('macros')
  })
})

describe('a file that grows', () => {
  it('a thousandfold is refused by what it says of itself', () => {
    expect(refusal(zipped({ ...parts(sheet), 'xl/bomb.xml': new Uint8Array(5_000_000) }))).toBe('large')
  })

  it('more than it says is stopped when it does', () => {
    const files = { 'a.bin': new Uint8Array(900_000), ...parts(sheet) }
    const zip = zipped({ '[Content_Types].xml': ' '.repeat(900_000), ...files })
    // It says that it is ten bytes.
    expect(refusal(with32(zip, directoryAt(zip) + 24, 10))).toBe('large')
  })

  it('to more than the limit in all is refused though no part does', () => {
    const part = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 7919 + (index >> 8)) & 0xff)
    const many = Object.fromEntries(Array.from({ length: 53 }, (_, index) => [`xl/part${index}.bin`, part]))
    expect(refusal(zipped({ ...parts(sheet), ...many }))).toBe('large')
  })

  it('to more parts than a workbook has is refused', () => {
    const many = Object.fromEntries(
      Array.from({ length: workbookLimits.entries + 1 }, (_, index) => [`${index}.xml`, '']),
    )
    expect(refusal(zipped({ ...parts(sheet), ...many }))).toBe('large')
  })

  it('to more cells than a budget has is refused', () => {
    const row = (number: number) => `<row r="${number}">${'<c><v>1</v></c>'.repeat(100)}</row>`
    const rows = Array.from({ length: workbookLimits.cells / 100 + 1 }, (_, index) => row(index + 1))
    expect(refusal(zipped(parts(sheetXml(rows.join('')))))).toBe('large')
  })
})

describe('a file that is damaged', () => {
  it('anywhere is refused, and never read as something else', async () => {
    const whole = await xlsx(detailed2024())
    const directory = directoryAt(whole)
    const wrong: string[] = []
    // The names and sizes, and the packed bytes of some parts.
    for (let at = 0; at < whole.length; at += 97) {
      const changed = new Uint8Array(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      const kind = refusal(changed)
      const isNoted = ['damaged', 'otherKind', 'locked', 'large']
      // Times, versions and local names do not matter, and are not looked at.
      if (kind !== null && !isNoted.includes(kind)) wrong.push(`${at}: ${kind}`)
      if (kind === null)
        expect(recogniseBudget(readWorkbook(changed))).toEqual(recogniseBudget(readWorkbook(whole)))
    }
    expect(wrong).toEqual([])
    expect(directory).toBeGreaterThan(0)
  })

  it('by being cut off is refused', async () => {
    const whole = await xlsx(detailed2024())
    for (const length of [100, whole.length / 2, whole.length - 30, whole.length - 1].map(Math.floor)) {
      expect(refusal(whole.slice(0, length))).toBe('damaged')
    }
  })

  it.each<[string, Record<string, string>]>([
    ['a part that leads out of it', { '../../etc/passwd': 'x' }],
    ['a part from the root', { '/xl/other.xml': 'x' }],
    ['no sheet where it says there is one', { 'xl/worksheets/sheet1.xml': '' }],
    ['XML that is none', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData></worksheet>' }],
    ['text that is not UTF-8', { 'xl/workbook.xml': '\ud800' }],
    ['rows that no sheet has', { 'xl/worksheets/sheet1.xml': sheetXml('<row r="9999999"/>') }],
    ['ranges that are none', { 'xl/worksheets/sheet1.xml': sheetXml('', '<mergeCell ref="A0:"/>') }],
  ])('by %s', (_what, changed) => {
    const kind = refusal(zipped({ ...parts(sheet), ...changed }))
    expect(['damaged', 'nothing']).toContain(kind)
  })

  it('by two parts of one name is refused', () => {
    const zip = zipped({ 'a.xml': 'x', 'A.xml': 'y', ...parts(sheet) })
    expect(refusal(zip)).toBe('damaged')
  })

  it('by parts that share their bytes is refused', () => {
    const zip = zipped({ 'a.bin': text('abc'), 'b.bin': text('def'), ...parts(sheet) })
    const second = directoryAt(zip) + 46 + 'a.bin'.length
    // The second says that it stands where the first does.
    expect(refusal(with32(zip, second + 42, 0))).toBe('damaged')
  })
})

describe('XML that is made to hurt', () => {
  const withSheet = (xml: string) => zipped(parts(xml))
  const laughs = `<!DOCTYPE x [<!ENTITY a "haha">${Array.from('bcdefghij', (letter, index) => `<!ENTITY ${letter} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]>`

  it.each<[string, string]>([
    [
      'a billion laughs',
      `${laughs}<worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>`,
    ],
    [
      'a file of the server',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>',
    ],
    ['a DTD of somebody else', '<!DOCTYPE x SYSTEM "http://169.254.169.254/x.dtd"><worksheet/>'],
    ['an entity that nobody has defined', '<worksheet>&unknown;</worksheet>'],
    ['a hundred levels', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['a hundred thousand levels', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`],
    ['a prefix twice', '<worksheet a="1" a="2"/>'],
  ])('by %s is refused', (_what, xml) => {
    expect(refusal(withSheet(xml))).toBe('damaged')
  })

  it('by names that every object has is read as nothing', () => {
    const xml = sheetXml('<row r="1" __proto__="x" constructor="y"><c r="__proto__" t="toString"/></row>')
    expect(refusal(withSheet(xml))).toBe('nothing')
  })
})

describe('a workbook without a budget', () => {
  it.each<[string, (readonly (string | number | null)[])[]]>([
    ['empty', []],
    [
      'of something else',
      [
        ['Namn', 'Telefon'],
        ['Arne', 123],
        ['Summa', 5],
      ],
    ],
    [
      'with headings alone',
      [
        ['LÖNEKOSTNAD', null, 'Huvudinsatsägare'],
        ['SUMMA LÖNEKOSTNAD', null, 0],
      ],
    ],
  ])('%s is refused', async (_what, rows) => {
    expect(refusal(await xlsx({ name: 'Blad', rows }))).toBe('nothing')
  })
})
