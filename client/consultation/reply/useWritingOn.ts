import { useEffect, useRef, useState } from 'react'

/** Whoever has not pressed a key for so long has paused. */
const pauseMs = 1000

/**
 * Whether the answer is shown to be written in. One that is sent under the hands of somebody who is typing stays as it is
 * until she pauses, so that no key of hers falls on nothing: what she types then is refused by the server, and kept.
 */
export function useWritingOn(mayDraft: boolean): boolean {
  const [shown, setShown] = useState(mayDraft)
  const typedAt = useRef(Number.NEGATIVE_INFINITY)
  const hadFocus = useRef(false)

  useEffect(() => {
    const onKey = ({ target }: KeyboardEvent) => {
      if (target instanceof Element && target.closest('[data-reply]')) typedAt.current = performance.now()
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])

  useEffect(() => {
    if (shown === mayDraft) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      const waitMs = mayDraft ? 0 : typedAt.current + pauseMs - performance.now()
      if (waitMs > 0) timer = setTimeout(settle, waitMs)
      else {
        hadFocus.current = !mayDraft && document.activeElement?.closest('[data-reply]') != null
        setShown(mayDraft)
      }
    }
    settle()
    return () => clearTimeout(timer)
  }, [mayDraft, shown])

  // The field she was in has gone: what became of the answer stands under its heading.
  useEffect(() => {
    if (shown || !hadFocus.current) return
    hadFocus.current = false
    if (document.activeElement === document.body) document.getElementById('reply-title')?.focus()
  }, [shown])

  return shown
}
