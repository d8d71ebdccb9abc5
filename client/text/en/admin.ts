import type { admin as swedish } from '../sv/admin.ts'

export const admin: typeof swedish = {
  lead: 'The organisations and the people are here, but nothing of what the applications say.',
  toLog: 'The log of what has been done',
  change: 'Change',
  changeOf: name => `Change ${name}`,
  save: 'Save',

  organisations: 'Organisations',
  noOrganisations: 'There is no organisation here yet.',
  addOrganisation: 'Add an organisation',
  organisationSaved: name => `${name} is saved`,
  organisationFacts: (shortName, kind, people) =>
    `${shortName} · ${kind} · ${people === 1 ? '1 person' : `${people} people`}`,
  idIs: id => `The organisation’s id: ${id}`,
  domainsAre: domains => `${domains.map(domain => `@${domain}`).join(', ')}.`,
  noDomains: 'No mail domain: nobody can be invited from here.',
  colour: 'Colour',
  colours: { 1: 'Ochre', 2: 'Blue', 3: 'Green', 4: 'Cerise', 5: 'Purple', 6: 'Brick red' },
  domains: 'Mail domains',
  domainsHelp:
    'What stands after the @ in the addresses, for example municipality.example. Separate several by spaces.',
  domainsWrong: 'Write the domains as they stand after the @, each of them once.',
  signIn: 'Sign-in',
  signInHelp: 'How the organisation’s people get in.',
  ownSignInMeans:
    'Those who have come in by a link by mail are signed out at once, and so are you if you are one of them.',
  signIns: { mailLink: 'Link by mail', openId: 'The organisation’s own sign-in' },
  signInIs: { mailLink: 'Enters by a link by mail.', openId: 'Enters by its own sign-in.' },

  persons: 'People',
  search: 'Search name, title or e-mail address',
  doSearch: 'Search',
  found: (count, more) => {
    if (count === 0) return 'Nobody was found.'
    if (more) return `The first ${count} are shown. Search to find more.`
    return count === 1 ? '1 person' : `${count} people`
  },
  addPerson: 'Add a person',
  personSaved: name => `${name} is saved`,
  personAdded: (name, address) => `${name} is added. A letter about the account is on its way to ${address}.`,
  personNotTold: name =>
    `${name} is added, but the letter about the account could not be queued. Tell the person yourself: go to Samskriv and write your e-mail address.`,
  name: 'Name',
  nameHelp: 'How the person is shown to those who write together.',
  nameMissing: 'Write a name.',
  title: 'Title',
  address: 'E-mail address',
  addressHelp: 'Its domain tells which organisation the person belongs to.',
  isAdministrator: 'Administrator: adds organisations and people',
  administrator: 'Administrator',
  guest: 'Guest',
  hasLeft: 'Has left',
  former: party => (party ? `Former colleague, ${party}` : 'Former colleague'),
  isShownAs: words => `Shown to others as “${words}”.`,
  deactivate: 'Has left',
  deactivateOf: name => `${name} has left`,
  deactivateNow: 'Shut the person out',
  deactivateMeans:
    'The person is signed out everywhere at once, and links that wait stop working. What is written stays. You can let the person in again.',
  unlink: 'Unlink the sign-in',
  unlinkMeans:
    'When you unlink the person’s account at the organisation, the person is signed out everywhere, and next time the e-mail address tells who comes in.',
  unlinked: name => `${name} is unlinked from the sign-in`,
  shownAs: 'How what the person has done is shown',
  deactivated: name => `${name} can no longer enter`,
  ownsAlone: count =>
    count === 1
      ? 'The person is the only one responsible for an application. Somebody must take it over.'
      : `The person is the only one responsible for ${count} applications. Somebody must take them over.`,
  successor: 'Newly responsible',
  successorHelp: 'The person gets the role Responsible. The log of each application says so.',
  chooseSuccessor: 'Choose a person',
  successorMissing: 'Choose who takes over.',
  noSuccessor: (count, party) =>
    `The person is the only one responsible for ${count === 1 ? 'an application' : `${count} applications`}, and at ${party} there is nobody else to choose. Add somebody who can take over first.`,
  nobodyOwns: count =>
    count === 1
      ? 'Nobody is responsible for an application that the person had.'
      : `Nobody is responsible for ${count} applications that the person had.`,
  nameSuccessor: 'Name somebody responsible',
  nameSuccessorOf: name => `Name somebody responsible after ${name}`,
  successorNamed: name => `${name} is responsible now`,
  reactivate: 'Let in again',
  reactivateOf: name => `Let ${name} in again`,
  reactivated: name => `${name} can enter again`,
}
