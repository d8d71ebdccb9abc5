import type { Verdict } from '../../../shared/http/replies.ts'
import { dayFormat } from '../dayFormat.ts'

const { day, moment } = dayFormat('sv-SE', (on, time) => `${on} kl. ${time.replace(':', '.')}`)

const remarks = (count: number) => (count === 1 ? '1 synpunkt' : `${count} synpunkter`)
const parties = (count: number) => (count === 1 ? '1 part' : `${count} parter`)

/** Swedish words of the room `compilation`: what the parties said in a round, and what the owner answers. */
export const compilation = {
  loading: 'Hämtar sammanställningen …',
  title: (round: string, name: string) => `Sammanställning av ${round}: ${name}`,
  back: (round: string) => `Till ${round}`,
  lead: 'Vad parterna har svarat, avsnitt för avsnitt, och vad det leder till.',

  /* Stances. */
  stances: 'Ställningstaganden',
  notAnswered: 'Har inte svarat',
  neverAnswered: 'Svarade inte',
  hidden: 'Har svarat. Svaret visas inte än.',
  sentAt: (at: string, who: string) => `Skickat ${moment(at)} av ${who}.`,
  replaced: (place: number) => `Det är svar ${place}, som ersätter det förra.`,
  noSummary: 'Ingen sammanfattning.',
  showAll: 'Läs hela',
  showLess: 'Visa mindre',
  showAllOf: (party: string) => `Läs hela sammanfattningen från ${party}`,
  showLessOf: (party: string) => `Visa mindre av sammanfattningen från ${party}`,
  attachments: 'Bilagor',
  opposesStill:
    'Avstyrkandet är inte uppklarat. Det måste lyftas av parten, eller antecknas, innan texten kan låsas.',
  lifted: (who: string, at: string) => `Avstyrkandet lyftes ${moment(at)} av ${who}.`,
  recorded: (who: string, at: string) => `Avstyrkandet står kvar och antecknades ${moment(at)} av ${who}.`,
  reason: (reason: string) => `Skäl: ${reason}`,
  record: 'Anteckna avstyrkandet …',
  recordOf: (party: string) => `Anteckna avstyrkandet från ${party} …`,
  recordTitle: (party: string) => `Anteckna att ${party} avstyrker?`,
  recordHelp: (party: string) =>
    `Välj det här när ${party} inte ändrar sig och ni går vidare ändå. Svaret står kvar som det är skrivet, och alla som ser det ser också att avstyrkandet står kvar, med skälet. Efter det kan parten inte lyfta det.`,
  recordReason: 'Varför ni går vidare',
  recordMissing: 'Skriv varför, så att det går att förstå efteråt.',
  recordNow: 'Anteckna',
  recordDone: (party: string) => `Avstyrkandet från ${party} är antecknat.`,
  cancel: 'Avbryt',

  /* Remarks. */
  remarks: 'Synpunkter',
  caption: 'Synpunkter per avsnitt och part',
  whole: 'Hela ansökan',
  remarkName: (party: string, place: number) => `${party} ${place}`,
  noneHere: 'Ingen synpunkt',
  quote: 'Ur texten:',
  wording: 'Föreslagen ny lydelse',
  wordingChange: 'Föreslagen ny lydelse, jämförd med det som skickades',

  /* The owner's answers. */
  counter: (answered: number, all: number) =>
    all === 1
      ? answered === 1
        ? 'Synpunkten har fått svar'
        : 'Synpunkten har inte fått svar'
      : `${answered} av ${all} synpunkter har fått svar`,
  onlyUnanswered: 'Bara obesvarade',
  filterKeeps: 'De du svarar på står kvar tills du filtrerar igen.',
  noneUnanswered: 'Alla synpunkter har fått svar.',
  previous: 'Förra obesvarade',
  next: 'Nästa obesvarade',
  steps: 'Gå mellan obesvarade synpunkter',
  stepKeys: 'Tangenterna J och K, eller Alt+pil ned och Alt+pil upp',
  allAnswered: 'Det finns ingen obesvarad synpunkt kvar.',
  answerTo: (remark: string) => `Svar på ${remark}`,
  /** Shorter than the verdict as it is read: they are chosen between. */
  verdicts: {
    met: 'Tas om hand',
    partly: 'Delvis',
    notMet: 'Tas inte om hand',
  } satisfies Record<Verdict, string>,
  answerReason: 'Skäl',
  answerReasonOptional: 'Kommentar (om ni vill)',
  answerReasonMissing: 'Skriv skälet, så att svaret kan sparas.',
  changedIn: 'Ändrat i',
  noChange: 'Ingen ändring angiven',
  seeChange: 'Se ändringen',
  seeChangeIn: (section: string) => `Se ändringen i ${section} sedan remissen skickades`,
  changed: (section: string) => `Ändrat i ${section}.`,
  saving: 'Sparar …',
  savedBy: (who: string, at: string) => `Sparat ${moment(at)} av ${who}.`,
  answeredBy: (who: string, at: string) => `${who}, ${moment(at)}`,
  saved: (remark: string) => `Svaret på ${remark} är sparat.`,
  takenBack: (remark: string) => `Svaret på ${remark} är borttaget.`,
  unsaved: 'Inte sparat än. Det du har skrivit finns kvar på den här datorn.',
  notSaved: (why: string) => `Svaret sparades inte. ${why} Det du har skrivit finns kvar.`,
  replyChanged:
    'Parten har skickat ett nytt svar. Läs synpunkten igen och spara sedan. Det du har skrivit finns kvar.',
  save: 'Spara svaret',
  takeBack: 'Ta bort svaret',
  takeBackOf: (remark: string) => `Ta bort svaret på ${remark}`,
  nextKey: 'Ctrl+Enter sparar och går till nästa.',
  isOver: 'Svaren går inte att ändra längre: ansökan är låst.',

  /* Showing it to the parties. */
  publish: 'Visa för parterna …',
  publishTitle: 'Visa sammanställningen för parterna?',
  publishHelp:
    'Alla som läser ansökans remisser ser den, också de som inte har svarat, och får veta att den finns. Det går inte att ta tillbaka. Svar som du ändrar efteråt syns genast.',
  publishCounts: (count: number, from: number, answered: number) =>
    `${remarks(count)} från ${parties(from)}. ${answered === count ? 'Alla har fått svar.' : `${answered} har fått svar, och ${count - answered} står utan.`}`,
  publishGoesOn: 'Remissen pågår. Svar som kommer senare syns också.',
  publishAfter:
    'Kan visas för parterna när remissen är avslutad: de lovades att de andra inte ser deras svar förrän då.',
  publishOpposing: (who: string) => `${who} avstyrker, och det är varken lyft eller antecknat.`,
  publishLook: 'Så här ser parterna den',
  publishNow: 'Visa för parterna',
  published: (at: string, who: string) => `Visad för parterna ${moment(at)} av ${who}.`,
  publishedNow: 'Sammanställningen visas nu för parterna.',

  /* Nothing, or not yet. */
  none: 'Ingen har svarat än.',
  noneHelp: 'När en part har skickat sitt svar syns det här.',
  noneOver: 'Ingen svarade.',
  noRemarks: 'Ingen har lämnat synpunkter på något avsnitt.',
  notYet: 'Sammanställningen visas inte än',
  notYetHelp: (who: string) =>
    `Du ser den när ${who} har gått igenom svaren och visat sammanställningen för parterna. Då får de som har fått remissen veta det.`,
  othersWhenOver: (until: string | null) =>
    until === null
      ? 'De andra parternas svar visas när remissen är avslutad.'
      : `De andra parternas svar visas när remissen är avslutad. Svarsdatumet är ${day(until)}.`,
  answersLater: (who: string) =>
    `Svaren på synpunkterna visas när ${who} har visat sammanställningen för parterna.`,
  information: 'Utskicket var för kännedom. Inga svar väntas, så det finns inget att sammanställa.',
  stale: 'Ingen kontakt. Det som visas kan ha ändrats sedan det hämtades.',

  /* Files. */
  print: 'Skriv ut',
  printHelp: 'Öppnas i en egen flik',
  records: 'Handlingar',
  recordsHelp:
    'Vad din organisation har skickat och tagit emot i remissen, som filer att lägga i diariet. Varje fil har uppgifterna som ett register ska ha.',
  recordsOwnerHelp:
    'Vad ni har skickat och tagit emot i remissen, som filer att lägga i diariet. Varje fil har uppgifterna som ett register ska ha.',
  recordsLoading: 'Hämtar handlingarna …',
  recordsNone: 'Det finns inga handlingar för din organisation i remissen.',
  register: 'Hämta registret som tabell',
  fromTo: (from: string, to: string) => `Från ${from} till ${to}.`,
  designation: (designation: string) => `Beteckning ${designation}.`,
  formats: { html: 'Webbsida', docx: 'Word', pdf: 'PDF', json: 'Data (JSON)' },
  /** After the name of a format, for those who listen. */
  formatOf: (subject: string) => ` av ${subject}`,
  recordsOf: (round: string) => `Handlingar i ${round}`,
}
