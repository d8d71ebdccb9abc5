import type { CompiledParty, CompiledRemark, CompiledRow } from '../../../shared/consultation/compilation.ts'
import { type Html, html, joined, nothing } from '../../export/html/html.ts'
import { page } from '../../export/html/page.ts'
import { facts, prose } from '../../export/html/prose.ts'
import { noStanceWords, roundTitle, sayMoment, stanceWords, verdictWords } from '../roundWords.ts'
import { type CompilationOnPaper, headingOf, oppositionWords, wholeWords } from './compilationParts.ts'

/** The sammanställning as a page to print: stances first, then section by section what was said and what became of it. */
export function compilationHtml(paper: CompilationOnPaper): Html {
  const { round, name, compilation } = paper
  const title = `Sammanställning av ${roundTitle(round)}`
  const body = html`<h1>${title}</h1>
<p class="lead">${name}</p>
${about(paper)}<h2>Ställningstaganden</h2>
${stances(paper)}<h2>Synpunkter och svar</h2>
<p>${counted(paper)}</p>
${joined(compilation.rows.map(row => remarks(paper, row)))}<p class="note">Kommentarer som har gjorts vid sidan av remissen är arbetsmaterial och ingår inte. Hämtad ${sayMoment(paper.fetchedAt)}.</p>`
  return page({ title: `${title}: ${name}`, body, isWide: true })
}

function about({ round }: CompilationOnPaper): Html {
  const { sentAt, sentBy, version, closesOn, over, published } = round
  const ended = over
    ? { closed: 'Avslutad', dayPassed: 'Avslutad av sig själv', calledOff: 'Återkallad' }[over.why]
    : 'Pågår'
  return facts([
    ['Skickad', `${sayMoment(sentAt)} av ${sentBy.name}`],
    ['Version', version.label],
    ['Svarsdatum', closesOn ?? ''],
    ['Läge', over ? `${ended} ${sayMoment(over.at)}` : ended],
    ['Skäl', over?.reason ?? ''],
    ['Visad för parterna', published ? sayMoment(published.at) : 'Nej'],
  ])
}

function stances({ round, compilation }: CompilationOnPaper): Html {
  const rows = compilation.parties.map(
    party => html`<tr><th scope="row" class="short">${party.name}</th><td class="short">${stance(round.purpose, party)}</td><td>${said(party)}</td></tr>
`,
  )
  return html`<table>
<caption>Vad varje part har svarat</caption>
<thead><tr><th scope="col" class="short">Part</th><th scope="col" class="short">Ställningstagande</th><th scope="col">Sammanfattning</th></tr></thead>
<tbody>
${joined(rows)}</tbody>
</table>
`
}

function stance(purpose: CompilationOnPaper['round']['purpose'], { state, reply }: CompiledParty): Html {
  if (!reply) {
    const hidden = state === 'answered' ? html`<p>Svaret visas inte än.</p>` : nothing
    return html`<p>${noStanceWords(state)}</p>${hidden}`
  }
  const { is, why } = oppositionWords(reply)
  const became = is === '' ? nothing : html`<p>${is}${why === '' ? '.' : ': '}${why}</p>`
  return html`<p><strong>${stanceWords(purpose, reply.stance)}</strong></p>${became}`
}

function said({ reply }: CompiledParty): Html {
  if (!reply) return nothing
  const { summary, attachments, sentAt, sentBy, number } = reply
  const files = attachments.map(({ name }) => name).join(', ')
  const under = files === '' ? nothing : html`<p>Bilagor: ${files}</p>`
  const again = number > 1 ? `, svar ${number}` : ''
  return html`${prose(summary)}${under}<p class="empty">Skickat ${sayMoment(sentAt)} av ${sentBy.name}${again}</p>`
}

function counted({ compilation, seesAnswers }: CompilationOnPaper): string {
  const { remarks, answered } = compilation.counts
  if (remarks === 0) return 'Inga synpunkter.'
  const words = remarks === 1 ? '1 synpunkt' : `${remarks} synpunkter`
  return seesAnswers
    ? `${words}, varav ${answered} med svar.`
    : `${words}. Svaren på dem visas när sammanställningen har visats för parterna.`
}

function remarks(paper: CompilationOnPaper, { section, cells }: CompiledRow): Html {
  const { parties } = paper.compilation
  const rows = cells.flatMap((remarksOfParty, column) => {
    const party = parties[column]
    return party ? remarksOfParty.map(one => remark(paper, party, one)) : []
  })
  return html`<table>
<caption><h3>${section?.heading ?? wholeWords}</h3></caption>
<thead><tr><th scope="col" class="who">Part</th><th scope="col">Ni sa</th><th scope="col">Förslag till ny lydelse</th><th scope="col">Vi gör</th></tr></thead>
<tbody>
${joined(rows)}</tbody>
</table>
`
}

function remark(
  paper: CompilationOnPaper,
  { shortName }: CompiledParty,
  { number, remark, answer }: CompiledRemark,
): Html {
  const quote = remark.quote === '' ? nothing : html`<blockquote>${prose(remark.quote)}</blockquote>`
  return html`<tr><th scope="row" class="who">${shortName} ${number}</th><td>${quote}${prose(remark.text)}</td><td>${prose(remark.wording)}</td><td>${answered(paper, answer)}</td></tr>
`
}

function answered({ form, seesAnswers }: CompilationOnPaper, answer: CompiledRemark['answer']): Html {
  if (!answer) return seesAnswers ? html`<p class="empty">Inte besvarad.</p>` : nothing
  const { verdict, reason, changedSection } = answer
  const changed =
    changedSection === null ? nothing : html`<p>Texten är ändrad i: ${headingOf(form, changedSection)}</p>`
  return html`<p><strong>${verdictWords[verdict]}</strong></p>${prose(reason)}${changed}`
}
