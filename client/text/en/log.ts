import type { AuditAct } from '../../../shared/http/auditLog.ts'
import type { log as sv, Told } from '../sv/log.ts'

const acts: Record<AuditAct, string> = {
  signedIn: 'Came in',
  signedOut: 'Went out',
  signInRefused: 'Was not let in',
  sessionEnded: 'Ended a sign-in',
  linkAsked: 'Asked for a link to come in',
  created: 'Started the application',
  opened: 'Opened the application',
  exported: 'Fetched the application as a file',
  movedToForm: 'Moved the application to a newer form',
  stateChanged: 'Changed state',
  memberAdded: 'Gave access',
  roleChanged: 'Changed a role',
  memberRemoved: 'Took away access',
  successorNamed: 'Named somebody new responsible',
  invited: 'Invited',
  invitationResent: 'Sent an invitation again',
  invitationRevoked: 'Revoked an invitation',
  invitationTaken: 'Took an invitation',
  guestLinkMade: 'Made a guest link',
  guestLinkRevoked: 'Revoked a guest link',
  guestEntered: 'Came in by a guest link',
  accessAsked: 'Asked for access',
  accessGranted: 'Said yes to a request for access',
  accessDenied: 'Said no to a request for access',
  sectionClosed: 'Closed a section',
  columnsLimited: 'Limited parties to their own columns',
  sectionOpened: 'Opened a section',
  adviceOpened: 'Opened advice',
  adviceClosed: 'Ended advice',
  commentReleased: 'Released an internal comment',
  versionMade: 'Saved a version',
  versionOpened: 'Opened an earlier version',
  versionRestored: 'Restored a version',
  roundSent: 'Sent a round',
  roundChanged: 'Changed a round',
  roundOver: 'Ended a round',
  roundReminded: 'Sent reminders of a round',
  replySent: 'Sent an answer',
  replyReopened: 'Opened the answer again',
  oppositionLifted: 'Lifted an opposition',
  oppositionRecorded: 'Recorded an opposition',
  remarkAnswered: 'Answered a remark',
  compilationPublished: 'Published the compilation',
  organisationChanged: 'Changed an organisation',
  personChanged: 'Changed personal details',
  personDeactivated: 'Marked that somebody has left',
  personReactivated: 'Let somebody in again',
  ownDataExported: 'Fetched details about themselves',
  logExported: 'Fetched the log',
  logBroken: 'The log is damaged',
  refused: 'Was refused',
}

const whom = (told: Told) => told.person ?? told.address ?? 'somebody'
const withRole = ({ role }: Told) => (role ? ` with the role ${role}` : '')
const called = ({ label }: Told) => (label ? ` “${label}”` : '')
const inSection = ({ section }: Told) => (section ? ` “${section}”` : '')
const because = ({ reason }: Told) => (reason ? `: ${reason}` : '')
const inRound = ({ round }: Told) => (round ? ` (round ${round})` : '')
const ofVersion = ({ version }: Told) => (version ? ` of version ${version}` : '')
const ofParty = ({ party }: Told) => (party ? ` from ${party}` : '')
const change = ({ from, to }: Told) => `${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}`

/** What a file was fetched as. */
const formats: Readonly<Record<string, string>> = {
  ...{ docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'a table (CSV)' },
  ...{ html: 'a web page', json: 'data (JSON)', file: 'a file' },
}

