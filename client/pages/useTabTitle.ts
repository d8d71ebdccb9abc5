import { useEffect } from 'react'
import { useText } from '../text/useText.ts'

/** The browser tab's title, per page. */
export function useTabTitle(title: string): void {
  const { pages } = useText()
  useEffect(() => {
    document.title = pages.applicationTabTitle(title)
  }, [pages, title])
}
