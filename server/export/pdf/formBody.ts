import { budgetOfForm } from '../../../shared/budget/budgetOfForm.ts'
import { sumsOf } from '../../../shared/budget/sums.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../../shared/form/FormTemplate.ts'
import { budgetFigures } from '../budgetFigures.ts'
import { nameIn } from '../nameIn.ts'
import type { Headings } from './Headings.ts'
import { sectionHeading } from './sectionHeading.ts'
import { sectionBody } from './sectionWriters.ts'
import { joined, type Typst, typst } from './typst.ts'
import type { Writing } from './Writing.ts'

/** A form with its answers, in the order of the original; its budget last, on pages that lie across. */
export function formBody(
  template: FormTemplate,
  form: FilledForm,
  around: Pick<Writing, 'pictureOf' | 'level' | 'opensTables'> & { readonly headings: Headings },
): Typst {
  const budget = budgetOfForm(template, form)
  const writing: Writing = {
    ...{ template, form, budget, ...around },
    sums: sumsOf(budget),
    figure: budgetFigures(template, form),
    name: nameIn(form),
  }
  const upright = template.sections.filter(section => section.kind !== 'budget')
  const across = template.sections.filter(section => section.kind === 'budget')
  return joined([
    ...upright.map(section => sectionOf(section, writing)),
    ...across.map(section => typst`across(${sectionOf(section, writing)})`),
  ])
}

function sectionOf(section: Section, writing: Writing): Typst {
  const beginsPage = (section.kind === 'rich' && section.annex) || section.kind === 'signatures'
  const heading = sectionHeading(section, writing)
  const said = sectionBody(section, writing)
  return joined([
    ...(beginsPage ? [typst`pagebreak(weak: true)`] : []),
    heading,
    said.isEmpty ? typst`unanswered()` : said,
  ])
}
