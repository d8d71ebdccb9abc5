import { type ApplicationState, applicationStates } from '../../shared/document/applicationState.ts'
import type { AuditAct, detailKeys } from '../../shared/http/auditLog.ts'
import { type Role, roles } from '../../shared/people/role.ts'

/** What each act is called in the file that is fetched. (The screen's words are in client/text.) */
export const actWords: Readonly<Record<AuditAct, string>> = {
  signedIn: 'Loggade in',
  signedOut: 'Loggade ut',
  signInRefused: 'Nekad inloggning',
  sessionEnded: 'Inloggning avslutad',
  linkAsked: 'Bad om inloggningslänk',
  created: 'Startade ansökan',
  opened: 'Öppnade ansökan',
  exported: 'Hämtade ansökan som fil',
  stateChanged: 'Ändrade läge',
  memberAdded: 'Gav tillgång',
  roleChanged: 'Ändrade roll',
  memberRemoved: 'Tog bort tillgång',
  invited: 'Bjöd in',
  invitationResent: 'Skickade inbjudan igen',
  invitationRevoked: 'Drog tillbaka inbjudan',
  invitationTaken: 'Tog emot inbjudan',
  guestLinkMade: 'Skapade gästlänk',
  guestLinkRevoked: 'Drog tillbaka gästlänk',
  guestEntered: 'Kom in med gästlänk',
  accessAsked: 'Bad om tillgång',
  accessGranted: 'Godkände begäran om tillgång',
  accessDenied: 'Avslog begäran om tillgång',
  sectionClosed: 'Stängde avsnitt',
  sectionOpened: 'Öppnade avsnitt',
  adviceOpened: 'Öppnade rådgivning',
  adviceClosed: 'Avslutade rådgivning',
  organisationChanged: 'Ändrade organisation',
  personChanged: 'Ändrade personuppgifter',
  personDeactivated: 'Avslutade person',
  personReactivated: 'Återaktiverade person',
  ownDataExported: 'Hämtade egna uppgifter',
  logExported: 'Hämtade loggen',
  logBroken: 'Loggen är skadad',
  refused: 'Nekad',
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
