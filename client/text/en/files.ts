import type { Text } from '../text.ts'

/** English words of the room `export`. */
export const files: Text['files'] = {
  download: 'Download',
  word: 'The application as Word',
  wordWithComments: 'The application as Word, with comments',
  workbook: 'The budget as Excel',
}
