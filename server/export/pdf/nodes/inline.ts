import type { Inline } from '../../../../shared/document/blockContent.ts'
import { joined, said, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { runs } from './runs.ts'

type Writers = {
  readonly [Type in Inline['type']]: (part: Extract<Inline, { type: Type }>, writing: Writing) => Typst
}

/** One writer for each kind; one that is missing does not compile. */
const writers: Writers = {
  text: text => runs([text]),
  // Numbered through the document by whoever sets it.
  footnote: ({ content }) => typst`footnote(${runs(content)})`,
  budgetFigure: ({ sum }, { figure }) => said(figure(sum)),
}

/** What stands in a line. */
export function inline(content: readonly Inline[], writing: Writing): Typst {
  return joined(
    content.map(part => {
      const write = writers[part.type] as (part: Inline, writing: Writing) => Typst
      return write(part, writing)
    }),
  )
}
