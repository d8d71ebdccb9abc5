import { amountKey } from '../../../shared/budget/budgetKeys.ts'
import { useForm } from '../../form/FormContext.ts'
import { useBudget } from '../useBudget.ts'

/** Stands for any row, where it is asked whether rows may be written at all. */
const anyRow = 'new-row'

/** Whether there is a part of the budget that I may not write in, beside what is closed to me altogether. */
export function useLimited(): boolean {
  const { rights } = useForm()
  const { parties } = useBudget()
  if (rights === null) return false
  return [anyRow, ...parties.map(({ key }) => amountKey(key, anyRow))].some(
    key => rights.whyNotCell(key) !== null,
  )
}
