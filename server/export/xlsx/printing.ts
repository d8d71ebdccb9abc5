import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import { headRows, type WrittenSheet } from './SheetRows.ts'
import type { WorkbookFeature } from './WorkbookFeature.ts'

const sheetFile = 'xl/worksheets/sheet{id}.xml'

/**
 * Hides what only our import reads, and sets up the printing, for which the library has no words: on as many sheets of
 * A4 as it takes downwards but one across, the headings again on each, with the page's number and the sheet's name.
 */
export function printing(sheets: readonly WrittenSheet[]): WorkbookFeature {
  return {
    files: {
      transform: {
        [sheetFile]: {
          transformElementAttributes: (tag, attributes, index) => {
            if (tag === 'col' && index === 0) return { ...attributes, hidden: 1 }
            if (tag === 'row' && index === headRows - 1) return { ...attributes, hidden: 1 }
            if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 }
            return attributes
          },
          transform: xml => {
            const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? []
            const withFit = insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              order,
              'worksheet',
            )
            return insertElementMarkupAccordingToOrderOfSiblings(
              withFit,
              '<headerFooter><oddFooter>&amp;L&amp;A&amp;RSida &amp;P av &amp;N</oddFooter></headerFooter>',
              order,
              'worksheet',
            )
          },
        },
        'xl/workbook.xml': {
          transform: xml => {
            const titles = sheets.map(({ tab }, index) => {
              const rows = sanitizeTextContent(`'${tab}'!$4:$5`)
              return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${rows}</definedName>`
            })
            const names = findElement(xml, 'definedNames')
            if (!names) throw new Error('The workbook has no place for names')
            return replaceElement(xml, names, `<definedNames>${titles.join('')}</definedNames>`)
          },
        },
      },
    },
  }
}
