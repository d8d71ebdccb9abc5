import { FileRefused } from '../../office/FileRefused.ts'
import { readXml } from '../../office/readXml.ts'
import { relations } from '../../office/relations.ts'
import { requireZip } from '../../office/requireZip.ts'
import { Zip } from '../../office/Zip.ts'
import { workbookLimits } from '../limits.ts'
import { numberLooks } from './numberLooks.ts'
import { readSheet, type SheetSurroundings } from './readSheet.ts'
import type { Sheet, Workbook } from './Sheet.ts'
import { sharedTexts } from './sharedTexts.ts'

/**
 * Reads the cells of an .xlsx file. Nothing in it is run or computed, and no link in it is followed. Throws
 * `FileRefused` for every file that is not one, or not one that is read.
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  requireZip(bytes)
  const zip = new Zip(bytes, workbookLimits)
  const book = partsOf(zip)
  requireNoMacros(zip)
  const named = readBook(required(zip, book))
  const related = relations(zip, book, workbookLimits)
  const partOfType = (type: string) => {
    const target = [...related.values()].find(
      relation => !relation.isExternal && relation.type === type,
    )?.target
    return target === undefined ? null : required(zip, target)
  }
  if ([...related.values()].some(({ type }) => /macrosheet$/i.test(type))) {
    throw new FileRefused('macros')
  }
  const around: SheetSurroundings = {
    texts: sharedTexts(partOfType('sharedStrings')),
    looks: numberLooks(partOfType('styles')),
    cellsLeft: workbookLimits.cells,
  }
  const sheets = named.sheets.flatMap(({ name, isHidden, relation }): Sheet[] => {
    const part = related.get(relation)
    if (part?.type !== 'worksheet' || part.isExternal) return []
    return [{ name, isHidden, ...readSheet(required(zip, part.target), around) }]
  })
  const hasExternalLinks = zip.names.some(name => name.startsWith('xl/externallinks/'))
  return { sheets, from1904: named.from1904, hasExternalLinks }
}

const spreadsheet = /spreadsheetml\.(?:sheet|template)\.main\+xml$/i

/** Path of the part that lists the sheets. */
function partsOf(zip: Zip): string {
  const types = zip.read('[content_types].xml')
  if (types === null) throw new FileRefused('otherKind')
  let hasMacros = false
  let isSpreadsheet = false
  readXml(types, workbookLimits, {
    begin(_name, attribute) {
      const type = attribute('ContentType') ?? ''
      if (/macroEnabled|vbaProject|macrosheet/i.test(type)) hasMacros = true
      if (spreadsheet.test(type)) isSpreadsheet = true
    },
  })
  if (hasMacros) throw new FileRefused('macros')
  if (!isSpreadsheet) throw new FileRefused('otherKind')
  const root = [...relations(zip, '', workbookLimits).values()].find(
    ({ type, isExternal }) => !isExternal && type === 'officeDocument',
  )
  if (!root) throw new FileRefused('damaged')
  return root.target
}

function requireNoMacros(zip: Zip): void {
  if (zip.names.some(name => /vbaproject|^xl\/macrosheets\//.test(name))) {
    throw new FileRefused('macros')
  }
}

function readBook(part: Uint8Array) {
  const sheets: { readonly name: string; readonly isHidden: boolean; readonly relation: string }[] = []
  let from1904 = false
  readXml(part, workbookLimits, {
    begin(name, attribute) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      if (sheets.length >= workbookLimits.sheets) throw new FileRefused('large')
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
  if (part === null) throw new FileRefused('damaged')
  return part
}
