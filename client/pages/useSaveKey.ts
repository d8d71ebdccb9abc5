import { useEffect } from 'react'
import type { OpenDocument } from '../sync/OpenDocument.ts'
import { useText } from '../text/useText.ts'
import { useNotices } from '../ui/notices.ts'
import { savedWords } from './savedWords.ts'

/**
 * Ctrl+S, which everybody knows from Word, never opens the browser's own dialog: it says where my words are, as
 * soon as that is known.
 */
export function useSaveKey(document: OpenDocument): void {
  const text = useText()
  const { toast } = useNotices()
  useEffect(() => {
    let stop = () => {}
    const say = () => {
      if (!document.savedForSure) return
      stop()
      toast(savedWords(text, document.saved))
    }
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== 's') return
      event.preventDefault()
      stop()
      stop = document.subscribe(say)
      say()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      stop()
    }
  }, [document, text, toast])
}
