import { type FileChild, Paragraph, Tab, TextRun } from 'docx'
import { linesOf } from '../../paper/linesOf.ts'
import type { PaperPart, PaperProse } from '../../paper/Paper.ts'
import type { Lists } from '../Lists.ts'
import { plainText } from '../plainText.ts'
import { paperHeading } from './paperHeading.ts'
import { paperStyles } from './paperStyles.ts'
import { paperTable } from './paperTable.ts'

/** What stands on pages of one width; a form has pages of its own. */
export type PartOnPage = Exclude<PaperPart, { is: 'form' }>

interface Around {
  readonly lists: Lists
  /** Of what can be written on, in twentieths of a point. */
  readonly width: number
}

type Writers = {
  readonly [Kind in PartOnPage['is']]: (
    part: Extract<PartOnPage, { is: Kind }>,
    around: Around,
  ) => readonly FileChild[]
}

/** One writer for each kind; one that is missing does not compile. */
const writers: Writers = {
  heading: ({ level, text }) => [paperHeading(level, text)],
  prose,
  facts: ({ facts }) => facts.filter(([, value]) => value !== '').map(fact),
  list: ({ items }, { lists }) => {
    const numbering = { reference: 'bullet', level: 0, instance: lists.begin() }
    return items.map(text => new Paragraph({ numbering, text: plainText(text) }))
  },
  table: (part, { width }) => paperTable(part, width),
}

export function paperPart(part: PartOnPage, around: Around): readonly FileChild[] {
  const write = writers[part.is] as (part: PartOnPage, around: Around) => readonly FileChild[]
  return write(part, around)
}

function prose({ text, look }: PaperProse): Paragraph[] {
  const style = look === 'plain' || look === 'strong' ? {} : { style: paperStyles[look] }
  const bold = look === 'strong' ? { bold: true } : {}
  return linesOf(text).map(
    line => new Paragraph({ ...style, children: [new TextRun({ text: plainText(line), ...bold })] }),
  )
}

/** How far in the values of facts stand, in twentieths of a point. */
const valueTwips = 2700

function fact([name, value]: readonly [name: string, value: string]): Paragraph {
  return new Paragraph({
    spacing: { after: 40 },
    indent: { left: valueTwips, hanging: valueTwips },
    tabStops: [{ type: 'left', position: valueTwips }],
    children: [
      new TextRun({ text: `${plainText(name)}:`, bold: true }),
      new TextRun({ children: [new Tab(), plainText(value)] }),
    ],
  })
}
