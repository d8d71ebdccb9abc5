import type { ReactNode } from 'react'
import type { RichSection, SectionKind } from '../../shared/form/FormTemplate.ts'
import { BudgetSection } from '../budget/BudgetSection.tsx'
import { StillArea } from '../ui/StillArea.tsx'
import { useMayWrite } from './FieldsContext.ts'
import { useForm, useSection } from './FormContext.ts'
import styles from './Section.module.css'
import { AmountSection } from './sections/AmountSection.tsx'
import { ComputedLineSection } from './sections/ComputedLineSection.tsx'
import { GoalsSection } from './sections/GoalsSection.tsx'
import { LockedTextSection } from './sections/LockedTextSection.tsx'
import { LogSection } from './sections/LogSection.tsx'
import { ParticipantsSection } from './sections/ParticipantsSection.tsx'
import { PartiesSection } from './sections/PartiesSection.tsx'
import { PeriodSection } from './sections/PeriodSection.tsx'
import { SignaturesSection } from './sections/SignaturesSection.tsx'
import { TextSection } from './sections/TextSection.tsx'
import { YesNoSection } from './sections/YesNoSection.tsx'

/** Draws the rich text of a section, to be written in or only read; the page plugs the editor in here. */
export type RenderRich = (section: RichSection, mayWrite: boolean) => ReactNode

/** What is answered under a heading. */
export function SectionBody({ renderRich }: { readonly renderRich: RenderRich }) {
  const section = useSection()
  const { open, rights } = useForm()
  const mayWrite = useMayWrite()
  const whyNot = open === null || mayWrite ? null : (rights?.whyNot(section) ?? null)
  const body =
    section.kind !== 'rich' ? (
      <div className={styles.fields}>{fieldsOf(section.kind)}</div>
    ) : open === null ? (
      <div className={styles.blank} />
    ) : (
      renderRich(section, mayWrite)
    )
  // A grid can be walked in also where it is only read, and says at the cell why it is not written in.
  if (whyNot === null || section.kind === 'budget') return body
  return (
    <StillArea name={{ id: `${section.key}-heading` }} hint={<p>{whyNot}</p>} hintsAtClick>
      {body}
    </StillArea>
  )
}

function fieldsOf(kind: Exclude<SectionKind, 'rich'>): ReactNode {
  switch (kind) {
    case 'text':
      return <TextSection />
    case 'parties':
      return <PartiesSection />
    case 'goals':
      return <GoalsSection />
    case 'period':
      return <PeriodSection />
    case 'participants':
      return <ParticipantsSection />
    case 'yesNo':
      return <YesNoSection />
    case 'log':
      return <LogSection />
    case 'amount':
      return <AmountSection />
    case 'lockedText':
      return <LockedTextSection />
    case 'computedLine':
      return <ComputedLineSection />
    case 'signatures':
      return <SignaturesSection />
    case 'budget':
      return <BudgetSection />
  }
}
