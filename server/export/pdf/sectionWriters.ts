import type { SectionContent } from '../../../shared/document/filledForm.ts'
import type { Section, SectionKind } from '../../../shared/form/FormTemplate.ts'
import { blocks } from './nodes/blocks.ts'
import { prose } from './prose.ts'
import { amountSection } from './sections/amountSection.ts'
import { budgetSection } from './sections/budgetSection.ts'
import { goalsSection } from './sections/goalsSection.ts'
import { lockedTextSection } from './sections/lockedTextSection.ts'
import { logSection } from './sections/logSection.ts'
import { participantsSection } from './sections/participantsSection.ts'
import { partiesSection } from './sections/partiesSection.ts'
import { periodSection } from './sections/periodSection.ts'
import { signaturesSection } from './sections/signaturesSection.ts'
import { yesNoSection } from './sections/yesNoSection.ts'
import { nothing, type Typst } from './typst.ts'
import type { Writing } from './Writing.ts'

type ContentOf<Kind extends SectionKind> = Extract<SectionContent, { kind: Kind }>

type Writers = {
  readonly [Kind in SectionKind]: (
    section: Extract<Section, { kind: Kind }>,
    content: ContentOf<Kind>,
    writing: Writing,
  ) => Typst
}

/** One writer for each kind of section; one that is missing does not compile. */
const writers: Writers = {
  text: (_section, { value }) => prose(value ?? ''),
  rich: (_section, content, writing) => blocks(content.blocks, writing),
  parties: partiesSection,
  goals: goalsSection,
  period: periodSection,
  participants: (_section, content) => participantsSection(content),
  yesNo: yesNoSection,
  log: (_section, content) => logSection(content),
  amount: amountSection,
  lockedText: (section, _content, writing) => lockedTextSection(section, writing),
  computedLine: (_section, _content, { name }) => prose(name),
  signatures: signaturesSection,
  budget: budgetSection,
}

/** What stands under a heading. Nothing is written of content that is of another kind than its section. */
export function sectionBody(section: Section, writing: Writing): Typst {
  const content = writing.form.sections[section.key]
  const storesNothing = section.kind === 'lockedText' || section.kind === 'computedLine'
  if (!storesNothing && content?.kind !== section.kind) return nothing
  const write = writers[section.kind] as (
    section: Section,
    content: SectionContent | undefined,
    writing: Writing,
  ) => Typst
  return write(section, content, writing)
}
