import type { ApplicationState } from '../../../shared/document/applicationState.ts'
import type { Role } from '../../../shared/people/role.ts'
import type { access as swedish } from '../sv/access.ts'

/** Why I cannot write in it in this state, though my part is to write. */
const whyNobody: Record<ApplicationState, string> = {
  needsAnalysis: '',
  draft: '',
  reviewRound: 'The application is out for consultation. Nobody writes in it now.',
  proofreading: 'The application is being proofread. Only whoever is responsible changes it now.',
  locked: 'The application is locked for signing. Nobody writes in it now.',
  signing: 'The application is being signed. Nobody writes in it now.',
  signed: 'The application is signed. Nobody writes in it now.',
  submitted: 'The application is submitted. Nobody writes in it now.',
  completionRequested: 'The förbund has asked for more. Nobody writes in it now.',
  inPreparation: 'The förbund is preparing the application. Nobody writes in it now.',
  beforeBoard: 'The application is before the board. Nobody writes in it now.',
  granted: 'The application is granted. Nobody writes in it now.',
  rejected: 'The application is rejected. Nobody writes in it now.',
  running: 'The insats is running. Nobody writes in it now.',
  deviationReview: 'A deviation is being reviewed. Nobody writes in it now.',
  closed: 'The insats is closed. Nobody writes in it now.',
  withdrawn: 'The application is withdrawn. Nobody writes in it now.',
}

const whyRole: Partial<Record<Role, string>> = {
  reviewer: 'You review, and change nothing in the text.',
  officer: 'The draft is open for advice. Nothing has been submitted yet.',
}

