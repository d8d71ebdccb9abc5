import type { FormTemplate, Section } from '../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../shared/form/forms.ts'
import { distance, foldedWords, plainWords } from './letters.ts'

/** Words that a section can begin with in a file. */
export interface HeadingName {
  /** Key of the section. */
  readonly key: string
  /** Null for what only other form versions ask. */
  readonly section: Section | null
  /** As `headingWords` says it, and the same with its letters folded. */
  readonly words: string
  readonly folded: string
  /** False for the words of another version for the same question. */
  readonly isOwn: boolean
  /** Words of the applicant may follow in the same heading (`Budget - detaljerad ‹name›`). */
  readonly takesMore: boolean
}

/** A number that a heading can stand after. */
export const numberPattern = /^\s*(?:[A-D]?\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z]\))\s+(?=\p{L})/u

/** The words of a heading alone: no number before, no star, no colon after. */
export function headingWords(text: string): string {
  return text
    .replace(numberPattern, '')
    .replace(/\(\s*[*★]\s*\)|[*★]/g, ' ')
    .replace(/[\s:.?]+$/, '')
    .trim()
}

/** The headings of a form, those of its own first; then what other versions call the same, and what only they ask. */
export function headingNames(template: FormTemplate): readonly HeadingName[] {
  const others = forms.filter(({ id }) => id !== template.id)
  const names = [template, ...others].flatMap(form =>
    form.sections.flatMap(asked => {
      const section = template.sections.find(({ key, kind }) => key === asked.key && kind === asked.kind)
      return wordsOf(asked).map(({ text, takesMore }): HeadingName => {
        const words = headingWords(text)
        return {
          ...{ key: asked.key, section: section ?? null, takesMore },
          ...{ words: plainWords(words), folded: foldedWords(words) },
          isOwn: form === template,
        }
      })
    }),
  )
  return names.filter((name, place) => names.findIndex(other => other.folded === name.folded) === place)
}

function wordsOf(section: Section): readonly { readonly text: string; readonly takesMore: boolean }[] {
  const heading = { text: section.heading, takesMore: section.kind === 'computedLine' }
  if (section.kind !== 'budget') return [heading]
  const sheets = Object.values(section.budget.sheets).map(title => title.split('{name}')[0] ?? '')
  return [heading, ...sheets.map(text => ({ text, takesMore: true }))]
}

/** Longest line that can be a heading, with what an applicant has added in brackets. */
const longestHeading = 260

/** How the headings of all versions begin, and how many letters tell. */
const beginningLength = 5
const beginnings = new Set(
  forms.flatMap(form =>
    form.sections.flatMap(section =>
      wordsOf(section).map(({ text }) => foldedWords(text).slice(0, beginningLength)),
    ),
  ),
)

/** False for most lines, which begin with quite other words than any heading does: comparing all of them takes time. */
export function mayBeginHeading(line: string): boolean {
  const start = foldedWords(line.slice(0, 60).replace(numberPattern, '')).slice(0, beginningLength)
  if (beginnings.has(start)) return true
  return [...beginnings].some(beginning => distance(start, beginning, 2) <= 2)
}

/** False for lines that are too long, or begin otherwise. */
export function mayBeHeading(line: string): boolean {
  return line.length <= longestHeading && mayBeginHeading(line)
}
