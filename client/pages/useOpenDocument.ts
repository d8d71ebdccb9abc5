import { useCallback, useEffect, useState } from 'react'
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
  const owner = `${me.person.id}@${me.party.id}`
  const { id } = application

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
      const database = await waitingDatabase()
      const outbox = new Outbox(database, owner, id)
      const copy = new OfflineCopy(database, owner, id)
      const [waiting, kept] = await Promise.all([outbox.read(), copy.read()])
      if (left) return
      opened = new OpenDocument(
        {
          applicationId: id,
          form,
          outbox,
          fetchState: () => readState(id),
          signedIn: async () => (await askSession()).me !== null,
          onNotice: topic => topic === 'rescued' && reloadRescued(),
          onContact: () => void handIn(outbox, id).finally(reloadRescued),
          onMerged,
          onRefused: () => void openAnew(copy),
        },
        waiting,
        keepsCopies() ? (kept?.state ?? null) : null,
      )
      setDocument(opened)
      stopCopying = keepCopy(opened, copy, application)
    }
    // The copy has what was refused in it, and would bring it back.
    const openAnew = async (copy: OfflineCopy) => {
      stopCopying()
      await copy.remove()
      setAttempt(count => count + 1)
    }
    void open()
    return () => {
      left = true
      stopCopying()
      opened?.destroy()
      setDocument(null)
    }
  }, [id, owner, form, attempt])

  return { document, rescued, reloadRescued }
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
