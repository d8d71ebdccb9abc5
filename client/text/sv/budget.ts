import type { BudgetBlock } from '../../../shared/budget/BudgetTemplate.ts'

/** Swedish words of the room `budget`. What is printed in the workbook itself is of the form (`BudgetTemplate`). */
export const budget = {
  costType: 'Kostnadsslag',
  unnamedRow: 'Rad utan namn',
  rowName: (label: string, block: string) => `${label}, ${block}`,
  /** Where a row stands, said after what it is called. */
  blockWords: {
    salary: 'lönekostnader',
    premises: 'lokalkostnader',
    other: 'övriga kostnader',
    ownSalary: 'lönekostnader i egenfinansieringen',
    ownPremises: 'lokalkostnader i egenfinansieringen',
    ownOther: 'övriga kostnader i egenfinansieringen',
  } satisfies Record<BudgetBlock, string>,
  lineFrom: 'Från',
  lineTo: 'Till',
  amountOf: (party: string) => `Belopp för ${party}`,
  allOther: 'Övriga kostnader per år',
  unnamedParty: '(organisation saknas)',
  unit: 'kr',
  inKronorOnly: 'Alla belopp är i hela kronor.',
  inKronor: 'Alla belopp är i hela kronor. Summorna räknas ut medan ni skriver.',

  detailed: 'Detaljerad budget',
  addRowTo: {
    salary: 'Lägg till lönekostnad',
    premises: 'Lägg till lokalkostnad',
    other: 'Lägg till övrig kostnad',
    ownSalary: 'Lägg till lönekostnad',
    ownPremises: 'Lägg till lokalkostnad',
    ownOther: 'Lägg till övrig kostnad',
  },
  newRow: 'Ny rad',
  moveUp: 'Flytta upp',
  moveDown: 'Flytta ner',
  removeRow: 'Ta bort raden',
  rowMenu: (row: string) => `Mer om ${row}`,
  emptySalary: 'Tjänst',
  emptyCost: 'Kostnad',
  emptySpecification: 'Vad avses?',
  specification: 'Specifikation',
  specify: 'Skriv specifikation',
  specificationOf: (row: string) => `Specifikation av ${row}`,

  showOwn: 'Visa rader för egenfinansiering',
  hideOwn: 'Dölj rader för egenfinansiering',

  selected: (count: number, from: string, to: string) =>
    `${count} celler markerade, från ${from} till ${to}.`,
  selectedSum: (count: number, sum: string) => `${count} celler markerade, summa ${sum}`,
  computedWhy: 'Det här räknas ut av budgetens belopp och går inte att skriva i.',
  readOnly: 'Budgeten går inte att skriva i just nu.',
  cellNote: (column: string, words: string) => `${column}: ${words}`,
  keys: 'Tangenter',
  keysHelp: [
    'Skriv för att fylla i, Enter går nedåt och Tabb åt höger.',
    'F2 ändrar det som står, Esc ger tillbaka det, Delete tömmer.',
    'Ctrl+C och Ctrl+V kopierar och klistrar in, också till och från Excel.',
    'Skift och pilar markerar flera. Alt, skift och pil flyttar raden. Skift och F10 öppnar radens meny.',
    'Ctrl+Alt+M kommenterar cellen.',
  ],

  /** What became of a block from a spreadsheet. */
  paste: {
    title: 'Inklistrat',
    close: 'Stäng',
    undo: 'Ångra inklistringen',
    done: (count: number) => (count === 1 ? 'En cell är ändrad.' : `${count} celler är ändrade.`),
    nothing: 'Ingen cell är ändrad.',
    emptied: (count: number) =>
      count === 1
        ? 'En cell var tom i det inklistrade och är tömd.'
        : `${count} celler var tomma i det inklistrade och är tömda.`,
    asSaid: (unit: string) =>
      `En rubrik säger ${unit}, så belopp utan egen enhet är räknade som ${unit === 'tkr' ? 'tusental' : 'miljoner'} kronor.`,
    asKronor: (unit: string) =>
      `En rubrik säger ${unit}, men beloppen är så stora att de är tagna som hela kronor.`,
    converted: (count: number) =>
      count === 1 ? 'Ett belopp är omräknat till kronor.' : `${count} belopp är omräknade till kronor.`,
    notTaken: 'Det här kom inte med. De cellerna är som de var.',
    left: (row: string, column: string, text: string, why: string) => `${row}, ${column}: ”${text}”. ${why}`,
    computed: (amount: string) => `Det räknas ut och är ${amount}.`,
    noCell: 'Där finns inget att fylla i.',
    more: (count: number) => `Och ${count} till.`,
    outside: (count: number) =>
      count === 1
        ? 'En cell fick inte plats i tabellen och kom inte med. Lägg till rader om den ska med.'
        : `${count} celler fick inte plats i tabellen och kom inte med. Lägg till rader om de ska med.`,
    tooMuch: 'Det är för mycket för att klistra in. Markera bara det som hör till budgeten.',
  },

  asExcel: 'Ladda ned som Excel',

  amount: {
    fromBudget: 'Beloppet räknas ut ur budgeten.',
    none: 'Beloppet räknas ut ur budgeten, som inte har några belopp än.',
    toBudget: 'Till budgeten',
    fillIn: 'Fyll i budgeten',
    undistributed: 'Inte fördelat på år',
    tooMuch: 'Fördelat på år utöver beloppet',
    typedCounts: 'Beloppet är skrivet för hand. Det gäller tills budgeten har belopp.',
    putIn: 'Lägg in det i budgeten som Övrigt',
    putInDone: (amount: string) => `${amount} står nu i budgeten som Övrigt hos huvudinsatsägaren.`,
    otherwise: (typed: string) =>
      `Ett tidigare belopp är skrivet för hand: ${typed}. Budgeten säger något annat, och det är budgeten som gäller.`,
    drop: 'Ta bort det tidigare beloppet',
    dropDone: (typed: string) => `Det tidigare beloppet, ${typed}, är borttaget.`,
    takeBack: 'Ångra',
    takenBack: 'Det tidigare beloppet är tillbaka.',
  },

  /** Parties that write only in a column of their own. */
  limits: {
    choose: 'Begränsa parter till egna kolumner…',
    title: 'Begränsa parter till egna kolumner',
    help: 'En begränsad part fyller bara i beloppen i sin kolumn, och ändrar inga rader. Så länge någon är begränsad fördelar bara den som är ansvarig kostnaderna på år. Den som är ansvarig skriver överallt.',
    all: 'Obegränsad',
    none: 'Inga egna kolumner',
    gone: 'En kolumn som inte är kvar',
    onlyColumn: (column: string) => `Bara kolumnen ${column}`,
    save: 'Spara',
    saving: 'Sparar…',
    writesColumn: (party: string, column: string) =>
      party === column
        ? `${party} fyller bara i sin egen kolumn.`
        : `${party} fyller bara i kolumnen ${column}.`,
    writesNothing: (party: string) => `${party} fyller inte i något.`,
    writesGone: (party: string) => `${party} fyller inte i något: kolumnen är inte kvar i formuläret.`,
    youWriteColumn: (column: string) => `Ni fyller bara i kolumnen ${column}.`,
    youWriteNothing: 'Ni fyller inte i något.',
    youWriteGone: 'Ni fyller inte i något: er kolumn är inte kvar i formuläret.',
    decidedBy: (name: string, party: string, day: string) => `Bestämt av ${name}, ${party}, ${day}.`,
    lift: 'Häv begränsningen',
    liftIn: (heading: string) => `Häv begränsningen: ${heading}`,
    why: (mine: string, whom: string) => `${mine} Be ${whom} om något annat behöver ändras.`,
    whyYears: (whom: string) =>
      `Så länge någon part bara fyller i sin egen kolumn fördelar den som är ansvarig kostnaderna på år. Be ${whom} om något behöver ändras.`,
  },

  chart: {
    heading: 'Kostnad per år',
    caption: 'Kostnad att rekvirera per år, efter slag',
    empty: 'Här visas kostnaderna per år när budgeten har belopp.',
    kinds: { salary: 'Löner', premises: 'Lokaler', other: 'Övrigt' },
    barName: (year: number | null) => (year === null ? 'Inte fördelat på år' : String(year)),
    bar: (name: string, amount: string) => `${name}: ${amount}`,
    part: (name: string, kind: string, amount: string) => `${name}, ${kind}: ${amount}`,
    inWords: (bars: string) => `Staplar. ${bars}.`,
    tooMuch: (amount: string) =>
      `Åren säger ${amount} mer än raderna de hör till. Staplarna visar det som är skrivet på åren.`,
    asTable: 'Visa som tabell',
    when: 'År',
    sum: 'Summa',
  },

  summary: {
    heading: 'Budgetsammanställning',
    caption: 'Belopp per part, i kronor. Räknas ut ur budgeten.',
    party: 'Part',
  },

  years: {
    sheet: 'Fördelad över insatstid',
    left: 'Kvar att fördela',
    outside: (year: number) => `${year}, utanför insatstiden`,
    noPeriod: 'Åren visas när insatstiden har ett startdatum och ett slutdatum.',
    toPeriod: 'Till insatstiden',
    agrees: 'Åren stämmer med det som söks.',
    tooLittle: (amount: string) => `Åren är ${amount} mindre än det som söks.`,
    tooMuch: (amount: string) => `Åren är ${amount} mer än det som söks.`,
    notBegun: 'Inget är fördelat på år än.',
    distribute: 'Fördela på år…',
    takeBack: 'Ångra fördelningen',
    takenBack: 'Fördelningen är borttagen och det som stod där är tillbaka.',
  },

  distribute: {
    title: 'Fördela på år',
    cancel: 'Avbryt',
    distribute: 'Fördela',
    nothing:
      'Det finns inget att fördela. Fyll i belopp i den detaljerade budgeten och insatstidens start och slut.',
    which: 'Vilka rader?',
    all: 'Markera alla',
    undivided: 'Markera de som inte är fördelade',
    state: (amount: string, state: string) => `${amount}, ${state}`,
    isDivided: 'fördelad',
    isNotDivided: 'inte fördelad',
    leftToDivide: (amount: string) => `${amount} kvar att fördela`,
    dividedTooMuch: (amount: string) => `åren är ${amount} för mycket`,
    unnamed: (block: string, number: number) => `${block}, rad ${number}`,
    how: 'Hur?',
    ways: { months: 'Efter månader', even: 'Lika mycket varje år', increase: 'Med årlig ökning' },
    waysHelp: {
      months: 'Ett år med sex månader får hälften av ett helt år. Radens egen tidsperiod används.',
      even: 'Även om första eller sista året inte är helt.',
      increase: 'Efter månader, och varje år kostar mer än året före.',
    },
    percent: 'Ökning per år',
    notAnIncrease: 'Skriv ökningen i procent, från 0 till 100, till exempel 3,3.',
    result: 'Så här blir det',
    chooseRow: 'Välj minst en rad.',
    noChange: 'Raderna är redan fördelade så här.',
    replacesNothing: 'Åren är tomma och fylls i. Beloppen är hela tusental; resten läggs på sista året.',
    replaces: (rows: readonly string[]) => `${rows.join(', ')} har redan belopp på åren. De ersätts.`,
    row: 'Rad',
    sum: 'Summa',
    before: (amount: string) => `förut ${amount}`,
    done: (count: number) =>
      count === 1 ? 'En rad är fördelad på åren.' : `${count} rader är fördelade på åren.`,
  },
}
