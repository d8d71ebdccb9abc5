import { compareFuzzyDates } from '../../../shared/form/fuzzyDate.ts'
import { useText } from '../../text/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNotices } from '../../ui/notices.ts'
import { useOpenFields } from '../FieldsContext.ts'
import { useSectionOf } from '../FormContext.ts'
import type { Row } from '../items/ItemRows.ts'
import { reorderItems } from '../items/items.ts'

/** Puts the rows of the log in order of date, once; writers may then move them as they like. */
export function SortButton({ rows }: { readonly rows: readonly Row[] }) {
  const { live } = useOpenFields()
  const { key } = useSectionOf('log')
  const text = useText().form
  const { announce } = useNotices()
  const dateOf = (row: Row) => String(row.map.get('on') ?? '')
  const onClick = () => {
    // Rows without a date come last; equal ones keep their order, since sorting is stable.
    const sorted = rows.toSorted((one, other) => compareFuzzyDates(dateOf(one), dateOf(other)))
    reorderItems(
      live.doc,
      key,
      sorted.map(row => row.key),
    )
    announce(text.sorted)
  }
  return (
    <Button look="quiet" icon={<Icon name="sort" />} onClick={onClick}>
      {text.sortByDate}
    </Button>
  )
}
