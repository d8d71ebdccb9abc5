import { formatKronor } from '../../form/amount.ts'
import { useText } from '../../text/useText.ts'
import { Icon } from '../../ui/Icon.tsx'
import { NotesRow } from '../grid/NotesRow.tsx'
import { useOfBudget } from '../useBudget.ts'
import styles from './perYear.module.css'

/** Whether the years add up to what is asked for, in words (BV7). */
export function YearCheck() {
  const words = useText().budget.years
  const sought = useOfBudget(({ sums }) => sums.sought.total)
  const allYears = useOfBudget(({ sums }) => sums.allYears)
  if (sought === 0 && allYears === 0) return null
  const said =
    allYears === sought
      ? words.agrees
      : allYears === 0
        ? words.notBegun
        : allYears < sought
          ? words.tooLittle(formatKronor(sought - allYears))
          : words.tooMuch(formatKronor(allYears - sought))
  return (
    <NotesRow row="check">
      <p className={styles.check} data-fault={(allYears !== 0 && allYears !== sought) || undefined}>
        {allYears === sought && <Icon name="check" />}
        {said}
      </p>
    </NotesRow>
  )
}
