import { type FileChild, Paragraph } from 'docx'
import type { SectionContent } from '../../../shared/document/filledForm.ts'
import type { Section, SectionKind } from '../../../shared/form/FormTemplate.ts'
import { blocks } from './nodes/blocks.ts'
import { plainText } from './plainText.ts'
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
import type { Writing } from './Writing.ts'

type ContentOf<Kind extends SectionKind> = Extract<SectionContent, { kind: Kind }>

type Writers = {
  readonly [Kind in SectionKind]: (
    section: Extract<Section, { kind: Kind }>,
    content: ContentOf<Kind>,
    writing: Writing,
  ) => readonly FileChild[]
}

/** One writer for each kind of section; one that is missing does not compile. */
const writers: Writers = {
  text: (_section, { value }) => [new Paragraph(plainText(value ?? ''))],
  rich: (_section, content, writing) => {
    writing.comments.look(content.blocks)
    return blocks(content.blocks, writing)
  },
  parties: partiesSection,
  goals: goalsSection,
  period: periodSection,
  participants: (_section, content) => participantsSection(content),
  yesNo: yesNoSection,
  log: (_section, content) => logSection(content),
  amount: amountSection,
  lockedText: section => lockedTextSection(section),
  computedLine: (_section, _content, { name }) => [new Paragraph(plainText(name))],
  signatures: signaturesSection,
  budget: budgetSection,
}

/** What stands under a heading. Nothing is written of content that is of another kind than its section. */
export function sectionBody(section: Section, writing: Writing): readonly FileChild[] {
  const content = writing.form.sections[section.key]
  const storesNothing = section.kind === 'lockedText' || section.kind === 'computedLine'
  if (!storesNothing && content?.kind !== section.kind) return []
  const write = writers[section.kind] as (
    section: Section,
    content: SectionContent | undefined,
    writing: Writing,
  ) => readonly FileChild[]
  return write(section, content, writing)
}
