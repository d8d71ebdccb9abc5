import { useState } from 'react'
import type { Section } from '../../shared/form/FormTemplate.ts'
import type { SectionClosing } from '../../shared/people/closedSection.ts'
import type { Party } from '../../shared/people/person.ts'
import { useText } from '../text/useText.ts'
import { Icon } from '../ui/Icon.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { LimitDialog, type Limiting } from './LimitDialog.tsx'
import styles from './section.module.css'

interface SectionMenuProps {
  readonly section: Section
  /** Absent for a section that is open. */
  readonly closing: SectionClosing | undefined
  /** Those who can be the only ones to write. */
  readonly parties: readonly Party[]
  readonly onChoose: (closing: SectionClosing | { readonly is: 'open' }) => void
  /** Of the budget, whose parties can be limited to their columns; null for other sections. */
  readonly limiting: Limiting | null
}

/** The owner's choice of who writes in a section. */
export function SectionMenu({ section, closing, parties, onChoose, limiting }: SectionMenuProps) {
  const { access: words, budget } = useText()
  const [isLimiting, setLimiting] = useState(false)
  const limit = {
    label: budget.limits.choose,
    chosen: closing?.is === 'columns',
    onChoose: () => setLimiting(true),
  }
  return (
    <>
      <MenuButton
        label={words.sectionMenu(section.heading)}
        className={styles.menuButton}
        frameClass={styles.menuFrame}
        menuClass={styles.menu}
        choices={[
          { label: words.openToAll, chosen: closing === undefined, onChoose: () => onChoose({ is: 'open' }) },
          ...parties.map(({ id, name }) => ({
            label: words.onlyParty(name),
            chosen: closing?.is === 'party' && closing.partyId === id,
            onChoose: () => onChoose({ is: 'party', partyId: id }),
          })),
          {
            label: words.finished,
            chosen: closing?.is === 'finished',
            onChoose: () => onChoose({ is: 'finished' }),
          },
          ...(limiting === null ? [] : [limit]),
        ]}
      >
        <Icon name="dots" />
      </MenuButton>
      {isLimiting && limiting !== null && (
        <LimitDialog
          parties={parties}
          closing={closing}
          limiting={limiting}
          onClose={() => setLimiting(false)}
        />
      )}
    </>
  )
}
