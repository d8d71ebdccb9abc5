import type { LockedTextSection } from '../../../../shared/form/FormTemplate.ts'
import { joined, nothing, said, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'

/** The fixed text of the form version. */
export function lockedTextSection(
  { headingNote, parts }: LockedTextSection,
  { headings, level }: Writing,
): Typst {
  return joined([
    headingNote === null ? nothing : typst`par(emph(${headingNote}))`,
    ...parts.flatMap(({ heading, paragraphs }) => [
      headings.heading(level + 1, 'plain', said(heading)),
      ...paragraphs.map(text => typst`par(${text})`),
    ]),
  ])
}
