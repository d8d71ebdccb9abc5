import { FootnoteReferenceRun, type ParagraphChild } from 'docx'
import type { FootnoteContent } from '../../../../shared/document/blockContent.ts'
import type { Writing } from '../Writing.ts'
import { runs } from './runs.ts'

/** The number of a footnote, where it stands in the text. */
export function footnote({ content }: FootnoteContent, writing: Writing): ParagraphChild {
  return new FootnoteReferenceRun(writing.notes.add(runs(content, writing)))
}
