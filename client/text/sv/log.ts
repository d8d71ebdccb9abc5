import type { AuditAct, detailKeys } from '../../../shared/http/auditLog.ts'
import type { ProblemKind } from '../../../shared/http/problem.ts'
import type { OpenIdFault } from '../../../shared/http/signIn.ts'

/** What an entry tells besides who and when, in words: names of roles, sections and so on as they stand on the screen. */
export type Told = { readonly [Key in (typeof detailKeys)[number]]?: string }

/** Acts by their names, to choose among. */
const acts: Record<AuditAct, string> = {
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

const whom = (told: Told) => told.person ?? told.address ?? 'någon'
const withRole = ({ role }: Told) => (role ? ` med rollen ${role}` : '')
const called = ({ label }: Told) => (label ? ` ”${label}”` : '')
const inSection = ({ section }: Told) => (section ? ` ”${section}”` : '')
const because = ({ reason }: Told) => (reason ? `: ${reason}` : '')
const inRound = ({ round }: Told) => (round ? ` (remissomgång ${round})` : '')
const ofVersion = ({ version }: Told) => (version ? ` ur version ${version}` : '')
const ofParty = ({ party }: Told) => (party ? ` från ${party}` : '')
const change = ({ from, to }: Told) => `${from ? ` från ${from}` : ''}${to ? ` till ${to}` : ''}`

/** What a file was fetched as. */
const formats: Readonly<Record<string, string>> = {
  ...{ docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'tabell (CSV)' },
  ...{ html: 'webbsida', json: 'data (JSON)', file: 'fil' },
}

/** What was done, as a sentence about whoever stands beside it. */
const sentences: Record<AuditAct, (told: Told) => string> = {
  signedIn: ({ way }) => `Gick in${way ? ` ${way}` : ''}.`,
  signedOut: () => 'Gick ut.',
  signInRefused: told =>
    `Kom inte in${told.address ? ` som ${told.address}` : ''}${told.way ? ` ${told.way}` : ''}${because(told)}.`,
  sessionEnded: ({ what }) =>
    what === 'all' ? 'Gick ut överallt.' : 'Avslutade en inloggning i en webbläsare.',
  linkAsked: ({ address }) => `Bad om en länk för att gå in${address ? `, till ${address}` : ''}.`,
  created: ({ form, what }) => {
    const from = { word: ' ur en Wordfil', moved: ' ur en ansökan på en äldre blankett' }[what ?? ''] ?? ''
    return `Startade ansökan${form ? ` på ${form}` : ''}${from}.`
  },
  opened: () => 'Öppnade ansökan.',
  exported: told => {
    const { what } = told
    const format = formats[told.format ?? ''] ?? told.format ?? 'fil'
    if (what === 'compilation') return `Hämtade sammanställningen${inRound(told)} som ${format}.`
    if (what === 'records') return `Hämtade en handling${inRound(told)} som ${format}.`
    if (what === 'register') return `Hämtade registret${inRound(told)} som ${format}.`
    if (what === 'budget') return `Hämtade budgeten${ofVersion(told)} som ${format}.`
    return `Hämtade ansökan${ofVersion(told)} som ${format}.`
  },
  movedToForm: ({ form }) => `Gjorde en ny ansökan av den här${form ? ` på ${form}` : ''}.`,
  stateChanged: told => `Ändrade läget${change(told)}.`,
  memberAdded: told => `Gav ${whom(told)}${told.party ? ` (${told.party})` : ''} åtkomst${withRole(told)}.`,
  roleChanged: told => `Ändrade rollen för ${whom(told)}${change(told)}.`,
  memberRemoved: told =>
    `Tog bort åtkomsten för ${whom(told)}${told.role ? `, som hade rollen ${told.role}` : ''}.`,
  successorNamed: told => `Gjorde ${whom(told)} ansvarig i stället för den som har slutat.`,
  invited: told => `Bjöd in ${whom(told)}${withRole(told)}.`,
  invitationResent: told => `Skickade inbjudan igen till ${whom(told)}.`,
  invitationRevoked: told => `Återkallade inbjudan till ${whom(told)}.`,
  invitationTaken: told => `Tog emot inbjudan och kom in${withRole(told)}.`,
  guestLinkMade: told =>
    `Gjorde gästlänken${called(told)}${told.party ? ` för ${told.party}` : ''}${withRole(told)}${told.endsOn ? `, till och med ${told.endsOn}` : ''}.`,
  guestLinkRevoked: told => `Återkallade gästlänken${called(told)}.`,
  guestEntered: told => `Kom in med gästlänken${called(told)}${withRole(told)}.`,
  accessAsked: () => 'Bad om åtkomst.',
  accessGranted: told => `Sade ja till ${whom(told)}, som hade bett om åtkomst${withRole(told)}.`,
  accessDenied: told => `Sade nej till ${whom(told)}, som hade bett om åtkomst.`,
  sectionClosed: told =>
    told.party
      ? `Lät bara ${told.party} skriva i avsnittet${inSection(told)}.`
      : `Markerade avsnittet${inSection(told)} som klart.`,
  columnsLimited: told =>
    `Begränsade ${told.party ?? 'parter'} till egna kolumner i avsnittet${inSection(told)}.`,
  sectionOpened: told => `Öppnade avsnittet${inSection(told)} för skrivning.`,
  adviceOpened: () => 'Öppnade rådgivning, så att förbundet kan läsa utkastet.',
  adviceClosed: () => 'Avslutade rådgivningen, så att förbundet inte längre ser utkastet.',
  commentReleased: () => 'Lämnade ut en kommentar, som bara den egna parten hade sett, till alla.',
  versionMade: told => `Sparade version${told.version ? ` ${told.version}` : ''}${called(told)}.`,
  versionOpened: told => `Öppnade den tidigare versionen${told.version ? ` ${told.version}` : ''}.`,
  versionRestored: told => `Återställde version${told.version ? ` ${told.version}` : ''}.`,
  roundSent: told => `Skickade på remiss${inRound(told)}.`,
  roundChanged: told => `Ändrade en remiss${inRound(told)}.`,
  roundOver: told => `Avslutade en remiss${inRound(told)}.`,
  roundReminded: told => `Påminde om en remiss${inRound(told)}.`,
  replySent: told => `Skickade remissvar${inRound(told)}.`,
  replyReopened: told => `Öppnade remissvaret igen${inRound(told)}.`,
  oppositionLifted: told => `Lyfte ett avstyrkande${inRound(told)}.`,
  oppositionRecorded: told => `Antecknade ett avstyrkande${ofParty(told)}${inRound(told)}.`,
  remarkAnswered: told => `Svarade på en synpunkt${ofParty(told)}${inRound(told)}.`,
  compilationPublished: told => `Visade sammanställningen${inRound(told)}.`,
  organisationChanged: ({ party, what }) =>
    what === 'ownSignIn'
      ? `Lät ${party ?? 'en organisation'} gå in bara med egen inloggning. De som hade gått in med länk gick ut.`
      : `Ändrade uppgifterna om ${party ?? 'en organisation'}.`,
  personChanged: told => {
    switch (told.what) {
      case 'corrected':
        return 'Rättade uppgifterna om sig själv.'
      case 'added':
        return told.way ? 'Lades till genom inloggningen hos organisationen.' : `Lade till ${whom(told)}.`
      case 'madeAdministrator':
        return `Gjorde ${whom(told)} till administratör.`
      case 'noLongerAdministrator':
        return `Bestämde att ${whom(told)} inte är administratör längre.`
      case 'becameAdministrator':
        return `Släppte in ${whom(told)} som administratör, genom länken som skrivs ut där Samskriv körs.`
      case 'linked':
        return 'Kopplades till sin inloggning hos organisationen.'
      case 'unlinked':
        return `Kopplade bort ${whom(told)} från inloggningen hos organisationen.`
      default:
        return `Ändrade uppgifterna om ${whom(told)}.`
    }
  },
  personDeactivated: told => `Markerade att ${whom(told)} har slutat.`,
  personReactivated: told => `Släppte in ${whom(told)} igen.`,
  ownDataExported: () => 'Hämtade uppgifterna om sig själv.',
  logExported: () => 'Hämtade loggen som fil.',
  logBroken: ({ number, reason }) =>
    `Märkte att loggen är skadad vid post ${number ?? '?'}${reason ? `: ${reason}` : ''}.`,
  refused: told => `Fick nej${told.what ? `: ${told.what}` : ''}${because(told)}.`,
}

/** Why somebody was refused, or what is wrong with the log, in a few words. Others are left out. */
const reasons: Partial<
  Record<
    ProblemKind | OpenIdFault | 'missing' | 'changed' | 'moved' | 'replaced' | 'head' | 'unreadable',
    string
  >
> = {
  mayNot: 'saknar rätten',
  signedOut: 'är inte inne',
  foreignOrigin: 'kom från en främmande sida',
  unknownApplication: 'har inte åtkomst',
  unknownInvitation: 'inbjudan gäller inte',
  unknownGuestLink: 'gästlänken gäller inte',
  tooManyAttempts: 'för många försök',
  linkOver: 'länken gäller inte längre',
  otherBrowser: 'länken öppnades i en annan webbläsare',
  otherPerson: 'inbjudan är till någon annan',
  signInFirst: 'var inte inne',
  ownSignIn: 'organisationen har en egen inloggning',
  freshSignInNeeded: 'hade inte gått in nyss',
  successorNeeded: 'ingen var utsedd att ta över',
  unknownPerson: 'okänd person',
  noParty: 'adressen hör inte till någon part',
  noOwnSignIn: 'organisationen har ingen egen inloggning',
  signInOver: 'inloggningen gällde inte längre',
  cancelled: 'avbröt hos organisationen',
  providerDown: 'organisationens inloggning svarade inte',
  badAnswer: 'svaret från organisationens inloggning gick inte att lita på',
  unverifiedAddress: 'e-postadressen var inte intygad',
  otherDomain: 'e-postadressen hör inte till organisationen',
  otherAccount: 'e-postadressen hör till ett annat konto hos organisationen',
  otherParty: 'hör till en annan part',
  deactivated: 'har slutat',
  programFault: 'fel i programmet',
  missing: 'den saknas',
  changed: 'den är inte som den skrevs',
  moved: 'den står på fel plats',
  replaced: 'den är utbytt mot en annan',
  head: 'det går inte att se om poster efter den är borttagna',
  unreadable: 'det som följer går inte att läsa från disken',
}

/** The log (*loggen*): who has done what, for which party and when. */
export const log = {
  acts,
  sentences,
  reasons,

  title: 'Logg',
  titleOf: (name: string) => `Logg: ${name}`,
  lead: 'Vem som har gjort vad med ansökan, för vilken part och när. Om något i loggen ändras eller tas bort i efterhand, så märks det.',
  leadAll:
    'Vem som har gjort vad i Samskriv, för vilken part och när. Om något i loggen ändras eller tas bort i efterhand, så märks det. Ansökningarna står med sina nummer, inte med namn.',
  backToApplication: 'Till ansökan',
  backToAdministration: 'Till administrationen',
  loading: 'Hämtar loggen…',

  when: 'När',
  who: 'Vem',
  what: 'Vad',
  application: 'Ansökan',
  noApplication: 'Ingen',
  nobody: 'Någon som inte var inne',
  unknownPerson: 'Okänd person',
  program: 'Samskriv',

  filters: 'Visa bara',
  person: 'Person',
  everybody: 'Alla personer',
  act: 'Händelse',
  everything: 'Alla händelser',
  from: 'Från och med',
  to: 'Till och med',
  wrongDays: 'Första dagen ligger efter den sista.',
  clear: 'Visa allt',
  csv: 'Hämta som CSV',

  shown: (count: number, more: boolean) => {
    if (count === 0) return 'Inga händelser.'
    const events = count === 1 ? '1 händelse' : `${count} händelser`
    return more ? `${events} visas. Det finns äldre.` : `${events}.`
  },
  older: 'Visa äldre',
  loadingOlder: 'Hämtar äldre…',
  noOlder: 'Det var allt.',
  empty: 'Här har ingenting hänt ännu.',
  nothingFits: 'Ingenting i loggen passar det du har valt.',

  refusedTitle: 'Du kan inte läsa loggen',
  refusedHelp:
    'Loggen läses av dem som är ansvariga för ansökan och av partsansvariga. Be någon av dem om du behöver veta vad som har gjorts.',
  refusedAllHelp:
    'Loggen för hela Samskriv läses av den som administrerar det. Loggen för en ansökan finns i ansökan.',
}
