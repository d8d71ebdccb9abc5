import { useMemo } from 'react'
import { amountInForm } from '../../../shared/budget/amountInForm.ts'
import { useBudget, useOfBudget } from '../../budget/useBudget.ts'
import { useText } from '../../text/useText.ts'
import { formatKronor } from '../amount.ts'
import { useFields } from '../FieldsContext.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { BlankField } from '../fields/FieldShell.tsx'
import { ProseField } from '../fields/ProseField.tsx'
import { StillField } from '../fields/StillField.tsx'
import { AmountDecision } from './AmountDecision.tsx'
import styles from './sections.module.css'
import { useTyped } from './useTyped.ts'

/** The amount sought: what the budget adds up to, whole or per year as the form asks. It is written in the budget. */
export function AmountSection() {
  const text = useText()
  const { open } = useFields()
  return (
    <div className={styles.stack}>
      {open === null ? <BlankField label={text.form.amount} /> : <OpenAmount />}
      <ProseField path="note" label={text.form.amountNote} lines={1} />
    </div>
  )
}

function OpenAmount() {
  const { key, perYear } = useSectionOf('amount')
  const text = useText()
  const words = text.budget.amount
  const budget = useBudget()
  const sums = useOfBudget(({ sums }) => sums)
  const typed = useTyped(key)
  const said = useMemo(() => amountInForm(budget, sums, typed, perYear), [budget, sums, typed, perYear])
  return (
    <>
      {said.from === 'budget' && (
        <>
          {[...said.years].map(([year, kronor]) => (
            <StillField
              key={year}
              path={String(year)}
              label={text.form.yearAmount(year)}
              words={formatKronor(kronor)}
            />
          ))}
          {said.undistributed !== 0 && (
            <StillField
              path="undistributed"
              label={said.undistributed > 0 ? words.undistributed : words.tooMuch}
              words={formatKronor(Math.abs(said.undistributed))}
            />
          )}
          <div className={styles.computed} data-sums={perYear || undefined}>
            <StillField
              path="total"
              label={perYear ? text.form.sumOfYears : text.form.amount}
              words={formatKronor(said.total ?? 0)}
            />
          </div>
        </>
      )}
      <AmountDecision said={said} typed={typed} />
      {said.from !== 'typed' && (
        <p className={styles.origin}>
          {said.from === 'budget' ? words.fromBudget : words.none}{' '}
          <ToBudget isEmpty={said.from === 'nothing'} />
        </p>
      )}
    </>
  )
}

/** Goes to the budget, where the amount is written. */
function ToBudget({ isEmpty }: { readonly isEmpty: boolean }) {
  const words = useText().budget.amount
  const budget = useForm().form.sections.find(section => section.kind === 'budget')
  if (!budget) return null
  return <a href={`#${budget.key}-heading`}>{isEmpty ? words.fillIn : words.toBudget}</a>
}
