import type { ApplicationState } from '../../../shared/document/applicationState.ts'
import type { InvitedAnswer } from '../../../shared/http/access.ts'
import type { WhyNotWrite } from '../../../shared/people/closedSection.ts'
import type { Role } from '../../../shared/people/role.ts'

type Outcome = InvitedAnswer['invited'][number]['outcome']

const roles: Record<Role, string> = {
  ownerEditor: 'Ansvarig',
  partyEditor: 'Skriva',
  partyLead: 'Partsansvarig',
  reviewer: 'Granska',
  signatory: 'Undertecknare',
  officer: 'Handläggare',
  reader: 'Läsa',
}

const roleMeans: Record<Role, string> = {
  ownerEditor: 'Skriver överallt, bjuder in, stänger avsnitt och för ansökan framåt.',
  partyEditor: 'Skriver i alla avsnitt som är öppna för parten.',
  partyLead: 'Skriver, svarar för sin part och bjuder in egna kollegor.',
  reviewer: 'Läser och lämnar synpunkter, men ändrar inget i texten.',
  signatory: 'Skriver under för sin part. Ser ansökan först när den är låst för underskrift.',
  officer: 'Hos förbundet. Ser ansökan när den är inlämnad, eller så länge rådgivningen är öppen.',
  reader: 'Läser, men ändrar inget.',
}

const outcomes: Record<Outcome, string> = {
  added: 'Har åtkomst nu.',
  invited: 'En inbjudan är på väg med e-post.',
  alreadyMember: 'Hade redan åtkomst. Inget är ändrat.',
  noParty: 'Adressen hör inte till någon av parterna. Kontrollera den, eller gör en gästlänk.',
  mayNot: 'Kan inte få den rollen. Välj en annan. Förbundet släpps in med rådgivning.',
  left: 'Arbetar inte kvar, och kan inte bjudas in.',
}

/** Why I cannot write in it in this state, though my part is to write. */
const whyNobody: Record<ApplicationState, string> = {
  needsAnalysis: '',
  draft: '',
  reviewRound: 'Ansökan är på remiss. Ingen skriver i den nu.',
  proofreading: 'Ansökan korrekturläses. Bara den som är ansvarig ändrar i den nu.',
  locked: 'Ansökan är låst för underskrift. Ingen skriver i den nu.',
  signing: 'Ansökan skrivs under. Ingen skriver i den nu.',
  signed: 'Ansökan är undertecknad. Ingen skriver i den nu.',
  submitted: 'Ansökan är inlämnad. Ingen skriver i den nu.',
  completionRequested: 'Förbundet har bett om komplettering. Ingen skriver i den nu.',
  inPreparation: 'Förbundet bereder ansökan. Ingen skriver i den nu.',
  beforeBoard: 'Ansökan ligger hos styrelsen. Ingen skriver i den nu.',
  granted: 'Ansökan är beviljad. Ingen skriver i den nu.',
  rejected: 'Ansökan har fått avslag. Ingen skriver i den nu.',
  running: 'Insatsen pågår. Ingen skriver i den nu.',
  deviationReview: 'En avvikelse prövas. Ingen skriver i den nu.',
  closed: 'Insatsen är avslutad. Ingen skriver i den nu.',
  withdrawn: 'Ansökan är återkallad. Ingen skriver i den nu.',
}

const whyRole: Partial<Record<Role, string>> = {
  reviewer: 'Du granskar och ändrar inget i texten.',
  officer: 'Utkastet är öppet för rådgivning. Inget är inlämnat än.',
}

