import { useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { Block } from '../../shared/document/blockContent.ts'
import { readBlocks } from '../../shared/document/blocks.ts'

/** What a fragment says, kept current while `wanted`; at most once a frame. */
export function useBlocks(fragment: Y.XmlFragment, wanted: boolean): readonly Block[] {
  const [blocks, setBlocks] = useState(() => readBlocks(fragment))
  // Read in the first drawing; between that and its layout effect nothing can change the fragment.
  const isCurrent = useRef(true)
  useLayoutEffect(() => {
    if (!wanted) return
    let frame = 0
    const read = () => {
      frame = 0
      setBlocks(readBlocks(fragment))
    }
    const onChange = () => {
      frame ||= requestAnimationFrame(read)
    }
    fragment.observeDeep(onChange)
    if (!isCurrent.current) onChange()
    return () => {
      isCurrent.current = false
      cancelAnimationFrame(frame)
      fragment.unobserveDeep(onChange)
    }
  }, [fragment, wanted])
  return blocks
}
