import { useMemo, useSyncExternalStore } from 'react'
import type { LiveDocument } from '../sync/LiveDocument.ts'

export interface UndoState {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Whether there is anything on the page's one undo stack. */
export function useUndoState({ undo }: LiveDocument): UndoState {
  const store = useMemo(() => {
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
    let state: UndoState = { canUndo: undo.canUndo(), canRedo: undo.canRedo() }
    return {
      subscribe: (listener: () => void) => {
        for (const event of events) undo.on(event, listener)
        return () => {
          for (const event of events) undo.off(event, listener)
        }
      },
      read: () => {
        const now = { canUndo: undo.canUndo(), canRedo: undo.canRedo() }
        if (now.canUndo !== state.canUndo || now.canRedo !== state.canRedo) state = now
        return state
      },
    }
  }, [undo])
  return useSyncExternalStore(store.subscribe, store.read)
}
