import type { PartyColour } from '../../../shared/people/person.ts'

const colours: Record<PartyColour, string> = {
  1: 'Ockra',
  2: 'Blå',
  3: 'Grön',
  4: 'Cerise',
  5: 'Lila',
  6: 'Tegelröd',
}

/** Words of the administrator's page. */
export const admin = {
  lead: 'Här finns organisationerna och personerna, men inget av det som står i ansökningarna.',
  toLog: 'Loggen över vad som har gjorts',
  change: 'Ändra',
  changeOf: (name: string) => `Ändra ${name}`,
  save: 'Spara',

  organisations: 'Organisationer',
  noOrganisations: 'Här finns ingen organisation ännu.',
  addOrganisation: 'Lägg till en organisation',
  organisationSaved: (name: string) => `${name} är sparad`,
  organisationFacts: (shortName: string, kind: string, people: number) =>
    `${shortName} · ${kind} · ${people === 1 ? '1 person' : `${people} personer`}`,
  idIs: (id: string) => `Organisationens id: ${id}`,
  domainsAre: (domains: readonly string[]) => `${domains.map(domain => `@${domain}`).join(', ')}.`,
  noDomains: 'Ingen e-postdomän: ingen kan bjudas in härifrån.',
  colour: 'Färg',
  colours,
  domains: 'E-postdomäner',
  domainsHelp:
    'Det som står efter @ i adresserna, till exempel kommun.example. Skilj flera åt med mellanslag.',
  domainsWrong: 'Skriv domänerna så som de står efter @, var och en en gång.',
  signIn: 'Inloggning',
  signInHelp: 'Så här kommer organisationens personer in.',
  ownSignInMeans: 'De som har gått in med en länk i mejl går ut på en gång, du också om du hör dit.',
  signIns: { mailLink: 'Länk i mejl', openId: 'Organisationens egen inloggning' },
  signInIs: { mailLink: 'Går in med länk i mejl.', openId: 'Går in med egen inloggning.' },

  persons: 'Personer',
  search: 'Sök namn, titel eller e-postadress',
  doSearch: 'Sök',
  found: (count: number, more: boolean) => {
    if (count === 0) return 'Ingen hittades.'
    if (more) return `De första ${count} visas. Sök för att hitta fler.`
    return count === 1 ? '1 person' : `${count} personer`
  },
  addPerson: 'Lägg till en person',
  personSaved: (name: string) => `${name} är sparad`,
  personAdded: (name: string, address: string) =>
    `${name} är tillagd. Ett brev om kontot är på väg till ${address}.`,
  personNotTold: (name: string) =>
    `${name} är tillagd, men brevet om kontot kunde inte läggas i kö. Hälsa själv: gå till Samskriv och skriv din e-postadress.`,
  name: 'Namn',
  nameHelp: 'Så visas personen för dem som skriver tillsammans.',
  nameMissing: 'Skriv ett namn.',
  title: 'Titel',
  address: 'E-postadress',
  addressHelp: 'Domänen avgör vilken organisation personen hör till.',
  isAdministrator: 'Administratör: lägger in organisationer och personer',
  administrator: 'Administratör',
  guest: 'Gäst',
  hasLeft: 'Har slutat',
  former: (party: string | null) => (party ? `Tidigare medarbetare, ${party}` : 'Tidigare medarbetare'),
  isShownAs: (words: string) => `Visas för andra som ”${words}”.`,
  deactivate: 'Har slutat',
  deactivateOf: (name: string) => `${name} har slutat`,
  deactivateNow: 'Stäng ute personen',
  deactivateMeans:
    'Personen går ut överallt på en gång, och länkar som väntar slutar gälla. Det som är skrivet står kvar. Du kan släppa in personen igen.',
  unlink: 'Koppla bort inloggningen',
  unlinkMeans:
    'Kopplar du bort personens konto hos organisationen går personen ut överallt, och nästa gång avgör e-postadressen vem det är som går in.',
  unlinked: (name: string) => `${name} är bortkopplad från sin inloggning`,
  shownAs: 'Så här visas det personen har gjort',
  deactivated: (name: string) => `${name} kommer inte in längre`,
  ownsAlone: (count: number) =>
    count === 1
      ? 'Personen är ensam ansvarig för en ansökan. Någon måste ta över den.'
      : `Personen är ensam ansvarig för ${count} ansökningar. Någon måste ta över dem.`,
  successor: 'Ny ansvarig',
  successorHelp: 'Personen får rollen Ansvarig. Det står i loggen för varje ansökan.',
  chooseSuccessor: 'Välj en person',
  successorMissing: 'Välj vem som tar över.',
  noSuccessor: (count: number, party: string) =>
    `Personen är ensam ansvarig för ${count === 1 ? 'en ansökan' : `${count} ansökningar`}, och hos ${party} finns ingen annan att välja. Lägg först till någon som kan ta över.`,
  nobodyOwns: (count: number) =>
    count === 1
      ? 'Ingen är ansvarig för en ansökan som personen hade.'
      : `Ingen är ansvarig för ${count} ansökningar som personen hade.`,
  nameSuccessor: 'Utse ny ansvarig',
  nameSuccessorOf: (name: string) => `Utse ny ansvarig efter ${name}`,
  successorNamed: (name: string) => `${name} är ansvarig nu`,
  reactivate: 'Släpp in igen',
  reactivateOf: (name: string) => `Släpp in ${name} igen`,
  reactivated: (name: string) => `${name} kan gå in igen`,
}
