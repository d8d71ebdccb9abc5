import type { Text } from '../text.ts'

/** English words of the room `download`. */
export const files: Text['files'] = {
  download: 'Download',
  word: 'The application as Word',
  wordHelp: 'To hand in, or to go on writing in',
  wordWithComments: 'The application as Word, with comments',
  wordWithCommentsHelp: 'The comments that you see, in the margin',
  pdfArchive: 'PDF for archives (PDF/A)',
  pdfArchiveHelp: 'To sign, to file and to keep',
  pdfReaders: 'PDF for screen readers (PDF/UA)',
  pdfReadersHelp: 'To listen to and find one’s way in without seeing',
  workbook: 'The budget as Excel',
  workbookHelp: 'With formulas, to go on calculating in',

  blankForm: form => `Download ${form}, empty`,
  blankWord: 'The empty form as Word',
  blankWordHelp: 'To fill in on your own',
  blankPdfHelp: 'To print and to keep',

  compilation: 'Download the compilation',
  compilationWord: 'The compilation as Word',
  compilationWordHelp: 'To go on writing in',
  compilationPdfHelp: 'To file and to keep',
  compilationTable: 'The compilation as a table (CSV)',
  compilationTableHelp: 'To open in Excel and sort',

  fetching: 'Fetching the file …',
  onItsWay: '(on its way …)',
  fetched: name => `The file is here: ${name}`,
  failed: why => `The file did not come. ${why}`,
}
