import type { ReadNote, ReadNoteKind } from '../../../../shared/import/ReadForm.ts'

/** Longest that is quoted in a note. */
const longest = 160

/** `said`: what stands in the file; a long text is cut. */
export function note(kind: ReadNoteKind, said: string): ReadNote {
  const words = said.replace(/\s+/g, ' ').trim()
  return { kind, said: words.length <= longest ? words : `${words.slice(0, longest - 1).toWellFormed()}…` }
}
