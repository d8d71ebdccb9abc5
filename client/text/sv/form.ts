import { formatKronor, groupDigits } from '../../form/amount.ts'
import type { Refusal } from '../../form/fields/format.ts'

/** Swedish words of the room `form`. */
export const form = {
  /** What a date is written in. */
  dateLanguage: 'sv' as 'sv' | 'en',
  contents: 'Innehåll',
  howToWrite: 'Så här skriver du',
  starMeans: 'Det finns stödjande text till rubriken i bilagan',
  hereNow: 'Skriver här nu',
  formVersion: 'Blankettens version',
  somebody: 'Någon annan',
  lockedSign: 'Fast text',
  filledSign: 'Ifyllt',
  emptySign: 'Tomt',
  kronor: 'kr',
  emptyValue: 'tomt',

  overtaken: (name: string, value: string) =>
    `${name} ändrade till ${value} medan du skrev. Det du skriver gäller när du lämnar fältet. Tryck Esc för att behålla ändringen.`,
  converted: (value: string) => `Tolkat som ${value}.`,
  lostValue: (mine: string, name: string, theirs: string) =>
    `Du skrev ${mine}. ${name} skrev ${theirs}, och det är det som gäller nu.`,
  putMineBack: 'Sätt tillbaka mitt',
  keepTheirs: 'Låt det stå',

  refusal: (refusal: Refusal): string => {
    switch (refusal.kind) {
      case 'notAnAmount':
        return 'Det här är inget belopp, så det har inte sparats. Skriv hela kronor med siffror, till exempel 10 256 000.'
      case 'negative':
        return 'Ett belopp kan inte vara mindre än noll, så det har inte sparats.'
      case 'ore':
        return 'Beloppet ska vara i hela kronor, så det har inte sparats. Runda av det.'
      case 'grouping':
        return 'Beloppet kan läsas på mer än ett sätt, så det har inte sparats. Skriv det med mellanslag, till exempel 10 256 000.'
      case 'thousandsOrKronor':
        return `Menar du ${formatKronor(refusal.kronor)} eller ${formatKronor(refusal.thousands)}? Det har inte sparats. Skriv hela kronor, eller lägg till tkr.`
      case 'tooLarge':
        return `Talet är större än ${groupDigits(refusal.max)}, så det har inte sparats. Kontrollera siffrorna.`
      case 'tooLong':
        return `Högst ${refusal.max} tecken får plats och det här är ${refusal.length}, så det har inte sparats. Korta texten.`
      case 'notADay':
        return 'Det här är inget datum som finns, så det har inte sparats. Skriv år, månad och dag, till exempel 2025-01-31.'
      case 'notADate':
        return 'Det här går inte att läsa som en tid, så det har inte sparats. Skriv till exempel 2025-01-31, vecka 19 2025, oktober 2025 eller hösten 2025.'
      case 'notAHeadcount':
        return 'Skriv ett helt antal personer med siffror. Det här har inte sparats.'
      case 'notAPercent':
        return 'Skriv tjänstens omfattning i hela procent, till exempel 100. Det här har inte sparats.'
      case 'range':
        return 'Skriv ett enda tal här, och intervallet i texten. Det här har inte sparats.'
    }
  },

  add: (what: string) => `Lägg till ${what}`,
  moveUp: (what: string) => `Flytta upp ${what}`,
  moveDown: (what: string) => `Flytta ner ${what}`,
  remove: (what: string) => `Ta bort ${what}`,
  moveToLevel: (what: string, level: string) => `Flytta ${what} till ${level}`,
  moved: (what: string, place: number, count: number) => `${what} är nu nummer ${place} av ${count}.`,
  movedToLevel: (what: string, level: string) => `${what} är flyttat till ${level}.`,
  removed: (what: string) => `${what} är borttaget.`,
  broughtBack: (what: string) => `${what} är tillbaka.`,
  undoRemoval: 'Ångra',
  hideRemoved: 'Dölj',
  removedByOther: (name: string) => `${name} tog bort det här. Det du har skrivit finns kvar.`,
  takeBack: 'Ta tillbaka',
  letBeRemoved: 'Låt det vara borttaget',

  partner: 'samverkanspart',
  partnerNumber: (number: number) => `Samverkanspart ${number}`,
  noPartners: 'Inga samverkansparter har lagts till än.',
  goalNumber: (level: string, number: number) => `${level} ${number}`,
  logRow: 'rad',
  logRowNumber: (number: number) => `Rad ${number}`,
  noLogRows: 'Inga möten eller remisser har skrivits in än.',
  addMeeting: 'Lägg till möte',
  meetingKind: 'Vad för möte?',
  meetingKinds: {
    lokus: 'LOKUS',
    steering: 'LOKUS styrgrupp',
    strategic: 'Strategiska utvecklingsgruppen',
    dialogue: 'Dialog mellan parter',
    other: 'Annat',
  },
  /** As it stands in the list, until somebody writes it otherwise. */
  meetingLine: {
    lokus: 'LOKUS diskuterade ansökan.',
    steering: 'LOKUS styrgrupp diskuterade ansökan.',
    strategic: 'Strategiska utvecklingsgruppen diskuterade ansökan.',
    dialogue: 'Dialog mellan parterna om ansökan.',
    other: '',
  },
  meetingWhenMissing: 'Skriv när mötet var.',
  meetingWhatMissing: 'Skriv vad det handlade om.',
  meetingHelp: 'Mötet läggs på sin plats efter datum. Raden går att ändra sedan, som de andra.',
  meetingAdd: 'Lägg till',
  meetingAdded: (place: number) => `Mötet står på rad ${place}.`,
  when: 'När',
  what: 'Vad',
  sortByDate: 'Sortera efter datum',
  sorted: 'Raderna står nu i datumordning.',

  dayHint: 'År-månad-dag, till exempel 2025-01-31',
  fuzzyDateHint: 'Datum, vecka, månad eller årstid, till exempel hösten 2028',
  periodLength: (years: number, months: number, days: number) =>
    `Insatstiden är ${[
      years > 0 ? `${years} år` : '',
      months > 0 ? `${months} ${months === 1 ? 'månad' : 'månader'}` : '',
      days > 0 ? `${days} ${days === 1 ? 'dag' : 'dagar'}` : '',
    ]
      .filter(part => part !== '')
      .join(', ')}.`,
  endBeforeStart: 'Slutdatumet ligger före startdatumet.',

  participantsNumbers: 'Antal personer',
  atATime: 'Samtidigt',
  differentPersons: 'Olika personer under hela tiden',
  perYear: 'Per kalenderår',

  yes: 'Ja',
  no: 'Nej',
  noAnswer: 'Ta bort valet',

  amount: 'Belopp',
  amountNote: 'Kommentar till beloppet',
  yearAmount: (year: number) => `Belopp ${year}`,
  sumOfYears: 'Summa för åren',

  lockedTitle: 'Den här texten är fast och kan inte ändras.',
  lockedWhy: 'Varför?',
  lockedReason:
    'Den är en överenskommelse som Samordningsförbundet har fastställt, lika för alla ansökningar på samma blankett. Texten går att markera och kopiera.',

  nameOfInsats: 'Insatsens namn',
  unnamed: '(namn saknas)',
  unnamedParty: '(organisation saknas)',
  signatureOf: (organisation: string) => `Underskrift för ${organisation}`,
}
