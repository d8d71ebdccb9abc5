import type { LogContent } from '../../../../shared/document/filledForm.ts'
import { formatFuzzyDate } from '../../../../shared/form/fuzzyDate.ts'
import { prose } from '../prose.ts'
import { Arguments, nothing, said, type Typst, typst } from '../typst.ts'

/** Dated events, in the order of the form: what happened beside when. */
export function logSection({ items }: LogContent): Typst {
  if (items.length === 0) return nothing
  const cells = items.flatMap(({ on, text }) => [
    typst`${on === null ? nothing : said(`${formatFuzzyDate(on, 'sv')}:`)}`,
    typst`${prose(text)}`,
  ])
  return typst`dated(${new Arguments(cells)})`
}
