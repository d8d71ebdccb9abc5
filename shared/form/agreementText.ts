import type { LockedTextSection } from './FormTemplate.ts'

/**
 * The whole of a locked text as one string, to be hashed and to be copied. A line is a heading or a paragraph, an
 * empty line stands before each part, and no line ends the string; so two texts give the same string only if they
 * are the same. Unicode is composed (NFC), so that the way a file was saved does not change a hash.
 */
export function agreementText(section: LockedTextSection): string {
  const heading = section.headingNote === null ? [section.heading] : [section.heading, section.headingNote]
  const parts = section.parts.map(part => [part.heading, ...part.paragraphs])
  return [heading, ...parts]
    .map(lines => lines.join('\n'))
    .join('\n\n')
    .normalize('NFC')
}
