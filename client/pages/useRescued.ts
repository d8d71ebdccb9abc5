import { useCallback, useEffect, useRef, useState } from 'react'
import type { Rescued } from '../../shared/http/rescued.ts'
import { keepRescued, listRescued, removeRescued } from '../http/applications.ts'
import type { Outbox } from '../sync/outbox.ts'

export interface RescuedList {
  /** What of mine has no place in the text, oldest first. */
  readonly rescued: readonly Rescued[]
  /** Hands in what has not been handed in, and asks for the list again. Without contact, shows what is here. */
  readonly reload: () => Promise<void>
  /** It is being put back, and stays in the list until that is saved. */
  readonly beginPutBack: (id: string) => void
  /**
   * Whether a text that has been refused is one being put back, and so in the list already. Says so once for each:
   * words that are only the same as others have been typed as well.
   */
  readonly endPutBack: (section: string | null, text: string) => boolean
  /** Lets go of one for good. Throws when the server has it and cannot be asked. */
  readonly remove: (id: string) => Promise<void>
}

/** *Räddad text* of one document: what the server keeps, and what this browser has not been able to hand in. */
export function useRescued(documentId: string, outbox: Outbox): RescuedList {
  const [kept, setKept] = useState<readonly Rescued[]>([])
  const [here, setHere] = useState<readonly Rescued[]>([])
  /** Only the last answer counts: they may overtake each other. */
  const asked = useRef(0)
  /** Those being put back. */
  const returning = useRef(new Map<string, Rescued>())

  const reload = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    const left = (await outbox.refusedTexts()).map<Rescued>(text => ({ ...text, reason: 'refused' }))
    // None leaves the page before it is known to be in the list that comes.
    setHere(before => [...before.filter(({ id }) => !left.some(text => text.id === id)), ...left])
    try {
      for (const { id, section, text, why } of left) {
        await keepRescued(documentId, { id, section, text, why })
        await outbox.forgetRefused(id)
      }
      const rescued = await listRescued(documentId)
      if (mine !== asked.current) return
      setKept(rescued)
      setHere([])
    } catch {
      // No contact, or a server that cannot save: it stays in this browser and is handed in the next time.
    }
  }, [documentId, outbox])

  useEffect(() => {
    void reload()
  }, [reload])

  const remove = useCallback(
    async (id: string) => {
      await outbox.forgetRefused(id)
      setHere(before => before.filter(text => text.id !== id))
      returning.current.delete(id)
      if (kept.some(text => text.id === id)) await removeRescued(documentId, id)
      await reload()
    },
    [documentId, outbox, kept, reload],
  )

  const beginPutBack = (id: string) => {
    const text = rescued.find(known => known.id === id)
    if (text) returning.current.set(id, text)
  }
  const endPutBack = useCallback((section: string | null, text: string) => {
    for (const [id, known] of returning.current) {
      if (known.section === section && known.text === text) return returning.current.delete(id)
    }
    return false
  }, [])

  const handedIn = new Set(kept.map(text => text.id))
  const rescued = [...kept, ...here.filter(text => !handedIn.has(text.id))]
  return { rescued, reload, beginPutBack, endPutBack, remove }
}
