import type { ParticipantsSection } from '../../../../../shared/form/FormTemplate.ts'
import type { ReadNote } from '../../../../../shared/import/ReadForm.ts'
import { formWords } from '../../../../export/words.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { note } from '../note.ts'
import { blocksOf } from '../text/blocksOf.ts'
import { type Label, labelOf } from '../text/labels.ts'
import { linesOf } from '../text/linesOf.ts'
import { type ContentOf, type Loose, loose, type SectionRead, type SectionReading } from './SectionRead.ts'

type NumberName = 'atATime' | 'differentPersons' | 'perYear'

const labels: readonly Label<NumberName>[] = [
  { name: 'atATime', texts: [formWords.atATime] },
  { name: 'differentPersons', texts: [formWords.differentPersons] },
  { name: 'perYear', texts: [formWords.perYear, 'Per år'] },
]

/** Most persons that a number may say (`roots.ts`). */
const mostPersons = 1_000_000

/**
 * What is said of the number of participants, and the numbers with labels of their own. In the original forms the label
 * stands inside the box of the target group, whose text may go on after it.
 */
export function participantsSection(
  _section: ParticipantsSection,
  parts: readonly WordPart[],
  { template, look, beginsOnHeading }: SectionReading,
): SectionRead<ContentOf<'participants'>> {
  // A heading of the applicant's own, and what stands under it, is no answer to how many.
  const [first, ...others] = atHeadings(parts)
  const within = beginsOnHeading ? first.slice(0, 1) : first.filter(isPlainPart)
  const beyond = first.filter(part => !within.includes(part))
  const numbers: Record<NumberName, number | null> = { atATime: null, differentPersons: null, perYear: null }
  const notes: ReadNote[] = []
  const text: string[] = []
  for (const line of linesOf(within).lines) {
    const found = line.goesOn ? null : labelOf(line, labels)
    const count = found && /^\d[\d\s]*$/.test(found.rest) ? Number(found.rest.replace(/\s/g, '')) : null
    if (found && count !== null && count <= mostPersons && numbers[found.name] === null) {
      numbers[found.name] = count
      if (found.isGuessed) notes.push(note('numberGuessed', line.text))
    } else text.push(line.text)
  }
  const group = template.sections.find(({ key, kind }) => key === 'targetGroup' && kind === 'rich')
  const left: readonly Loose[] = [
    ...loose('doesNotFit', blocksOf(beyond, look).blocks, group ? { section: group.key } : null),
    ...others.flatMap(stretch => loose('noHeading', blocksOf(stretch, look).blocks)),
  ]
  return {
    content: { kind: 'participants', text: text.join('\n').trim(), ...numbers },
    notes,
    loose: left,
  }
}

function isPlainPart(part: WordPart): boolean {
  return part.is === 'paragraph' && part.content.every(({ is }) => is !== 'picture')
}

/** Parted before each heading; the first has none. */
function atHeadings(parts: readonly WordPart[]): readonly [readonly WordPart[], ...(readonly WordPart[])[]] {
  const first: WordPart[] = []
  const others: WordPart[][] = []
  for (const part of parts) {
    if (part.is === 'paragraph' && part.heading !== null) others.push([part])
    else (others.at(-1) ?? first).push(part)
  }
  return [first, ...others]
}
