import { longDay } from '../../time/swedishTime.ts'
import { given } from './givenText.ts'

/** How somebody's party answers a round, and until when. Days are calendar days in Sweden. */
export interface RoundAnswering {
  /** `Remiss 3` */
  readonly title: string
  /** Last day to answer; null for none. */
  readonly closesOn: string | null
  /** From today to the last day; 0 on it, and when only free days are left. Null without a day. */
  readonly workingDaysLeft: number | null
  readonly today: string
  /** The party of whoever gets the letter. */
  readonly partyName: string
  readonly hasAnswered: boolean
  /** She may write on the answer. */
  readonly mayReply: boolean
  /** She herself sends it. */
  readonly maySend: boolean
  /** Names of those of her party who send it. */
  readonly leads: readonly string[]
}

/** Headings and names said one by one. */
const saidMost = 40

/** Until when an answer is waited for. */
export function until({ closesOn, today, workingDaysLeft }: RoundAnswering): string {
  if (closesOn === null) return 'Det finns inget svarsdatum.'
  const day = longDay(closesOn, today)
  if (closesOn === today) return `Svara senast i dag, ${day}.`
  if (closesOn < today) return `Svarsdatumet var ${day}. Svara så snart ni kan.`
  const left = workingDaysLeft ?? 0
  if (left === 0) return `Svara senast ${day}. Ingen arbetsdag är kvar efter i dag.`
  return `Svara senast ${day}. Det är ${left === 1 ? '1 arbetsdag' : `${left} arbetsdagar`} kvar.`
}

/** What she and her party do to answer, and who sends it. */
export function mustDo(answering: RoundAnswering): string {
  const party = given(answering.partyName)
  const how = answering.mayReply
    ? 'Läs det som skickades, kommentera det som ni vill ändra och skriv svaret tillsammans.'
    : `Du kan läsa det som skickades. Svaret skriver de som har rätt till det hos ${party}.`
  return `${how} ${whoSends(answering)}`
}

function whoSends({ leads, maySend, partyName }: RoundAnswering): string {
  const party = given(partyName)
  if (maySend) return `Du skickar svaret för ${party}.`
  const names = leads.slice(0, saidMost).map(name => given(name))
  if (names.length === 0) {
    return `Ingen hos ${party} kan skicka svaret än, eftersom ingen är partsansvarig. Säg det till den som är ansvarig för ansökan.`
  }
  return `${names.join(' eller ')} skickar svaret för ${party}.`
}

/** The sections a round is about; empty for all. */
export function isAbout(sections: readonly string[] | null): string {
  if (sections === null) return ''
  const others = sections.length - saidMost
  const said = sections.slice(0, saidMost).map(heading => `- ${given(heading, 120)}`)
  return ['Det gäller de här avsnitten:', ...said, ...(others > 0 ? [`- och ${others} till`] : [])].join('\n')
}
