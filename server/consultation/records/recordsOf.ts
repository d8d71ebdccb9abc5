import type { Attachment, RecordFile } from '../../../shared/http/replies.ts'
import type { Party } from '../../../shared/people/person.ts'
import { dayInSweden } from '../../time/swedishTime.ts'
import type { KeptReply, KeptRound } from '../roundsFile.ts'
import { roundTitle } from '../roundWords.ts'

/** The formats that a paper of the records is to be had in. */
const paperFormats = ['html', 'docx', 'pdf'] as const

type PaperFormat = (typeof paperFormats)[number]

/** What stands in a file of the records. */
export type RecordSaid =
  | { readonly is: 'sent' }
  | { readonly is: 'reply'; readonly reply: KeptReply }
  | Told
  | { readonly is: 'compilation' }

/** What a file of the records is made of. */
export type RecordContent =
  | { readonly is: 'paper'; readonly of: RecordSaid; readonly as: PaperFormat }
  | { readonly is: 'data'; readonly of: Exclude<RecordSaid, Told | { is: 'compilation' }> }
  | { readonly is: 'attachment'; readonly attachment: Attachment }

/** Something that was told in a few words: a new day, that it was called off, that an *avstyrker* was lifted. */
export interface Told {
  readonly is: 'told'
  /** `‹person›@‹party›` */
  readonly by: string
  /** An ISO instant. */
  readonly at: string
  /** What it is called, and what was said. */
  readonly said: readonly (readonly [name: string, text: string])[]
}

/** A file of the records, with its line in the register. */
export interface Recorded {
  readonly partyId: string
  readonly file: RecordFile
  /** When it was sent, an ISO instant. */
  readonly at: string
  readonly content: RecordContent
}

interface Recording {
  readonly applicationId: string
  /** What the ansökan is called. */
  readonly name: string
  readonly round: KeptRound
  readonly ordinal: number
  readonly partyName: (partyId: Party['id']) => string
}

/** One *handling*: it has one designation, in whatever formats it can be fetched. */
interface Handling {
  /** An ISO instant. */
  readonly at: string
  readonly isFromOwner: boolean
  readonly subject: string
  /** Path in the folder of the party, name, and content of each file. */
  readonly files: readonly HandlingFile[]
}

type HandlingFile = readonly [path: string, name: string, content: RecordContent]

/**
 * What a party has been sent and has sent in a round, in order: one line of the register each (OSL 5:2). What has been
 * numbered keeps its designation, since what comes later comes after it.
 */
export function recordsOf(recording: Recording, partyId: string): Recorded[] {
  const { applicationId, round, partyName } = recording
  const owner = partyName(round.sentBy.split('@')[1] ?? '')
  const own = partyName(partyId)
  const handlings = [...fromOwner(recording), ...fromParty(recording, partyId)].toSorted((one, other) =>
    one.at < other.at ? -1 : Number(one.at > other.at),
  )
  return handlings.flatMap(({ at, isFromOwner, subject, files }, place) => {
    const designation = `${applicationId}/R${round.number}/${partyId.toUpperCase()}/${place + 1}`
    const line = {
      ...{ on: dayInSweden(Date.parse(at)), subject, designation },
      ...(isFromOwner ? { from: owner, to: own } : { from: own, to: owner }),
    }
    return files.map(([path, name, content]) => ({
      partyId,
      file: { path: `${partyId}/${path}`, name, ...line },
      at,
      content,
    }))
  })
}

function fromOwner(recording: Recording): Handling[] {
  const { round, name } = recording
  const title = titleOf(recording)
  const isFromOwner = true
  const sent: Handling = {
    ...{ at: round.sentAt, isFromOwner, subject: `${title}: ${name}, version ${round.version.label}` },
    files: withData('utskick', `${title}, det som skickades`, { is: 'sent' }),
  }
  const days = round.extensions.map(({ by, at }, place): Handling => {
    const day = (round.extensions[place + 1]?.from ?? round.closesOn) || 'Inget svarsdatum'
    const told: Told = { is: 'told', by, at, said: [['Nytt svarsdatum', day]] }
    const files = papers(`nytt-svarsdatum-${place + 1}`, `${title}, nytt svarsdatum`, told)
    return { at, isFromOwner, subject: `Nytt svarsdatum för ${title}: ${name}`, files }
  })
  return [sent, ...days, ...calledOff(recording), ...published(recording)]
}

function calledOff(recording: Recording): Handling[] {
  const { round, name } = recording
  const { over } = round
  if (over?.why !== 'calledOff') return []
  const title = titleOf(recording)
  const told: Told = { is: 'told', by: over.by ?? round.sentBy, at: over.at, said: [['Skäl', over.reason]] }
  const files = papers('aterkallad', `${title}, återkallad`, told)
  return [{ at: over.at, isFromOwner: true, subject: `Återkallad ${title}: ${name}`, files }]
}

function published(recording: Recording): Handling[] {
  const { round, name } = recording
  if (!round.published) return []
  const title = `Sammanställning av ${titleOf(recording)}`
  const files = papers('sammanstallning', title, { is: 'compilation' })
  return [{ at: round.published.at, isFromOwner: true, subject: `${title}: ${name}`, files }]
}

function titleOf({ round: { purpose }, ordinal }: Recording): string {
  return roundTitle({ purpose, ordinal })
}

function fromParty(recording: Recording, partyId: string): Handling[] {
  const { round, name } = recording
  const title = titleOf(recording)
  return round.replies
    .filter(reply => reply.partyId === partyId)
    .flatMap(reply => {
      const { number, sentAt, attachments, opposition } = reply
      const which = `svar-${number}`
      const subject = number === 1 ? `Svar på ${title}: ${name}` : `Svar ${number} på ${title}: ${name}`
      const answer: Handling = {
        ...{ at: sentAt, isFromOwner: false, subject },
        files: withData(which, `Svar ${number} på ${title}`, { is: 'reply', reply }),
      }
      const files = attachments.map((attachment, place): Handling => {
        const path = `${which}-bilaga-${place + 1}${endingOf(attachment.name)}`
        return {
          ...{ at: sentAt, isFromOwner: false, subject: `Bilaga till svar på ${title}: ${attachment.name}` },
          files: [[path, attachment.name, { is: 'attachment', attachment }]],
        }
      })
      if (opposition?.is !== 'lifted') return [answer, ...files]
      const { by, at, reason } = opposition
      const told: Told = { is: 'told', by, at, said: [['Skäl', reason]] }
      const lifted: Handling = {
        ...{ at, isFromOwner: false, subject: `Lyft avstyrkande i ${title}: ${name}` },
        files: papers(`${which}-lyft`, `Lyft avstyrkande i ${title}`, told),
      }
      return [answer, ...files, lifted]
    })
}

/** A paper in each of its formats, by path and name without their ending. */
function papers(path: string, name: string, of: RecordSaid): HandlingFile[] {
  return paperFormats.map(as => [`${path}.${as}`, `${name}.${as}`, { is: 'paper', of, as }])
}

/** The same, and what it says for a program to read. */
function withData(
  path: string,
  name: string,
  of: Extract<RecordContent, { is: 'data' }>['of'],
): HandlingFile[] {
  return [...papers(path, name, of), [`${path}.json`, `${name}.json`, { is: 'data', of }]]
}

/** How a file's name ends, when that says something to a computer. */
function endingOf(name: string): string {
  return /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0].toLowerCase() ?? ''
}
