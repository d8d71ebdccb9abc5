import type { Section, SectionKind } from '../../../../shared/form/FormTemplate.ts'
import type { WordPart } from '../word/WordContent.ts'
import { amountSection } from './sections/amountSection.ts'
import { budgetSection } from './sections/budgetSection.ts'
import { computedLineSection } from './sections/computedLineSection.ts'
import { goalsSection } from './sections/goalsSection.ts'
import { lockedTextSection } from './sections/lockedTextSection.ts'
import { logSection } from './sections/logSection.ts'
import { participantsSection } from './sections/participantsSection.ts'
import { partiesSection } from './sections/partiesSection.ts'
import { periodSection } from './sections/periodSection.ts'
import { richSection } from './sections/richSection.ts'
import type { ContentOf, SectionRead, SectionReading } from './sections/SectionRead.ts'
import { signaturesSection } from './sections/signaturesSection.ts'
import { textSection } from './sections/textSection.ts'
import { yesNoSection } from './sections/yesNoSection.ts'

type Readers = {
  readonly [Kind in SectionKind]: (
    section: Extract<Section, { kind: Kind }>,
    parts: readonly WordPart[],
    reading: SectionReading,
  ) => SectionRead<ContentOf<Kind>>
}

/** One reader for each kind of section; one that is missing does not compile. */
const readers: Readers = {
  text: textSection,
  rich: (_section, parts, reading) => richSection(parts, reading),
  parties: partiesSection,
  goals: goalsSection,
  period: periodSection,
  participants: participantsSection,
  yesNo: yesNoSection,
  log: logSection,
  amount: amountSection,
  lockedText: lockedTextSection,
  computedLine: computedLineSection,
  signatures: signaturesSection,
  budget: budgetSection,
}

/** What stands under a heading, as its section has it; of no parts, the section as it is in an empty form. */
export function readSection(
  section: Section,
  parts: readonly WordPart[],
  reading: SectionReading,
): SectionRead<ContentOf<SectionKind>> {
  const read = readers[section.kind] as (
    section: Section,
    parts: readonly WordPart[],
    reading: SectionReading,
  ) => SectionRead<ContentOf<SectionKind>>
  return read(section, parts, reading)
}
