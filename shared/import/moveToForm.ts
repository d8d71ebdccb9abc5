import { isBudgetWritten } from '../budget/isBudgetWritten.ts'
import type { FilledForm, SectionContent } from '../document/filledForm.ts'
import type { FormTemplate, Section } from '../form/FormTemplate.ts'
import { withoutComments } from '../version/canonicalForm.ts'
import { comparableForm } from '../version/compare/comparableForm.ts'
import { lettersIn } from '../version/lettersIn.ts'
import { isBlank } from './move/isBlank.ts'
import { movedContent } from './move/movedContent.ts'
import { type StaysBehind, splitMethods, staysBehind } from './move/staysBehind.ts'
import type { ReadForm, ReadNote, SectionReading } from './ReadForm.ts'

/**
 * What an ansökan would be on a newer form, by the map of questions in domain.md 1.2. Questions are the same that have the
 * same key; what the newer form does not ask is left over, and the methods of an older one are to be split by a person.
 * All that it says is in the form, in a left-over text or in a note. Marks of comments are left behind.
 */
export function moveToForm(form: FilledForm, from: FormTemplate, to: FormTemplate): ReadForm {
  const source = saidIn(form, from)
  const behind = from.sections.flatMap(section => {
    const content = source[section.key]
    return content ? staysBehind(section, content, to).map(left => ({ key: section.key, ...left })) : []
  })
  const landed = Object.entries(comparableForm(to, { formId: to.id, sections: {} }).sections).map(
    ([key, empty]) =>
      landing({ from, to, key, empty, source, behind: behind.filter(left => left.key === key) }),
  )
  const isThere = (key: string) => to.sections.some(section => section.key === key)
  return {
    form: { formId: to.id, sections: Object.fromEntries(landed.map(({ key, content }) => [key, content])) },
    sections: landed.map(({ reading }) => reading),
    leftOvers: behind.map(({ key, leftOver }, index) => ({ ...leftOver, id: `${key}-${index + 1}` })),
    notes: behind.filter(({ key }) => !isThere(key)).flatMap(notAsked),
  }
}

/** What stands in each section that stores something; a budget that nobody has written in is none. */
function saidIn(form: FilledForm, from: FormTemplate): Readonly<Record<string, SectionContent>> {
  const { sections } = withoutComments(form)
  const written = Object.entries(sections).filter(
    ([, content]) => content.kind !== 'budget' || isBudgetWritten(from, form),
  )
  return Object.fromEntries(written)
}

interface Landing {
  readonly from: FormTemplate
  readonly to: FormTemplate
  readonly key: string
  readonly empty: SectionContent
  readonly source: Readonly<Record<string, SectionContent>>
  readonly behind: readonly StaysBehind[]
}

interface Landed {
  readonly key: string
  readonly content: SectionContent
  readonly reading: SectionReading
}

function landing({ from, to, key, empty, source, behind }: Landing): Landed {
  const asking = from.sections.find(section => section.key === key)
  const is = to.sections.find(section => section.key === key)
  const content = source[key]
  if (!asking || !is) return { key, content: empty, reading: notThere(key, from) }
  if (!content) {
    return {
      key,
      content: empty,
      reading: { section: key, is: 'missing', heading: asking.heading, notes: [] },
    }
  }
  const moved = movedContent(asking, is, content)
  const changed: ReadNote[] = asksTheSame(asking, is)
    ? []
    : [{ kind: 'headingChanged', said: asking.heading }]
  const notes = [...changed, ...moved.notes, ...behind.flatMap(notAsked)]
  const isGuessed = notes.some(({ kind }) => guesses.has(kind))
  const found = saysNothing(moved.content) ? 'missing' : isGuessed ? 'guessed' : 'read'
  return {
    key,
    content: moved.content,
    reading: { section: key, is: found, heading: asking.heading, notes: onceEach(notes) },
  }
}

const guesses: ReadonlySet<ReadNote['kind']> = new Set([
  'headingChanged',
  'goalLevelGuessed',
  'amountGuessed',
])

/** A question that the older form does not ask: it is new, or a part of one that is to be split. */
function notThere(section: string, from: FormTemplate): SectionReading {
  const whole = from.sections.find(({ key }) => splitMethods[key]?.includes(section))
  return whole
    ? {
        section,
        is: 'missing',
        heading: whole.heading,
        notes: [{ kind: 'mustBeSplit', said: whole.heading }],
      }
    : { section, is: 'missing', heading: null, notes: [{ kind: 'askedAnew', said: '' }] }
}

/** Whether a heading asks for the same in both forms. What stands in brackets after it points elsewhere and asks nothing. */
function asksTheSame(one: Section, other: Section): boolean {
  return questionOf(one) === questionOf(other)
}

function questionOf({ heading }: Section): string {
  return (
    heading
      .replace(/\s*\(.*\)$/, '')
      .replace(/:$/, '')
      // Two spellings of one word, and one and several signatures.
      .replace('Insattid', 'Insatstid')
      .replace('Underskrifter', 'Underskrift')
  )
}

function notAsked({ asked }: StaysBehind): ReadNote[] {
  return asked.map(said => ({ kind: 'fieldNotAsked', said }))
}

function onceEach(notes: readonly ReadNote[]): ReadNote[] {
  return [...new Map(notes.map(note => [`${note.kind} ${note.said}`, note])).values()]
}

function saysNothing(content: SectionContent): boolean {
  if (content.kind === 'rich') return content.blocks.every(isBlank)
  return lettersIn({ formId: '', sections: { content } }) === 0
}
