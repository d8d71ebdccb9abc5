import type { Block } from '../../../../shared/document/blockContent.ts'
import type { SectionContent } from '../../../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../../../shared/form/FormTemplate.ts'
import { splitMethods } from '../../../../shared/import/move/staysBehind.ts'
import { isTarget } from '../../../../shared/import/placing.ts'
import type {
  LeftOver,
  ReadForm,
  ReadNote,
  ReadNoteKind,
  SectionReading,
  Target,
} from '../../../../shared/import/ReadForm.ts'
import type { WordContent, WordPart } from '../word/WordContent.ts'
import { cutIntoStretches, type Stretch } from './cutIntoStretches.ts'
import { frontMatter } from './frontMatter.ts'
import { headingNames } from './headingNames.ts'
import { saysSomething } from './inlines.ts'
import { foldedWords } from './letters.ts'
import { note } from './note.ts'
import { inOrder } from './outOfOrder.ts'
import { remarksOf } from './remarksOf.ts'
import { readSection } from './sectionReaders.ts'
import type { Loose } from './sections/SectionRead.ts'
import { blocksOf, hasWords } from './text/blocksOf.ts'
import { linesOf } from './text/linesOf.ts'
import type { TextLook } from './text/paragraphContent.ts'

/** Where the answers to a question that the form does not ask probably belong. */
const probablePlaces: Readonly<Record<string, readonly string[]>> = {
  collaborationMethods: ['methods'],
  individualMethods: ['methods'],
  anchoring: ['discussions'],
  discussions: ['anchoring'],
  discussed: ['anchoring', 'discussions'],
  expectedParticipants: ['targetGroup'],
}

/** A left-over text, and where in the file it stood. */
interface PlacedLoose extends Loose {
  readonly at: number
  readonly under: string | null
}

/**
 * What stands in a file, in the fields of a form. All text of the file is in the form, in a left-over text or in a note, or
 * it is the form's own: headings, labels, title, instructions, fixed text.
 */
export function recogniseForm(content: WordContent, template: FormTemplate): ReadForm {
  const cut = cutIntoStretches(content, headingNames(template))
  const look: TextLook = { level: cut.level, above: cut.level ?? highestHeading(content.parts) - 1 }
  const front = frontMatter(cut.before, template, look)
  const sections: Record<string, SectionContent> = {}
  const readings: SectionReading[] = []
  const notes: ReadNote[] = [...front.notes]
  const left: PlacedLoose[] = front.loose.map(text => ({ ...text, at: -1, under: null }))
  const inPlace = inOrder(template, cut.stretches)
  for (const section of template.sections) {
    const own = cut.stretches.filter(({ heading }) => heading.name.section === section)
    const { stretches, isTwice } = withoutCopies(section, own)
    const [first] = stretches
    const read = readSection(
      section,
      stretches.flatMap(({ parts }) => parts),
      { template, look, sections, beginsOnHeading: look.level === null && first?.isOnHeading === true },
    )
    const said = [
      ...stretches.flatMap(({ heading }) => notesOf(heading)),
      ...(isTwice ? [note('headingTwice', first?.heading.text ?? '')] : []),
      ...(first && !inPlace.has(section.key) ? [note('outOfOrder', first.heading.text)] : []),
      ...read.notes,
    ]
    const heading = first?.heading.text ?? null
    left.push(...read.loose.map(text => ({ ...text, at: first?.heading.at ?? 0, under: heading })))
    if (read.content === null) notes.push(...said)
    else {
      sections[section.key] = read.content
      readings.push({
        ...{ section: section.key, heading, notes: onceEach(said) },
        is: saysNothing(read.content) ? 'missing' : said.some(isGuess) ? 'guessed' : 'read',
      })
    }
  }
  for (const stretch of cut.stretches.filter(({ heading }) => heading.name.section === null)) {
    left.push(...notAsked(stretch, template, look))
    notes.push(note('fieldNotAsked', stretch.heading.text))
  }
  const leftOvers = left
    .filter(({ blocks }) => blocks.some(hasWords))
    .sort((one, other) => one.at - other.at)
    .map(({ at: _, ...text }, index): LeftOver => whole({ ...text, id: `text-${index + 1}` }, template))
  return {
    form: { formId: template.id, sections },
    sections: readings,
    leftOvers,
    notes: onceEach([...notes, ...remarksOf(content)]),
  }
}

