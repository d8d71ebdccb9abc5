import type { FormTemplate } from '../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../shared/form/forms.ts'
import type { ReadWord } from '../../../../shared/http/formImport.ts'
import type { WordContent } from '../word/WordContent.ts'
import { cutIntoStretches } from './cutIntoStretches.ts'
import { type HeadingName, headingNames } from './headingNames.ts'
import { linesOfContent, textOf } from './inlines.ts'
import { distance, foldedWords, tolerance } from './letters.ts'
import { hasTagOf } from './remarksOf.ts'
import { paragraphsIn } from './text/tableContent.ts'

/** How well a file fits a form. */
export interface FormFit {
  readonly formId: string
  /** Headings of the form that are in the file, of how many. */
  readonly found: number
  readonly of: number
  readonly score: number
}

/** The forms, the one that fits best first; of those that fit as well, the newest. */
export function fitsOf(content: WordContent): readonly FormFit[] {
  return forms
    .map(form => fitOf(form, content))
    .reverse()
    .sort((one, other) => other.score - one.score)
}

/** The same, as it is answered. */
export function rankForms(content: WordContent): ReadWord['forms'] {
  return fitsOf(content).map(({ formId, found, of }) => ({ formId, found, of }))
}

function fitOf(form: FormTemplate, content: WordContent): FormFit {
  const names = headingNames(form)
  const { stretches } = cutIntoStretches(content, names)
  const keys = new Set(
    stretches.flatMap(({ heading: { name } }) => (name.section && name.isOwn ? [name.key] : [])),
  )
  const found = keys.size
  const asked = form.sections.length
  // Words of other versions for the same question, and questions that the form does not ask, speak against it; a letter
  // or two (`Insattid`, `Insatstid`) do not.
  const others = new Set(
    stretches
      .filter(({ heading: { name } }) => !name.isOwn && !keys.has(name.key) && !isAlmostOwn(name, names))
      .map(({ heading }) => heading.name.key),
  )
  const exact = new Set(
    stretches
      .filter(({ heading }) => heading.name.isOwn && !heading.isGuessed)
      .map(({ heading }) => heading.name.key),
  )
  const title = foldedWords(form.title)
  const hasTitle = content.parts
    .slice(0, 20)
    .some(part => part.is === 'paragraph' && foldedWords(textOf(part.content)).startsWith(title))
  const score =
    found +
    exact.size -
    2 * others.size -
    (asked - found) * 0.5 +
    (hasTitle ? 1 : 0) +
    labelsFor(form, content) +
    (hasTagOf(form, content) ? 6 : 0)
  return { formId: form.id, found, of: asked, score }
}

/** Whether the form itself says it nearly so. */
function isAlmostOwn({ key, folded }: HeadingName, names: readonly HeadingName[]): boolean {
  return names.some(
    own =>
      own.isOwn &&
      own.key === key &&
      distance(own.folded, folded, 2) <= Math.min(2, tolerance(folded.length)),
  )
}

/** Labels in the file that this form has and others have not, less those that only others have. */
function labelsFor(form: FormTemplate, content: WordContent): number {
  const lines = paragraphsIn(content.parts).flatMap(({ content }) =>
    linesOfContent(content).map(line => spaceless(textOf(line))),
  )
  const isIn = (label: string) => lines.some(line => line.startsWith(label))
  const own = labelsOf(form)
  const all = new Set(forms.flatMap(labelsOf))
  const telling = [...all].filter(label => !forms.every(one => labelsOf(one).includes(label)) && isIn(label))
  return telling.reduce((sum, label) => sum + (own.includes(label) ? 1 : -1), 0)
}

/** The labels under the headings of a form. */
function labelsOf(form: FormTemplate): readonly string[] {
  return form.sections.flatMap(section => {
    if (section.kind === 'parties') return section.fields.map(({ label }) => spaceless(label))
    if (section.kind === 'goals') return section.levels.map(({ label }) => spaceless(label))
    return section.kind === 'period' && section.intakeEndLabel !== null
      ? [spaceless(section.intakeEndLabel)]
      : []
  })
}

/** `Effekt mål:` and `Effektmål` are the same. */
function spaceless(text: string): string {
  return foldedWords(text).replace(/[\s:]/g, '')
}
