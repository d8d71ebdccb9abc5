import { strToU8, type Zippable, zipSync } from 'fflate'

/** The parts of a workbook of one sheet, to be changed by what a test is about. */
export function parts(sheet: string): Record<string, string> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  }
}

/** A sheet with these rows of XML in it. */
export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return new Uint8Array(zipSync(entries))
}

/** Where the directory of a zip lists its first part, whose lies can then be written. */
export function directoryAt(zip: Uint8Array): number {
  return new DataView(zip.buffer).getUint32(zip.length - 22 + 16, true)
}

/** Writes 4 bytes into a copy. */
export function with32(zip: Uint8Array, at: number, value: number): Uint8Array<ArrayBuffer> {
  const changed = new Uint8Array(zip)
  new DataView(changed.buffer).setUint32(at, value, true)
  return changed
}

/** A workbook of so many cells with words that are all different, which packs no better than those of people. */
export function manyCells(count: number): Uint8Array<ArrayBuffer> {
  let drawn = 1
  const cell = () => {
    drawn = (drawn * 48_271) % 2_147_483_647
    return `<c t="inlineStr"><is><t>ord ${drawn.toString(36)}</t></is></c>`
  }
  const rows = Array.from(
    { length: count / 100 },
    () => `<row>${Array.from({ length: 100 }, cell).join('')}</row>`,
  )
  return zipped(parts(sheetXml(rows.join(''))))
}
