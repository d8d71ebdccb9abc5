import { type RefObject, useEffect, useRef, useState } from 'react'

interface Hanging {
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
  /** Of the button and what hangs under it. */
  readonly frame: RefObject<HTMLDivElement | null>
  readonly button: RefObject<HTMLButtonElement | null>
}

/**
 * What hangs under a button while it is open: it closes when something else is pressed or gets focus, and at Esc, which
 * gives focus back to the button.
 */
export function useHanging(): Hanging {
  const [isOpen, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const onElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !frame.current?.contains(target)) setOpen(false)
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onElsewhere)
    document.addEventListener('focusin', onElsewhere)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onElsewhere)
      document.removeEventListener('focusin', onElsewhere)
    }
  }, [isOpen])
  return { isOpen, setOpen, frame, button }
}
