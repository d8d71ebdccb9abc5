/** Words of the files that an ansökan, a form and a sammanställning are fetched as. */
export const files = {
  download: 'Hämta',
  word: 'Ansökan som Word',
  wordHelp: 'Att skicka in, eller arbeta vidare med',
  wordWithComments: 'Ansökan som Word, med kommentarer',
  wordWithCommentsHelp: 'De kommentarer som du ser, i marginalen',
  pdfArchive: 'PDF för arkiv (PDF/A)',
  pdfArchiveHelp: 'Att skriva under, diarieföra och spara',
  pdfReaders: 'PDF för skärmläsare (PDF/UA)',
  pdfReadersHelp: 'Att lyssna på och ta sig fram i utan att se',
  workbook: 'Budgeten som Excel',
  workbookHelp: 'Med formler, att räkna vidare i',

  blankForm: (form: string) => `Hämta ${form} tom`,
  blankWord: 'Tom blankett som Word',
  blankWordHelp: 'Att fylla i på egen hand',
  blankPdfHelp: 'Att skriva ut och spara',

  compilation: 'Hämta sammanställningen',
  compilationWord: 'Sammanställning som Word',
  compilationWordHelp: 'Att arbeta vidare med',
  compilationPdfHelp: 'Att diarieföra och spara',
  compilationTable: 'Sammanställning som tabell (CSV)',
  compilationTableHelp: 'Att öppna i Excel och sortera',

  fetching: 'Hämtar filen …',
  onItsWay: '(hämtas …)',
  fetched: (name: string) => `Filen är hämtad: ${name}`,
  failed: (why: string) => `Filen hämtades inte. ${why}`,
}
