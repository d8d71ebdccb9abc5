import type { Paper, PaperPart } from '../../paper/Paper.ts'
import type { Headings } from '../Headings.ts'
import { Arguments, joined, nothing, said, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'
import { formPart } from './formPart.ts'
import { prosePart } from './prosePart.ts'
import { tablePart } from './tablePart.ts'

/** What the parts of a paper have in common. */
export interface PaperWriting extends Pick<Writing, 'pictureOf' | 'opensTables'> {
  readonly headings: Headings
}

type Writers = {
  readonly [Kind in PaperPart['is']]: (part: Extract<PaperPart, { is: Kind }>, writing: PaperWriting) => Typst
}

const looks = { 2: 'large', 3: 'plain', 4: 'small' } as const

/** One writer for each kind of part; one that is missing does not compile. */
const writers: Writers = {
  heading: ({ level, text }, { headings }) =>
    level === 1 ? typst`title-of(${said(text)})` : headings.heading(level - 1, looks[level], said(text)),
  prose: prosePart,
  facts: ({ facts }) =>
    joined(facts.flatMap(([name, value]) => (value === '' ? [] : [typst`fact(${name}, ${said(value)})`]))),
  list: ({ items }) => {
    const entries = items.map(item => typst`list.item(${said(item)})`)
    return entries.length === 0 ? nothing : typst`list(${new Arguments(entries)})`
  },
  table: tablePart,
  form: formPart,
}

/** A paper: its first heading is the title of the document, as that of an ansökan, and the others stand under it. */
export function paperBody({ parts }: Paper, writing: PaperWriting): Typst {
  return joined(
    parts.map(part => {
      const write = writers[part.is] as (part: PaperPart, writing: PaperWriting) => Typst
      return write(part, writing)
    }),
  )
}
