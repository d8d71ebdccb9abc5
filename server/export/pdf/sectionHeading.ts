import type { Section } from '../../../shared/form/FormTemplate.ts'
import { joined, said, type Typst, typst } from './typst.ts'
import type { Writing } from './Writing.ts'

/** The heading of a section with its star, in its box. `isFirst` is false where a further page repeats it. */
export function sectionHeading(section: Section, writing: Writing, isFirst = true): Typst {
  const { template, headings, level } = writing
  const star = section.starred ? [typst`star()`] : []
  const repeatsTitle = section.kind === 'signatures' && section.layout.repeatsName === 'heading'
  const title = repeatsTitle ? [said(` – ${template.title}`)] : []
  const words = joined([said(section.heading), ...star, ...title])
  // It stands in the box of the section before it.
  if (section.kind === 'participants') return headings.heading(level + 1, 'plain', words)
  return isFirst ? headings.heading(level, 'boxed', words) : typst`boxed(${words})`
}
