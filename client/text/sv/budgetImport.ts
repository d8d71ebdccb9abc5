import type { WorkbookNote, WorkbookNoteKind } from '../../../shared/http/budget.ts'
import { formatKronor } from '../../form/amount.ts'

const at = ({ sheet, cell }: Pick<WorkbookNote, 'sheet' | 'cell'>) =>
  cell === null ? (sheet === null ? '' : ` (bladet ${sheet})`) : ` (${sheet ?? ''}, cell ${cell})`

const quoted = (said: string | null) => (said === null ? '' : ` ”${said}”`)

const notes: Readonly<Record<WorkbookNoteKind, (note: WorkbookNote) => string>> = {
  hiddenSheetLeft: ({ sheet }) => `Bladet ${sheet} är dolt i filen och har inte lästs.`,
  otherSheetLeft: ({ sheet }) => `Bladet ${sheet} ser inte ut som en budget och har inte lästs.`,
  sheetOfSameKindLeft: ({ sheet }) =>
    `Bladet ${sheet} är av samma slag som ett blad före det och har inte lästs.`,
  externalLinks: () =>
    'Filen hämtar uppgifter från andra filer. De har inte hämtats; de tal som senast sparades i filen har lästs.',
  placeholderLeft: note => `${quoted(note.said).trim()} är inget namn och har inte lästs in${at(note)}.`,
  textNotTaken: note => `Här står${quoted(note.said)} där det ska vara ett belopp${at(note)}.`,
  faultNotTaken: note => `Här står felet ${note.said} i stället för ett belopp${at(note)}.`,
  formulaNotTaken: note =>
    `Här står en formel vars resultat inte finns i filen${at(note)}. Öppna filen i Excel, spara den och läs in den igen.`,
  outsideColumns: note => `Talet ${note.said} står inte i någon av budgetens kolumner${at(note)}.`,
  outsideRows: note => `Raden${quoted(note.said)} har belopp men står inte under någon rubrik${at(note)}.`,
  yearRowLeft: note =>
    `Raden${quoted(note.said)} finns bara på bladet med åren, och har inget belopp i den detaljerade budgeten${at(note)}.`,
  dayNotTaken: note => `Det${quoted(note.said)} gick inte att läsa som ett datum${at(note)}.`,
  percentNotTaken: note => `Det${quoted(note.said)} gick inte att läsa som procent${at(note)}.`,
  mergedAmount: note =>
    `Beloppet står i sammanslagna celler över flera rader. Det har lästs på den första${at(note)}.`,
  textCut: note => `Texten${quoted(note.said)} är för lång och har kortats${at(note)}.`,
  tkrMeansKronor: note =>
    `I filen står ”tkr”, men beloppen är så stora att de måste vara hela kronor. De har lästs som kronor${at(note)}.`,
  yearsInOtherUnit: note =>
    `Åren står i en annan enhet (kronor eller tusental) än raderna. De har räknats om${at(note)}.`,
  noUnit: note => `Det står inte i filen om beloppen är i kronor eller tusental kronor${at(note)}.`,
  figuresAsText: note =>
    `Belopp som är skrivna som text har lästs som tal, till exempel${quoted(note.said)}${at(note)}.`,
  percentGuessed: note =>
    `Tjänstens omfattning är skriven utan procenttecken, till exempel${quoted(note.said)}, och har lästs som andel av heltid${at(note)}.`,
  percentRounded: note => `Omfattningen ${note.said} % har avrundats till hela procent${at(note)}.`,
  dayGuessed: note => `Talet ${note.said} har lästs som ett datum${at(note)}.`,
  yearRowGuessed: note =>
    `Raden${quoted(note.said)} på bladet med åren heter något annat i den detaljerade budgeten. Den har parats ihop efter sin plats${at(note)}.`,
  summaryOnly: ({ sheet }) =>
    `Bara sammanställningen (${sheet}) har belopp. Varje parts belopp blir en rad som heter Övrigt.`,
}

