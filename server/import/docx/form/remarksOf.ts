import type { FormTemplate } from '../../../../shared/form/FormTemplate.ts'
import { forms } from '../../../../shared/form/forms.ts'
import type { ReadNote, ReadNoteKind } from '../../../../shared/import/ReadForm.ts'
import type { WordContent, WordRemarks } from '../word/WordContent.ts'
import { foldedWords } from './letters.ts'
import { note } from './note.ts'

const kinds: Readonly<Record<keyof WordRemarks, ReadNoteKind>> = {
  comments: 'commentsLeft',
  deletions: 'deletedTextLeft',
  insertions: 'insertedTextTaken',
  objects: 'objectLeft',
  missingPictures: 'pictureNotTaken',
  links: 'linkNotTaken',
  hiddenRuns: 'hiddenTextTaken',
  headerLines: 'headersLeft',
}

/** What of a file has no place in a `WordContent`: how many there were of each is what is said. */
export function remarksOf({ remarks, footers }: WordContent): readonly ReadNote[] {
  const counted = Object.entries(kinds).flatMap(([name, kind]) => {
    const count = remarks[name as keyof WordRemarks]
    return count > 0 ? [note(kind, String(count))] : []
  })
  const others = footers.map(ofTheApplicant).filter(line => /\p{L}/u.test(line))
  return [...counted, ...others.map(line => note('headersLeft', line))]
}

/** Which ansökan and version it is, as we write it at the foot of the pages (`server/export/ExportDoor.ts`). */
const ownMark =
  /(?<![a-z0-9])[a-f0-9]{20}(?: · (?:version [\d.]+|\d{4}-\d\d-\d\d kl\. \d\d\.\d\d))?(?![a-z0-9])/

/** A line at the foot of the pages without the tag of the form, our own mark and the number of the page. */
function ofTheApplicant(line: string): string {
  return tags
    .reduce((words, tag) => words.replace(tag, ''), line)
    .replace(/(?<!\p{L})sida\s*\d*(?:\s*(?:av|\/)\s*\d*)?\s*$/iu, '')
    .replace(ownMark, '')
    .replace(/^[\s·|]+|[\s·|]+$/g, '')
}

const tags = forms.flatMap(({ footerTag }) => footerTag ?? [])

/** Whether the tag of a form stands at the foot of the pages. */
export function hasTagOf({ footerTag }: FormTemplate, { footers }: WordContent): boolean {
  return footerTag !== null && footers.some(line => foldedWords(line).includes(foldedWords(footerTag)))
}
