import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

export interface KeptPanel {
  /** Stands somewhere on the page, for as long as that does. */
  readonly kept: ReactNode
  /** Stands where it is to be seen. */
  readonly shown: ReactNode
}

/**
 * Keeps something drawn while it is moved about the page, or out of sight: what it holds open stays open. `content`: null
 * until it is to be there. `onShown`: it has come to be seen.
 */
export function useKeptPanel(content: ReactNode, onShown: () => void): KeptPanel {
  const [frame] = useState(() => document.createElement('div'))
  const shown = useMemo(() => <Place frame={frame} onShown={onShown} />, [frame, onShown])
  return { kept: content === null ? null : createPortal(content, frame), shown }
}

interface PlaceProps {
  readonly frame: HTMLElement
  readonly onShown: () => void
}

function Place({ frame, onShown }: PlaceProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.append(frame)
    onShown()
    return () => frame.remove()
  }, [frame, onShown])
  return <div ref={place} />
}
