import type { people as swedish } from '../sv/people.ts'

export const people: typeof swedish = {
  guestName: name => `${name} (guest)`,
  enterTitle: 'Enter by e-mail',
  goingOn: 'Enter to reach the page you asked for.',
  address: 'Your e-mail address at work',
  addressHelp: 'You get a link that lets you in. You need no password.',
  addressHelpOwn:
    'You get a link that lets you in. If your organisation has a sign-in of its own you come to that instead.',
  addressWrong: 'Write the whole address, for example first.last@municipality.example.',
  sendLink: 'Send a link',
  linkAsked:
    'If we know the address, a mail arrives within a minute. Open the link in the same browser; it works for ten minutes.',
  linkAskedFor: address =>
    `You wrote ${address}. No mail? Look among the junk mail and check that the address is right.`,
  otherAddress: 'Write another address',
  ownSignIn: 'Your organisation has a sign-in of its own.',
  openOwnSignIn: 'Open it in a new tab',
  openIdFaults: {
    tooManyAttempts: 'There have been too many attempts to enter from here. Wait a while and try again.',
    noOwnSignIn:
      'The organisation has no sign-in of its own here. Write your e-mail address to enter by a link.',
    signInOver: 'The sign-in took too long or was already used. Enter once more.',
    otherBrowser:
      'The sign-in did not begin in this browser. Enter once more here. If it happens again, allow cookies for Samskriv.',
    cancelled: 'The sign-in at your organisation was cancelled. Enter once more if you want to go on.',
    providerDown:
      'Your organisation’s sign-in does not answer right now. Try again in a while. If that does not help, tell your IT department.',
    badAnswer:
      'The answer of your organisation’s sign-in could not be trusted, so you did not get in. Try again. If it happens again, tell whoever looks after Samskriv.',
    unverifiedAddress:
      'Your organisation’s sign-in does not vouch for any e-mail address of yours, so you did not get in. Ask your IT department to mend it.',
    otherDomain:
      'The e-mail address that your organisation’s sign-in vouches for does not belong to the organisation here. Ask the administrator of Samskriv to add the domain.',
    otherAccount:
      'Your e-mail address belongs to another account at your organisation here. Ask the administrator of Samskriv for help.',
    otherParty:
      'You belong to another organisation in Samskriv. Enter by the e-mail address that you have there.',
    deactivated:
      'You no longer have access to Samskriv. Ask the administrator of Samskriv to let you in again.',
    programFault: 'Something went wrong here, so you did not get in. Try again in a while.',
  },

  linkBrokenTitle: 'The link is not whole',
  linkBroken:
    'It may have been cut off, or the page has been reloaded. Open the link once more where you got it.',
  enterHere: 'Enter',
  enterPageTitle: 'Enter Samskriv',
  enterPageLead: 'The link lets you in once. If you did not ask for it you can close the page.',
  nowEntered: (name, party) =>
    `${name}, ${party}, is signed in in this browser now. That ends if you enter by the link.`,
  invitationOver:
    'Have you accepted already? Enter with your e-mail address. Otherwise ask whoever invited you for a new invitation.',
  guestOver: 'Ask whoever gave you the link for a new one.',
  newLinkTitle: 'Ask for a new link',
  invitationTitle: 'You are invited',
  invitedTo: (by, application) => `${by} invites you to the application “${application}”.`,
  invitedToUnnamed: by => `${by} invites you to an application.`,
  invitedFor: 'You take part for',
  invitedAddress: 'The invitation is for',
  invitedOnce: 'The link in the mail works once. Next time you enter with your e-mail address.',
  invitedOwnSignIn:
    'Your organisation has a sign-in of its own. Once you have entered by it you have access to the application.',
  toOwnSignIn: 'To the organisation’s sign-in',
  yourName: 'Your name',
  yourNameHelp: 'So you are shown to those you write with.',
  nameMissing: 'Write your name.',
  lineTooLong: length => `The text is ${length} characters long. Shorten it to at most 100.`,
  yourTitle: 'Your title',
  yourTitleHelp: 'For example officer. May be left empty.',
  takeInvitation: 'Accept and enter',
  guestTitle: 'Enter as a guest',
  guestLead: 'The link lets you into one application. Write your name, so that the others know who you are.',
  firstTitle: 'First administrator',
  firstLead:
    'You will be the one who adds organisations and people to Samskriv. You read applications only if somebody invites you to them.',
  firstOver: 'Whoever looks after the server makes a new link by the command npm run administrator.',
  firstAddressHelp: 'What stands after the @ becomes the mail domain of your organisation.',
  yourself: 'You',
  yourOrganisation: 'Your organisation',
  begin: 'Begin',

  organisationName: 'Name of the organisation',
  organisationNameHelp: 'For example Försäkringskassan.',
  organisationShortName: 'Short name',
  organisationShortNameHelp: 'For example FK. Stands beside carets and in lists.',
  organisationNameMissing: 'Write a name.',
  organisationKind: 'Kind',
  organisationKindHelp: 'Cannot be changed later.',
  kind: {
    kommun: 'Municipality',
    arbetsformedlingen: 'Arbetsförmedlingen',
    forsakringskassan: 'Försäkringskassan',
    region: 'Region',
    forbund: 'Samordningsförbund',
  },

  signInAgain: 'Enter again',
  signInAgainAs: (name, party) =>
    `Enter as ${name}, ${party}, and what you have written is saved. If somebody else enters it is not shown to them, and not saved until you are back yourself.`,
  freshSignInAs: (name, party) =>
    `Enter as ${name}, ${party}. The page stays with what you have filled in, so that you can save once more.`,
  freshAgain: 'You are in again. Try once more.',
  signInAgainMail: 'Once you have entered by the link you go on here.',
  signInAgainGuest: 'Open the guest link once more in this browser, and what you have written is saved.',
  otherEntered: (now, before) =>
    `${now} is now signed in in this browser. What ${before} had not saved stays until ${before} enters again.`,

  menu: 'Account and way out',
  account: 'Account',
  administration: 'Administration',
  accountTitle: 'Your account',
  aboutYou: 'About you',
  party: 'Party',
  saveDetails: 'Save the details',
  detailsSaved: 'The details are saved',
  sessionsTitle: 'Where you are signed in',
  sessionsLead: 'End what you do not recognise.',
  unknownDevice: 'Unknown browser',
  thisBrowser: 'This browser',
  sessionFor: (party, way) => `For ${party}, ${way}`,
  sessionBegan: 'Signed in since',
  sessionSeen: 'last here',
  way: {
    demo: 'as a demo person',
    mailLink: 'by a link by mail',
    openId: 'by the organisation’s sign-in',
    invitation: 'by an invitation',
    guest: 'by a guest link',
    firstAdministrator: 'by the link for the first administrator',
  },
  endSession: 'End',
  endSessionOf: (device, began) => `End ${device}, signed in since ${began}`,
  sessionEnded: 'Ended',
  leaveEverywhere: 'Leave everywhere',
  leaveEverywhereQuestion: 'You leave in every browser where you are signed in, this one too.',
  ownDataTitle: 'What is kept about you',
  ownDataLead:
    'A file with your name, your title, where you are signed in, the applications you have access to, and what the log says about you.',
  ownData: 'Get my data',
}
