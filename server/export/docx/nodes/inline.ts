import type { ParagraphChild } from 'docx'
import type { Inline } from '../../../../shared/document/blockContent.ts'
import type { Writing } from '../Writing.ts'
import { footnote } from './footnote.ts'
import { liveFigure } from './liveFigure.ts'
import { runs } from './runs.ts'

type Writers = {
  readonly [Type in Inline['type']]: (
    part: Extract<Inline, { type: Type }>,
    writing: Writing,
  ) => readonly ParagraphChild[]
}

/** One writer for each kind; one that is missing does not compile. */
const writers: Writers = {
  text: (text, writing) => runs([text], writing),
  footnote,
  budgetFigure: ({ sum }, { figure }) => [liveFigure(sum, figure(sum))],
}

/** What stands in a line. */
export function inline(content: readonly Inline[], writing: Writing): ParagraphChild[] {
  return content.flatMap(part => {
    const write = writers[part.type] as (part: Inline, writing: Writing) => readonly ParagraphChild[]
    return write(part, writing)
  })
}
