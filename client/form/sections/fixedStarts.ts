import type { LockedTextSection } from '../../../shared/form/FormTemplate.ts'

/** Where each heading and paragraph of a fixed text begins in the whole of it (`shared/form/agreementText.ts`). */
export function fixedStarts({
  heading,
  headingNote,
  parts,
}: LockedTextSection): readonly (readonly number[])[] {
  let at = [heading, ...(headingNote === null ? [] : [headingNote])].join('\n').length
  return parts.map(part => {
    // An empty line before the part, and a line end before each line.
    at += 1
    return [part.heading, ...part.paragraphs].map(line => {
      const from = at + 1
      at = from + line.length
      return from
    })
  })
}
