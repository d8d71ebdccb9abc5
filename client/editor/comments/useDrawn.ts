import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { placeFinder } from '../../../shared/comment/findPlace.ts'
import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { threadsOf, withFound } from './foundInBlocks.ts'
import type { DrawnThread, TextComments } from './TextComments.ts'

const none: readonly DrawnThread[] = []

/** The threads that are drawn in text without an editor, by their ids, and the text with their places. */
export function useDrawn(
  section: string,
  blocks: readonly Block[],
  comments: TextComments | null,
): { readonly drawn: ReadonlyMap<string, DrawnThread>; readonly blocks: readonly Block[] } {
  const subscribe = useCallback(
    (listener: () => void) => comments?.subscribe(listener) ?? (() => {}),
    [comments],
  )
  const threads = useSyncExternalStore(subscribe, () => comments?.drawnIn(section) ?? none)
  const shown = useMemo(() => {
    const byWords = threads.filter(({ words }) => words !== null)
    if (byWords.length === 0) return blocks
    const find = placeFinder(sectionText(blocks))
    const marked = threadsOf(blocks)
    const found = byWords.flatMap(({ id, words }) => {
      const place = words === null || marked.has(id) ? null : find(words)
      return place ? [{ thread: id, from: place.from, to: place.to }] : []
    })
    return withFound(blocks, found)
  }, [threads, blocks])
  const drawn = useMemo(() => new Map(threads.map(thread => [thread.id, thread])), [threads])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when what is drawn is another
  useEffect(() => comments?.moved(), [comments, shown, drawn])
  return { drawn, blocks: shown }
}
