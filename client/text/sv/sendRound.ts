import type { Purpose } from '../../../shared/http/consultation.ts'
import { dayFormat } from '../dayFormat.ts'

const { day } = dayFormat('sv-SE', (on, time) => `${on} kl. ${time}`)

const answerBy = (on: string | null) => (on === null ? '' : ` senast ${day(on)}`)

/** Words of the window *Skicka på remiss*. */
export const sendRound = {
  title: 'Skicka på remiss',
  loading: 'Hämtar parterna …',
  send: 'Skicka',
  sending: 'Skickar …',
  kept: 'Det du fyllde i förra gången finns kvar.',
  beginAnew: 'Börja om',

  purpose: 'Vad ber ni om?',
  purposeMeans: {
    remarks: 'Varje organisation läser och lämnar ett remissvar.',
    proof: 'Varje organisation läser korrektur och säger när den har läst. Innehållet ändras inte.',
    information: 'Organisationerna får läsa. Inget svar väntas.',
  } satisfies Record<Purpose, string>,

  recipients: 'Till vilka?',
  recipientsHelp:
    'Här står alla som har åtkomst och får läsa remisser. Saknas någon? Ge personen åtkomst med Dela, överst i ansökan.',
  recipientsMissing: 'Välj minst en person att skicka till.',
  personsOf: (party: string) => `Personer hos ${party}`,
  chosenOf: (chosen: number, all: number) => `${chosen} av ${all === 1 ? '1 person' : `${all} personer`}`,
  lacksLead: (party: string) =>
    `Ingen hos ${party} är partsansvarig, så ingen där kan skicka svaret. Ge någon den rollen med Dela.`,
  invited: (count: number) =>
    `${count === 1 ? 'En inbjuden' : `${count} inbjudna`} har inte kommit in än och kan inte få remissen.`,
  memberGone:
    'Någon av dem du har valt har inte åtkomst längre. Listan är hämtad på nytt. Titta igenom den och skicka igen.',

  day: 'Svarsdatum',
  dayHelp: 'Lämna tomt om svaren inte har någon bestämd dag.',
  dayPast: 'Svarsdatumet måste vara en dag efter i dag. Välj en senare dag, eller ta bort datumet.',

  about: 'Om vad?',
  aboutWhole: 'Hela ansökan',
  aboutSections: 'Vissa avsnitt',
  aboutSectionsHelp: 'Säger vad frågan gäller. Hela ansökan går att läsa ändå.',
  sections: 'Avsnitt',
  sectionsMissing: 'Välj minst ett avsnitt.',

  message: 'Meddelande till dem som får den',
  proposed: {
    remarks: (name: string, on: string | null) =>
      `Här är ansökan ”${name}” på remiss. Läs den, och lämna er organisations svar${answerBy(on)}.`,
    proof: (name: string, on: string | null) =>
      `Här är ansökan ”${name}” för korrekturläsning. Läs den, och säg till om fel i språk och uppgifter${answerBy(on)}.`,
    information: (name: string) => `Här är ansökan ”${name}” för kännedom. Ni behöver inte svara.`,
  } satisfies Record<Purpose, (name: string, on: string | null) => string>,
  proposedSections: (headings: string) => `Frågan gäller ${headings}.`,

  text: 'Texten medan svaren väntas in',
  textClosed: 'Stängd',
  textClosedHelp: 'Ingen ändrar i texten. Alla kan kommentera.',
  textOpen: 'Öppen',
  textOpenHelp: 'De som skriver fortsätter. De som svarar läser den version som skickas.',
  proofText: 'Under korrekturläsningen är det bara de som är ansvariga som rättar i texten.',
  seen: 'Svaren syns för de andra som har fått remissen',
  seenWhenOver: 'när remissen är avslutad',
  seenWhenOverHelp: 'Du och de andra som är ansvariga ser varje svar genast.',
  seenWhenSent: 'så snart de är skickade',
  afterDay: 'När svarsdatumet har passerat',
  staysOpen: 'Remissen är öppen tills du avslutar den',
  staysOpenHelp: 'Sena svar går att skicka.',
  closesByItself: 'Remissen avslutas av sig själv',
  closesByItselfHelp: 'Sena svar går inte att skicka.',

  outcomeNobody: 'Ingen är vald.',
  outcomeTo: (parties: number, persons: number) =>
    `Skickas till ${parties === 1 ? '1 organisation' : `${parties} organisationer`}, ${persons === 1 ? '1 person' : `${persons} personer`}.`,
  outcomeVersion: (label: string) => `Version ${label} sparas.`,
  outcomeClosed: 'Texten stängs tills remissen är avslutad.',
  outcomeOpen: 'Texten är öppen under tiden.',
  outcomeProof: 'Bara ansvariga ändrar i texten under tiden.',
  outcomeLine: 'En rad skrivs under Hur och när har ansökan diskuterats?',
  notTwice: 'Skicka igen när du har kontakt: den skickas bara en gång.',

  sent: (title: string) => `${title} är skickad`,
  sentAt: (at: string, label: string) => `Skickad ${at}, som version ${label}, till:`,
  next: (on: string) =>
    `Svaren ska vara inne ${on}. De som inte har svarat påminns tre arbetsdagar före, samma dag och dagen efter. Du får veta när någon svarar.`,
  nextWithoutDay: 'Remissen har inget svarsdatum. Du får veta när någon svarar.',
  toRound: (title: string) => `Öppna ${title}`,
}
