import type { Stance } from '../../../shared/http/replies.ts'
import { dayFormat } from '../dayFormat.ts'

const { day, moment } = dayFormat('sv-SE', (on, time) => `${on} kl. ${time.replace(':', '.')}`)

const remarks = (count: number) => (count === 1 ? '1 synpunkt' : `${count} synpunkter`)
const attachments = (count: number) => (count === 1 ? '1 bilaga' : `${count} bilagor`)
const comments = (count: number) => (count === 1 ? '1 kommentar' : `${count} kommentarer`)

const number = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 })

/** Swedish words of the room `reply`: a party's answer to a remiss. */
export const reply = {
  title: (party: string) => `Svar från ${party}`,
  lead: 'Ni skriver svaret tillsammans. Ingen utanför er organisation ser det förrän det är skickat.',
  nothingYet: 'Ni har inte börjat skriva något svar.',
  begin: 'Skriv svar',
  loading: 'Hämtar svaret …',
  undo: 'Ångra',
  redo: 'Gör om',

  /* The form. */
  stance: 'Ställningstagande',
  proofStance: 'Har ni läst?',
  /** A proof-reading is read, and its errors are told. */
  proofStances: {
    endorses: 'Läst, inget att rätta',
    endorsesWithRemarks: 'Läst, med rättelser',
  } satisfies Partial<Record<Stance, string>>,
  summary: 'Sammanfattning',
  summaryAdvice: 'Börja med sammanfattningen, och ta tydlig ställning. Skriv det viktigaste först.',
  remarks: 'Synpunkter per avsnitt',
  noRemarks: 'Inga synpunkter ännu.',
  remarkNumber: (place: number) => `Synpunkt ${place}`,
  remarkAbout: (place: number, section: string) => `Synpunkt ${place}: ${section}`,
  addRemark: 'Lägg till synpunkt',
  section: 'Avsnitt',
  wholeApplication: 'Hela ansökan',
  asked: 'Avsnitt som remissen gäller',
  others: 'Övriga avsnitt',
  text: 'Vad ni tycker',
  wording: 'Föreslagen ny lydelse',
  addWording: 'Föreslå ny lydelse',
  quote: 'Gäller:',

  /* From comments. */
  gather: 'Hämta från kommentarer',
  gatherHelp:
    'De du väljer läggs till som synpunkter, med det de gäller. Du kan ändra orden sedan. De som inte väljs stannar hos er.',
  gatherNone: 'Det finns inga fler kommentarer från er i den här remissen att hämta.',
  gatherAll: 'Välj alla',
  gatherNow: (count: number) => (count === 0 ? 'Lägg till' : `Lägg till ${remarks(count)}`),
  gathered: (count: number) => `${remarks(count)} ${count === 1 ? 'är tillagd' : 'är tillagda'} i svaret.`,
  gatherOne: 'Ta med i svaret',
  isGathered: 'Med i svaret',
  notGathered: (count: number) => `${comments(count)} från er är inte med i svaret.`,
  saidBy: (who: string) => `${who}:`,
  resolved: 'löst',

  /* Files. */
  attachments: 'Bilagor',
  addAttachment: 'Lägg till bilaga',
  attachment: (name: string) => `bilagan ${name}`,
  size: (bytes: number) => {
    if (bytes < 1000) return `${bytes} byte`
    if (bytes < 1_000_000) return `${number.format(bytes / 1000)} kB`
    return `${number.format(bytes / 1_000_000)} MB`
  },
  uploading: (name: string) => `Laddar upp ${name} …`,
  uploaded: (name: string) => `${name} är tillagd.`,
  tooLarge: (name: string, most: string) => `${name} är för stor. En bilaga får vara högst ${most}.`,
  tooMany: (most: number) => `Ett svar kan ha högst ${most} bilagor.`,
  emptyFile: (name: string) => `${name} är tom.`,
  notUploaded: (name: string, why: string) => `${name} kom inte med. ${why}`,

  /* Sending. */
  lacking: 'Innan svaret kan skickas:',
  /* The same of a proof-reading, which asks another question. */
  proofLacks: {
    stance: 'Svara på om ni har läst.',
    remarks: 'Skriv minst en rättelse som synpunkt, eller välj ”Läst, inget att rätta”.',
  },
  lacks: {
    stance: 'Välj ett ställningstagande.',
    remarks: 'Skriv minst en synpunkt, eller välj ett annat ställningstagande.',
    reason: 'Skriv varför ni avstyrker, i sammanfattningen eller som en synpunkt.',
    longSummary: 'Korta sammanfattningen: den får ha högst 10 000 tecken.',
    longRemark:
      'Korta eller dela upp synpunkterna: var och en får ha högst 10 000 tecken, de får vara högst 300, och hela svaret får ha högst 500 000 tecken.',
    attachments: 'Ta bort någon bilaga: de får vara högst 20.',
  },
  goTo: (what: string) => `Visa var: ${what}`,
  emptyRemarks: (count: number) =>
    count === 1 ? '1 tom synpunkt tas inte med.' : `${count} tomma synpunkter tas inte med.`,
  goThere: 'Visa',
  send: 'Skicka svaret …',
  sendAgain: 'Skicka det nya svaret …',
  sentByLead: (who: string) => `Svaret skickas av ${who}, partsansvarig.`,
  sentByLeads: (who: string) => `Svaret skickas av ${who}. De är partsansvariga.`,
  nobodySends: (party: string) =>
    `Ingen hos ${party} kan skicka svaret ännu, eftersom ingen är partsansvarig. Be den som är ansvarig för ansökan att ge någon hos er rollen under Dela.`,
  list: (names: readonly string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`,

  lastLook: 'En sista titt',
  lastLookHelp:
    'Så här ser svaret ut när det skickas. Efter det går det inte att ändra, men det kan ersättas så länge remissen tar emot svar.',
  replaceHelp: 'Det nya svaret ersätter det förra, som finns kvar att läsa.',
  counts: (remarkCount: number, attachmentCount: number) =>
    `${remarkCount === 0 ? 'Inga synpunkter' : remarks(remarkCount)} och ${
      attachmentCount === 0 ? 'inga bilagor' : attachments(attachmentCount)
    }.`,
  noSummary: 'Ingen sammanfattning.',
  whoSees: {
    whenSent: 'Den som skickade remissen ser svaret genast. Det gör också de andra som har fått den.',
    whenOver:
      'Den som skickade remissen ser svaret genast. De andra som har fått den ser det när remissen är avslutad.',
  },
  commentsFollow: 'Kommentarer som har blivit synpunkter blir synliga samtidigt. De andra stannar hos er.',
  cancel: 'Avbryt',
  sendNow: 'Skicka svaret',
  waits: 'Väntar på att allt ska vara sparat …',
  sending: 'Skickar …',
  isSent: 'Svaret är skickat.',

  /* What has been sent. */
  sentTitle: (party: string) => `${party} har svarat`,
  receiptOf: (round: string, label: string) => `${round}, version ${label}.`,
  receipt: (at: string, who: string) => `Skickat ${moment(at)} av ${who}.`,
  receiptTitle: 'Kvittens',
  receiptNumber: (place: number) =>
    place === 1 ? 'Första svaret.' : `Svar ${place}, som ersätter det förra.`,
  receiptMark: 'Kontrollsumma',
  receiptHelp: 'Kontrollsumman hör till just det här svaret. Ändras något i det stämmer den inte längre.',
  print: 'Skriv ut kvittens och svar',
  older: (count: number) => (count === 1 ? 'Det förra svaret' : `${count} tidigare svar`),
  olderOne: (place: number, at: string) => `Svar ${place}, ersatt ${moment(at)}`,
  noRemarksSent: 'Inga synpunkter per avsnitt.',
  answered: 'Svar på synpunkten:',
  replace: 'Ersätt svar',
  replaceTitle: 'Skriva ett nytt svar?',
  replaceQuestion: (until: string | null) =>
    `Svaret öppnas så att ni kan skriva i det igen. Det som är skickat gäller tills det nya är skickat${
      until === null ? '' : `, senast ${day(until)}`
    }.`,
  replaceNow: 'Öppna svaret',
  holdsMeanwhile: 'Svaret som gäller nu',
  replacing: 'Ni skriver på ett nytt svar. Det förra gäller tills det nya är skickat.',
  lift: 'Lyft avstyrkandet',
  liftTitle: 'Lyfta avstyrkandet?',
  liftHelp: 'Svaret står kvar som det är skrivet, och det syns att ni inte längre avstyrker, med skälet.',
  liftReason: 'Varför ni inte längre avstyrker',
  liftMissing: 'Skriv varför, så att det går att förstå efteråt.',
  lifted: 'Avstyrkandet är lyft.',
  liftedBy: (who: string, at: string) => `Avstyrkandet lyftes ${moment(at)} av ${who}.`,
  recordedBy: (who: string, at: string) => `Avstyrkandet antecknades ${moment(at)} av ${who}.`,
  reason: (reason: string) => `Skäl: ${reason}`,

  /* Told to a colleague. */
  sentMeanwhile: (who: string, at: string) => `${who} skickade svaret ${moment(at)}.`,
  sentMeanwhileHelp:
    'Det som var sparat då är med. Hann du skriva mer ligger det under Räddad text, och är inte med i svaret.',
  sentMeanwhileReplace: (who: string) =>
    `Ska det med? ${who === '' ? 'Partsansvarig' : who} kan välja Ersätt svar, och då går det att skriva igen.`,
  close: 'Stäng',
  notTaken: 'Det du skrev kom inte med i svaret. Det ligger under Räddad text; resten är kvar.',

  /* When it is over. */
  calledOff: (at: string) =>
    `Remissen återkallades ${moment(at)}. Ert utkast finns kvar att läsa och kopiera.`,
  overUnsent: (at: string) =>
    `Remissen avslutades ${moment(at)} utan att ert svar skickades. Ert utkast finns kvar att läsa och kopiera.`,
  overNothing: 'Remissen är avslutad. Ni svarade inte.',
  calledOffNothing: 'Remissen är återkallad. Ni behöver inte svara.',
  mayNotDraft: 'Svaret skrivs av dem hos er som arbetar med ansökan.',
}
