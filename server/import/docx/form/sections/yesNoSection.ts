import type { YesNoContent } from '../../../../../shared/document/filledForm.ts'
import type { YesNoSection } from '../../../../../shared/form/FormTemplate.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { note } from '../note.ts'
import { labelOf } from '../text/labels.ts'
import { linesOf } from '../text/linesOf.ts'
import { type ContentOf, loose, type SectionRead, type SectionReading } from './SectionRead.ts'

type Answer = NonNullable<YesNoContent['answer']>

const ticked = String.raw`☒|☑|✓|✔|\[\s*[x×]\s*\]|\(\s*[x×]\s*\)`
const empty = String.raw`☐|□|\[\s*\]|\(\s*\)|_{2,}`
const anyBox = new RegExp(`${ticked}|${empty}`, 'i')

const emptyBox = new RegExp(`^(?:${empty})$`)

const word = String.raw`(?<!\p{L})(ja|nej)(?!\p{L})[:.]?`

/** An answer with its box before or after it; what is left of the line is a comment. */
const choice = new RegExp(
  String.raw`(${ticked}|${empty}|(?<!\p{L})[x×](?=\s))\s*${word}|${word}(?:[ \t]*(${ticked}|${empty}|[x×](?!\p{L})))?`,
  'giu',
)

function isOnlyChoices(text: string): boolean {
  return text.replaceAll(choice, '').replace(/[\s/,.]|eller/gi, '') === ''
}

/** The answer by its boxes; where there are none, by the word that the answer begins with. */
export function yesNoSection(
  { commentLabel }: YesNoSection,
  parts: readonly WordPart[],
  { template }: SectionReading,
): SectionRead<ContentOf<'yesNo'>> {
  const { lines, figures } = linesOf(parts)
  const labels = [{ name: 'comment' as const, texts: [commentLabel ?? 'Kommentar:', 'Kommentarer'] }]
  const answers = new Set<Answer>()
  const comment: string[] = []
  const notes: ReadNote[] = []
  let isComment = false
  // Both words are there to be chosen between, though only one of them has a box.
  const isToChoose = lines.filter(({ text }) => text !== '' && isOnlyChoices(text)).length > 1
  for (const line of lines) {
    const label = isComment ? null : labelOf(line, labels)
    if (label) {
      isComment = true
      comment.push(label.rest)
      continue
    }
    const choices = isComment ? null : readChoices(line.text, isToChoose)
    if (choices === null) comment.push(line.text)
    else {
      for (const answer of choices.ticked) answers.add(answer)
      if (choices.rest !== '') comment.push(choices.rest)
      if (choices.isGuessed) notes.push(note('answerGuessed', line.text))
    }
  }
  const [answer = null] = answers.size === 1 ? answers : []
  if (answers.size > 1) notes.push(note('answerGuessed', lines.map(({ text }) => text).join(' ')))
  const said = comment.join('\n').trim()
  const log = template.sections.find(({ kind }) => kind === 'log')
  const left = commentLabel === null ? said.split('\n').filter(text => text !== '') : []
  return {
    content: { kind: 'yesNo', answer, comment: commentLabel === null ? '' : said },
    notes,
    loose: [
      ...loose(
        'doesNotFit',
        left.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] }) as const),
        log ? { section: log.key } : null,
      ),
      ...loose('doesNotFit', figures),
    ],
  }
}

interface Choices {
  readonly ticked: readonly Answer[]
  readonly rest: string
  readonly isGuessed: boolean
}

/** Null for a line that is no answer. */
function readChoices(text: string, isToChoose: boolean): Choices | null {
  const found = [...text.matchAll(choice)]
  const [first] = found
  if (!first) return null
  const marks = found.map(([, before, word, otherWord, after]) => ({
    answer: (word ?? otherWord)?.toLowerCase() === 'ja' ? ('yes' as const) : ('no' as const),
    mark: before ?? after ?? '',
  }))
  const hasBoxes = anyBox.test(text)
  const isAlone = isOnlyChoices(text)
  if (!hasBoxes && !isAlone && first.index > 0) return null
  if (!hasBoxes && !isAlone) {
    // «Ja, vid två möten»: the word alone, and the whole is said as it stands.
    const isSaid = /^(?:ja|nej)\s*(?:[,.:;–-]|$)/i.test(text)
    return isSaid
      ? { ticked: marks.slice(0, 1).map(({ answer }) => answer), rest: text, isGuessed: true }
      : null
  }
  const crossed = marks.filter(({ mark }) => mark !== '' && !emptyBox.test(mark))
  const rest = hasBoxes ? text.replaceAll(choice, '').replace(/^[\s/,.]+|[\s/,]+$/g, '') : ''
  if (hasBoxes || crossed.length > 0 || marks.length > 1) {
    return { ticked: crossed.map(({ answer }) => answer), rest, isGuessed: false }
  }
  return { ticked: isToChoose ? [] : marks.map(({ answer }) => answer), rest: '', isGuessed: !isToChoose }
}
