import type { RescuedWhy } from '../../../shared/http/rescued.ts'
import type { CloseReason } from '../../../shared/sync/closeReason.ts'

/** "1 ändring", "4 ändringar". */
function changes(count: number): string {
  return count === 1 ? '1 ändring' : `${count} ändringar`
}

const ended: Record<CloseReason, string> = {
  signedOut: 'Du är utloggad.',
  sessionRanOut: 'Din inloggning har gått ut.',
  mayNotOpen: 'Du har inte åtkomst till den här ansökan.',
  unknownDocument: 'Ansökan finns inte.',
  updateRefused: 'En ändring togs inte emot.',
  damagedDocument:
    'Ansökan är stängd, för att filen där den ligger är skadad. Inget har skrivits över. Be den som sköter Samskriv hos er att återställa den.',
  frameTooLarge: 'Det du lade in är för stort för att sparas. Ladda om sidan och lägg in det i mindre delar.',
  malformedFrame: 'Något gick fel i kontakten. Ladda om sidan.',
  olderSchema: 'Det finns en ny version av Samskriv. Ladda om sidan för att fortsätta skriva.',
  personFull: 'Du har Samskriv öppet i för många fönster. Stäng några av dem och ladda om sidan.',
  serverFull: 'Det är för många inne i Samskriv just nu. Du kommer in så snart det finns plats.',
  roomFull: 'Det är för många inne i ansökan just nu. Du kommer in så snart det finns plats.',
  slowReader: 'Nätet hann inte med det som andra skriver. Ansökan hämtas igen.',
  diskFault: 'Samskriv kan inte spara just nu.',
  serverStopping: 'Samskriv startar om.',
  serverFault: 'Något gick fel hos Samskriv. Ett nytt försök görs strax.',
}

const otherForm = 'Kopiera texten och skriv in den på ett annat sätt, eller ta bort den.'

/** Why a text could not be got in, and what to do. */
const refused: Record<RescuedWhy, string> = {
  malformed: 'Det gick inte att läsa när det kom fram. Lägg tillbaka texten, så sparas den på nytt.',
  gap: 'Något som det hängde ihop med kom inte fram. Lägg tillbaka texten, så sparas den på nytt.',
  foreignClient: 'Det såg ut att komma från någon annan. Lägg tillbaka texten, så sparas den på nytt.',
  unknownRoot: `Avsnittet finns inte i den här blanketten. ${otherForm}`,
  unknownNode: `Det innehöll något som inte kan stå i texten. ${otherForm}`,
  unknownMark: `Det hade ett utseende som texten inte kan ha. ${otherForm}`,
  unknownAttribute: `Det hade ett utseende som texten inte kan ha. ${otherForm}`,
  wrongShape: `Det passar inte i fältet. ${otherForm}`,
  tooDeep: `Det hade för många nivåer i varandra. ${otherForm}`,
  documentFull:
    'Ansökan rymmer inte mer. Ta bort något, till exempel en bild, och lägg sedan tillbaka texten.',
  mayNotWrite:
    'Du får inte ändra där nu. Kopiera texten och skicka den till den som får, eller vänta tills det är öppet igen.',
  tooLarge: 'Det var för mycket på en gång. Kopiera texten och lägg in den i mindre delar.',
  noPlace:
    'Stället där du skrev det har någon annan tagit bort. Lägg tillbaka texten om den fortfarande behövs.',
}

/** The saved state, and how text is rescued. */
export const sync = {
  saved: 'Sparat',
  savedAt: (time: string) => `Sparat på servern ${time}`,
  nothingUnsaved: 'Allt du har skrivit är sparat på servern',
  saving: 'Sparar…',
  noContact: (count: number) =>
    count === 0
      ? 'Ingen kontakt – du kan läsa och skriva vidare, det sparas på den här datorn så länge'
      : `Ingen kontakt – dina ändringar ligger kvar på den här datorn (${count})`,
  noContactYet: 'Ingen kontakt – ansökan visas så snart kontakten är tillbaka',
  catchingUp: 'Synkar…',
  ended,
  /** Contact will come back by itself; `why` says what is the matter. */
  away: (reason: CloseReason, count: number) =>
    `${ended[reason]} ${
      count === 0 ? 'Det du skriver' : `Det du har skrivit (${changes(count)})`
    } finns kvar i den här webbläsaren och skickas när ${
      reason === 'diskFault' ? 'det går att spara igen' : 'kontakten är tillbaka'
    }.`,
  /** Signed out in another window, which has emptied this browser. */
  leftElsewhere: (count: number) =>
    count === 0
      ? 'Du har gått ut i ett annat fönster. Gå in igen för att skriva.'
      : `Du har gått ut i ett annat fönster. ${changes(count)} hann inte sparas och finns bara här tills du stänger fönstret. Kopiera det du vill ha kvar.`,
  /** After why nobody is signed in any more. */
  signedOutKept: (count: number) =>
    `${
      count === 0 ? 'Det du skriver' : `Det du har skrivit (${changes(count)})`
    } ligger kvar i den här webbläsaren och sparas när du har gått in igen.`,
  endedKept: (count: number) => `${changes(count)} från dig ligger kvar på den här datorn.`,
  merged: (mine: number, others: number) => {
    if (others === 0) return `${changes(mine)} från dig har sparats`
    if (mine === 0) return `${changes(others)} från andra har kommit in`
    return `${changes(mine)} från dig och ${others} från andra har slagits ihop`
  },
  reload: 'Ladda om sidan',
  rescuedTitle: 'Räddad text',
  rescuedReplaced: 'Du skrev det här medan någon annan delade, flyttade eller tog bort stycket.',
  rescuedRefused: 'Det här gick inte att spara i texten.',
  refused,
  /** Said once, when something was refused; the rest has been saved. */
  typingOn: 'Fortsätt skriva',
  refusedNow: (texts: number): string =>
    texts === 0
      ? 'En ändring togs inte emot. Texten står som den gjorde innan.'
      : 'En del av det du skrev togs inte emot. Det ligger under Räddad text, och resten är kvar i ansökan.',
  rescuedWhere: (heading: string) => `Från avsnittet ”${heading}”`,
  rescuedNowhere: 'Avsnittet går inte att avgöra längre.',
  putBack: 'Lägg tillbaka sist i avsnittet',
  copy: 'Kopiera',
  copied: 'Texten är kopierad',
  selected: 'Texten är markerad. Tryck Ctrl+C för att kopiera den.',
  throwAway: 'Ta bort',
  throwAwayQuestion: 'Ta bort den räddade texten? Den går inte att få tillbaka.',
  isPutBack: 'Texten ligger sist i avsnittet',
  keepCopy: 'Ha en kopia på den här datorn',
  keepCopyHelp:
    'Då går ansökan att läsa och skriva i även utan nät. Slå bara på det på en dator som du själv förfogar över. Kopian tas bort när du går ut.',
}
