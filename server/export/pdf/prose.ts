import { linesOf } from '../paper/linesOf.ts'
import { joined, nothing, said, type Typst, typst } from './typst.ts'

/** Plain text of several lines, a paragraph for each; nothing where there is none. */
export function prose(text: string): Typst {
  return joined(linesOf(text).map(line => typst`par(${line})`))
}

/** Lines under each other in one paragraph. */
export function stacked(text: string): Typst {
  return joined(
    linesOf(text).flatMap((line, place) => (place === 0 ? [said(line)] : [lineBreak, said(line)])),
  )
}

/** A label of the form, exactly as it is printed, with the answer after it; one of several lines stands under it. */
export function labelled(label: string, answer: string): Typst {
  const lines = linesOf(answer)
  return lines.length > 1
    ? typst`labelled-above(${label}, ${stacked(answer)})`
    : typst`labelled(${label}, ${lines.length === 0 ? nothing : said(answer.trim())})`
}

const lineBreak = typst`linebreak()`