/** Without empty paragraphs, and with no place proposed that cannot take all of it. */
function whole(leftOver: LeftOver, template: FormTemplate): LeftOver {
  const { proposed } = leftOver
  const isPossible = proposed !== null && isTarget(template, proposed, leftOver)
  return { ...leftOver, blocks: leftOver.blocks.filter(hasWords), proposed: isPossible ? proposed : null }
}

/** Pages are copied for each party to sign, and lists of contents say all headings once more: what says the same is one. */
function withoutCopies(
  { kind }: Section,
  all: readonly Stretch[],
): { readonly stretches: readonly Stretch[]; readonly isTwice: boolean } {
  const said = all.filter(({ parts }) => parts.some(part => part.is === 'table' || saysSomething(part)))
  const stretches: Stretch[] = []
  const seen = new Set<string>()
  for (const stretch of said.length > 0 ? said : all.slice(0, 1)) {
    const words = wordsOf(stretch.parts)
    if (!seen.has(words)) stretches.push(stretch)
    seen.add(words)
  }
  // A page for each party, and a sheet each for the budget, begin with a heading of their own.
  const isRepeated =
    kind === 'signatures' || kind === 'budget' || kind === 'lockedText' || kind === 'computedLine'
  return { stretches, isTwice: said.length > 1 && !isRepeated }
}

function wordsOf(parts: readonly WordPart[]): string {
  const { lines, figures } = linesOf(parts)
  return [...lines.map(({ text }) => foldedWords(text)), ...figures.map(figure => JSON.stringify(figure))]
    .filter(words => words !== '')
    .join('\n')
}

function notesOf({ isGuessed, isMended, text, strength }: Stretch['heading']): readonly ReadNote[] {
  return [
    ...(isGuessed || strength < 2 ? [note('headingGuessed', text)] : []),
    ...(isMended ? [note('lettersMended', text)] : []),
  ]
}

/** What stands under a heading that only other versions of the form have. */
function notAsked(
  { heading, parts }: Stretch,
  template: FormTemplate,
  look: TextLook,
): readonly PlacedLoose[] {
  const { key } = heading.name
  const blocks = blocksOf(parts, look).blocks.filter(hasWords)
  const placed = { at: heading.at, under: heading.text }
  const has = (section: string) => template.sections.some(one => one.key === section)
  if (splitMethods[key]?.every(has)) {
    return blocks.map((block: Block) => ({ ...placed, why: 'mustBeSplit', blocks: [block], proposed: null }))
  }
  const place = probablePlaces[key]?.find(has)
  const proposed: Target | null = place === undefined ? null : { section: place }
  return blocks.length === 0 ? [] : [{ ...placed, why: 'notAsked', blocks, proposed }]
}

function highestHeading(parts: readonly WordPart[]): number {
  const levels = parts.flatMap(part =>
    part.is === 'paragraph' && typeof part.heading === 'number' ? [part.heading] : [],
  )
  return levels.reduce((least, level) => Math.min(least, level), 9)
}

const guesses: ReadonlySet<ReadNoteKind> = new Set([
  'headingGuessed',
  'headingTwice',
  'outOfOrder',
  'lettersMended',
  'dateGuessed',
  'answerGuessed',
  'partyGuessed',
  'goalLevelGuessed',
  'amountGuessed',
  'numberGuessed',
])

function isGuess({ kind }: ReadNote): boolean {
  return guesses.has(kind)
}

function saysNothing(content: SectionContent): boolean {
  if (content.kind === 'rich') return !content.blocks.some(hasWords)
  const { kind: _, ...values } = content
  return Object.entries(values).every(([name, value]) =>
    name === 'role'
      ? true
      : name === 'lines'
        ? !JSON.stringify(value).includes('"kronor"')
        : value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0),
  )
}

function onceEach(notes: readonly ReadNote[]): ReadNote[] {
  return [...new Map(notes.map(one => [`${one.kind} ${one.said}`, one])).values()]
}
