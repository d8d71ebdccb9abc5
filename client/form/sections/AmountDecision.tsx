import { useEffect, useRef, useState } from 'react'
import {
  type AmountInForm,
  saysOtherwise,
  type TypedAmount,
  typedTotal,
} from '../../../shared/budget/amountInForm.ts'
import { amountKey, otherRows, shareKey } from '../../../shared/budget/budgetKeys.ts'
import { yearsOf } from '../../../shared/budget/sums.ts'
import { ownerKey } from '../../../shared/document/roots.ts'
import { firstYear } from '../../../shared/form/day.ts'
import { useBudget } from '../../budget/useBudget.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNotices } from '../../ui/notices.ts'
import { formatKronor } from '../amount.ts'
import { useFields, useMayWrite } from '../FieldsContext.ts'
import { useForm, useSectionOf } from '../FormContext.ts'
import { AtomicField } from '../fields/AtomicField.tsx'
import { amountFormat } from '../fields/format.ts'
import styles from './sections.module.css'
import { dropTyped, putInBudget } from './typedAmount.ts'

interface AmountDecisionProps {
  readonly said: AmountInForm
  readonly typed: TypedAmount
}

/**
 * An amount that was typed before the budget had any: it counts, and can be changed, until the budget has; after that
 * somebody decides about it. Nobody begins to type one any more.
 */
export function AmountDecision({ said, typed }: AmountDecisionProps) {
  const [done, setDone] = useState<Done | null>(null)
  const [isBegun, setBegun] = useState(false)
  // Whoever empties the field has it under her hands still.
  if (said.from === 'typed' && !isBegun) setBegun(true)
  const total = typedTotal(typed)
  if (done !== null && total === null) return <DoneNote done={done} onUndone={() => setDone(null)} />
  if (said.from === 'typed' || (said.from === 'nothing' && isBegun)) {
    return (
      <>
        <TypedFields typed={typed} />
        {total !== null && <PutIn total={total} onDone={setDone} />}
      </>
    )
  }
  return saysOtherwise(typed, said) ? <Otherwise typed={typed} onDone={setDone} /> : null
}

function TypedFields({ typed }: { readonly typed: TypedAmount }) {
  const { perYear } = useSectionOf('amount')
  const text = useText().form
  const budget = useBudget()
  if (!perYear || typed.years.size === 0) {
    return <AtomicField path="total" label={text.amount} format={amountFormat} unit={text.kronor} />
  }
  const years = [...new Set([...typed.years.keys(), ...yearsOf(budget)])].sort((one, other) => one - other)
  return years.map(year => (
    <AtomicField
      key={year}
      path={String(year)}
      label={text.yearAmount(year)}
      format={amountFormat}
      unit={text.kronor}
    />
  ))
}

/** What has been decided, and how to take it back. */
interface Done {
  readonly words: string
  readonly takeBack: () => void
}

interface Deciding {
  readonly onDone: (done: Done) => void
}

/** Such keys of the budget does it write: an amount of the owner, a row, and a year. */
const keysOfPutIn = [amountKey(ownerKey, otherRows), otherRows, shareKey(firstYear, otherRows)]

/** The typed amount is what there is: it can become the first row of the budget. */
function PutIn({ total, onDone }: Deciding & { readonly total: number }) {
  const words = useText().budget.amount
  const { open } = useFields()
  const { key } = useSectionOf('amount')
  const { form, rights } = useForm()
  const mayWrite = useMayWrite()
  const budget = form.sections.find(section => section.kind === 'budget')
  const mayPut =
    mayWrite &&
    open !== null &&
    budget &&
    (rights === null ||
      (rights.mayWrite(budget) && keysOfPutIn.every(written => rights.whyNotCell(written) === null)))
  return (
    <div className={styles.decision}>
      <p>{words.typedCounts}</p>
      {mayPut && (
        <Button
          onClick={() => {
            const takeBack = putInBudget(open, key, budget.key)
            onDone({ words: words.putInDone(formatKronor(total)), takeBack })
          }}
        >
          {words.putIn}
        </Button>
      )}
    </div>
  )
}

/** The budget says something else than what was typed. */
function Otherwise({ typed, onDone }: Deciding & { readonly typed: TypedAmount }) {
  const words = useText().budget.amount
  const { open } = useFields()
  const { key } = useSectionOf('amount')
  const mayWrite = useMayWrite()
  const amount = inWords(typed)
  return (
    <div className={styles.decision}>
      <p>{words.otherwise(amount)}</p>
      {mayWrite && open !== null && (
        <Button onClick={() => onDone({ words: words.dropDone(amount), takeBack: dropTyped(open, key) })}>
          {words.drop}
        </Button>
      )}
    </div>
  )
}

function DoneNote({ done, onUndone }: { readonly done: Done; readonly onUndone: () => void }) {
  const words = useText().budget.amount
  const { announce } = useNotices()
  const box = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone, and with it the focus.
  useEffect(() => {
    box.current?.querySelector('button')?.focus({ preventScroll: true })
    announce(done.words)
  }, [done, announce])
  return (
    <div ref={box} className={styles.decision}>
      <p>{done.words}</p>
      <Button
        look="quiet"
        icon={<Icon name="undo" />}
        onClick={() => {
          done.takeBack()
          onUndone()
          announce(words.takenBack)
        }}
      >
        {words.takeBack}
      </Button>
    </div>
  )
}

/** `1 050 000 kr`, or `2020: 600 000 kr, 2021: 450 000 kr`. */
function inWords(typed: TypedAmount): string {
  if (typed.years.size === 0) return formatKronor(typed.total ?? 0)
  return [...typed.years].map(([year, kronor]) => `${year}: ${formatKronor(kronor)}`).join(', ')
}
