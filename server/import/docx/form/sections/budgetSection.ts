import { unwrittenBudget } from '../../../../../shared/budget/seedBudget.ts'
import type { BudgetSection } from '../../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../../shared/form/forms.ts'
import { formWords } from '../../../../export/words.ts'
import type { WordPart } from '../../word/WordContent.ts'
import { readBudgetTables } from '../budget/readBudgetTables.ts'
import { unsaidParts } from '../budget/unsaidParts.ts'
import { saysSomething } from '../inlines.ts'
import { foldedWords } from '../letters.ts'
import { note } from '../note.ts'
import { blocksOf, hasWords } from '../text/blocksOf.ts'
import { linesOf } from '../text/linesOf.ts'
import { type ContentOf, loose, type SectionRead, type SectionReading } from './SectionRead.ts'

/** What is printed in all versions: titles of sheets before and after the name of the insats, and what stands under them. */
const printed = forms
  .flatMap(form =>
    form.sections.flatMap(section =>
      section.kind === 'budget'
        ? [...Object.values(section.budget.sheets), section.budget.labels.summaryNote]
        : [],
    ),
  )
  .concat(formWords.inKronor, '{name}')
  .map(text => text.split('{name}').map(foldedWords))

/** The tables of the budget. What stands in them and is not read as such is left over. */
export function budgetSection(
  { budget }: BudgetSection,
  parts: readonly WordPart[],
  { template, sections, look }: SectionReading,
): SectionRead<ContentOf<'budget'>> {
  const name = foldedWords(sections.name?.kind === 'text' ? (sections.name.value ?? '') : '')
  const tables = parts.filter(part => part.is === 'table')
  const read =
    tables.length === 0 ? null : readBudgetTables(tables, template, { formId: template.id, sections })
  const unsaid = read
    ? unsaidParts({ contents: [read.content, ...Object.values(sections)], notes: read.notes })
    : null
  const others = parts.flatMap((part): readonly WordPart[] => {
    if (part.is === 'table') return unsaid?.(part) ?? [part]
    return saysSomething(part) && !isPrinted(part, name) ? [part] : []
  })
  const blocks = blocksOf(others, look).blocks.filter(hasWords)
  return {
    content: read?.content ?? unwrittenBudget(budget),
    notes: [
      ...(read?.notes ?? []),
      ...(read === null && tables.length > 0 ? [note('budgetNotTaken', '')] : []),
    ],
    loose: loose('doesNotFit', blocks),
  }
}

/** A title with another name is somebody's own words. */
function isPrinted(part: WordPart, name: string): boolean {
  const { lines, figures } = linesOf([part])
  const text = foldedWords(lines.map(line => line.text).join(' '))
  return (
    figures.length === 0 &&
    printed.some(([before = '', after = '']) => {
      if (!text.startsWith(before) || !text.endsWith(after)) return false
      const between = text.slice(before.length, text.length - after.length).trim()
      return between === '' || between === name
    })
  )
}
