import { FootnoteReferenceRun, type ParagraphChild } from 'docx'
import type { FootnoteContent } from '../../../../shared/document/blockContent.ts'
import type { Writing } from '../Writing.ts'
import { runs } from './runs.ts'

/** The number of a footnote, where it stands in the text. */
export function footnote(note: FootnoteContent, writing: Writing): ParagraphChild[] {
  const words = note.content.map(({ comments: _, ...text }) => text)
  return writing.comments.around(note, new FootnoteReferenceRun(writing.notes.add(runs(words, writing))))
}
