import type { FilledForm, SignaturesContent } from '../../../../shared/document/filledForm.ts'
import type { SignaturesSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords } from '../../words.ts'
import { sectionHeading } from '../sectionHeading.ts'
import { Arguments, joined, nothing, said, type Typst, typst } from '../typst.ts'
import type { Writing } from '../Writing.ts'

/** The rows of the table of one who signs. */
type Rows = readonly (readonly [label: string, answer: string])[]

/** A table for each party, in the layout of the form version: a page each, or four on a page. */
export function signaturesSection(
  section: SignaturesSection,
  content: SignaturesContent,
  writing: Writing,
): Typst {
  const { arrangement, note } = section.layout
  const signing = partiesOf(writing.form).map((organisation, place) =>
    rowsOf(section, content, organisation, place),
  )
  if (arrangement === 'grid') {
    const cells = new Arguments(signing.map(rows => typst`signing-cell(${pairs(rows)})`))
    return joined([typst`signing-grid(${cells})`, note === null ? nothing : typst`par(${note})`])
  }
  return joined(
    signing.flatMap((rows, place) => [
      ...(place > 0 ? [typst`pagebreak()`, ...newPage(section, writing)] : []),
      typst`signing-table(${pairs(rows)})`,
    ]),
  )
}

/** What a page after the first begins with. */
function newPage(section: SignaturesSection, writing: Writing): Typst[] {
  const box = typst`name-box(${formWords.nameOfInsats}, ${writing.name})`
  return [...(section.layout.repeatsName === 'box' ? [box] : []), sectionHeading(section, writing, false)]
}

function rowsOf(
  { layout }: SignaturesSection,
  { parties }: SignaturesContent,
  organisation: string,
  place: number,
): Rows {
  const isOwner = place === 0
  const signature = parties.find(({ party }) => party === (isOwner ? 'owner' : place - 1))
  const namesParty = layout.organisationAndDate.includes('{organisation}')
  const dateLabel = layout.organisationAndDate.replace('{organisation}', () => organisation)
  const date = signature?.date ?? ''
  return [
    [dateLabel, namesParty ? date : [organisation, date].filter(part => part !== '').join(', ')],
    [isOwner ? layout.ownerName : layout.partnerName, signature?.name ?? ''],
    [isOwner ? layout.ownerClarification : layout.partnerClarification, signature?.clarification ?? ''],
    [layout.email, signature?.email ?? ''],
  ]
}

function pairs(rows: Rows): Arguments {
  return new Arguments(rows.flat().map(text => typst`${said(text)}`))
}

/** The organisations that sign, the owner first. */
function partiesOf({ sections }: FilledForm): readonly string[] {
  const contents = Object.values(sections).filter(content => content.kind === 'parties')
  const owner = contents.find(content => content.role === 'owner')
  const partners = contents.find(content => content.role === 'partner')
  return [owner, ...(partners?.items ?? [])].map(party => party?.organisation ?? formWords.placeOfName)
}
