import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RootShape } from '../../shared/document/roots.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import type { Merged } from '../sync/Comeback.ts'
import { keepsCopies, whenCopiesAreKept } from '../sync/deviceCopy.ts'
import { whenLeaving } from '../sync/leaving.ts'
import { OpenDocument } from '../sync/OpenDocument.ts'
import { OfflineCopy } from '../sync/offlineCopy.ts'
import { Outbox } from '../sync/outbox.ts'
import type { LeftOver } from '../sync/rebuild/Lines.ts'
import type { Piece } from '../sync/rebuild/Replay.ts'
import { isShutOut } from '../sync/savedState.ts'
import { waitingDatabase } from '../sync/waitingDatabase.ts'
import { keepAside, keepUnsent, replaceRefused, stateForSure } from './reopen.ts'
import { TypedMeanwhile } from './TypedMeanwhile.ts'
import { type RescuedList, useRescued } from './useRescued.ts'

export interface OpenedDocument extends RescuedList {
  /** Null while it is being opened, and for a moment between a refusal and the fresh document. */
  readonly document: OpenDocument | null
}

/** What the page does about what happens to the document; may be another at every drawing. */
export interface Surroundings {
  readonly onMerged: (merged: Merged) => void
  /** Something of mine was refused for good; so many texts of it are among the rescued now. */
  readonly onRefused: (texts: number) => void
  /** Records of the ansökan have changed: resolves when they are known anew. */
  readonly onRecordChanged: () => Promise<void>
  /** There may be something new among the comments. */
  readonly onComments: () => void
  /** There may be a new version. */
  readonly onVersions: () => void
  /** I am told of something new. */
  readonly onNotices: () => void
  /** Whether I may write in a section now; with a key, whether what stands under that there. */
  readonly mayWriteIn: (section: string, key?: string | null) => boolean
  /** What a screen reader calls the place that takes what is typed while the page is opened anew. */
  readonly typingOn: string
  /** What could not be got in, in words; `state` is the document as the server has it. */
  readonly wordsOf: (left: LeftOver, state: Uint8Array) => string
}

/** How often a copy on this device is brought up to date while the person writes. */
const copyEveryMs = 5_000

/** What is to be opened; the same `roots` at every drawing. */
export interface WantedDocument {
  readonly id: string
  readonly roots: ReadonlyMap<string, RootShape>
  /** The ansökan that it is, as the copy on this device has it; null for anything else. */
  readonly application: Application | null
}

/** Opens a document for as long as the page shows it; opens it anew after a refusal. */
export function useOpenDocument(
  { id, roots, application }: WantedDocument,
  me: Me,
  surroundings: Surroundings,
): OpenedDocument {
  const [document, setDocument] = useState<OpenDocument | null>(null)
  const owner = `${me.person.id}@${me.party.id}`
  const outbox = useMemo(() => new Outbox(owner, id), [owner, id])
  const list = useRescued(id, outbox)
  const { reload, endPutBack } = list
  const around = useRef(surroundings)
  around.current = surroundings
  const current = useRef(application)
  current.current = application

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once per document
  useEffect(() => {
    let left = false
    let opened: OpenDocument | null = null
    let stopCopying = () => {}
    let stopWatching = () => {}
    const open = async (begin: (copy: OfflineCopy | null) => Promise<Uint8Array | null>) => {
      const [waiting, copy] = await Promise.all([outbox.read(), offlineCopy(owner, id)])
      const state = await begin(copy)
      if (left) return
      opened = new OpenDocument(
        {
          id,
          roots,
          owner,
          outbox,
          onNotice: topic => {
            if (topic === 'rescued') void reload()
            else if (topic === 'comments') around.current.onComments()
            else if (topic === 'notices') around.current.onNotices()
            else {
              if (topic === 'versions') around.current.onVersions()
              void around.current.onRecordChanged()
            }
          },
          onContact: () => {
            void reload()
            around.current.onComments()
            around.current.onVersions()
            void around.current.onRecordChanged()
          },
          onMerged: merged => around.current.onMerged(merged),
          onRefused: () => void openAnew(),
        },
        waiting,
        state,
      )
      setDocument(opened)
      stopWatching = watchForShut(opened)
      if (copy) stopCopying = keepCopy(opened, copy, () => current.current)
    }
    const openAnew = async () => {
      // Until the server's state is here the page stays as it is, to be read and written in.
      const [state] = await Promise.all([stateForSure(id, () => left), around.current.onRecordChanged()])
      const before = opened
      if (state === 'shutOut') before?.shut()
      if (left || !state || state === 'shutOut' || !before) return
      stopCopying()
      stopWatching()
      const { scrollY } = window
      const typedMeanwhile = TypedMeanwhile.begin(before, around.current.typingOn)
      // Fields write what was typed in them when they go away.
      flushSync(() => setDocument(null))
      before.destroy()
      const refusal = await before.refusal()
      const leaving = {
        mayWrite: ({ section, key }: Piece) => around.current.mayWriteIn(section, key),
        wordsOf: (part: LeftOver) => around.current.wordsOf(part, state),
      }
      const aside = refusal && (await replaceRefused(outbox, roots, state, refusal, leaving, endPutBack))
      if (!left) await open(async () => state)
      const unplaced = await typedMeanwhile?.finish(
        opened ?? before,
        aside?.sections ?? new Set(),
        section => around.current.mayWriteIn(section),
        () => left,
      )
      if (typedMeanwhile && unplaced) {
        const { section } = typedMeanwhile
        const why = around.current.mayWriteIn(section) ? 'noPlace' : 'mayNotWrite'
        await keepAside(outbox, section, unplaced, why)
      }
      if (left) return
      if (aside?.texts === 0 && !typedMeanwhile) window.scrollTo(0, scrollY)
      if (aside) around.current.onRefused(aside.texts)
      await reload()
    }
    /** What had not been sent when somebody took away my access is kept in view. */
    const watchForShut = (document: OpenDocument) => {
      const stop = document.subscribe(() => {
        if (!isShutOut(document.saved)) return
        stop()
        void keepUnsent(outbox, document).then(reload)
      })
      return stop
    }
    const stopListening = whenLeaving(() => opened?.leave())
    void open(async copy => (keepsCopies() ? ((await copy?.read())?.state ?? null) : null))
    return () => {
      left = true
      stopCopying()
      stopWatching()
      stopListening()
      // Fields write what was typed in them when they go away, and they go after this.
      queueMicrotask(() => opened?.destroy())
      setDocument(null)
    }
  }, [id, owner, roots, outbox])

  return { document, ...list }
}

/** Where the copy of a document is; null when this browser keeps nothing. */
async function offlineCopy(owner: string, id: string): Promise<OfflineCopy | null> {
  try {
    return new OfflineCopy(await waitingDatabase(), owner, id)
  } catch {
    // The outbox has said so on the console, and the page does without.
    return null
  }
}

/** Keeps the copy on this device up to date, for as long as the person wants one. Returns how to stop. */
function keepCopy(
  document: OpenDocument,
  copy: OfflineCopy,
  application: () => Application | null,
): () => void {
  let changed = true
  const onChange = () => {
    changed = true
  }
  document.doc.on('afterTransaction', onChange)
  const write = () => {
    if (!changed || !document.loaded || !keepsCopies()) return
    changed = false
    void copy.write(document.state(), application(), new Date())
  }
  const timer = setInterval(write, copyEveryMs)
  const stopWaiting = whenCopiesAreKept(write)
  return () => {
    clearInterval(timer)
    stopWaiting()
    document.doc.off('afterTransaction', onChange)
  }
}
