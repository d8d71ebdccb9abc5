import type { LeftOver, ReadNote, ReadNoteKind, SectionReading } from '../../../shared/import/ReadForm.ts'

const number = new Intl.NumberFormat('sv-SE')

const theTexts = (count: number) => (count === 1 ? 'texten' : `de ${number.format(count)} texterna`)
const texts = (count: number) => (count === 1 ? 'en text' : `${number.format(count)} texter`)
const sections = (count: number) => `${number.format(count)} avsnitt`
const quoted = (said: string) => (said === '' ? '' : ` ”${said}”`)
/** What stands there, after a colon at the end of a sentence. */
const namely = (said: string) => (said === '' ? '.' : `: ”${said.replace(/:$/, '')}”.`)
/** What stands there, or how many there were. */
const counted = (said: string) => (/^\d+$/.test(said) ? `: ${said} st.` : namely(said))

const notes: Readonly<Record<ReadNoteKind, (said: string) => string>> = {
  headingGuessed: said =>
    `Rubriken${quoted(said)} är inte skriven som på blanketten. Kontrollera att texten hör hit.`,
  headingTwice: said => `Rubriken${quoted(said)} finns flera gånger. Texterna står efter varandra här.`,
  outOfOrder: () => 'Avsnittet står på en annan plats i filen än på blanketten.',
  lettersMended: said => `Bokstäver som å, ä och ö var skadade och har lagats${namely(said)}`,
  dateGuessed: said => `Datumet är tolkat${namely(said)}`,
  answerGuessed: said => `Det gick inte att se säkert om svaret är ja eller nej${namely(said)}`,
  partyGuessed: said => `Det är tolkat vad som hör till vilken part${namely(said)}`,
  goalLevelGuessed: said => `Det är tolkat vilket slags mål det är${namely(said)}`,
  amountGuessed: said => `Beloppet är tolkat${namely(said)}`,
  numberGuessed: said => `Antalet är tolkat${namely(said)}`,

  agreementDiffers: said =>
    `Överenskommelsen i filen är inte ordagrant som blankettens. Ansökan får blankettens text, som ingen kan ändra.${said === '' ? '' : ` I filen står${namely(said)}`}`,
  titleDiffers: said => `Filens titel är en annan än blankettens${namely(said)}`,
  signaturesNotTaken: said =>
    `Den nya ansökan skrivs under på nytt när den är färdig. Underskrifter följer inte med${namely(said)}`,
  budgetNotTaken: said =>
    `Budgeten gick inte att läsa helt. Fyll i den i ansökan, eller läs in den från Excel där${namely(said)}`,
  valueTooLong: said =>
    `En text är för lång för sitt fält och står bland det som är kvar att placera${namely(said)}`,
  tooMuchText: () =>
    'Här är mer text än ett avsnitt rymmer. Korta den i Word, spara filen och läs in den igen.',

  commentsLeft: said => `Kommentarer följer inte med${counted(said)}`,
  deletedTextLeft: said => `Text som är struken med spårade ändringar följer inte med${counted(said)}`,
  insertedTextTaken: said => `Text som är tillagd med spårade ändringar följer med${counted(said)}`,
  pictureNotTaken: said => `En bild gick inte att läsa och följer inte med${counted(said)}`,
  pictureTextMissing: said =>
    `En bild saknar text för den som inte ser den. Skriv den i ansökan${counted(said)}`,
  linkNotTaken: said =>
    `En länk leder till något som inte går att länka till här. Orden är kvar${counted(said)}`,
  formattingLeft: said =>
    `Utseende som inte finns här, till exempel färg och typsnitt, följer inte med${namely(said)}`,
  objectLeft: said => `Något i filen är varken text, tabell eller bild och följer inte med${counted(said)}`,
  headersLeft: said => `Sidhuvud och sidfot följer inte med${counted(said)}`,
  hiddenTextTaken: said =>
    `Text som är dold i Word följer med. Läs den innan du skapar ansökan${counted(said)}`,

  headingChanged: said => `Rubriken är ändrad sedan den gamla blanketten${namely(said)}`,
  fieldNotAsked: said => `Blanketten frågar inte efter detta${namely(said)}`,
  askedAnew: said => `Den gamla blanketten frågade inte efter detta. Fyll i det i ansökan${namely(said)}`,
  mustBeSplit: said =>
    `Blanketten delar upp detta på flera rubriker. Du bestämmer vad som ska stå var${namely(said)}`,
}

