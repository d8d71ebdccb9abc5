import type { Assignee } from '../../shared/http/comments.ts'

/** Somebody of the demo who writes in its ansökningar. */
export type DemoWriter = 'anna' | 'karim' | 'elin' | 'sofia'

/** Where words stand once, or a field. */
type DemoPlace =
  | { readonly is: 'text' | 'lockedText'; readonly section: string; readonly words: string }
  | { readonly is: 'field'; readonly section: string; readonly field: string }

export interface DemoThread {
  readonly id: string
  readonly place: DemoPlace
  /** The comment, then the answers. */
  readonly posts: readonly { readonly by: DemoWriter; readonly text: string }[]
  /** Only the party of whoever begins it sees it. */
  readonly isInternal?: true
  readonly isMaterial?: true
  readonly assignee?: Assignee
  readonly resolvedBy?: DemoWriter
}

/** What is said beside the text of the fullest ansökan. */
export const demoTalk: readonly DemoThread[] = [
  {
    id: 'demosjukskrivning',
    place: {
      is: 'text',
      section: 'background',
      words: 'Kvinnor är borta från arbetet på grund av sjukskrivning dubbelt så mycket som män.',
    },
    posts: [
      { by: 'sofia', text: 'Vilket år gäller det här? Vi behöver en källa, annars frågar förbundet.' },
      {
        by: 'anna',
        text: 'Uppgiften kommer från Försäkringskassan. Har ni underlaget kvar, @{person:elin}?',
      },
      { by: 'elin', text: 'Ja, det gäller 2023. Jag lägger in en fotnot i veckan.' },
    ],
  },
  {
    id: 'demopsykiatrin',
    place: {
      is: 'text',
      section: 'collaborationMethods',
      words: 'en gång i månaden är även Norra länets psykiatri med',
    },
    posts: [
      {
        by: 'anna',
        text: '@{person:sofia}, är det klart med psykiatrin att de kommer en gång i månaden? Samma sak står under Samverkansparter.',
      },
    ],
  },
  {
    id: 'demounderlaget',
    place: { is: 'text', section: 'followUp', words: 'på varje möte med styrgruppen' },
    posts: [
      { by: 'elin', text: 'Vem tar fram underlaget till styrgruppen? Det bör framgå.' },
      { by: 'anna', text: 'Det gör processledaren. Nu står det så.' },
    ],
    resolvedBy: 'anna',
  },
  {
    id: 'demokortainsatser',
    place: { is: 'field', section: 'expectedParticipants', field: 'text' },
    posts: [
      {
        by: 'karim',
        text: 'Enligt målen får 30 personer per år en kortare insats. Det blir 120 på fyra år, men här står 100. Vilket gäller?',
      },
    ],
    isMaterial: true,
    assignee: { is: 'party', partyId: 'heby' },
  },
  {
    id: 'demodietisten',
    place: { is: 'text', section: 'individualMethods', words: 'träffa en dietist på vårdcentralen' },
    posts: [
      {
        by: 'sofia',
        text: 'Har vi dietist på vårdcentralen hela perioden? Jag stämmer av med primärvården innan vi lovar det.',
      },
    ],
    isInternal: true,
  },
  {
    id: 'demomaxbeloppet',
    place: { is: 'lockedText', section: 'agreement', words: 'Beviljade medel utgör ett maxbelopp' },
    posts: [
      {
        by: 'karim',
        text: 'Gäller maxbeloppet varje år för sig eller hela perioden? Texten ska stå kvar, men vi behöver veta det när vi gör budgeten. Kan du fråga förbundet, Anna?',
      },
    ],
  },
]

/** What Anna writes between the two versions, right after some words that stand once. */
export const demoChange = {
  section: 'followUp',
  after: 'Målen följs upp på varje möte med styrgruppen.',
  words: ' Processledaren tar fram underlaget.',
} as const
