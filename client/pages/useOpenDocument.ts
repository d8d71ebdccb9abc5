import { useCallback, useEffect, useMemo, useState } from 'react'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Rescued } from '../../shared/http/rescued.ts'
import type { Me } from '../../shared/http/session.ts'
import { keepRescued, listRescued, readState } from '../http/applications.ts'
import { askSession } from '../http/session.ts'
import { keepsCopies, whenCopiesAreKept } from '../sync/deviceCopy.ts'
import { type Merged, OpenDocument } from '../sync/OpenDocument.ts'
import { OfflineCopy } from '../sync/offlineCopy.ts'
import { Outbox, waitingDatabase } from '../sync/outbox.ts'

export interface OpenedDocument {
  /** Null while it is being opened, and between a refusal and the fresh document. */
  readonly document: OpenDocument | null
  /** What of mine has no place in the text. */
  readonly rescued: readonly Rescued[]
  readonly reloadRescued: () => void
}

/** How often a copy on this device is brought up to date while the person writes. */
const copyEveryMs = 5_000

/** Opens an ansökan for as long as the page shows it; opens it anew after a refusal. */
export function useOpenDocument(
  application: Application,
  form: FormTemplate,
  me: Me,
  onMerged: (merged: Merged) => void,
): OpenedDocument {
  const [document, setDocument] = useState<OpenDocument | null>(null)
  const [rescued, setRescued] = useState<readonly Rescued[]>([])
  const [attempt, setAttempt] = useState(0)
  const owner = ownerOf(me)
  const { id } = application
  const outbox = useMemo(() => new Outbox(owner, id), [owner, id])

  const reloadRescued = useCallback(() => {
    listRescued(id).then(setRescued, () => {
      // Without contact the list is as it was; it is asked for again when contact is back.
    })
  }, [id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once per ansökan and attempt
  useEffect(() => {
    let left = false
    let opened: OpenDocument | null = null
    let stopCopying = () => {}
    const open = async () => {
      const [waiting, copy] = await Promise.all([outbox.read(), offlineCopy(owner, id)])
      // After a refusal the copy has what was refused in it, and would bring it back.
      const kept = attempt === 0 && keepsCopies() ? await copy?.read() : null
      if (left) return
      opened = new OpenDocument(
        {
          applicationId: id,
          form,
          owner,
          outbox,
          fetchState: () => readState(id),
          signedIn: async () => ownerOf((await askSession()).me) === owner,
          onNotice: topic => topic === 'rescued' && reloadRescued(),
          onContact: () => void handIn(outbox, id).finally(reloadRescued),
          onMerged,
          onRefused: () => void openAnew(copy),
        },
        waiting,
        kept?.state ?? null,
      )
      setDocument(opened)
      if (copy) stopCopying = keepCopy(opened, copy, application)
    }
    const openAnew = async (copy: OfflineCopy | null) => {
      stopCopying()
      setAttempt(count => count + 1)
      await copy?.remove()
    }
    void open()
    return () => {
      left = true
      stopCopying()
      // Fields write what was typed in them when they go away, and they go after this.
      queueMicrotask(() => opened?.destroy())
      setDocument(null)
    }
  }, [id, owner, form, attempt])

  return { document, rescued, reloadRescued }
}

/** A person acting for a party, as the server writes it. */
function ownerOf(me: Me): string
function ownerOf(me: Me | null): string | null
function ownerOf(me: Me | null): string | null {
  return me && `${me.person.id}@${me.party.id}`
}

/** Where the copy of an ansökan is; null when this browser keeps nothing. */
async function offlineCopy(owner: string, id: string): Promise<OfflineCopy | null> {
  try {
    return new OfflineCopy(await waitingDatabase(), owner, id)
  } catch {
    // The outbox has said so on the console, and the page does without.
    return null
  }
}

/** Text of refused updates goes to the server, which keeps it until its author has put it back. */
async function handIn(outbox: Outbox, applicationId: string): Promise<void> {
  for (const text of await outbox.refusedTexts()) {
    try {
      await keepRescued(applicationId, text)
      await outbox.forgetRefused(text.id)
    } catch {
      // No contact: it stays in this browser and is handed in the next time.
      return
    }
  }
}

/** Keeps the copy on this device up to date, for as long as the person wants one. Returns how to stop. */
function keepCopy(document: OpenDocument, copy: OfflineCopy, application: Application): () => void {
  let changed = true
  const onChange = () => {
    changed = true
  }
  document.doc.on('afterTransaction', onChange)
  const write = () => {
    if (!changed || !document.loaded || !keepsCopies()) return
    changed = false
    void copy.write(document.state(), application, new Date())
  }
  const timer = setInterval(write, copyEveryMs)
  const stopWaiting = whenCopiesAreKept(write)
  return () => {
    clearInterval(timer)
    stopWaiting()
    document.doc.off('afterTransaction', onChange)
  }
}
