import { type FileChild, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { FilledForm, SignaturesContent } from '../../../../shared/document/filledForm.ts'
import type { SignaturesSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords } from '../../words.ts'
import { plainText } from '../plainText.ts'
import { styles } from '../styles.ts'
import type { Writing } from '../Writing.ts'

/** One who signs: the party, and the rows of its table. */
interface Signing {
  readonly isOwner: boolean
  readonly rows: readonly (readonly [label: string, answer: string])[]
}

/** Between the lines of a table and what is written in it, in twentieths of a point. */
const margins = { top: 80, bottom: 80, left: 108, right: 108, marginUnitType: WidthType.DXA }

/** A table for each party, in the layout of the form version: a page each, or four on a page. */
export function signaturesSection(
  section: SignaturesSection,
  content: SignaturesContent,
  { form, name, template }: Writing,
): FileChild[] {
  const { layout } = section
  const signing = partiesOf(form).map((organisation, place) =>
    signingOf(section, content, organisation, place),
  )
  if (layout.arrangement === 'grid') {
    const note = layout.note === null ? [] : [new Paragraph(layout.note)]
    return [grid(signing), new Paragraph({ style: styles.spacer }), ...note]
  }
  return signing.flatMap((one, place) => [
    ...(place > 0 ? newPage(section, { name, title: template.title }) : []),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      margins,
      rows: one.rows.map(([label, answer]) => row(label, answer)),
    }),
    new Paragraph(''),
  ])
}

/** What a page after the first begins with. */
function newPage(
  { heading, starred, layout }: SignaturesSection,
  { name, title }: { readonly name: string; readonly title: string },
): FileChild[] {
  const said = `${heading}${starred ? ' (*)' : ''}${layout.repeatsName === 'heading' ? ` – ${title}` : ''}`
  const box =
    layout.repeatsName === 'box'
      ? [
          new Paragraph({
            style: styles.section,
            pageBreakBefore: true,
            text: plainText(`${formWords.nameOfInsats} ${name}`),
          }),
          // Two boxes that meet are drawn as one.
          new Paragraph({ style: styles.spacer, keepNext: true }),
        ]
      : []
  return [
    ...box,
    new Paragraph({ style: styles.section, pageBreakBefore: box.length === 0, text: plainText(said) }),
  ]
}

function signingOf(
  { layout }: SignaturesSection,
  { parties }: SignaturesContent,
  organisation: string,
  place: number,
): Signing {
  const isOwner = place === 0
  const said = parties.find(({ party }) => party === (isOwner ? 'owner' : place - 1))
  const namesParty = layout.organisationAndDate.includes('{organisation}')
  const dateLabel = layout.organisationAndDate.replace('{organisation}', () => organisation)
  const date = said?.date ?? ''
  return {
    isOwner,
    rows: [
      [dateLabel, namesParty ? date : [organisation, date].filter(part => part !== '').join(', ')],
      [isOwner ? layout.ownerName : layout.partnerName, said?.name ?? ''],
      [isOwner ? layout.ownerClarification : layout.partnerClarification, said?.clarification ?? ''],
      [layout.email, said?.email ?? ''],
    ],
  }
}

function row(label: string, answer: string): TableRow {
  return new TableRow({
    cantSplit: true,
    height: { value: 700, rule: 'atLeast' },
    children: [
      new TableCell({ width: { size: 40, type: WidthType.PERCENTAGE }, children: [bold(label)] }),
      new TableCell({
        width: { size: 60, type: WidthType.PERCENTAGE },
        children: [new Paragraph(plainText(answer))],
      }),
    ],
  })
}

/** Two parties beside each other. */
function grid(signing: readonly Signing[]): Table {
  const rows: TableRow[] = []
  for (let at = 0; at < signing.length; at += 2) {
    const cells = [signing[at], signing[at + 1]].map(
      one =>
        new TableCell({
          width: { size: 50, type: WidthType.PERCENTAGE },
          children: one
            ? one.rows.flatMap(([label, answer]) => [bold(label), new Paragraph(plainText(answer))])
            : [new Paragraph('')],
        }),
    )
    rows.push(new TableRow({ cantSplit: true, children: cells }))
  }
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, margins, rows })
}

function bold(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: plainText(text), bold: true })] })
}

/** The organisations that sign, the owner first. */
function partiesOf({ sections }: FilledForm): readonly string[] {
  const contents = Object.values(sections).filter(content => content.kind === 'parties')
  const owner = contents.find(content => content.role === 'owner')
  const partners = contents.find(content => content.role === 'partner')
  return [owner, ...(partners?.items ?? [])].map(party => party?.organisation ?? formWords.placeOfName)
}
