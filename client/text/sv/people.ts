import type { OpenIdFault } from '../../../shared/http/signIn.ts'

/** Name and organisation, the latter between commas. */
const inviter = (by: string) => (by.includes(', ') ? `${by},` : by)

/** Words about who one is: the ways in, and one's own account. */
export const people = {
  guestName: (name: string) => `${name} (gäst)`,
  enterTitle: 'Gå in med e-post',
  goingOn: 'Gå in för att komma till sidan du bad om.',
  address: 'Din e-postadress i tjänsten',
  addressHelp: 'Du får en länk som släpper in dig. Du behöver inget lösenord.',
  addressHelpOwn:
    'Du får en länk som släpper in dig. Har din organisation en egen inloggning kommer du till den i stället.',
  addressWrong: 'Skriv hela adressen, till exempel fornamn.efternamn@kommun.example.',
  sendLink: 'Skicka en länk',
  linkAsked:
    'Om adressen finns hos oss kommer ett mejl inom någon minut. Öppna länken i samma webbläsare; den gäller i tio minuter.',
  linkAskedFor: (address: string) =>
    `Du skrev ${address}. Kommer inget mejl? Titta i skräpposten och kontrollera att adressen är rätt.`,
  otherAddress: 'Skriv en annan adress',
  ownSignIn: 'Din organisation har en egen inloggning.',
  openOwnSignIn: 'Öppna den i en ny flik',
  /** Why somebody did not get in by it, and what to do. */
  openIdFaults: {
    tooManyAttempts: 'Det har kommit för många försök att gå in härifrån. Vänta en stund och försök igen.',
    noOwnSignIn:
      'Organisationen har ingen egen inloggning här. Skriv din e-postadress, så går du in med en länk.',
    signInOver: 'Inloggningen tog för lång tid eller var redan använd. Gå in en gång till.',
    otherBrowser:
      'Inloggningen började inte i den här webbläsaren. Gå in en gång till här. Händer det igen, tillåt kakor för Samskriv.',
    cancelled: 'Inloggningen hos din organisation avbröts. Gå in en gång till om du vill fortsätta.',
    providerDown:
      'Din organisations inloggning svarar inte just nu. Försök igen om en stund. Hjälper det inte, säg till din it-avdelning.',
    badAnswer:
      'Det gick inte att lita på svaret från din organisations inloggning, så du kom inte in. Försök igen. Händer det igen, säg till den som sköter Samskriv hos er.',
    unverifiedAddress:
      'Din organisations inloggning intygar inte vilken e-postadress du har, så du kom inte in. Be din it-avdelning rätta det.',
    otherDomain:
      'Den e-postadress som din organisations inloggning intygar hör inte till organisationen här. Be den som administrerar Samskriv lägga till domänen.',
    otherAccount:
      'Din e-postadress hör här till ett annat konto hos din organisation. Be den som administrerar Samskriv om hjälp.',
    otherParty: 'Du hör till en annan organisation i Samskriv. Gå in med den e-postadress som du har där.',
    deactivated:
      'Du har inte åtkomst till Samskriv längre. Be den som administrerar Samskriv släppa in dig igen.',
    programFault: 'Något gick fel hos oss, så du kom inte in. Försök igen om en stund.',
  } satisfies Record<OpenIdFault, string>,

  linkBrokenTitle: 'Länken är inte hel',
  linkBroken:
    'Den kan ha blivit avhuggen, eller så har sidan laddats om. Öppna länken en gång till där du fick den.',
  enterHere: 'Gå in',
  enterPageTitle: 'Gå in i Samskriv',
  enterPageLead: 'Länken släpper in dig en gång. Har du inte bett om den kan du stänga sidan.',
  nowEntered: (name: string, party: string) =>
    `Just nu är ${name}, ${party}, inne i den här webbläsaren. Det tar slut om du går in med länken.`,
  invitationOver:
    'Har du redan tackat ja? Gå in med din e-postadress. Be annars den som bjöd in dig att skicka en ny inbjudan.',
  guestOver: 'Be den som gav dig länken om en ny.',
  newLinkTitle: 'Be om en ny länk',
  invitationTitle: 'Du är inbjuden',
  invitedTo: (by: string, application: string) =>
    `${inviter(by)} bjuder in dig till ansökan ”${application}”.`,
  invitedToUnnamed: (by: string) => `${inviter(by)} bjuder in dig till en ansökan om samverkansinsats.`,
  invitedFor: 'Du deltar för',
  invitedAddress: 'Inbjudan gäller',
  invitedOnce: 'Länken i mejlet gäller en gång. Nästa gång går du in med din e-postadress.',
  invitedOwnSignIn:
    'Din organisation har en egen inloggning. När du har gått in med den har du åtkomst till ansökan.',
  toOwnSignIn: 'Till organisationens inloggning',
  yourName: 'Ditt namn',
  yourNameHelp: 'Så visas du för dem du skriver med.',
  nameMissing: 'Skriv ditt namn.',
  lineTooLong: (length: number) => `Texten är ${length} tecken lång. Korta den till högst 100.`,
  yourTitle: 'Din titel',
  yourTitleHelp: 'Till exempel handläggare. Kan lämnas tom.',
  takeInvitation: 'Tacka ja och gå in',
  guestTitle: 'Gå in som gäst',
  guestLead: 'Länken släpper in dig i en ansökan. Skriv ditt namn, så att de andra vet vem du är.',
  firstTitle: 'Första administratören',
  firstLead:
    'Du blir den som lägger in organisationer och personer i Samskriv. Ansökningarna läser du bara om någon bjuder in dig till dem.',
  firstOver: 'Den som sköter servern gör en ny länk med kommandot npm run administrator.',
  firstAddressHelp: 'Det som står efter @ blir din organisations e-postdomän.',
  yourself: 'Du',
  yourOrganisation: 'Din organisation',
  begin: 'Börja',

  organisationName: 'Organisationens namn',
  organisationNameHelp: 'Till exempel Försäkringskassan.',
  organisationShortName: 'Kort namn',
  organisationShortNameHelp: 'Till exempel FK. Står vid markörer och i listor.',
  organisationNameMissing: 'Skriv ett namn.',
  organisationKind: 'Slag',
  organisationKindHelp: 'Går inte att ändra sedan.',
  kind: {
    kommun: 'Kommun',
    arbetsformedlingen: 'Arbetsförmedlingen',
    forsakringskassan: 'Försäkringskassan',
    region: 'Region',
    forbund: 'Samordningsförbund',
  },

  signInAgain: 'Gå in igen',
  signInAgainAs: (name: string, party: string) =>
    `Gå in som ${name}, ${party}, så sparas det du har skrivit. Går någon annan in visas det inte för den personen, och sparas inte förrän du själv är tillbaka.`,
  freshSignInAs: (name: string, party: string) =>
    `Gå in som ${name}, ${party}. Sidan står kvar med det du har fyllt i, så att du kan spara en gång till.`,
  freshAgain: 'Du är inne igen. Försök en gång till.',
  signInAgainMail: 'När du har gått in med länken fortsätter du här.',
  signInAgainGuest: 'Öppna gästlänken en gång till i den här webbläsaren, så sparas det du har skrivit.',
  otherEntered: (now: string, before: string) =>
    `Nu är ${now} inne i den här webbläsaren. Det ${before} inte hann spara ligger kvar tills ${before} går in igen.`,

  menu: 'Konto och utgång',
  account: 'Konto',
  administration: 'Administration',
  accountTitle: 'Ditt konto',
  aboutYou: 'Om dig',
  party: 'Part',
  saveDetails: 'Spara uppgifterna',
  detailsSaved: 'Uppgifterna är sparade',
  sessionsTitle: 'Där du är inne',
  sessionsLead: 'Avsluta det du inte känner igen.',
  unknownDevice: 'Okänd webbläsare',
  thisBrowser: 'Den här webbläsaren',
  sessionFor: (party: string, way: string) => `För ${party}, ${way}`,
  sessionBegan: 'Inne sedan',
  sessionSeen: 'senast här',
  way: {
    demo: 'som demoperson',
    mailLink: 'med länk i mejl',
    openId: 'med organisationens inloggning',
    invitation: 'med inbjudan',
    guest: 'med gästlänk',
    firstAdministrator: 'med länken till första administratören',
  },
  endSession: 'Avsluta',
  endSessionOf: (device: string, began: string) => `Avsluta ${device}, inne sedan ${began}`,
  sessionEnded: 'Avslutat',
  leaveEverywhere: 'Gå ut överallt',
  leaveEverywhereQuestion: 'Du går ut i alla webbläsare där du är inne, även den här.',
  ownDataTitle: 'Det som finns om dig',
  ownDataLead:
    'En fil med ditt namn, din titel, var du är inne, vilka ansökningar du har åtkomst till och vad loggen säger om dig.',
  ownData: 'Hämta mina uppgifter',
}
