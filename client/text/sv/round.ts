import type { Purpose, RecipientState } from '../../../shared/http/consultation.ts'

/** Swedish words of the room `round`: a round of remiss, to be read and commented on. */
export const round = {
  loading: 'Hämtar remissen …',
  back: 'Till ansökan',
  pageTitle: (round: string, name: string) => `${round}: ${name}`,
  unknownTitle: 'Remissen finns inte',
  unknownHelp: 'Kontrollera adressen, eller öppna ansökan och se vilka remisser som finns.',
  refusedTitle: 'Remissen visas inte för dig',
  refusedHelp:
    'Remisser visas för dem som arbetar med ansökan hos parterna. Be den som är ansvarig, om du behöver se den.',

  /* The banner. */
  about: 'Om remissen',
  until: (on: string) => `svar senast ${on}`,
  wasUntil: (on: string) => `svarsdatum ${on}`,
  noDay: 'inget svarsdatum',
  dayPassed: 'svarsdatumet har passerat',
  state: {
    sent: 'inget svar ännu',
    opened: 'inget svar ännu',
    drafting: 'utkast påbörjat',
    answered: 'svaret är skickat',
    late: 'svaret är försenat',
  } satisfies Record<RecipientState, string>,
  draftBy: (name: string) => `utkast av ${name}`,
  partyState: (party: string, state: string) => `${party}: ${state}`,
  answeredAt: (at: string) => `svarade ${at}`,
  calledOffHelp: 'Ni behöver inte svara. Svar som redan har kommit finns kvar.',

  asks: {
    remarks: 'Läs det som skickades, kommentera det ni vill ändra och svara för er part.',
    proof: 'Läs korrektur på det som skickades och svara att ni har läst, eller vad som behöver rättas.',
    information: 'Skickad för kännedom. Inget svar väntas.',
  } satisfies Record<Purpose, string>,
  aboutAll: 'Remissen gäller hela ansökan.',
  aboutSections: 'Remissen gäller',
  alsoTheRest: 'Resten av ansökan finns också här, så att ni ser sammanhanget.',
  asked: 'Remissen gäller det här avsnittet',
  messageOf: (who: string) => `Meddelande från ${who}`,
  sentBy: (who: string, at: string, label: string) => `Skickad av ${who} ${at}. Det är version ${label}.`,
  repliesSeen: {
    whenSent: 'De andra parterna ser ert svar när det är skickat.',
    whenOver: 'De andra parterna ser ert svar när remissen är över.',
  },
  proofText: 'Under korrekturläsningen är det bara de som är ansvariga som rättar i texten.',
  follow: 'Var parterna är',
  compilationOf: (round: string) => `Till sammanställningen av ${round}`,

  /* Answering. */
  reply: 'Svara',
  showReply: 'Visa svaret',
  showDraft: 'Visa utkastet',
  replyPanel: 'Svar',
  replyPanelButton: 'Ert svar',
  noReply: {
    guest: (party: string) =>
      `Du läser som gäst. Svaret skriver de som har konto för ${party}; säg till dem vad du tycker.`,
    notAsked: () => 'Din organisation har inte fått remissen att svara på. Du kan läsa den.',
    over: () => 'Remissen är över. Inga fler svar tas emot.',
    calledOff: () => 'Remissen är återkallad. Inga svar tas emot.',
    role: (party: string) =>
      `Du kan läsa remissen, men din roll i ansökan ger dig inte rätt att skriva på svaret från ${party}.`,
    /** The party has answered, and the day has passed. */
    answered: (party: string) =>
      `${party} har svarat. Partsansvarig kan ersätta svaret tills svarsdatumet har passerat.`,
  },

  /* What is read. */
  views: 'Visa',
  view: {
    sent: 'Det som skickades',
    today: 'Ändrat sedan dess',
    before: 'Ändrat sedan förra remissen',
  },
  readsSent: (label: string, at: string) => `Version ${label}, som den skickades ${at}.`,
  readsToday: (label: string) => `Vad som har ändrats i ansökan sedan version ${label} skickades.`,
  readsBefore: (before: string, label: string) =>
    `Vad som hade ändrats när version ${label} skickades, jämfört med version ${before} i förra omgången.`,
  sameAsSent: 'Inget är ändrat sedan remissen skickades.',
  sameAsBefore: 'Inget var ändrat sedan förra omgången.',
  commentSent: 'Kommentarer skriver du i det som skickades.',
  wordKeys:
    'Piltangenterna höger och vänster markerar ord, med Skift flera i rad. Ctrl+Alt+M kommenterar dem.',
  tools: 'Verktyg för remissen',
}
