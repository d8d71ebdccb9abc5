import type { ApplicationState } from '../../../shared/document/applicationState.ts'
import type { Purpose, RecipientState } from '../../../shared/http/consultation.ts'
import type { Stance, Verdict } from '../../../shared/http/replies.ts'
import { dayFormat } from '../dayFormat.ts'

const { day, moment } = dayFormat('sv-SE', (on, time) => `${on} kl. ${time.replace(':', '.')}`)

const titles: Readonly<Record<Purpose, string>> = {
  remarks: 'Remiss',
  proof: 'Korrekturläsning',
  information: 'Utskick för kännedom',
}

const workingDays = (count: number) => (count === 1 ? '1 arbetsdag' : `${count} arbetsdagar`)

/** What is said of an ansökan of which no round goes on. */
const stateLines: Readonly<Record<ApplicationState, string>> = {
  needsAnalysis: 'Behovsanalys: parterna samlar underlag.',
  draft: 'Utkast: parterna skriver. Ingen remiss är ute.',
  reviewRound: 'Remiss: parterna läser och svarar.',
  proofreading: 'Korrektur: parterna läser korrektur.',
  locked: 'Låst för underskrift: texten ändras inte mer.',
  signing: 'Under underskrift: väntar på parternas underskrifter.',
  signed: 'Undertecknad: väntar på att lämnas in.',
  submitted: 'Inlämnad: väntar på att förbundet går igenom den.',
  completionRequested: 'Komplettering: förbundet väntar på kompletteringar.',
  inPreparation: 'Under beredning hos förbundet.',
  beforeBoard: 'Hos styrelsen: väntar på beslut.',
  granted: 'Beviljad: väntar på att insatsen börjar.',
  rejected: 'Avslagen.',
  running: 'Pågående insats.',
  deviationReview: 'En avvikelse prövas.',
  closed: 'Avslutad.',
  withdrawn: 'Återkallad.',
}

