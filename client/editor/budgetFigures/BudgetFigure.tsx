import { useContext, useMemo, useSyncExternalStore } from 'react'
import type { BudgetSum } from '../../../shared/budget/budgetFigure.ts'
import { FormContext } from '../../form/FormContext.ts'
import { useText } from '../../text/useText.ts'
import { BudgetFigures } from './BudgetFigures.ts'
import { figureWords, sumName } from './figureWords.ts'

const never = () => () => {}

/** A sum of the budget in text without an editor, with the amount of the form around it. */
export function BudgetFigure({ sum }: { readonly sum: BudgetSum }) {
  const { editor: words } = useText()
  const onPage = useContext(FormContext)
  const doc = onPage?.open?.live.doc ?? null
  const form = onPage?.form ?? null
  const figures = useMemo(() => (doc && form ? new BudgetFigures(doc, form) : null), [doc, form])
  const amount = useSyncExternalStore(figures?.subscribe ?? never, () => figures?.amount(sum) ?? null)
  const name = sumName(words, sum)
  return (
    <span className="budgetFigure" title={name} data-missing={typeof amount === 'string' ? '' : undefined}>
      {amount === null ? name : figureWords(words, sum, amount)}
      <span className="sr-only">{words.budgetFigure.source}</span>
    </span>
  )
}
