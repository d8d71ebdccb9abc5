/** Swedish words of the room `editor`. */
export const editor = {
  placeholder: 'Skriv här',
  /** Read once on entering the text. */
  hint: 'Tabb flyttar in i listor och tabeller. Tryck Esc och sedan Tabb för att lämna texten, Alt+F10 för verktygsraden.',

  toolbar: {
    name: 'Verktyg för texten',
    blockStyle: 'Styckets stil',
    bold: 'Fet',
    italic: 'Kursiv',
    bullet: 'Punktlista',
    number: 'Numrerad lista',
    indent: 'Flytta in',
    outdent: 'Flytta ut',
    link: 'Länk',
    footnote: 'Fotnot',
    figure: 'Bild',
    table: 'Tabell',
    comment: 'Kommentera',
    undo: 'Ångra',
    redo: 'Gör om',
  },

  level: { 0: 'Text', 1: 'Underrubrik 1', 2: 'Underrubrik 2' },
  list: { bullet: 'Punktlista', number: 'Numrerad lista' },
  listAtStep: (list: string, step: number) => `${list}, nivå ${step}`,
  /** Said aloud after a change of look. */
  on: (look: string) => `${look} på`,
  off: (look: string) => `${look} av`,
  undone: 'Ångrat',
  redone: 'Gjort om',

  tables: {
    insert: 'Infoga tabell',
    addRowBefore: 'Infoga rad ovanför',
    addRowAfter: 'Infoga rad under',
    addColumnBefore: 'Infoga kolumn till vänster',
    addColumnAfter: 'Infoga kolumn till höger',
    deleteRow: 'Ta bort rad',
    deleteColumn: 'Ta bort kolumn',
    toggleHeaderRow: 'Rubrikrad',
    deleteTable: 'Ta bort tabell',
  },

  link: {
    title: 'Länk',
    address: 'Adress',
    help: 'En webbadress (https), en e-postadress eller ett telefonnummer.',
    notALink:
      'Det går inte att länka dit. Skriv en adress som börjar med https://, en e-postadress eller ett telefonnummer.',
    save: 'Spara länken',
    remove: 'Ta bort länken',
    close: 'Avbryt',
  },

  /** A sum of the budget in running text. */
  budgetFigure: {
    insert: 'Infoga belopp ur budgeten',
    sums: {
      sought: 'Söks av Samordningsförbundet',
      own: 'Egenfinansiering',
      grand: 'Total kostnad',
    },
    inYear: (year: string) => `Söks för ${year}`,
    choice: (name: string, amount: string) => `${name}: ${amount}`,
    /** Said after the amount to those who listen. */
    source: ', ur budgeten',
    noAmounts: '(belopp saknas i budgeten)',
    noYear: (year: string) => `(år ${year} finns inte i budgeten)`,
  },

  figure: {
    caption: 'Skriv en bildtext',
    missingAlt: 'Bilden saknar beskrivning för den som inte ser den.',
    writeAlt: 'Beskriv bilden',
    changeAlt: 'Ändra beskrivningen',
    title: 'Beskriv bilden',
    alt: 'Vad bilden visar',
    altHelp: 'Läses upp för den som inte ser bilden. Skriv det som bilden ska säga, inte att det är en bild.',
    save: 'Spara beskrivningen',
    close: 'Avbryt',
    uploading: (fileName: string) => `Laddar upp ${fileName} …`,
    tooLarge: (fileName: string) =>
      `${fileName} är för stor. En bild får vara högst 10 MB. Gör den mindre och försök igen.`,
    notAnImage: (fileName: string) =>
      `${fileName} är en sorts bild som inte kan användas. Spara den som PNG eller JPEG och försök igen.`,
    notUploaded: (fileName: string, why: string) => `${fileName} kom inte med. ${why}`,
    lost: (count: number) =>
      count === 1
        ? 'En bild kom inte med. Kopiera den för sig och klistra in den, eller lägg in den som fil.'
        : `${count} bilder kom inte med. Kopiera dem en och en och klistra in dem, eller lägg in dem som filer.`,
  },
}
