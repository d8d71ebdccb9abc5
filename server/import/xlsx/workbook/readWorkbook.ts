import { workbookLimits } from '../limits.ts'
import { WorkbookRefused } from '../refuseWorkbook.ts'
import { readXml } from '../xml/readXml.ts'
import { Zip } from '../zip/Zip.ts'
import { numberLooks } from './numberLooks.ts'
import { readSheet, type SheetSurroundings } from './readSheet.ts'
import type { Sheet, Workbook } from './Sheet.ts'
import { sharedTexts } from './sharedTexts.ts'
import { requireWorkbook } from './whatFile.ts'

/**
 * Reads the cells of an .xlsx file. Nothing in it is run or computed, and no link in it is followed. Throws
 * `WorkbookRefused` for every file that is not one, or not one that is read.
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  requireWorkbook(bytes)
  const zip = new Zip(bytes)
  const book = partsOf(zip)
  requireNoMacros(zip)
  const named = readBook(required(zip, book))
  const related = relations(zip, book)
  const partOfType = (type: string) => {
    const target = [...related.values()].find(relation => relation.type === type)?.target
    return target === undefined ? null : required(zip, target)
  }
  if ([...related.values()].some(({ type }) => /macrosheet$/i.test(type))) {
    throw new WorkbookRefused('macroWorkbook')
  }
  const around: SheetSurroundings = {
    texts: sharedTexts(partOfType('sharedStrings')),
    looks: numberLooks(partOfType('styles')),
    cellsLeft: workbookLimits.cells,
  }
  const sheets = named.sheets.flatMap(({ name, isHidden, relation }): Sheet[] => {
    const part = related.get(relation)
    if (part?.type !== 'worksheet') return []
    return [{ name, isHidden, ...readSheet(required(zip, part.target), around) }]
  })
  const hasExternalLinks = zip.names.some(name => name.startsWith('xl/externallinks/'))
  return { sheets, from1904: named.from1904, hasExternalLinks }
}

const spreadsheet = /spreadsheetml\.(?:sheet|template)\.main\+xml$/i

/** Path of the part that lists the sheets. */
function partsOf(zip: Zip): string {
  const types = zip.read('[content_types].xml')
  if (types === null) throw new WorkbookRefused('notAWorkbook')
  let hasMacros = false
  let isSpreadsheet = false
  readXml(types, {
    begin(_name, attribute) {
      const type = attribute('ContentType') ?? ''
      if (/macroEnabled|vbaProject|macrosheet/i.test(type)) hasMacros = true
      if (spreadsheet.test(type)) isSpreadsheet = true
    },
  })
  if (hasMacros) throw new WorkbookRefused('macroWorkbook')
  if (!isSpreadsheet) throw new WorkbookRefused('notAWorkbook')
  const root = [...relations(zip, '').values()].find(({ type }) => type === 'officeDocument')
  if (!root) throw new WorkbookRefused('damagedWorkbook')
  return root.target
}

function requireNoMacros(zip: Zip): void {
  if (zip.names.some(name => /vbaproject|^xl\/macrosheets\//.test(name))) {
    throw new WorkbookRefused('macroWorkbook')
  }
}

interface Relation {
  /** Last word of its type, `worksheet` say. */
  readonly type: string
  /** Path of the part within the file. */
  readonly target: string
}

/** What a part refers to within the file, by id. What lies outside it is left out. */
function relations(zip: Zip, part: string): ReadonlyMap<string, Relation> {
  const stroke = part.lastIndexOf('/') + 1
  const folder = part.slice(0, stroke)
  const list = zip.read(`${folder}_rels/${part.slice(stroke)}.rels`)
  const found = new Map<string, Relation>()
  if (list === null) return found
  readXml(list, {
    begin(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return
      const target = attribute('Target') ?? ''
      const type = (attribute('Type') ?? '').split('/').at(-1) ?? ''
      found.set(attribute('Id') ?? '', {
        type,
        target: target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`,
      })
    },
  })
  return found
}

function readBook(part: Uint8Array) {
  const sheets: { readonly name: string; readonly isHidden: boolean; readonly relation: string }[] = []
  let from1904 = false
  readXml(part, {
    begin(name, attribute) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      if (sheets.length >= workbookLimits.sheets) throw new WorkbookRefused('largeWorkbook')
      sheets.push({
        name: (attribute('name') ?? '').slice(0, 100),
        isHidden: (attribute('state') ?? 'visible') !== 'visible',
        relation: attribute('id') ?? '',
      })
    },
  })
  return { sheets, from1904 }
}

function required(zip: Zip, name: string): Uint8Array {
  const part = zip.read(name)
  if (part === null) throw new WorkbookRefused('damagedWorkbook')
  return part
}
