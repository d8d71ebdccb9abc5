import { families } from './fonts.ts'
import { Typst } from './typst.ts'

/** The looks of a document: what its writers call, by name. Ours, and nothing of what anybody has written. */
export const style = new Typst(`
let ink = rgb("#1a1a1a")
let quiet = rgb("#525252")
let line-colour = rgb("#5c5c5c")
let tint = rgb("#eef0f2")
let tint-light = rgb("#f6f7f8")
let rule = 0.5pt + line-colour

set text(
  font: (${families.map(family => `"${family}"`).join(', ')}),
  size: 11pt,
  fill: ink,
  lang: "sv",
  region: "SE",
  hyphenate: false,
  number-type: "lining",
)
set par(leading: 0.64em, spacing: 0.95em, linebreaks: "simple")
set list(indent: 0.3em, body-indent: 0.6em, spacing: 0.64em)
set enum(indent: 0.3em, body-indent: 0.6em, spacing: 0.64em)
set footnote.entry(separator: line(length: 28%, stroke: 0.5pt + line-colour), gap: 0.45em)
set footnote.entry(indent: 0pt)
show footnote.entry: set text(size: 9pt)
show title: set text(size: 20pt, hyphenate: false)
show title: set block(above: 0pt, below: 1em)
show title: set par(leading: 0.4em)
set table(stroke: rule, inset: (x: 6pt, y: 5pt))
show table: set par(spacing: 0.6em)
// Words are divided where lines are short.
show table: set text(size: 10pt, hyphenate: true, costs: (hyphenation: 250%))
show figure: set block(breakable: false)
show figure.caption: set text(size: 9.5pt, style: "italic")
show figure.caption: set align(start)
show link: set text(fill: rgb("#0b4a8f"))

let page-of(wide) = if wide {
  (paper: "a4", flipped: true, margin: (x: 18mm, top: 18mm, bottom: 22mm))
} else {
  (paper: "a4", margin: (x: 26mm, top: 24mm, bottom: 26mm))
}
let foot-of(said) = context {
  set text(size: 8.5pt, fill: quiet)
  let number = [Sida~#counter(page).get().first() av~#counter(page).final().first()]
  grid(columns: (1fr, auto), column-gutter: 2em, said, align(end, number))
}
let across(body) = { set page(..page-of(true)); body }

let boxed(body) = block(
  width: 100%, stroke: 0.75pt + ink, fill: tint, inset: (x: 8pt, y: 7pt), above: 1.7em, below: 0.9em, sticky: true,
  text(size: 12pt, weight: "bold", hyphenate: false, body),
)
let heading-of(level, look, body) = {
  show heading: it => {
    if look == "boxed" { boxed(it.body) }
    else if look == "large" {
      block(above: 1.6em, below: 0.8em, sticky: true, text(size: 14pt, weight: "bold", hyphenate: false, it.body))
    }
    else if look == "plain" {
      block(above: 1.5em, below: 0.75em, sticky: true, text(size: 12pt, weight: "bold", hyphenate: false, it.body))
    } else {
      block(above: 1.25em, below: 0.65em, sticky: true,
        text(size: 11pt, weight: "bold", style: "italic", hyphenate: false, it.body))
    }
  }
  heading(level: level, body)
}
let star() = text(weight: "regular")[ (\\*)]
let title-of(body) = title(body)
let preamble(body) = block(below: 1.2em, par(text(size: 10pt, style: "italic", body)))

let labelled(label, body) = block(above: 0.7em, below: 0.7em, par(hanging-indent: 1em)[#strong(label) #body])
let labelled-above(label, body) = {
  block(above: 0.9em, below: 0.6em, sticky: true, strong(label))
  block(above: 0.6em, below: 0.9em, pad(left: 1em, body))
}
let unanswered() = block(height: 2.5em)[~]
let label-line(body) = block(above: 1.1em, below: 0.6em, sticky: true, strong(body))
let party(body) = block(above: 1.3em, below: 1.3em, body)
let dated(..cells) = grid(
  columns: (auto, 1fr), column-gutter: 1em, row-gutter: 0.75em,
  ..cells.pos().enumerate().map(((place, cell)) => if calc.even(place) { strong(cell) } else { cell }),
)
let box-line(sign, body) = block(above: 0.6em, below: 0.6em)[#sign~#body]
let together(body) = block(breakable: false, body)
let indented(steps, body) = pad(left: steps * 1.4em, body)
let marker-of(depth) = ([•], [–], [▪]).at(calc.rem(depth, 3))
let number-of(depth) = ("1.", "a.", "i.").at(calc.rem(depth, 3))
let link-to(target, body) = link(target, underline(offset: 2pt, stroke: 0.4pt, body))

let picture(path, points, words, caption) = figure(
  image(path, alt: words, width: points * 1pt),
  caption: if caption == [] { none } else { caption }, numbering: none, supplement: none,
)
let missing-picture(words, caption) = { par(text(fill: quiet, words)); if caption != [] { par(emph(caption)) } }
let open-cell(body) = block(stroke: (left: 0.75pt + line-colour), inset: (left: 8pt, y: 3pt), body)
let head-cell(body) = strong(body)
let text-table(columns, ..cells) = block(above: 1.1em, below: 1.1em, table(columns: columns, fill: none, ..cells))

let fact(label, body) = block(above: 0.6em, below: 0.6em, par(hanging-indent: 1em)[#strong(label): #body])
let in-look(look, body) = {
  if look == "lead" { text(size: 12pt, body) }
  else if look == "strong" { strong(body) }
  else if look == "quiet" { text(size: 0.92em, fill: quiet, body) }
  else { block(stroke: (left: 1.5pt + line-colour), inset: (left: 8pt, y: 2pt), text(fill: quiet, body)) }
}
let paper-table(columns, ..cells) = block(above: 0.8em, below: 1.2em, table(columns: columns, ..cells))

let name-box(label, name) = boxed[#label #name]
let signing-table(..cells) = block(above: 1em, below: 1em, table(
  columns: (5fr, 6fr), rows: 16mm, align: (start + top),
  ..cells.pos().enumerate().map(((place, cell)) => if calc.even(place) { strong(cell) } else { cell }),
))
let signing-cell(..cells) = table.cell(inset: 9pt, {
  for (place, cell) in cells.pos().enumerate() {
    if calc.even(place) { block(above: 0.8em, below: 0.4em, strong(cell)) } else { block(height: 9mm, cell) }
  }
})
let signing-grid(..cells) = block(above: 1em, below: 1em, table(columns: (1fr, 1fr), ..cells))

let budget-table(columns, lead, is-whole, ..cells) = block(breakable: not is-whole, {
  set text(size: 9pt, number-width: "tabular")
  table(
    columns: (2.3fr,) + (auto,) * lead + (1fr,) * (columns - 1 - lead), inset: (x: 5pt, y: 4pt), ..cells,
  )
})
let budget-head(side, body) = table.cell(fill: tint, align: side + bottom, text(size: 8pt, strong(body)))
let budget-span(columns, kind, body) = table.cell(
  colspan: columns, fill: if kind == "part" { tint } else { tint-light }, strong(body),
)
let budget-note(body) = { linebreak(); text(size: 8.5pt, fill: quiet, body) }
let budget-cell(is-sum, side, body) = table.cell(
  align: side, fill: if is-sum { tint-light } else { none }, if is-sum { strong(body) } else { body },
)`)
