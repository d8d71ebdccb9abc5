/** Words of the files that an ansökan is fetched as. */
export const files = {
  download: 'Hämta',
  word: 'Ansökan som Word',
  wordWithComments: 'Ansökan som Word, med kommentarer',
  workbook: 'Budgeten som Excel',
}