/** Words of rounds that several rooms use, of the state line, and of the panel *Remiss*. */
export const consultation = {
  /** `fre 24 maj` */
  day,
  /** `fre 24 maj kl. 13.25` */
  moment,
  workingDays,
  /** `Remiss 3` */
  roundTitle: (purpose: Purpose, ordinal: number) => `${titles[purpose]} ${ordinal}`,
  purpose: {
    remarks: 'Synpunkter',
    proof: 'Korrekturläsning',
    information: 'För kännedom',
  } satisfies Record<Purpose, string>,
  stance: {
    endorses: 'Tillstyrker',
    endorsesWithRemarks: 'Tillstyrker med synpunkter',
    opposes: 'Avstyrker',
    abstains: 'Avstår (inga synpunkter)',
  } satisfies Record<Stance, string>,
  verdict: {
    met: 'Tas om hand',
    partly: 'Tas delvis om hand',
    notMet: 'Tas inte om hand',
  } satisfies Record<Verdict, string>,
  recipientState: {
    sent: 'Har inte öppnat',
    opened: 'Har öppnat',
    drafting: 'Skriver på sitt svar',
    answered: 'Har svarat',
    late: 'Har inte svarat i tid',
  } satisfies Record<RecipientState, string>,
  /** Of a proof-reading one has only read, and stances are not taken. */
  hasRead: 'Har läst korrektur',
  daysLeft: (left: number) => `${workingDays(left)} kvar`,
  lastDay: 'sista dagen är i dag',
  noWorkingDayLeft: 'ingen arbetsdag kvar efter i dag',

  /* Where we are. */
  where: 'Var ansökan är nu',
  stateLines,
  until: (on: string, left: string) => `till ${day(on)} (${left})`,
  waitsFor: (who: string, until: string) => `väntar på ${who}${until === '' ? '' : ` ${until}`}.`,
  allAnswered: (asked: number) => (asked === 1 ? 'svaret har kommit.' : `alla ${asked} har svarat.`),
  dayPassedLine: (on: string, who: string) => `svarsdatumet ${day(on)} har passerat. Väntar på ${who}.`,
  noDay: 'Inget svarsdatum.',
  counter: (answered: number, asked: number) => `${answered}\u00a0av\u00a0${asked}\u00a0svar.`,
  mineMissing: 'Din organisation har inte svarat.',
  reply: 'Svara',
  goOnReplying: 'Fortsätt på svaret',
  replyTo: (title: string) => `Svara på ${title}`,

  /* The panel. */
  panel: 'Remiss',
  panelButton: (open: number) =>
    open === 0 ? 'Remiss' : `Remiss, ${open === 1 ? '1 pågår' : `${open} pågår`}`,
  rounds: 'Remisser',
  loading: 'Hämtar remisserna …',
  send: 'Skicka på remiss',
  none: 'Ansökan har inte varit på remiss än.',
  noneOwner: 'Skicka den när parterna ska läsa och svara. Det som står då sparas som en egen version.',
  noneOthers: 'Här syns remisserna när den som är ansvarig har skickat ansökan.',
  goesOn: 'Pågår',
  over: {
    closed: 'Avslutad',
    dayPassed: 'Avslutad av sig själv',
    calledOff: 'Återkallad',
  },
  overBy: (how: string, who: string, at: string) => `${how} ${moment(at)}${who === '' ? '' : ` av ${who}`}.`,
  overReason: (reason: string) => `Skäl: ${reason}`,
  sentBy: (who: string, at: string) => `Skickad ${moment(at)} av ${who}.`,
  sentVersion: (label: string) => `Version ${label}`,
  aboutSections: (count: number, of: number) => `Om ${count} av ${of} avsnitt`,
  replyBy: (on: string, left: string) => `Svar senast ${day(on)}${left === '' ? '' : ` (${left})`}.`,
  extendedFrom: (on: string) => `Förlängd från ${day(on)}.`,
  extendedFromNone: 'Fick svarsdatum efter att den skickades.',
  closesByItself: 'Avslutas av sig själv när svarsdatumet har passerat.',
  textOpen: 'Texten är öppen för dem som skriver.',
  textClosed: 'Texten är stängd medan remissen pågår.',
  published: (at: string) => `Sammanställningen visades för parterna ${moment(at)}.`,
  partiesOf: (title: string) => `Organisationer i ${title}`,
  openedAt: (at: string) => `Har öppnat, ${moment(at)}`,
  neverAnswered: 'Svarade inte',
  stanceHidden: 'Svaret visas inte än.',
  opposesStill: 'Avstyrkandet är inte uppklarat.',
  lacksLead: 'Har ingen partsansvarig, så inget svar kan skickas. Ge någon rollen med Dela.',
  lastReminder: (at: string, who: string) =>
    who === '' ? `Påmind ${moment(at)}, av sig själv.` : `Påmind ${moment(at)} av ${who}.`,
  persons: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
  mine: (party: string) => `${party} (din organisation)`,
  compilation: 'Sammanställning',
  compilationNamed: (title: string) => `Sammanställning av ${title}`,
  older: (count: number) => (count === 1 ? 'Visa 1 tidigare' : `Visa ${count} tidigare`),
  showParties: (count: number) => (count === 1 ? 'Visa 1 organisation' : `Visa ${count} organisationer`),

  /* What the owner does. */
  cancel: 'Avbryt',
  remind: 'Påminn …',
  remindTitle: (title: string) => `Påminna om ${title}`,
  remindHelp:
    'De du väljer får en notis, och ett mejl med länk till remissen. Alla som remissen skickades till hos organisationen påminns.',
  remindWhom: 'Påminn',
  remindNow: 'Påminn',
  remindNone: 'Välj minst en organisation.',
  reminded: (who: string) => `${who} är påmind.`,
  remindedMany: (who: string) => `${who} är påminda.`,
  remindByThemselves:
    'Påminnelser går också av sig själva: tre arbetsdagar före svarsdatumet, samma dag och dagen efter.',
  extend: 'Förläng …',
  setDay: 'Sätt svarsdatum …',
  extendTitle: (title: string) => `Nytt svarsdatum för ${title}`,
  extendHelp: 'Alla som har fått remissen får veta det nya datumet.',
  extendNow: 'Förläng',
  setDayNow: 'Sätt svarsdatum',
  newDay: 'Nytt svarsdatum',
  dayNow: (on: string) => `Svarsdatumet är ${day(on)}.`,
  dayGives: (on: string, count: number) => `${day(on)}, om ${workingDays(count)}.`,
  dayGivesFew: (on: string, count: number) =>
    `${day(on)}, om ${count === 0 ? 'mindre än en arbetsdag' : workingDays(count)}. Det är kort om tid: fem arbetsdagar eller fler är vanligt.`,
  freeDay: (next: string) => `Den dagen är ingen arbetsdag. Nästa arbetsdag är ${day(next)}.`,
  dayMissing: 'Välj en dag.',
  dayTooEarly: (after: string) => `Välj en dag efter ${day(after)}.`,
  extended: (on: string) => `Svarsdatumet är nu ${day(on)}.`,
  more: 'Mer',
  moreOf: (title: string) => `Mer för ${title}`,
  close: 'Avsluta …',
  closeTitle: (title: string) => `Avsluta ${title}?`,
  closeHelp: (missing: string) =>
    missing === ''
      ? 'Alla har svarat. Svaren ligger kvar, och inga fler kan skickas.'
      : `${missing} har inte svarat, och kan inte svara efter det här. Svaren som har kommit ligger kvar.`,
  closeNow: 'Avsluta',
  closed: (title: string) => `${title} är avslutad.`,
  callOff: 'Återkalla …',
  callOffTitle: (title: string) => `Återkalla ${title}?`,
  callOffHelp:
    'De som har fått remissen får veta att den är återkallad och varför. Ingen kan svara längre. Svar som redan har kommit ligger kvar.',
  callOffReason: 'Skäl',
  callOffReasonMissing: 'Skriv varför, så att de som har börjat svara vet det.',
  callOffNow: 'Återkalla',
  calledOff: (title: string) => `${title} är återkallad.`,
  openText: 'Öppna texten för dem som skriver',
  closeText: 'Stäng texten medan remissen pågår',
  closeByItself: 'Avsluta av sig själv efter svarsdatumet',
  stayOpen: 'Låt vara öppen efter svarsdatumet',
  nowTextOpen: 'Texten är öppen igen för dem som skriver.',
  nowTextClosed: 'Texten är stängd medan remissen pågår.',
  nowClosesByItself: 'Remissen avslutas av sig själv efter svarsdatumet.',
  nowStaysOpen: 'Remissen är öppen tills du avslutar den.',
}
