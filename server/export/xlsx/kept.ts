import { sanitizeTextContent } from 'write-excel-file/utility'
import { escaped } from './cells.ts'
import type { WrittenSheet } from './SheetRows.ts'
import type { WorkbookFeature } from './WorkbookFeature.ts'

const formulaCell = /<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g

/**
 * Writes what formulas come to beside them, which the library cannot: some viewers, and previews of mail, do not
 * calculate. A program that does is asked to do so at once.
 */
export function keptResults(sheets: readonly WrittenSheet[]): WorkbookFeature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            xml.replaceAll(formulaCell, (_cell, at: string, attributes: string, formula: string) => {
              const result = sheets[sheetIndex]?.comesTo.get(at)
              if (result === undefined) throw new Error(`Nobody knows what the formula in ${at} comes to`)
              const type = typeof result === 'string' ? ' t="str"' : ''
              const value = typeof result === 'string' ? sanitizeTextContent(escaped(result)) : result
              return `<c r="${at}"${attributes}${type}><f>${formula}</f><v>${value}</v></c>`
            }),
        },
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'calcPr' ? { ...attributes, fullCalcOnLoad: 1 } : attributes,
        },
      },
    },
  }
}