/** Who has access, who may write where, and how others are let in. */
export const access = {
  roles,
  roleMeans,
  rolesMean: 'Vad betyder rollerna?',

  share: 'Dela',
  shareWith: (people: number | null, waiting: number) => {
    if (people === null) return 'Dela ansökan'
    const have = people === 1 ? '1 person har åtkomst' : `${people} personer har åtkomst`
    return waiting === 0 ? `Dela ansökan, ${have}` : `Dela ansökan, ${have}, ${waiting} väntar på svar`
  },
  title: 'Dela ansökan',
  loading: 'Hämtar vilka som har åtkomst…',
  /** Shown only while contact is gone: whether something was done is not known here. */
  noContactLooking: 'Ingen kontakt. Listan är inte hämtad på nytt.',
  noContactDoing: 'Ingen kontakt. Härifrån går det inte att se om det blev gjort.',
  contactBack: 'Kontakten är tillbaka. Listan visar hur det är nu.',
  done: 'Klar',
  /** In a heading; `listed` when only some are asked for. */
  howMany: (listed: number | null, all: number) => (listed === null ? `(${all})` : `(${listed} av ${all})`),
  showAll: (count: number) => `Visa alla ${count}`,
  showFewer: 'Visa färre',
  filter: 'Hitta i listan',
  filterHelp: 'Namn, e-post eller part.',
  filtered: (listed: number, all: number) =>
    listed === 0 ? 'Ingen i listan stämmer med det.' : `${listed} av ${all} visas.`,
  cancel: 'Avbryt',
  you: '(du)',
  whoIs: (name: string, party: string) => `${name} (${party})`,
  and: (names: readonly string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} eller ${names.at(-1)}`,

  copyLink: 'Kopiera länk',
  linkCopied: 'Länken är kopierad. Den öppnar ansökan för dem som har åtkomst.',
  copy: 'Kopiera',
  copied: 'Kopierad',
  copyByHand: 'Länken är markerad. Tryck Ctrl+C för att kopiera den.',
  linkToApplication: 'Länk till ansökan',

  mayNotShare: (whom: string) =>
    `Du kan se vilka som har åtkomst. ${whom === '' ? 'Den som är ansvarig för ansökan' : whom} kan bjuda in fler.`,

  inviteField: 'Skriv namn eller e-post',
  inviteHelp: 'Flera på en gång går bra: klistra in en lista med adresser.',
  inviteKeys: 'Enter lägger till fler. Inget skickas förrän du väljer Bjud in (eller trycker Ctrl+Enter).',
  tooFewLetters: 'Skriv minst två bokstäver.',
  hits: (count: number) =>
    count === 0 ? 'Ingen träff. Skriv hela e-postadressen.' : count === 1 ? '1 träff.' : `${count} träffar.`,
  searchFailed: 'Det gick inte att söka just nu. Hela e-postadresser kan väljas ändå.',
  inviteAddress: (address: string) => `Bjud in ${address}`,
  suggestions: 'Förslag',
  chosen: 'Valda',
  chosenNow: (names: readonly string[]) => `${names.join(', ')} är ${names.length === 1 ? 'vald' : 'valda'}.`,
  notChosenNow: (name: string) => `${name} är borttagen från de valda.`,
  unchoose: (name: string) => `Ta bort ${name} från de valda`,
  isMember: 'har redan åtkomst',
  hasSpace: (written: string) => `”${written}” har ett mellanslag, och det kan en e-postadress inte ha.`,
  didYouMean: (address: string) => `Använd ${address}`,
  notAnAddress: (written: string) => `”${written}” är ingen e-postadress. Kontrollera den.`,
  putRightFirst: 'Rätta eller ta bort det som står kvar i fältet, och bjud in sedan.',
  tooMany: (most: number) => `Högst ${most} kan bjudas in på en gång.`,
  role: 'Roll',
  message: 'Meddelande (valfritt)',
  messageHelp: 'Följer med i mejlet.',
  invite: 'Bjud in',
  inviting: 'Bjuder in…',
  outcomesTitle: 'Så gick det',
  outcomes,
  noCommonRole: 'De valda kan inte ha samma roll. Bjud in dem var för sig.',

  requests: 'Begäran om åtkomst',
  askedOn: (day: string) => `Bad om åtkomst ${day}`,
  grant: 'Godkänn',
  grantTo: (name: string) => `Godkänn ${name}`,
  deny: (name: string) => `Säg nej till ${name}`,
  granted: (name: string) => `${name} har åtkomst nu.`,
  denied: (name: string) => `Begäran från ${name} är borttagen.`,
  roleOf: (name: string) => `Roll för ${name}`,

  invitations: 'Inbjudna',
  invitedOn: (by: string, day: string) => `Inbjuden ${day} av ${by}`,
  mail: {
    waiting: 'Mejlet är på väg',
    sent: 'Mejlet är skickat',
    failed: 'Mejlet kom inte fram. Kontrollera adressen',
  },
  validUntil: (day: string) => `Gäller till ${day}`,
  expired: 'Inbjudan har gått ut. Skicka den igen.',
  resend: 'Skicka igen',
  resendTo: (address: string) => `Skicka igen till ${address}`,
  resent: (address: string) => `Inbjudan till ${address} är skickad igen.`,
  revoke: 'Återkalla',
  revokeInvitation: (address: string) => `Återkalla inbjudan till ${address}`,
  revoked: (what: string) => `Inbjudan till ${what} är återkallad.`,

  members: 'Har åtkomst',
  hasLeft: 'har slutat',
  guestUntil: (day: string) => `Gäst till och med ${day}`,
  onlyOwner: 'Enda ansvariga. Gör någon annan till Ansvarig först, så går rollen att ändra.',
  roleChanged: (name: string, role: string) => `${name} har nu rollen ${role}.`,
  remove: (name: string) => `Ta bort ${name}`,
  removeTitle: (name: string) => `Ta bort ${name}?`,
  removeHelp: (name: string) =>
    `${name} kan inte öppna ansökan längre, och det som är öppet stängs genast. Det som redan är skrivet och sparat står kvar.`,
  removeLeftHelp: (name: string) =>
    `${name} har slutat och kan inte logga in. Det som redan är skrivet och sparat står kvar.`,
  removeConfirm: 'Ta bort',
  removed: (name: string) => `${name} har inte längre åtkomst.`,
  leave: 'Lämna ansökan',
  leaveTitle: 'Lämna ansökan?',
  leaveHelp: 'Du kan inte öppna ansökan längre. Det du har skrivit och sparat står kvar.',
  leaveConfirm: 'Lämna',
  lowerSelfTitle: 'Ändra din egen roll?',
  lowerSelfHelp: (role: string) =>
    `Du får rollen ${role}, och kan inte ändra tillbaka själv. Någon annan som är ansvarig kan göra det.`,
  lowerSelfConfirm: 'Ändra min roll',

  guestLinks: 'Gästlänkar',
  guestLinksHelp:
    'För den som inte har någon inloggning här. Den som har länken skriver sitt namn och kommer in.',
  newGuestLink: 'Ny gästlänk',
  guestLabel: 'Vem länken är till',
  guestLabelHelp: 'Till exempel ”Revisorn på Heby kommun”.',
  guestParty: 'Hör till',
  guestEndsOn: 'Sista dag',
  makeGuestLink: 'Gör länken',
  guestLabelMissing: 'Skriv vem länken är till.',
  guestDayMissing: 'Välj en dag från och med i dag.',
  guestLinkMade: (label: string) => `Länken till ${label} är klar. Den visas bara nu, så kopiera den.`,
  guestLink: (label: string) => `Gästlänk till ${label}`,
  guestLinkLine: (party: string, role: string, day: string) => `${party} · ${role} · till och med ${day}`,
  guestLinkOver: 'Har gått ut',
  copyGuestLink: (label: string) => `Kopiera länken till ${label}`,
  revokeGuestLink: (label: string) => `Återkalla länken till ${label}`,
  revokeGuestTitle: (label: string) => `Återkalla länken till ${label}?`,
  revokeGuestHelp: 'Länken slutar gälla, och de som har kommit in med den stängs ute genast.',
  guestLinkRevoked: (label: string) => `Länken till ${label} är återkallad.`,

  advice: 'Rådgivning med förbundet',
  adviceHelp: 'När den är öppen kan förbundet läsa utkastet, och det skrivs i loggen.',
  adviceSince: (by: string, day: string) => `Öppnad av ${by} ${day}`,
  adviceTitle: 'Öppna utkastet för förbundet?',
  adviceQuestion:
    'Förbundets handläggare kan då läsa utkastet tills du stänger rådgivningen igen. Det skrivs i loggen.',
  adviceConfirm: 'Öppna för rådgivning',
  adviceOpened: 'Rådgivningen är öppen. Förbundet kan läsa utkastet.',
  adviceClosed: 'Rådgivningen är stängd. Förbundet ser inte utkastet längre.',

  sectionMenu: (heading: string) => `Vem skriver i ${heading}`,
  openToAll: 'Öppen för alla som skriver',
  onlyParty: (party: string) => `Skrivs bara av ${party}`,
  finished: 'Klar (låst)',
  finishedSign: 'Klar',
  writtenBy: (party: string) => `Skrivs bara av ${party}.`,
  writtenByYou: (party: string) => `Skrivs bara av er, ${party}.`,
  finishedBy: (name: string, party: string, day: string) => `Klar. Markerad av ${name}, ${party}, ${day}.`,
  openAgain: 'Öppna igen',
  openAgainSection: (heading: string) => `Öppna igen: ${heading}`,
  /** Why nothing can be written here, and what to do. `whom` closed the section, or is responsible. */
  whyNot: (
    why: WhyNotWrite,
    about: { readonly party: string; readonly whom: string; readonly isMine: boolean },
  ) => {
    const whom = about.whom === '' ? 'den som är ansvarig' : about.whom
    switch (why) {
      case 'finished':
        return about.isMine
          ? 'Avsnittet är klart och låst. Välj Öppna igen under rubriken för att skriva.'
          : `Avsnittet är klart och låst. Be ${whom} öppna det om något behöver ändras.`
      case 'otherParty':
        return about.isMine
          ? `Här skriver bara ${about.party}. Öppna avsnittet för alla under rubriken, eller be dem.`
          : `Här skriver bara ${about.party}. Be dem, eller ${whom}, om något behöver ändras.`
      case 'state':
        return 'I korrekturen ändras bara löpande text.'
      case 'role':
        return `Du läser. Be ${whom} om du behöver skriva.`
    }
  },
  /** Said once when a section closes under somebody's hands. */
  closedNow: (heading: string, why: string) => `${heading}: ${why}`,

  youRead: 'Du läser.',
  mayComment: 'Du får kommentera det du markerar.',
  readingWhy: (role: Role, state: ApplicationState, why: 'role' | 'state') =>
    why === 'state' ? whyNobody[state] : (whyRole[role] ?? ''),
  askToWrite: (whom: string) =>
    `${whom === '' ? 'Be den som är ansvarig för ansökan' : `Be ${whom}`} om du behöver skriva.`,
  askAboutState: (whom: string) => (whom === '' ? '' : `Fråga ${whom} om något behöver ändras.`),

  lostTitle: 'Du har inte längre åtkomst till den här ansökan',
  lostSaved: 'Allt du hann skriva är sparat.',
  lostUnsaved: 'Det som inte hann sparas står under Räddad text. Kopiera det du vill ha kvar.',
  lostAsk: (whom: string) =>
    `Fråga ${whom === '' ? 'den som är ansvarig för ansökan' : whom}, eller begär åtkomst.`,

  noAccessTitle: 'Ansökan finns inte, eller så har du inte åtkomst',
  noAccessHelp: 'Kontrollera länken. Stämmer den kan du be dem som är ansvariga att släppa in dig.',
  ask: 'Begär åtkomst',
  askMessage: 'Meddelande till dem som är ansvariga (valfritt)',
  askMessageHelp: 'Till exempel vem du är och varför du behöver läsa eller skriva.',
  asked: 'Din begäran är skickad',
  askedHelp: 'Finns ansökan får de som är ansvariga den. Säger de ja går den att öppna på samma adress.',
  keptHere: 'Det här hann inte sparas i ansökan och finns bara i den här webbläsaren:',
}
