/** "1 svar", "3 svar". */
const answers = (count: number) => `${count} svar`

/** What is said beside the text. */
export const comments = {
  title: 'Kommentarer',
  buttonName: (open: number) =>
    open === 0 ? 'Kommentarer' : `Kommentarer, ${open === 1 ? '1 öppen' : `${open} öppna`}`,
  loading: 'Hämtar kommentarerna…',
  noContactYet: 'Kommentarerna visas så snart kontakten är tillbaka.',
  none: 'Inga kommentarer ännu. Markera text och välj Kommentera, eller tryck Ctrl+Alt+M.',
  noneToRead: 'Inga kommentarer ännu.',
  nonePass: 'Inga kommentarer passar filtret.',

  comment: 'Kommentera',
  newComment: 'Ny kommentar',
  newCommentKeys: 'Ny kommentar (Ctrl+Alt+M)',
  notHere: (above: number, below: number) =>
    `Inga kommentarer här. ${[above > 0 ? `${above} längre upp` : '', below > 0 ? `${below} längre ner` : '']
      .filter(words => words !== '')
      .join(', ')}.`,
  showNearest: 'Visa närmaste',
  newAt: (where: string) => `Ny kommentar till ${where}`,
  commentSection: (heading: string) => `Kommentera avsnittet ${heading}`,
  commentField: (label: string) => `Kommentera fältet ${label}`,
  commentRow: (row: string) => `Kommentera ${row}`,
  openHere: (count: number) => `${count === 1 ? '1 öppen kommentar' : `${count} öppna kommentarer`}`,
  commentsHere: (count: number, where: string) =>
    `${count === 1 ? '1 kommentar' : `${count} kommentarer`} till ${where}`,
  noPlace: 'Markera något i ansökan först, eller ställ markören där du vill kommentera.',
  locked: 'fast text',

  list: 'Visa som lista',
  listName: 'Kommentarer i textens ordning',
  nearOnly: (count: number) =>
    `Av ${count} kommentarer står här de som hör till det som syns. Listan har alla.`,
  withoutPlace: 'Utan plats i texten',
  withoutPlaceHelp: 'Texten som de gällde är borttagen eller omskriven.',
  withoutPlaceCount: (count: number) =>
    count === 1 ? '1 utan plats i texten' : `${count} utan plats i texten`,
  quote: 'Gäller:',
  goToText: 'Visa i texten',

  filter: 'Filter',
  filterChosen: (count: number) => `Filter, ${count === 1 ? '1 val' : `${count} val`}`,
  filterState: 'Visa',
  open: 'Öppna',
  resolvedOnes: 'Lösta',
  all: 'Alla',
  author: 'Författare',
  authority: 'Myndighet',
  everybody: 'Alla',
  waitsForMe: 'Tilldelade mig',
  waitsForParty: (party: string) => `Tilldelade ${party}`,
  material: 'Väsentliga',
  internalOnes: (party: string) => `Bara för ${party}`,
  clearFilter: 'Rensa',
  shown: (shown: number, all: number) =>
    `Visar ${shown} av ${all === 1 ? '1 kommentar' : `${all} kommentarer`}.`,

  said: (name: string, party: string) => `Kommentar av ${name}, ${party}`,
  saidFolded: (name: string, party: string, count: number) =>
    `Kommentar av ${name}, ${party}, ${answers(count)}`,
  moreAnswers: (count: number) => `+${answers(count)}`,
  edited: 'ändrad',
  editedAt: (when: string) => `Ändrad ${when}`,
  deleted: 'Borttaget',
  isMaterial: 'Väsentlig',
  onlyParty: (party: string) => `Bara ${party} ser detta`,
  waitsFor: (name: string) => `Väntar på ${name}`,
  resolvedBy: (name: string, party: string) => `Löst av ${name}, ${party},`,
  releasedBy: (name: string, party: string) => `Lämnad ut av ${name}, ${party},`,
  now: 'nyss',
  minutes: (count: number) => `för ${count} min sedan`,
  hours: (count: number) => `för ${count} tim sedan`,
  yesterday: 'i går',
  days: (count: number) => `för ${count} dagar sedan`,

  answer: 'Svara',
  answerTo: (name: string) => `Svara på ${name}s kommentar`,
  yourComment: 'Din kommentar',
  sendKeys: 'Skicka (Ctrl+Enter)',
  close: 'Stäng',
  cancel: 'Avbryt',
  save: 'Spara',
  tooLong: (over: number) => `Texten är ${over} tecken för lång.`,
  keptDraft: 'Utkast',
  keptDrafts: 'Påbörjade kommentarer',
  keptDraftAt: (where: string) => `Utkast till ${where}`,
  goOn: 'Fortsätt',
  throwAway: 'Kasta',
  onlyMyParty: (party: string) => `Bara ${party} ser detta`,
  /** What is said outside the rounds is no public record (OSL). */
  workingMaterial: 'Arbetsmaterial',
  workingMaterialHelp: 'Kommentarer utanför en remiss är parternas arbetsmaterial.',
  madeInRound: (round: number) => `Skriven i remissomgång ${round}`,
  onlyUntilReply: (party: string) => `Bara ${party} ser detta tills svaret skickas.`,
  onlyMyPartyHelp: 'De andra parterna ser den inte, och inte att den finns, förrän ni lämnar ut den.',

  resolve: 'Löst',
  reopen: 'Öppna igen',
  assign: 'Tilldela',
  assignTo: 'Väntar på',
  nobody: 'Ingen',
  parties: 'Parter',
  persons: 'Personer',
  copyLink: 'Kopiera länk',
  linkCopied: 'Länken är kopierad',
  linkIs: (link: string) => `Länken: ${link}`,
  more: 'Mer',
  setMaterial: 'Markera som väsentlig',
  unsetMaterial: 'Inte väsentlig längre',
  release: 'Lämna ut',
  releaseTitle: 'Lämna ut kommentaren till alla?',
  releaseHelp: (party: string) =>
    `Alla som läser ansökan ser då hela tråden, med allt som ${party} har skrivit i den. Det går inte att ta tillbaka.`,
  edit: 'Ändra',
  remove: 'Ta bort',
  removeTitle: 'Ta bort det du skrev?',
  removeHelp: 'Texten försvinner för alla. Att du har skrivit något, och när, står kvar.',

  waiting: 'Väntar på att skickas',
  notSent: 'Kunde inte skickas.',
  tryAgain: 'Försök igen',
  lostTitle: 'Kunde inte skickas',
  lostHelp: 'Tråden finns inte längre. Kopiera det du vill ha kvar.',
  copy: 'Kopiera texten',
  copied: 'Texten är kopierad',

  sent: 'Kommentaren är skickad',
  answered: 'Svaret är skickat',
  resolvedNow: 'Tråden är löst',
  reopenedNow: 'Tråden är öppen igen',
  releasedNow: 'Alla kan läsa tråden nu',
  removedNow: 'Borttaget',
  savedNow: 'Ändringen är sparad',
  unknownThread: 'Kommentaren finns inte, eller så är den inte till dig.',

  mention: (name: string) => `@${name}`,
  somebodyElse: 'någon',
  mentions: 'Personer och parter att nämna',
  mentionsFound: (count: number) =>
    count === 0
      ? ''
      : count === 1
        ? '1 förslag. Enter väljer.'
        : `${count} förslag. Pil ned och upp byter, Enter väljer.`,
  mentionsHelp: 'Skriv @ för att nämna någon.',
  partyMore: 'hela parten',
}
