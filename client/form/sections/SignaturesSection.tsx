import type { ReactNode } from 'react'
import { rootShape } from '../../../shared/document/roots.ts'
import type { SignatureLayout } from '../../../shared/form/FormTemplate.ts'
import { useText } from '../../text/useText.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { dayFormat, lineFormat } from '../fields/format.ts'
import { InsatsName } from './ComputedLineSection.tsx'
import styles from './SignaturesSection.module.css'
import type { SigningParty } from './signingParties.ts'
import { useSigningParties } from './useSigningParties.ts'

/** Who signs for each party: a page each, or cells of one table, as this version of the form has it. */
export function SignaturesSection() {
  const { heading, starred, layout } = useSectionOf('signatures')
  const text = useText().form
  const parties = useSigningParties()
  return (
    <>
      <div className={layout.arrangement === 'grid' ? styles.grid : styles.pages}>
        {parties.map((party, index) => (
          // biome-ignore lint/a11y/useSemanticElements: it is a page or a cell of the form, not a set of fields
          <div
            key={party.key}
            className={styles.party}
            role="group"
            aria-label={text.signatureOf(party.organisation ?? text.unnamedParty)}
          >
            {index > 0 && layout.repeatsName === 'box' && (
              <p className={styles.nameBox}>
                <span>{text.nameOfInsats}</span> <InsatsName />
              </p>
            )}
            {layout.repeatsName === 'heading' && (
              <h3 className={styles.pageHeading}>
                {starred ? `${heading} (*)` : heading} – <InsatsName />
              </h3>
            )}
            <SignatureTable party={party} layout={layout} />
          </div>
        ))}
      </div>
      {layout.note !== null && <p className={styles.note}>{layout.note}</p>}
    </>
  )
}

interface SignatureTableProps {
  readonly party: SigningParty
  readonly layout: SignatureLayout
}

function SignatureTable({ party, layout }: SignatureTableProps) {
  const text = useText().form
  const maxLength = useLineLength()
  const isOpen = useForm().open !== null
  const organisation = party.organisation ?? (isOpen ? text.unnamedParty : '')
  const isOwner = party.role === 'owner'
  const namesParty = layout.organisationAndDate.includes('{organisation}')
  const dateLabel = layout.organisationAndDate.replace('{organisation}', organisation).trim()
  const pathOf = (name: string) => `${party.key}.${name}`
  return (
    <div className={styles.table}>
      <SignatureRow label={dateLabel}>
        <div className={styles.dated}>
          {!namesParty && <span className={styles.organisation}>{organisation}</span>}
          <AtomicField path={pathOf('date')} label={dateLabel} labelPlace="unseen" format={dayFormat} />
        </div>
      </SignatureRow>
      <SignatureRow label={isOwner ? layout.ownerName : layout.partnerName}>
        <AtomicField
          path={pathOf('name')}
          label={isOwner ? layout.ownerName : layout.partnerName}
          labelPlace="unseen"
          format={lineFormat(maxLength)}
        />
      </SignatureRow>
      <SignatureRow label={isOwner ? layout.ownerClarification : layout.partnerClarification}>
        <AtomicField
          path={pathOf('clarification')}
          label={isOwner ? layout.ownerClarification : layout.partnerClarification}
          labelPlace="unseen"
          format={lineFormat(maxLength)}
        />
      </SignatureRow>
      <SignatureRow label={layout.email}>
        <AtomicField
          path={pathOf('email')}
          label={layout.email}
          labelPlace="unseen"
          format={lineFormat(maxLength, 'email')}
        />
      </SignatureRow>
    </div>
  )
}

function useLineLength(): number {
  const root = rootShape(useSectionOf('signatures'))
  const shape = root?.type === 'fields' ? root.perParty?.name : undefined
  return shape?.is === 'line' ? shape.maxLength : 0
}

/** A row of the paper's table. The field inside has the label for those who listen. */
function SignatureRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.label} aria-hidden="true">
        {label}
      </div>
      <div className={styles.value}>{children}</div>
    </div>
  )
}