const sentences: Record<AuditAct, (told: Told) => string> = {
  signedIn: ({ way }) => `Came in${way ? ` ${way}` : ''}.`,
  signedOut: () => 'Went out.',
  signInRefused: told =>
    `Was not let in${told.address ? ` as ${told.address}` : ''}${told.way ? ` ${told.way}` : ''}${because(told)}.`,
  sessionEnded: ({ what }) => (what === 'all' ? 'Went out everywhere.' : 'Ended a sign-in in a browser.'),
  linkAsked: ({ address }) => `Asked for a link to come in${address ? `, sent to ${address}` : ''}.`,
  created: ({ form, what }) => {
    const from =
      { word: ' from a Word file', moved: ' from an application on an older form' }[what ?? ''] ?? ''
    return `Started the application${form ? ` on ${form}` : ''}${from}.`
  },
  opened: () => 'Opened the application.',
  exported: told => {
    const { what } = told
    const format = formats[told.format ?? ''] ?? told.format ?? 'a file'
    if (what === 'compilation') return `Fetched the compilation${inRound(told)} as ${format}.`
    if (what === 'records') return `Fetched a record${inRound(told)} as ${format}.`
    if (what === 'register') return `Fetched the register${inRound(told)} as ${format}.`
    if (what === 'budget') return `Fetched the budget${ofVersion(told)} as ${format}.`
    return `Fetched the application${ofVersion(told)} as ${format}.`
  },
  movedToForm: ({ form }) => `Made a new application of this one${form ? ` on ${form}` : ''}.`,
  stateChanged: told => `Changed the state${change(told)}.`,
  memberAdded: told => `Gave ${whom(told)}${told.party ? ` (${told.party})` : ''} access${withRole(told)}.`,
  roleChanged: told => `Changed the role of ${whom(told)}${change(told)}.`,
  memberRemoved: told =>
    `Took away the access of ${whom(told)}${told.role ? `, who had the role ${told.role}` : ''}.`,
  successorNamed: told => `Made ${whom(told)} responsible instead of whoever has left.`,
  invited: told => `Invited ${whom(told)}${withRole(told)}.`,
  invitationResent: told => `Sent the invitation to ${whom(told)} again.`,
  invitationRevoked: told => `Revoked the invitation to ${whom(told)}.`,
  invitationTaken: told => `Took the invitation and came in${withRole(told)}.`,
  guestLinkMade: told =>
    `Made the guest link${called(told)}${told.party ? ` for ${told.party}` : ''}${withRole(told)}${told.endsOn ? `, to the end of ${told.endsOn}` : ''}.`,
  guestLinkRevoked: told => `Revoked the guest link${called(told)}.`,
  guestEntered: told => `Came in by the guest link${called(told)}${withRole(told)}.`,
  accessAsked: () => 'Asked for access.',
  accessGranted: told => `Said yes to ${whom(told)}, who had asked for access${withRole(told)}.`,
  accessDenied: told => `Said no to ${whom(told)}, who had asked for access.`,
  sectionClosed: told =>
    told.party
      ? `Let only ${told.party} write in the section${inSection(told)}.`
      : `Marked the section${inSection(told)} as finished.`,
  columnsLimited: told =>
    `Limited ${told.party ?? 'parties'} to their own columns in the section${inSection(told)}.`,
  sectionOpened: told => `Opened the section${inSection(told)} for writing.`,
  adviceOpened: () => 'Opened advice, so that the association can read the draft.',
  adviceClosed: () => 'Ended advice, so that the association no longer sees the draft.',
  commentReleased: () => 'Released a comment, which only their own party had seen, to everybody.',
  versionMade: told => `Saved version${told.version ? ` ${told.version}` : ''}${called(told)}.`,
  versionOpened: told => `Opened the earlier version${told.version ? ` ${told.version}` : ''}.`,
  versionRestored: told => `Restored version${told.version ? ` ${told.version}` : ''}.`,
  roundSent: told => `Sent a round${inRound(told)}.`,
  roundChanged: told => `Changed a round${inRound(told)}.`,
  roundOver: told => `Ended a round${inRound(told)}.`,
  roundReminded: told => `Sent reminders of a round${inRound(told)}.`,
  replySent: told => `Sent an answer${inRound(told)}.`,
  replyReopened: told => `Opened the answer again${inRound(told)}.`,
  oppositionLifted: told => `Lifted an opposition${inRound(told)}.`,
  oppositionRecorded: told => `Recorded an opposition${ofParty(told)}${inRound(told)}.`,
  remarkAnswered: told => `Answered a remark${ofParty(told)}${inRound(told)}.`,
  compilationPublished: told => `Published the compilation${inRound(told)}.`,
  organisationChanged: ({ party, what }) =>
    what === 'ownSignIn'
      ? `Let ${party ?? 'an organisation'} come in only by its own sign-in. Those who had come in by a link were signed out.`
      : `Changed the details of ${party ?? 'an organisation'}.`,
  personChanged: told => {
    switch (told.what) {
      case 'corrected':
        return 'Corrected their own details.'
      case 'added':
        return told.way ? 'Was added by the sign-in at the organisation.' : `Added ${whom(told)}.`
      case 'madeAdministrator':
        return `Made ${whom(told)} administrator.`
      case 'noLongerAdministrator':
        return `Decided that ${whom(told)} is no longer administrator.`
      case 'becameAdministrator':
        return `Let in ${whom(told)} as administrator, by the link that is printed where Samskriv runs.`
      case 'linked':
        return 'Was linked to their sign-in at the organisation.'
      case 'unlinked':
        return `Unlinked ${whom(told)} from the sign-in at the organisation.`
      default:
        return `Changed the details of ${whom(told)}.`
    }
  },
  personDeactivated: told => `Marked that ${whom(told)} has left.`,
  personReactivated: told => `Let ${whom(told)} in again.`,
  ownDataExported: () => 'Fetched the details about themselves.',
  logExported: () => 'Fetched the log as a file.',
  logBroken: ({ number, reason }) =>
    `Noticed that the log is damaged at entry ${number ?? '?'}${reason ? `: ${reason}` : ''}.`,
  refused: told => `Was refused${told.what ? `: ${told.what}` : ''}${because(told)}.`,
}

