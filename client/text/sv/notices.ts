import type { NoticeKind, RoundHappening, RoundNoticeKind } from '../../../shared/http/notices.ts'

/** What somebody has done, as it follows after who did it. */
const did: Readonly<Record<Exclude<NoticeKind, RoundNoticeKind> | 'reopened', string>> = {
  mentioned: 'nämnde dig',
  assigned: 'tilldelade dig en kommentar',
  answered: 'svarade i en tråd som du deltar i',
  resolved: 'markerade din kommentar som löst',
  reopened: 'öppnade din kommentar igen',
  commented: 'kommenterade',
  restored: 'återställde en tidigare version',
}

/** What has happened with a round. `day` is the last day to answer, `fre 24 maj`; empty without one. */
type RoundWords = Readonly<Record<RoundHappening, (title: string, day: string) => string>>

const before = (day: string) => (day === '' ? '' : `. Svar senast ${day}`)

/** As it follows after who did it. */
const roundDid: RoundWords = {
  sent: (title, day) => `skickade ${title} till dig${before(day)}`,
  soon: (title, day) => `påminner om ${title}${before(day)}`,
  today: (title, day) => `påminner om ${title}${before(day)}`,
  late: (title, day) => `påminner om ${title}${before(day)}`,
  reminded: (title, day) => `påminner om ${title}${before(day)}`,
  extended: (title, day) =>
    day === '' ? `tog bort svarsdatumet för ${title}` : `gav ${title} ett nytt svarsdatum: ${day}`,
  calledOff: title => `återkallade ${title}. Den ska inte besvaras`,
  over: title => `avslutade ${title}`,
  replied: title => `skickade svaret på ${title}`,
  replaced: title => `skickade ett nytt svar på ${title}, i stället för det förra`,
  published: title => `visade sammanställningen av ${title}`,
}

/** As it is said when it has happened by itself. */
const roundItself: RoundWords = {
  ...roundDid,
  soon: (title, day) => `Svarsdatumet för ${title} närmar sig: ${day}`,
  today: (title, day) => `Sista dagen att svara på ${title}: ${day}`,
  late: (title, day) => `Svarsdatumet för ${title} har passerat: ${day}. Svar saknas`,
  over: title => `${title} avslutades av sig själv när svarsdatumet hade passerat`,
}

const kinds: Readonly<Record<NoticeKind, string>> = {
  roundSent: 'En ansökan skickas till dig på remiss',
  roundReminder: 'Svarsdatumet för en remiss närmar sig eller har passerat',
  roundChanged: 'En remiss förlängs, återkallas eller avslutas',
  replySent: 'Ett remissvar skickas, till dig eller av din organisation',
  compilationPublished: 'Sammanställningen av remissvaren visas',
  mentioned: 'Någon nämner dig eller din organisation',
  assigned: 'En kommentar tilldelas dig eller din organisation',
  answered: 'Någon svarar i en tråd som du deltar i',
  resolved: 'Din kommentar markeras som löst, eller öppnas igen',
  commented: 'Någon kommenterar i en ansökan som du bevakar',
  restored: 'Någon återställer en tidigare version',
}

/** What somebody is told of. */
export const notices = {
  title: 'Notiser',
  buttonName: (unread: number) =>
    unread === 0 ? 'Notiser' : `Notiser, ${unread === 1 ? '1 oläst' : `${unread} olästa`}`,
  fresh: (count: number) => (count === 1 ? '1 ny notis' : `${count} nya notiser`),
  unread: 'Olästa',
  earlier: 'Tidigare',
  isUnread: 'Oläst:',
  loading: 'Hämtar notiserna…',
  noContact: 'Det går inte att hämta notiserna just nu. De kommer när kontakten är tillbaka.',
  none: 'Du har inga notiser.',
  noneHelp:
    'Här ser du när en remiss skickas till dig, och när någon nämner dig, svarar dig eller tilldelar dig en kommentar.',
  readAll: 'Markera alla som lästa',
  allRead: 'Alla notiser är lästa',
  choices: 'Välj vad du får veta',
  newest: (shown: number) => `De ${shown} senaste visas.`,
  by: (name: string, party: string) => `${name}, ${party}`,
  did,
  roundDid,
  roundItself,

  settingsTitle: 'Notiser',
  settingsLead:
    'Notiserna finns under klockan överst på sidan. Välj här vad du vill veta, och vad som ska komma som mejl.',
  settingsLeadGuest: 'Notiserna finns under klockan överst på sidan. Välj här vad du vill veta.',
  tableName: 'Vad du får veta, och hur',
  what: 'Händelse',
  inProgram: 'I Samskriv',
  mail: 'Mejl',
  inProgramFor: (what: string) => `${what}: visa i Samskriv`,
  mailFor: (what: string) => `${what}: mejl`,
  kinds,
  habit: { atOnce: 'Genast', digest: 'Samlat', never: 'Aldrig' },
  digestHelp:
    'Samlat betyder högst ett mejl i kvarten för varje ansökan. Det du redan har läst i Samskriv är inte med. Remisser kommer alltid genast, om du inte har valt Aldrig.',
  save: 'Spara valen',
  saved: 'Dina val är sparade',
  watchedTitle: 'Ansökningar som du bevakar',
  watchedHelp:
    'Du får veta när någon kommenterar i dem. Börja bevaka en ansökan med knappen Bevaka, överst i ansökan.',
  watchedNone: 'Du bevakar ingen ansökan. Välj Bevaka överst i den ansökan som du vill följa.',

  watch: 'Bevaka',
  watchHelp: 'När du bevakar får du veta när någon kommenterar.',
  watching: 'Du bevakar ansökan. Du får veta när någon kommenterar.',
  notWatching: 'Du bevakar inte ansökan längre.',
}
