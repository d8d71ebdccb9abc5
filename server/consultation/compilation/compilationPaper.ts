import type { CompiledParty, CompiledRemark, CompiledRow } from '../../../shared/consultation/compilation.ts'
import type { Paper, PaperPart, PaperProse, PaperTable } from '../../export/paper/Paper.ts'
import { paperProse as prose } from '../../export/paper/paperProse.ts'
import { noStanceWords, roundTitle, sayMoment, stanceWords, verdictWords } from '../roundWords.ts'
import { type CompilationOnPaper, headingOf, oppositionWords, wholeWords } from './compilationParts.ts'

/** The sammanställning to print and to keep: stances first, then section by section what was said and what became of it. */
export function compilationPaper(of: CompilationOnPaper): Paper {
  const { round, name, compilation, fetchedAt } = of
  const title = `Sammanställning av ${roundTitle(round)}`
  return {
    title: `${title}: ${name}`,
    isWide: true,
    foot: `${title}: ${name}`,
    parts: [
      { is: 'heading', level: 1, text: title },
      prose(name, 'lead'),
      about(of),
      { is: 'heading', level: 2, text: 'Ställningstaganden' },
      stances(of),
      { is: 'heading', level: 2, text: 'Synpunkter och svar' },
      prose(counted(of)),
      ...compilation.rows.map(row => remarks(of, row)),
      prose(
        `Kommentarer som har gjorts vid sidan av remissen är arbetsmaterial och ingår inte. Hämtad ${sayMoment(fetchedAt)}.`,
        'quiet',
      ),
    ],
  }
}

function about({ round }: CompilationOnPaper): PaperPart {
  const { sentAt, sentBy, version, closesOn, over, published } = round
  const ended = over
    ? { closed: 'Avslutad', dayPassed: 'Avslutad av sig själv', calledOff: 'Återkallad' }[over.why]
    : 'Pågår'
  return {
    is: 'facts',
    facts: [
      ['Skickad', `${sayMoment(sentAt)} av ${sentBy.name}`],
      ['Version', version.label],
      ['Svarsdatum', closesOn ?? ''],
      ['Läge', over ? `${ended} ${sayMoment(over.at)}` : ended],
      ['Skäl', over?.reason ?? ''],
      ['Visad för parterna', published ? sayMoment(published.at) : 'Nej'],
    ],
  }
}

function stances({ round, compilation }: CompilationOnPaper): PaperTable {
  return {
    is: 'table',
    caption: { text: 'Vad varje part har svarat', level: null },
    columns: [
      { heading: 'Part', share: 0.18 },
      { heading: 'Ställningstagande', share: 0.18 },
      { heading: 'Sammanfattning', share: 0.64 },
    ],
    rows: compilation.parties.map(party => [[prose(party.name)], stance(round.purpose, party), said(party)]),
  }
}

function stance(
  purpose: CompilationOnPaper['round']['purpose'],
  { state, reply }: CompiledParty,
): PaperProse[] {
  if (!reply) {
    const hidden = state === 'answered' ? [prose('Svaret visas inte än.')] : []
    return [prose(noStanceWords(state)), ...hidden]
  }
  const { is, why } = oppositionWords(reply)
  const became = is === '' ? [] : [prose(`${is}${why === '' ? '.' : `: ${why}`}`)]
  return [prose(stanceWords(purpose, reply.stance), 'strong'), ...became]
}

function said({ reply }: CompiledParty): PaperProse[] {
  if (!reply) return []
  const { summary, attachments, sentAt, sentBy, number } = reply
  const files = attachments.map(({ name }) => name).join(', ')
  const under = files === '' ? [] : [prose(`Bilagor: ${files}`)]
  const again = number > 1 ? `, svar ${number}` : ''
  return [prose(summary), ...under, prose(`Skickat ${sayMoment(sentAt)} av ${sentBy.name}${again}`, 'quiet')]
}

function counted({ compilation, seesAnswers }: CompilationOnPaper): string {
  const { remarks, answered } = compilation.counts
  if (remarks === 0) return 'Inga synpunkter.'
  const words = remarks === 1 ? '1 synpunkt' : `${remarks} synpunkter`
  return seesAnswers
    ? `${words}, varav ${answered} med svar.`
    : `${words}. Svaren på dem visas när sammanställningen har visats för parterna.`
}

function remarks(of: CompilationOnPaper, { section, cells }: CompiledRow): PaperTable {
  const { parties } = of.compilation
  return {
    is: 'table',
    caption: { text: section?.heading ?? wholeWords, level: 3 },
    columns: [
      { heading: 'Part', share: 0.09 },
      { heading: 'Ni sa', share: 0.35 },
      { heading: 'Förslag till ny lydelse', share: 0.28 },
      { heading: 'Vi gör', share: 0.28 },
    ],
    rows: cells.flatMap((remarksOfParty, column) => {
      const party = parties[column]
      return party ? remarksOfParty.map(one => remark(of, party, one)) : []
    }),
  }
}

function remark(
  of: CompilationOnPaper,
  { shortName }: CompiledParty,
  { number, remark, answer }: CompiledRemark,
): PaperProse[][] {
  const quote = remark.quote === '' ? [] : [prose(remark.quote, 'quote')]
  return [
    [prose(`${shortName} ${number}`)],
    [...quote, prose(remark.text)],
    [prose(remark.wording)],
    answered(of, answer),
  ]
}

function answered({ form, seesAnswers }: CompilationOnPaper, answer: CompiledRemark['answer']): PaperProse[] {
  if (!answer) return seesAnswers ? [prose('Inte besvarad.', 'quiet')] : []
  const { verdict, reason, changedSection } = answer
  const changed =
    changedSection === null ? [] : [prose(`Texten är ändrad i: ${headingOf(form, changedSection)}`)]
  return [prose(verdictWords[verdict], 'strong'), prose(reason), ...changed]
}
