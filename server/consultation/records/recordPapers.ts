import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import type { Paper, PaperPart } from '../../export/paper/Paper.ts'
import { paperProse as prose } from '../../export/paper/paperProse.ts'
import type { WhoOf } from '../../people/access/whoOf.ts'
import { headingOf, wholeWords } from '../compilation/compilationParts.ts'
import type { KeptReply, KeptRound } from '../roundsFile.ts'
import { sayMoment, stanceWords } from '../roundWords.ts'
import type { Recorded, Told } from './recordsOf.ts'

/** What every paper of the records is made with. */
export interface PaperOfRecord {
  readonly record: Recorded
  readonly round: KeptRound
  readonly form: Pick<FormTemplate, 'sections'>
  readonly whoOf: WhoOf
}

type Facts = readonly (readonly [name: string, value: string])[]

/** What was sent: the letter first, then the whole version. */
export function sentPaper(of: PaperOfRecord, filled: FilledForm, hash: string): Paper {
  const { record, round, form, whoOf } = of
  const { message, sections } = round
  const persons = round.recipients.find(({ partyId }) => partyId === record.partyId)?.personIds ?? []
  const names = persons.map(personId => whoOf(`${personId}@${record.partyId}`).name)
  const about = sections?.map(key => headingOf(form, key)).join('; ') ?? ''
  const letter = facts([
    ...register(of),
    ['Skickat', `${sayMoment(round.sentAt)} av ${whoOf(round.sentBy).name}`],
    ['Mottagare', names.join(', ')],
    ['Svarsdatum', firstDay(round) ?? ''],
    ['Gäller särskilt', about],
    ['Version', `${round.version.label} (kontrollsumma SHA-256: ${hash})`],
  ])
  const said = message === '' ? [] : [heading(2, 'Meddelande'), prose(message)]
  const paper = recordPaper(of, [letter, ...said])
  return { ...paper, parts: [...paper.parts, { is: 'form', form: filled }] }
}

/** An answer as it was sent. What the owner said of it afterwards is in the sammanställning. */
export function replyPaper(of: PaperOfRecord, reply: KeptReply): Paper {
  const { whoOf, round } = of
  const { stance, summary, attachments, sentAt, sentBy, hash, number } = reply
  const remarks = remarksInOrder(of, reply)
  const files = attachments.map(
    ({ name, sizeBytes, hash }) => `${name} (${sizeBytes} byte, kontrollsumma SHA-256: ${hash})`,
  )
  return recordPaper(of, [
    facts([
      ...register(of),
      ['Skickat', `${sayMoment(sentAt)} av ${whoOf(sentBy).name}`],
      ['Svar', String(number)],
      ['Kontrollsumma', hash],
    ]),
    heading(2, 'Ställningstagande'),
    prose(stanceWords(round.purpose, stance), 'strong'),
    heading(2, 'Sammanfattning'),
    prose(summary === '' ? 'Ingen sammanfattning.' : summary),
    heading(2, 'Synpunkter'),
    ...(remarks.length === 0 ? [prose('Inga synpunkter.')] : remarks),
    heading(2, 'Bilagor'),
    files.length === 0 ? prose('Inga bilagor.') : { is: 'list', items: files },
  ])
}

/** Something that was told in a few words. */
export function toldPaper(of: PaperOfRecord, { by, at, said }: Told): Paper {
  return recordPaper(of, [
    facts([...register(of), ['Skickat', `${sayMoment(at)} av ${of.whoOf(by).name}`]]),
    ...said.flatMap(([name, text]) => [heading(2, name), prose(text)]),
  ])
}

/** The day to answer that stood in what was sent, whatever it has become since. */
export function firstDay({
  extensions,
  closesOn,
}: Pick<KeptRound, 'extensions' | 'closesOn'>): string | null {
  const [first] = extensions
  return first ? first.from : closesOn
}

/** What is about the whole first, then section by section as the form has them. */
function remarksInOrder({ form }: PaperOfRecord, { remarks }: KeptReply): PaperPart[] {
  const sections = [null, ...form.sections.map(({ key }) => key)]
  const known = new Set(sections)
  return sections.flatMap(section => {
    const said = remarks
      .map((remark, place) => ({ remark, number: place + 1 }))
      .filter(({ remark }) => (known.has(remark.section) ? remark.section : null) === section)
    if (said.length === 0) return []
    const words = section === null ? wholeWords : headingOf(form, section)
    return [heading(3, words), ...said.flatMap(({ remark, number }) => remarkParts(remark, number))]
  })
}

function remarkParts(remark: KeptReply['remarks'][number], number: number): PaperPart[] {
  const { quote, text, wording } = remark
  return [
    heading(4, `Synpunkt ${number}`),
    ...(quote === '' ? [] : [prose(quote, 'quote')]),
    prose(text),
    ...(wording === '' ? [] : [prose('Förslag till ny lydelse:'), prose(wording, 'quote')]),
  ]
}

function register({ record: { file } }: PaperOfRecord): Facts {
  return [
    ['Beteckning', file.designation],
    ['Datum', file.on],
    ['Från', file.from],
    ['Till', file.to],
  ]
}

function recordPaper({ record: { file } }: PaperOfRecord, parts: readonly PaperPart[]): Paper {
  return {
    title: file.subject,
    isWide: false,
    foot: file.designation,
    parts: [
      heading(1, file.subject),
      ...parts,
      prose('Kommentarer som har gjorts vid sidan av remissen är arbetsmaterial och ingår inte.', 'quiet'),
    ],
  }
}

function heading(level: 1 | 2 | 3 | 4, text: string): PaperPart {
  return { is: 'heading', level, text }
}

function facts(said: Facts): PaperPart {
  return { is: 'facts', facts: said }
}
