import { type ApplicationState, applicationStates } from '../../shared/document/applicationState.ts'
import type { AuditAct, detailKeys } from '../../shared/http/auditLog.ts'
import { type Role, roles } from '../../shared/people/role.ts'

/**
 * What each act is called in the file that is fetched: as on the screen, whose words are in client/text and for the
 * browser only. A test keeps the two alike, and those of states and roles below.
 */
export const actWords: Readonly<Record<AuditAct, string>> = {
  signedIn: 'Gick in',
  signedOut: 'Gick ut',
  signInRefused: 'Kom inte in',
  sessionEnded: 'Avslutade en inloggning',
  linkAsked: 'Bad om länk för att gå in',
  created: 'Startade ansökan',
  opened: 'Öppnade ansökan',
  exported: 'Hämtade ansökan som fil',
  movedToForm: 'Flyttade ansökan till en nyare blankett',
  stateChanged: 'Ändrade läge',
  memberAdded: 'Gav åtkomst',
  roleChanged: 'Ändrade roll',
  memberRemoved: 'Tog bort åtkomst',
  successorNamed: 'Utsåg ny ansvarig',
  invited: 'Bjöd in',
  invitationResent: 'Skickade inbjudan igen',
  invitationRevoked: 'Återkallade inbjudan',
  invitationTaken: 'Tog emot inbjudan',
  guestLinkMade: 'Gjorde gästlänk',
  guestLinkRevoked: 'Återkallade gästlänk',
  guestEntered: 'Kom in med gästlänk',
  accessAsked: 'Bad om åtkomst',
  accessGranted: 'Sade ja till begäran om åtkomst',
  accessDenied: 'Sade nej till begäran om åtkomst',
  sectionClosed: 'Stängde avsnitt',
  columnsLimited: 'Begränsade parter till egna kolumner',
  sectionOpened: 'Öppnade avsnitt',
  adviceOpened: 'Öppnade rådgivning',
  adviceClosed: 'Avslutade rådgivning',
  commentReleased: 'Lämnade ut intern kommentar',
  versionMade: 'Sparade version',
  versionOpened: 'Öppnade tidigare version',
  versionRestored: 'Återställde version',
  roundSent: 'Skickade på remiss',
  roundChanged: 'Ändrade en remiss',
  roundOver: 'Avslutade en remiss',
  roundReminded: 'Påminde om en remiss',
  replySent: 'Skickade remissvar',
  replyReopened: 'Öppnade remissvaret igen',
  oppositionLifted: 'Lyfte ett avstyrkande',
  oppositionRecorded: 'Antecknade ett avstyrkande',
  remarkAnswered: 'Svarade på en synpunkt',
  compilationPublished: 'Visade sammanställningen',
  organisationChanged: 'Ändrade organisation',
  personChanged: 'Ändrade personuppgifter',
  personDeactivated: 'Markerade att någon har slutat',
  personReactivated: 'Släppte in någon igen',
  ownDataExported: 'Hämtade uppgifter om sig själv',
  logExported: 'Hämtade loggen',
  logBroken: 'Loggen är skadad',
  refused: 'Fick nej',
}

const states: Readonly<Record<ApplicationState, string>> = {
  needsAnalysis: 'Behovsanalys',
  draft: 'Utkast',
  reviewRound: 'Remiss',
  proofreading: 'Korrektur',
  locked: 'Låst för underskrift',
  signing: 'Under underskrift',
  signed: 'Undertecknad',
  submitted: 'Inlämnad',
  completionRequested: 'Komplettering',
  inPreparation: 'Under beredning',
  beforeBoard: 'Hos styrelsen',
  granted: 'Beviljad',
  rejected: 'Avslagen',
  running: 'Pågående',
  deviationReview: 'Avvikelse prövas',
  closed: 'Avslutad',
  withdrawn: 'Återkallad',
}

const roleNames: Readonly<Record<Role, string>> = {
  ownerEditor: 'Ansvarig',
  partyEditor: 'Skriva',
  partyLead: 'Partsansvarig',
  reviewer: 'Granska',
  signatory: 'Undertecknare',
  officer: 'Handläggare',
  reader: 'Läsa',
}

const details: Readonly<Record<(typeof detailKeys)[number], string>> = {
  person: 'person',
  party: 'part',
  address: 'adress',
  role: 'roll',
  from: 'från',
  to: 'till',
  thread: 'kommentar',
  version: 'version',
  round: 'omgång',
  section: 'avsnitt',
  form: 'blankett',
  label: 'namn',
  endsOn: 'till och med',
  link: 'länk',
  way: 'väg in',
  reason: 'skäl',
  what: 'vad',
  format: 'format',
  number: 'post',
  file: 'fil',
}

/** By the state as it is kept, which an older or newer version of the program may have called something else. */
export const stateWords: ReadonlyMap<string, string> = new Map(
  applicationStates.map(state => [state, states[state]]),
)

/** What a detail is called. */
export const detailWords: ReadonlyMap<string, string> = new Map(Object.entries(details))

/** Details that are kept as words of the program: roles, and states of an ansökan. */
export const valueWords: ReadonlyMap<string, string> = new Map([
  ...stateWords,
  ...roles.map(role => [role, roleNames[role]] as const),
])

/** Those details. */
export const valueKeys: ReadonlySet<string> = new Set(['role', 'from', 'to'])
