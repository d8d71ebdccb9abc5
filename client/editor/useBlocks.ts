import { useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { Block } from '../../shared/document/blockContent.ts'
import { readBlocks } from '../../shared/document/blocks.ts'

/**
 * How long a change may wait. Text that is shown without an editor is far from the window, or only read; to read and
 * draw a long section at every key press of a colleague would be felt by who writes elsewhere.
 */
const restMs = 250

/** What a fragment says, kept current while `wanted`. */
export function useBlocks(fragment: Y.XmlFragment, wanted: boolean): readonly Block[] {
  const [blocks, setBlocks] = useState(() => readBlocks(fragment))
  // Read in the first drawing; between that and its layout effect nothing can change the fragment.
  const isCurrent = useRef(true)
  useLayoutEffect(() => {
    if (!wanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      setBlocks(readBlocks(fragment))
    }
    const onChange = () => {
      timer ??= setTimeout(read, restMs)
    }
    fragment.observeDeep(onChange)
    if (!isCurrent.current) read()
    return () => {
      isCurrent.current = false
      clearTimeout(timer)
      fragment.unobserveDeep(onChange)
    }
  }, [fragment, wanted])
  return blocks
}