/** Swedish words of making an ansökan from a Word file, or from one on an older form. */
export const formImport = {
  /* The ways here. */
  fromWord: 'Börja från en Wordfil',
  fromWordHelp:
    'Har ni redan en ansökan i Word? Börja från den, på vilken av blanketterna den än är skriven.',
  move: 'Flytta till nyare blankett',

  /* Choosing a file. */
  wordTitle: 'Ny ansökan från en Wordfil',
  lead: 'Filen läses, och du får se allt som står i den, avsnitt för avsnitt, innan något skapas. Filen sparas inte.',
  chooseFile: 'Välj Wordfil',
  orDrop: 'eller släpp den här',
  fileHelp: 'En ansökan på någon av blanketterna, sparad som .docx. Högst 20 MB.',
  reading: (name: string) => `Läser ${name} …`,
  readingHelp: 'Det tar oftast några sekunder. Inget skapas medan filen läses.',
  stopReading: 'Avbryt läsningen',
  noContact: 'Ingen kontakt. Kontrollera nätverket och försök igen. Inget har skapats.',
  tooLarge: (megabytes: number) =>
    `Filen är ${number.format(megabytes)} MB. Högst 20 MB går att läsa. Förminska bilderna i Word (Komprimera bilder), spara filen och försök igen. Inget har skapats.`,
  empty: 'Filen är tom. Inget har skapats.',
  unreadable:
    'Filen gick inte att öppna på den här datorn. Stäng den i Word, eller flytta den, och försök igen.',
  several: 'Släpp en fil i taget.',
  tryAgain: 'Försök igen',
  readAnyway: 'Läs den ändå, som skriven på:',

  /* Which form it is written on. */
  readAs: (form: string, found: number, of: number) =>
    `Läst som ${form}: ${number.format(found)} av ${number.format(of)} rubriker finns i filen.`,
  otherForm: 'Läs som en annan blankett',
  whichForm: 'Vilken blankett är filen skriven på?',
  unsureHelp: (form: string) => `Filen passar lika bra på flera. Här nedan är den läst som ${form}.`,
  formFits: (found: number, of: number) => `${number.format(found)} av ${number.format(of)} rubriker`,
  sayForm: 'Säg först vilken blankett filen är skriven på.',
  rereading: 'Läser om filen …',
  changeTitle: 'Läsa som en annan blankett?',
  changeHelp: (count: number) =>
    `Du har bestämt vart ${texts(count)} ska. Det du har bestämt följer med där samma text och samma rubrik finns, resten får du bestämma på nytt.`,
  changeForm: 'Läs som den andra blanketten',
  keepForm: 'Behåll blanketten',

  /* Moving. */
  moveTitle: (form: string) => `Flytta till ${form}`,
  moveLead: (name: string, form: string) =>
    `”${name}” är skriven på ${form}. Här ser du hur den blir på den nyare. Det skapas en ny ansökan; den gamla ligger kvar som den är.`,
  moveWho:
    'Alla som har tillgång får det också i den nya. Inbjudningar som inte är besvarade, gästlänkar, kommentarer, versioner och remisser följer inte med.',
  moveTo: 'Till vilken blankett?',
  moveLoading: 'Ser efter hur ansökan blir på den nyare blanketten …',
  changeTargetTitle: 'Flytta till en annan blankett?',
  changeTarget: 'Visa den andra blanketten',
  noNewer: 'Ansökan är redan på den nyaste blanketten.',
  mayNotMove: 'Det är de som är ansvariga för ansökan som kan flytta den, medan den skrivs.',
  back: 'Till ansökan',
  lookAgain: 'Visa den som den är nu',
  lookedAgain:
    'Det här är ansökan som den är nu. Det du har bestämt är kvar för de texter som inte har ändrats.',

  /* What was read. */
  readTitle: (name: string) => `Det här står i ${name}`,
  notYet: 'Inget är skapat ännu.',
  nextDecide: (count: number) =>
    `Läs igenom ansökan här nedan, och bestäm vart ${theTexts(count)} ska. Sedan kan du skapa den.`,
  nextCreate: 'Läs igenom ansökan här nedan. När den ser rätt ut kan du skapa den. Allt går att ändra sedan.',
  summaryOf: {
    read: (count: number) => `${sections(count)} lästes`,
    guessed: (count: number) => `${sections(count)} är tolkade: kontrollera`,
    missing: (count: number) => `${sections(count)} är tomma i filen eller saknas där`,
  },
  summaryMoved: {
    read: (count: number) => `${sections(count)} följer med`,
    guessed: (count: number) => `${sections(count)} att kontrollera`,
    missing: (count: number) => `${sections(count)} är tomma`,
  },
  remarks: (count: number) => `Att veta om filen (${number.format(count)})`,
  remarksMoved: (count: number) => `Att veta om flytten (${number.format(count)})`,
  sheet: 'Så blir ansökan',
  stateOf: {
    read: 'Läst ur filen',
    guessed: 'Tolkat: kontrollera',
    missing: 'Inget i filen',
  } satisfies Record<SectionReading['is'], string>,
  stateMoved: {
    read: 'Följer med',
    guessed: 'Kontrollera',
    missing: 'Tomt',
  } satisfies Record<SectionReading['is'], string>,
  headingInFile: (heading: string) => `Rubriken i filen: ”${heading}”.`,
  note: ({ kind, said }: ReadNote) => notes[kind](said),
  moreNotes: (count: number) => `${number.format(count)} till`,
  placedHere: (count: number) => `Du har lagt ${texts(count)} sist i avsnittet`,
  takeBack: 'Ta tillbaka',
  takeBackText: (beginning: string) => `Ta tillbaka: ${beginning}`,

  /* What has no place by itself. */
  leftOvers: 'Text att placera',
  leftOversHelp:
    'Den här texten passade inte in av sig själv. Lägg var och en under en rubrik, eller ta inte med den. Inget försvinner utan att du har bestämt det.',
  leftOversMoved:
    'Den här texten har ingen given plats på den nyare blanketten. Lägg var och en under en rubrik, eller ta inte med den. I den gamla ansökan är allt kvar.',
  whyLeft: {
    noHeading: 'Texten står inte under någon rubrik som blanketten har.',
    notAsked: 'Blanketten frågar inte efter det här.',
    mustBeSplit: 'Blanketten delar upp det här på flera rubriker.',
    doesNotFit: 'Fältet tar inte emot text av det här slaget.',
    unknownLabel: 'Det gick inte att säga vilket fält texten hör till.',
  } satisfies Record<LeftOver['why'], string>,
  under: (heading: string) => `Under ”${heading}”`,
  underNothing: 'Utan rubrik',
  left: (left: number, count: number) =>
    left === 0 ? 'Alla är bestämda' : `${number.format(left)} av ${number.format(count)} kvar`,
  mark: 'Markera',
  markText: (beginning: string) => `Markera: ${beginning}`,
  markUnder: (count: number) => `Markera med texten under (${number.format(count)})`,
  markAll: (count: number) => `Markera alla ${number.format(count)}`,
  unmarkAll: 'Avmarkera alla',
  markHelp: 'Markera flera för att lägga dem på samma ställe. Skift tar med alla däremellan.',
  followAll: (count: number) =>
    count === 1 ? 'Följ förslaget' : `Följ de ${number.format(count)} förslagen`,
  proposal: 'Förslag:',
  putIn: (heading: string) => `Lägg i ”${heading}”`,
  placeIn: (count: number) => (count === 1 ? 'Lägg i' : `Lägg de ${number.format(count)} markerade i`),
  choosePlace: 'Välj rubrik …',
  goalsAs: (heading: string, level: string) => `${heading}: ${level}`,
  leaveOut: 'Ta inte med',
  leaveOutMarked: (count: number) => `Ta inte med de ${number.format(count)} markerade`,
  isLeftOut: 'Tas inte med',
  showWhole: 'Visa hela texten',
  showLess: 'Visa mindre',
  showInForm: 'Visa i ansökan',

  /* Said aloud. */
  placedSaid: (count: number, place: string, left: number) =>
    `${count === 1 ? 'Texten' : `${number.format(count)} texter`} läggs i ”${place}”. ${leftSaid(left)}`,
  proposalsSaid: (count: number, left: number) =>
    `${count === 1 ? 'Texten' : `${number.format(count)} texter`} läggs där det föreslås. ${leftSaid(left)}`,
  leftOutSaid: (count: number, left: number) =>
    `${count === 1 ? 'Texten' : `${number.format(count)} texter`} tas inte med. ${leftSaid(left)}`,
  takenBackSaid: (count: number, left: number) =>
    `${count === 1 ? 'Texten' : `${number.format(count)} texter`} är inte placerad. ${leftSaid(left)}`,

  /* Making it. */
  leftToPlace: (left: number) =>
    `${left === 1 ? '1 text' : `${number.format(left)} texter`} kvar att placera.`,
  allPlaced: 'All text har en plats.',
  toNext: 'Till nästa text',
  create: 'Skapa ansökan',
  createMoved: 'Skapa den nya ansökan',
  creating: 'Skapar ansökan …',
  created: (name: string) => `Ansökan ”${name}” är skapad.`,
  contactLost:
    'Kontakten bröts innan svaret kom. Se efter bland ansökningarna om den hann skapas innan du försöker igen. Det du har bestämt är kvar här.',
  toList: 'Visa ansökningarna i en ny flik',
  otherFile: 'Välj en annan fil',
  otherFileTitle: 'Välja en annan fil?',

  /* Leaving. */
  leaveTitle: 'Lämna sidan?',
  leaveHelp: (count: number) =>
    `Ansökan är inte skapad. Du har bestämt vart ${texts(count)} ska, och får göra om det om du lämnar sidan.`,
  leave: 'Lämna sidan',
  stay: 'Stanna kvar',
}

function leftSaid(left: number): string {
  return left === 0 ? 'All text har en plats.' : `${number.format(left)} kvar att placera.`
}
