import type { CompiledParty, CompiledRemark } from '../../../shared/consultation/compilation.ts'
import { byteOrderMark, csvRow } from '../../export/csv/csvRow.ts'
import { noStanceWords, stanceWords, verdictWords } from '../roundWords.ts'
import { type CompilationOnPaper, headingOf, oppositionWords, wholeWords } from './compilationParts.ts'

const heads = [
  ...['Avsnitt', 'Part', 'Nr', 'Ställningstagande', 'Ur texten', 'Synpunkt'],
  ...['Förslag till ny lydelse', 'Ägarens svar', 'Skäl', 'Text ändrad i'],
]

/** The sammanställning as a table: a row for each stance with its summary, then one for each remark, section by section. */
export function compilationCsv(paper: CompilationOnPaper): string {
  const { compilation } = paper
  const remarks = compilation.rows.flatMap(({ section, cells }) =>
    cells.flatMap((said, column) => {
      const party = compilation.parties[column]
      return party ? said.map(remark => remarkRow(paper, section?.heading ?? wholeWords, party, remark)) : []
    }),
  )
  const rows = [heads, ...compilation.parties.map(party => stanceRow(paper, party)), ...remarks]
  return `${byteOrderMark}${rows.map(row => csvRow(row, 'lines')).join('')}`
}

function stanceRow({ round }: CompilationOnPaper, { name, state, reply }: CompiledParty): string[] {
  const said = reply ? stanceWords(round.purpose, reply.stance) : noStanceWords(state)
  const opposition = reply ? oppositionWords(reply) : { is: '', why: '' }
  return [
    'Ställningstagande',
    name,
    '',
    said,
    '',
    reply?.summary ?? '',
    '',
    opposition.is,
    opposition.why,
    '',
  ]
}

function remarkRow(
  { form }: CompilationOnPaper,
  heading: string,
  { name, shortName }: CompiledParty,
  { number, remark, answer }: CompiledRemark,
): string[] {
  const changed = answer?.changedSection ?? null
  return [
    ...[heading, name, `${shortName} ${number}`, '', remark.quote, remark.text, remark.wording],
    ...[answer ? verdictWords[answer.verdict] : '', answer?.reason ?? ''],
    changed === null ? '' : headingOf(form, changed),
  ]
}