export const access: typeof swedish = {
  roles: {
    ownerEditor: 'Responsible',
    partyEditor: 'Write',
    partyLead: 'Responsible for the party',
    reviewer: 'Review',
    signatory: 'Signatory',
    officer: 'Officer',
    reader: 'Read',
  },
  roleMeans: {
    ownerEditor: 'Writes everywhere, invites, closes sections and takes the application forward.',
    partyEditor: 'Writes in every section that is open to the party.',
    partyLead: 'Writes, answers for the party and invites colleagues.',
    reviewer: 'Reads and remarks, but changes nothing in the text.',
    signatory: 'Signs for the party. Sees the application only when it is locked for signing.',
    officer: 'At the förbund. Sees the application when it is submitted, or while advice is open.',
    reader: 'Reads, but changes nothing.',
  },
  rolesMean: 'What do the roles mean?',

  share: 'Share',
  shareWith: (people, waiting) => {
    if (people === null) return 'Share the application'
    const have = people === 1 ? '1 person has access' : `${people} people have access`
    return waiting === 0
      ? `Share the application, ${have}`
      : `Share the application, ${have}, ${waiting} waiting for an answer`
  },
  title: 'Share the application',
  loading: 'Loading who has access…',
  noContactLooking: 'No contact. The list has not been fetched again.',
  noContactDoing: 'No contact. It cannot be seen from here whether it was done.',
  contactBack: 'Contact is back. The list shows how it is now.',
  done: 'Done',
  howMany: (listed, all) => (listed === null ? `(${all})` : `(${listed} of ${all})`),
  showAll: count => `Show all ${count}`,
  showFewer: 'Show fewer',
  filter: 'Find in the list',
  filterHelp: 'Name, e-mail or party.',
  filtered: (listed, all) =>
    listed === 0 ? 'Nobody in the list matches that.' : `${listed} of ${all} are shown.`,
  cancel: 'Cancel',
  you: '(you)',
  whoIs: (name, party) => `${name} (${party})`,
  and: names => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`),

  copyLink: 'Copy link',
  linkCopied: 'The link is copied. It opens the application for those who have access.',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'The link is selected. Press Ctrl+C to copy it.',
  linkToApplication: 'Link to the application',

  mayNotShare: whom =>
    `You can see who has access. ${whom === '' ? 'Whoever is responsible for the application' : whom} can invite more.`,

  inviteField: 'Write a name or e-mail address',
  inviteHelp: 'Several at once is fine: paste a list of addresses.',
  inviteKeys: 'Enter adds more. Nothing is sent until you choose Invite (or press Ctrl+Enter).',
  tooFewLetters: 'Write at least two letters.',
  hits: count =>
    count === 0
      ? 'Nobody found. Write the whole e-mail address.'
      : count === 1
        ? '1 found.'
        : `${count} found.`,
  searchFailed: 'Searching is not possible just now. Whole e-mail addresses can still be chosen.',
  inviteAddress: address => `Invite ${address}`,
  suggestions: 'Suggestions',
  chosen: 'Chosen',
  chosenNow: names => `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} chosen.`,
  notChosenNow: name => `${name} is no longer chosen.`,
  unchoose: name => `Remove ${name} from the chosen`,
  isMember: 'has access already',
  hasSpace: written => `“${written}” has a space in it, which an e-mail address cannot have.`,
  didYouMean: address => `Use ${address}`,
  notAnAddress: written => `“${written}” is not an e-mail address. Check it.`,
  putRightFirst: 'Correct or remove what is left in the field, and then invite.',
  tooMany: most => `At most ${most} can be invited at once.`,
  role: 'Role',
  message: 'Message (optional)',
  messageHelp: 'Goes along with the mail.',
  invite: 'Invite',
  inviting: 'Inviting…',
  outcomesTitle: 'How it went',
  outcomes: {
    added: 'Has access now.',
    invited: 'An invitation is on its way by e-mail.',
    alreadyMember: 'Had access already. Nothing is changed.',
    noParty: 'The address belongs to none of the parties. Check it, or make a guest link.',
    mayNot: 'Cannot have that role. Choose another. The förbund is let in with advice.',
    left: 'Does not work there any more, and cannot be invited.',
  },
  noCommonRole: 'The chosen cannot share a role. Invite them apart.',

  requests: 'Requests for access',
  askedOn: day => `Asked for access ${day}`,
  grant: 'Approve',
  grantTo: name => `Approve ${name}`,
  deny: name => `Say no to ${name}`,
  granted: name => `${name} has access now.`,
  denied: name => `The request from ${name} is removed.`,
  roleOf: name => `Role of ${name}`,

  invitations: 'Invited',
  invitedOn: (by, day) => `Invited ${day} by ${by}`,
  mail: {
    waiting: 'The mail is on its way',
    sent: 'The mail is sent',
    failed: 'The mail did not arrive. Check the address',
  },
  validUntil: day => `Valid until ${day}`,
  expired: 'The invitation has expired. Send it again.',
  resend: 'Send again',
  resendTo: address => `Send again to ${address}`,
  resent: address => `The invitation to ${address} is sent again.`,
  revoke: 'Revoke',
  revokeInvitation: address => `Revoke the invitation to ${address}`,
  revoked: what => `The invitation to ${what} is revoked.`,

  members: 'Have access',
  hasLeft: 'has left',
  guestUntil: day => `Guest until ${day}`,
  onlyOwner: 'The only one responsible. Make somebody else Responsible first to change the role.',
  roleChanged: (name, role) => `${name} now has the role ${role}.`,
  remove: name => `Remove ${name}`,
  removeTitle: name => `Remove ${name}?`,
  removeHelp: name =>
    `${name} cannot open the application any more, and what is open closes at once. What is written and saved stays.`,
  removeLeftHelp: name =>
    `${name} has left and cannot sign in. What has been written and saved already stays.`,
  removeConfirm: 'Remove',
  removed: name => `${name} has no access any more.`,
  leave: 'Leave the application',
  leaveTitle: 'Leave the application?',
  leaveHelp: 'You cannot open the application any more. What you have written and saved stays.',
  leaveConfirm: 'Leave',
  lowerSelfTitle: 'Change your own role?',
  lowerSelfHelp: role =>
    `You get the role ${role}, and cannot change it back yourself. Somebody else who is responsible can.`,
  lowerSelfConfirm: 'Change my role',

  guestLinks: 'Guest links',
  guestLinksHelp: 'For those who cannot sign in here. Whoever has the link writes her name and comes in.',
  newGuestLink: 'New guest link',
  guestLabel: 'Whom the link is for',
  guestLabelHelp: 'For example “The auditor at Heby kommun”.',
  guestParty: 'Belongs to',
  guestEndsOn: 'Last day',
  makeGuestLink: 'Make the link',
  guestLabelMissing: 'Write whom the link is for.',
  guestDayMissing: 'Choose a day from today on.',
  guestLinkMade: label => `The link for ${label} is ready. It is shown only now, so copy it.`,
  guestLink: label => `Guest link for ${label}`,
  guestLinkLine: (party, role, day) => `${party} · ${role} · until ${day}`,
  guestLinkOver: 'Has expired',
  copyGuestLink: label => `Copy the link for ${label}`,
  revokeGuestLink: label => `Revoke the link for ${label}`,
  revokeGuestTitle: label => `Revoke the link for ${label}?`,
  revokeGuestHelp: 'The link stops working, and those who came by it are shut out at once.',
  guestLinkRevoked: label => `The link for ${label} is revoked.`,

  advice: 'Advice from the förbund',
  adviceHelp: 'While it is open the förbund can read the draft, and that is written in the log.',
  adviceSince: (by, day) => `Opened by ${by} ${day}`,
  adviceTitle: 'Open the draft to the förbund?',
  adviceQuestion:
    'The officers of the förbund can then read the draft until you close it again. It is written in the log.',
  adviceConfirm: 'Open for advice',
  adviceOpened: 'Advice is open. The förbund can read the draft.',
  adviceClosed: 'Advice is closed. The förbund does not see the draft any more.',

  sectionMenu: heading => `Who writes in ${heading}`,
  openToAll: 'Open to all who write',
  onlyParty: party => `Written only by ${party}`,
  finished: 'Finished (locked)',
  finishedSign: 'Finished',
  writtenBy: party => `Written only by ${party}.`,
  writtenByYou: party => `Written only by you, ${party}.`,
  finishedBy: (name, party, day) => `Finished. Marked by ${name}, ${party}, ${day}.`,
  openAgain: 'Open again',
  openAgainSection: heading => `Open again: ${heading}`,
  whyNot: (why, about) => {
    const whom = about.whom === '' ? 'whoever is responsible' : about.whom
    switch (why) {
      case 'finished':
        return about.isMine
          ? 'The section is finished and locked. Choose Open again under the heading to write.'
          : `The section is finished and locked. Ask ${whom} to open it if something must change.`
      case 'otherParty':
        return about.isMine
          ? `Only ${about.party} writes here. Open the section to all under the heading, or ask them.`
          : `Only ${about.party} writes here. Ask them, or ${whom}, if something must change.`
      case 'state':
        return 'In proofreading only running text changes.'
      case 'role':
        return `You are reading. Ask ${whom} if you need to write.`
    }
  },
  closedNow: (heading, why) => `${heading}: ${why}`,

  youRead: 'You are reading.',
  mayComment: 'You may comment on what you select.',
  readingWhy: (role, state, why) => (why === 'state' ? whyNobody[state] : (whyRole[role] ?? '')),
  askToWrite: whom =>
    `${whom === '' ? 'Ask whoever is responsible for the application' : `Ask ${whom}`} if you need to write.`,
  askAboutState: whom => (whom === '' ? '' : `Ask ${whom} if something must change.`),

  lostTitle: 'You no longer have access to this application',
  lostSaved: 'All that you had written is saved.',
  lostUnsaved: 'What could not be saved stands under Rescued text. Copy what you want to keep.',
  lostAsk: whom =>
    `Ask ${whom === '' ? 'whoever is responsible for the application' : whom}, or request access.`,

  noAccessTitle: 'The application does not exist, or you have no access',
  noAccessHelp: 'Check the link. If it is right you can ask those who are responsible to let you in.',
  ask: 'Request access',
  askMessage: 'Message to those who are responsible (optional)',
  askMessageHelp: 'For example who you are and why you need to read or write.',
  asked: 'Your request is sent',
  askedHelp:
    'If the application exists, those who are responsible get it. If they say yes it can be opened at the same address.',
  keptHere: 'This could not be saved in the application and is only in this browser:',
}
