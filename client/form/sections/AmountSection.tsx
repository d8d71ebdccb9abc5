import { useState } from 'react'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StatusLine } from '../../ui/StatusLine.tsx'
import { formatKronor } from '../amount.ts'
import { useMayWrite } from '../FieldsContext.ts'
import { useSectionOf } from '../FormContext.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { amountFormat } from '../fields/format.ts'
import { ProseField } from '../fields/ProseField.tsx'
import itemStyles from '../items/items.module.css'
import styles from './sections.module.css'
import { useAmountYears } from './useAmountYears.ts'

/** The amount sought: one figure, or one a year where the form asks so. */
export function AmountSection() {
  const { perYear } = useSectionOf('amount')
  const text = useText().form
  return (
    <div className={styles.stack}>
      {perYear ? (
        <AmountPerYear />
      ) : (
        <AtomicField path="total" label={text.amount} format={amountFormat} unit={text.kronor} />
      )}
      <ProseField path="note" label={text.amountNote} lines={1} />
    </div>
  )
}

function AmountPerYear() {
  const text = useText().form
  const { years, sum } = useAmountYears()
  const [added, setAdded] = useState<readonly number[]>([])
  const shown = [...new Set([...years, ...added])].sort((one, other) => one - other)
  const next = (shown.at(-1) ?? new Date().getFullYear()) + 1
  const mayWrite = useMayWrite()
  return (
    <>
      {shown.map(year => (
        <AtomicField
          key={year}
          path={String(year)}
          label={text.yearAmount(year)}
          format={amountFormat}
          unit={text.kronor}
        />
      ))}
      {mayWrite && (
        <div className={itemStyles.under}>
          <Button look="quiet" icon={<Icon name="add" />} onClick={() => setAdded([...added, next])}>
            {text.addYear(next)}
          </Button>
        </div>
      )}
      <div className={styles.sum}>
        <span>{text.sumOfYears}</span>
        <StatusLine>{sum === null ? '–' : formatKronor(sum)}</StatusLine>
      </div>
    </>
  )
}