export const log: typeof sv = {
  acts,
  sentences,
  reasons: {
    mayNot: 'has no right to',
    signedOut: 'is not signed in',
    foreignOrigin: 'came from a foreign page',
    unknownApplication: 'has no access',
    unknownInvitation: 'the invitation is not valid',
    unknownGuestLink: 'the guest link is not valid',
    tooManyAttempts: 'too many attempts',
    linkOver: 'the link is no longer valid',
    otherBrowser: 'the link was opened in another browser',
    otherPerson: 'the invitation is to somebody else',
    signInFirst: 'was not signed in',
    ownSignIn: 'the organisation has a sign-in of its own',
    freshSignInNeeded: 'had not signed in just now',
    successorNeeded: 'nobody was named to take over',
    unknownPerson: 'unknown person',
    noParty: 'the address belongs to no party',
    noOwnSignIn: 'the organisation has no sign-in of its own',
    signInOver: 'the sign-in was no longer valid',
    cancelled: 'cancelled at the organisation',
    providerDown: 'the organisation’s sign-in did not answer',
    badAnswer: 'the answer of the organisation’s sign-in could not be trusted',
    unverifiedAddress: 'the e-mail address was not vouched for',
    otherDomain: 'the e-mail address does not belong to the organisation',
    otherAccount: 'the e-mail address belongs to another account at the organisation',
    otherParty: 'belongs to another party',
    deactivated: 'has left',
    programFault: 'a fault in the program',
    missing: 'it is missing',
    changed: 'it is not as it was written',
    moved: 'it stands in the wrong place',
    replaced: 'it has been replaced by another',
    head: 'entries after it may have been removed without a trace',
    unreadable: 'what follows cannot be read from the disk',
  },

  title: 'Log',
  titleOf: name => `Log: ${name}`,
  lead: 'Who has done what with the application, for which party and when. If anything in the log is changed or removed afterwards, it shows.',
  leadAll:
    'Who has done what in Samskriv, for which party and when. If anything in the log is changed or removed afterwards, it shows. Applications stand by their numbers, not by name.',
  backToApplication: 'To the application',
  backToAdministration: 'To administration',
  loading: 'Fetching the log…',

  when: 'When',
  who: 'Who',
  what: 'What',
  application: 'Application',
  noApplication: 'None',
  nobody: 'Somebody who was not signed in',
  unknownPerson: 'Unknown person',
  program: 'Samskriv',

  filters: 'Show only',
  person: 'Person',
  everybody: 'Everybody',
  act: 'Event',
  everything: 'All events',
  from: 'From',
  to: 'To',
  wrongDays: 'The first day is after the last.',
  clear: 'Show everything',
  csv: 'Fetch as CSV',

  shown: (count, more) => {
    if (count === 0) return 'No events.'
    const events = count === 1 ? '1 event' : `${count} events`
    return more ? `${events} shown. There are older ones.` : `${events}.`
  },
  older: 'Show older',
  loadingOlder: 'Fetching older…',
  noOlder: 'That is all.',
  empty: 'Nothing has happened here yet.',
  nothingFits: 'Nothing in the log fits what you have chosen.',

  refusedTitle: 'You cannot read the log',
  refusedHelp:
    'The log is read by those who are responsible for the application and by party leads. Ask one of them if you need to know what has been done.',
  refusedAllHelp:
    'The log of all of Samskriv is read by its administrator. The log of an application is found in the application.',
}
