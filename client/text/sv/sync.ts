import type { CloseReason } from '../../../shared/sync/closeReason.ts'

/** "1 ändring", "4 ändringar". */
function changes(count: number): string {
  return count === 1 ? '1 ändring' : `${count} ändringar`
}

const ended: Record<CloseReason, string> = {
  signedOut: 'Du är inte inloggad längre. Gå in igen för att spara.',
  mayNotOpen: 'Du har inte tillgång till den här ansökan.',
  unknownDocument: 'Ansökan finns inte.',
  updateRefused: 'En ändring togs inte emot. Den ligger under Räddad text.',
  damagedDocument:
    'Ansökan är stängd, för att filen där den ligger är skadad. Inget har skrivits över. Be den som sköter Samskriv hos er att återställa den.',
  frameTooLarge: 'Det du lade in är för stort för att sparas. Ladda om sidan och lägg in det i mindre delar.',
  malformedFrame: 'Något gick fel i kontakten. Ladda om sidan.',
  olderSchema: 'Det finns en ny version av Samskriv. Ladda om sidan för att fortsätta skriva.',
  serverStopping: 'Samskriv startar om.',
  serverFault: 'Något gick fel. Försöker igen.',
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
  blocked: (count: number) =>
    `Nätverket släpper inte igenom direktkontakten. Du ser texten som den var när du öppnade den, och inte vad andra skriver. ${
      count === 0 ? 'Det du skriver' : `Det du har skrivit (${changes(count)})`
    } ligger kvar på den här datorn och sparas när kontakten är tillbaka.`,
  ended,
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
  rescuedWhere: (heading: string) => `Från avsnittet ”${heading}”`,
  rescuedNowhere: 'Avsnittet går inte att avgöra längre.',
  putBack: 'Lägg tillbaka sist i avsnittet',
  copy: 'Kopiera',
  copied: 'Texten är kopierad',
  throwAway: 'Ta bort',
  throwAwayQuestion: 'Ta bort den räddade texten? Den går inte att få tillbaka.',
  isPutBack: 'Texten ligger sist i avsnittet',
  keepCopy: 'Ha en kopia på den här datorn',
  keepCopyHelp:
    'Då går ansökan att läsa och skriva i även utan nät. Slå bara på det på en dator som du själv förfogar över. Kopian tas bort när du går ut.',
}
