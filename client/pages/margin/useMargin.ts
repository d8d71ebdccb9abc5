import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { type MarginPanel, marginButtonId } from './MarginPanel.ts'

/** From here on the text has room for a column beside it. The same width stands in `OpenPage.module.css`. */
const wide = '(min-width: 68.75rem)'

interface Shown {
  readonly key: string
  readonly enters: boolean
}

/** What is shown in the margin of an ansökan: one panel at most. */
export interface Margin {
  readonly panels: readonly MarginPanel[]
  readonly shown: MarginPanel | null
  readonly is: 'column' | 'drawer'
  /** Whether whoever opened it goes there; else the caret stays in the text. */
  readonly enters: boolean
  /** Shows a panel. With `enter` focus goes to its tab, unless the panel takes it for something in it. */
  readonly show: (key: string, focus: 'enter' | 'stay') => void
  /** Focus that was in it goes back to the panel's button. */
  readonly close: () => void
}

export function useMargin(panels: readonly MarginPanel[]): Margin {
  const [now, setNow] = useState<Shown | null>(null)
  const isWide = useSyncExternalStore(watchWidth, () => matchMedia(wide).matches)
  const show = useCallback(
    (key: string, focus: 'enter' | 'stay') => setNow({ key, enters: focus === 'enter' }),
    [],
  )
  const close = useCallback(() => {
    if (now && document.activeElement?.closest('[data-margin-column]'))
      document.getElementById(marginButtonId(now.key))?.focus()
    setNow(null)
  }, [now])
  const shown = panels.find(({ key }) => key === now?.key) ?? null
  const enters = now?.enters ?? false
  return useMemo(
    () => ({ panels, shown, is: isWide ? 'column' : 'drawer', enters, show, close }),
    [panels, shown, isWide, enters, show, close],
  )
}

function watchWidth(listener: () => void): () => void {
  const query = matchMedia(wide)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
