import { useCallback, useState, useSyncExternalStore } from 'react'
import { browserStorage } from '../../form/browserStorage.ts'

/** What was and what is in one, or the one left and the other right. */
export type Columns = 'one' | 'two'

/** From here on two have room. */
const wide = '(min-width: 56.25rem)'
const key = 'samskriv.compareColumns'

export interface ColumnChoice {
  readonly columns: Columns
  /** Whether there is room for two. */
  readonly hasRoom: boolean
  readonly choose: (columns: Columns) => void
}

/** One column or two, as this browser was last told. */
export function useColumns(): ColumnChoice {
  const [chosen, setChosen] = useState<Columns>(() =>
    browserStorage()?.getItem(key) === 'two' ? 'two' : 'one',
  )
  const hasRoom = useSyncExternalStore(watch, () => matchMedia(wide).matches)
  const choose = useCallback((columns: Columns) => {
    setChosen(columns)
    browserStorage()?.setItem(key, columns)
  }, [])
  return { columns: hasRoom ? chosen : 'one', hasRoom, choose }
}

function watch(listener: () => void): () => void {
  const query = matchMedia(wide)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
