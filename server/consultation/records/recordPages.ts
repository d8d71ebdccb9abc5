import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../../shared/form/FormTemplate.ts'
import { formBody } from '../../export/html/formBody.ts'
import { type Html, html, joined, nothing } from '../../export/html/html.ts'
import { page } from '../../export/html/page.ts'
import { facts, prose } from '../../export/html/prose.ts'
import type { WhoOf } from '../../people/access/whoOf.ts'
import { headingOf, wholeWords } from '../compilation/compilationParts.ts'
import type { KeptReply, KeptRound } from '../roundsFile.ts'
import { sayMoment, stanceWords } from '../roundWords.ts'
import type { Recorded, Told } from './recordsOf.ts'

/** What every page of the records is made with. */
export interface PageOfRecord {
  readonly record: Recorded
  readonly round: KeptRound
  readonly form: FormTemplate
  readonly whoOf: WhoOf
}

/** What was sent, as a page: the letter first, then the whole version. */
export function sentPage(of: PageOfRecord, filled: FilledForm, hash: string): Html {
  const { record, round, form, whoOf } = of
  const { message, sections } = round
  const persons = round.recipients.find(({ partyId }) => partyId === record.partyId)?.personIds ?? []
  const names = persons.map(personId => whoOf(`${personId}@${record.partyId}`).name)
  const about = sections?.map(key => headingOf(form, key)).join('; ') ?? ''
  const letter = html`${facts([
    ...register(of),
    ['Skickat', `${sayMoment(round.sentAt)} av ${whoOf(round.sentBy).name}`],
    ['Till', names.join(', ')],
    ['Svarsdatum', firstDay(round) ?? ''],
    ['Gäller särskilt', about],
    ['Version', `${round.version.label} (kontrollsumma SHA-256: ${hash})`],
  ])}${message === '' ? nothing : html`<h2>Meddelande</h2>\n${prose(message)}`}`
  return recordPage(of, html`${letter}${formBody(form, filled)}`)
}

/** An answer as it was sent. What the owner said of it afterwards is in the sammanställning. */
export function replyPage(of: PageOfRecord, reply: KeptReply): Html {
  const { form, whoOf, round } = of
  const { stance, summary, remarks, attachments, sentAt, sentBy, hash, number } = reply
  const sections = [null, ...form.sections.map(({ key }) => key)]
  const known = new Set(sections)
  const inOrder = sections.flatMap(section => {
    const said = remarks
      .map((remark, place) => ({ remark, number: place + 1 }))
      .filter(({ remark }) => (known.has(remark.section) ? remark.section : null) === section)
    if (said.length === 0) return []
    const lines = said.map(({ remark, number }) => remarkItem(remark, number))
    const heading = section === null ? wholeWords : headingOf(form, section)
    return [html`<h3>${heading}</h3>\n${joined(lines)}`]
  })
  const files = attachments.map(
    ({ name, sizeBytes, hash }) =>
      html`<li>${name} (${sizeBytes} byte, kontrollsumma SHA-256: ${hash})</li>\n`,
  )
  return recordPage(
    of,
    html`${facts([
      ...register(of),
      ['Skickat', `${sayMoment(sentAt)} av ${whoOf(sentBy).name}`],
      ['Svar', String(number)],
      ['Kontrollsumma', hash],
    ])}<h2>Ställningstagande</h2>
<p><strong>${stanceWords(round.purpose, stance)}</strong></p>
<h2>Sammanfattning</h2>
${summary === '' ? html`<p>Ingen sammanfattning.</p>\n` : prose(summary)}<h2>Synpunkter</h2>
${inOrder.length === 0 ? html`<p>Inga synpunkter.</p>\n` : joined(inOrder)}<h2>Bilagor</h2>
${files.length === 0 ? html`<p>Inga bilagor.</p>\n` : html`<ul>\n${files}</ul>\n`}`,
  )
}

/** Something that was told in a few words. */
export function toldPage(of: PageOfRecord, { by, at, said }: Told): Html {
  const sender = facts([...register(of), ['Skickat', `${sayMoment(at)} av ${of.whoOf(by).name}`]])
  const words = said.map(([name, text]) => html`<h2>${name}</h2>\n${prose(text)}`)
  return recordPage(of, html`${sender}${joined(words)}`)
}

/** The day to answer that stood in what was sent, whatever it has become since. */
export function firstDay({
  extensions,
  closesOn,
}: Pick<KeptRound, 'extensions' | 'closesOn'>): string | null {
  const [first] = extensions
  return first ? first.from : closesOn
}

function remarkItem(remark: KeptReply['remarks'][number], number: number): Html {
  const { quote, text, wording } = remark
  const about = quote === '' ? nothing : html`<blockquote>${prose(quote)}</blockquote>\n`
  const proposed =
    wording === ''
      ? nothing
      : html`<p>Förslag till ny lydelse:</p>\n<blockquote>${prose(wording)}</blockquote>\n`
  return html`<h4>Synpunkt ${number}</h4>\n${about}${prose(text)}${proposed}`
}

function register({ record: { file } }: PageOfRecord): [name: string, value: string][] {
  return [
    ['Beteckning', file.designation],
    ['Datum', file.on],
    ['Från', file.from],
    ['Till', file.to],
  ]
}

function recordPage({ record: { file } }: PageOfRecord, body: Html): Html {
  const whole = html`<h1>${file.subject}</h1>
${body}<p class="note">Kommentarer som har gjorts vid sidan av remissen är arbetsmaterial och ingår inte.</p>`
  return page({ title: file.subject, body: whole })
}
