import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { type ReplyDraft, readDraft } from './replyDraft.ts'

/** What the draft says, as it is written. The same object until something of it changes. */
export function useReplyDraft(doc: Y.Doc): ReplyDraft {
  const store = useMemo(() => {
    let now = readDraft(doc)
    let asWritten = JSON.stringify(now)
    let isNew = false
    return {
      subscribe: (listener: () => void) => {
        const onTransaction = ({ changed }: Y.Transaction) => {
          if (changed.size === 0) return
          isNew = true
          listener()
        }
        // Something may have been written before anybody listened.
        isNew = true
        doc.on('afterTransaction', onTransaction)
        return () => doc.off('afterTransaction', onTransaction)
      },
      read: () => {
        if (!isNew) return now
        isNew = false
        const next = readDraft(doc)
        const written = JSON.stringify(next)
        if (written !== asWritten) {
          now = next
          asWritten = written
        }
        return now
      },
    }
  }, [doc])
  return useSyncExternalStore(store.subscribe, store.read)
}