/** Swedish words of reading a budget out of an Excel file. */
export const budgetImport = {
  open: 'Läs in från Excel…',
  title: 'Läs in budget från Excel',
  cancel: 'Avbryt',
  close: 'Stäng',
  file: 'Excelfil (.xlsx)',
  fileHelp:
    'En budget som är hämtad härifrån, eller ifylld på förbundets budgetmall. Inget ändras förrän du har sett vad som står i filen och valt Läs in.',
  tooLarge: 'Filen är större än 5 MB. Spara bara budgetens blad i en egen fil och försök igen.',
  empty: 'Filen är tom.',
  reading: (name: string) => `Läser ${name} …`,
  other: 'Välj en annan fil',
  limited:
    'Du får bara fylla i en del av budgeten. Av filen läses bara det in som står där du får skriva, på rader som redan finns.',

  readTitle: (name: string) => `Det här står i ${name}`,
  layouts: {
    samskriv: 'Filen är hämtad från Samskriv.',
    template: 'Filen följer budgetmallen.',
    summary: 'Filen är en budgetsammanställning.',
  },
  sheets: (names: readonly string[]) =>
    names.length === 1 ? `Bladet ${names[0]} har lästs.` : `Bladen ${names.join(', ')} har lästs.`,
  counts: (rows: number, amounts: number, years: number) =>
    `${rows === 1 ? 'En rad' : `${rows} rader`} med ${amounts === 1 ? 'ett belopp' : `${amounts} belopp`}${years === 0 ? '. Ingen fördelning på år' : ` och ${years} belopp per år`}.`,
  insats: (name: string) => `Insats enligt filen: ${name}.`,
  sought: 'Från Samordningsförbundet',
  own: 'Egenfinansiering',
  grand: 'Total kostnad',
  sumsAgree: 'Summorna i filen stämmer med raderna.',
  noSums: 'Filen har inga summor att jämföra med.',
  differences: 'Stämmer inte',
  differencesHelp: 'Raderna läses in, och summorna räknas ut på nytt.',

  unit: 'Är beloppen i kronor eller tusental kronor?',
  unitHelp: (example: string) => `Det går inte att se av filen. Till exempel står det ${example}.`,
  units: { kr: 'Hela kronor', tkr: 'Tusental kronor (tkr)' },
  unitGives: (total: number) => `Summan blir ${formatKronor(total)}`,
  chooseUnit: 'Välj först om beloppen är i kronor eller tusental kronor.',

  parties: 'Vilken kolumn är vilken part?',
  partiesHelp: 'Vi har föreslagit efter namn. Ändra där det blev fel.',
  columnIn: (name: string, kronor: number) => `”${name}” i filen, ${formatKronor(kronor)}`,
  unnamedColumn: (cell: string) => `Kolumn utan namn (${cell})`,
  roles: { owner: 'Huvudinsatsägare', partner: 'Delinsatsägare' },
  leaveOut: 'Läs inte in',
  unnamedParty: 'Part utan namn',
  sameParty: 'Två kolumner kan inte läsas in till samma part.',
  noParty: 'Ingen kolumn läses in. Välj en part för minst en av dem.',

  mode: 'Budgeten har redan belopp. Vad ska hända med dem?',
  modes: { replace: 'Ersätt dem med filens', add: 'Behåll dem, och lägg till filens rader' },
  modesHelp: {
    replace: 'Rader som inte finns i filen töms eller tas bort, för de parter som läses in.',
    add: 'Filens rader läggs på tomma rader eller nya. Åren för övriga kostnader läggs ihop.',
  },

  notTaken: 'Läses inte in',
  understood: 'Så har filen tolkats',
  moreNotes: (count: number) => `${count} anmärkningar till visas inte.`,
  untaken: {
    negative: 'Beloppet är under noll',
    fraction: 'Beloppet är inte hela kronor',
    tooLarge: 'Beloppet är för stort',
  },
  untakenAt: (why: string, value: string, sheet: string, cell: string) =>
    `${why}: ${value} (${sheet}, cell ${cell}).`,
  note: (note: WorkbookNote) => notes[note.kind](note),
  rowsNotMine: (count: number) =>
    count === 1
      ? 'En rad i filen finns inte i budgeten, och du får inte lägga till rader.'
      : `${count} rader i filen finns inte i budgeten, och du får inte lägga till rader.`,
  valuesNotMine: (count: number) =>
    count === 1 ? 'Ett värde står där du inte får skriva.' : `${count} värden står där du inte får skriva.`,

  readIn: 'Läs in',
  nothing: 'Det finns inget att läsa in: budgeten är redan som filen, eller så får du inte skriva där.',
  done: (values: number, rows: number, total: string) =>
    `Budgeten är inläst: ${values === 1 ? 'ett värde' : `${values} värden`}${rows === 0 ? '' : rows === 1 ? ' och en ny rad' : ` och ${rows} nya rader`}. Ni söker nu ${total}. Ångra tar tillbaka allt.`,
}
