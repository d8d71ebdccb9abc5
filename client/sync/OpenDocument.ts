import * as Y from 'yjs'
import { rootsOf } from '../../shared/document/roots.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import type { CloseReason } from '../../shared/sync/closeReason.ts'
import type { Frame, NoticeTopic } from '../../shared/sync/frame.ts'
import { createUndo } from '../editor/undo.ts'
import { Gatherer } from './Gatherer.ts'
import { Line } from './Line.ts'
import type { LiveDocument } from './LiveDocument.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'
import { RoomPresence } from './RoomPresence.ts'
import { textOfUpdates } from './refusedText.ts'
import { type SavedFacts, type SavedState, savedStateAt } from './savedState.ts'

/** Edits with a shorter pause between them count as one change in what the page says. */
const burstPauseMs = 1000

/** Origin of what was not written here and now: it came from the server, or waited in the outbox. */
const fromServer = Symbol('fromServer')

/** What the page is told after contact has come back: changes of mine, and places that others have changed. */
export interface Merged {
  readonly mine: number
  readonly others: number
}

export interface OpenDocumentOptions {
  readonly applicationId: string
  readonly form: FormTemplate
  /** Who writes, as the server knows her: `‹person›@‹party›`. */
  readonly owner: string
  readonly outbox: Outbox
  /** Asks for the whole state over an ordinary request, when sockets do not get through. */
  readonly fetchState: () => Promise<Uint8Array>
  /** Whether the session is still there and still hers, when a socket is refused without a word. */
  readonly signedIn: () => Promise<boolean>
  readonly onNotice: (topic: NoticeTopic) => void
  /** The server has answered, at first or again: no notice has been heard until now. */
  readonly onContact: () => void
  readonly onMerged: (merged: Merged) => void
  /** An update was refused and its text put aside: the page loads the document anew. */
  readonly onRefused: () => void
}

interface Waiting {
  readonly update: Uint8Array
  readonly burst: number
  /** When it began to wait, on the clock of `performance`. */
  readonly since: number
  /** Resolves when the browser has it: its key then lets it go. Null when it cannot keep it. */
  readonly kept: Promise<number | null>
}

/**
 * One ansökan, open: the shared document, its line to the server, and the outbox of what the server has not
 * acknowledged. An update goes into the outbox before it is sent, and leaves it after the acknowledgement.
 */
export class OpenDocument implements LiveDocument {
  readonly applicationId: string
  readonly form: FormTemplate
  readonly doc = new Y.Doc()
  readonly undo: Y.UndoManager
  readonly presence: RoomPresence
  readonly #options: OpenDocumentOptions
  readonly #line: Line
  readonly #fromOthers = new Gatherer<Extract<Frame, { kind: 'update' | 'presence' }>>(frames =>
    this.#takeIn(frames),
  )
  #waiting: Waiting[] = []
  /** How many of `#waiting` have been sent on this line, and the server's count when the line began at 0. */
  #sent = 0
  #acknowledged = 0
  #loaded = false
  #joined = false
  #burst = 0
  #lastEditAt = Number.NEGATIVE_INFINITY
  #mergedFromOthers = 0
  readonly #mergedFromMe = new Set<number>()
  #lastWasLost = false
  #facts: SavedFacts = {
    outstanding: 0,
    outstandingSince: null,
    line: 'live',
    lostSince: null,
    savedAt: null,
    ended: null,
  }
  #saved: SavedState = { is: 'saved', at: null }
  #savedTimer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()
  #whenSaved: (() => void)[] = []
  /** Acknowledged, and still in the outbox. */
  #gone: Waiting[] = []
  #lettingGo = false

  /** `left` is what the outbox held; `copy` is the offline copy, when the person keeps one here. */
  constructor(options: OpenDocumentOptions, left: readonly OutboxEntry[], copy: Uint8Array | null) {
    this.#options = options
    this.applicationId = options.applicationId
    this.form = options.form
    const roots = rootsOf(options.form)
    for (const [name, shape] of roots) {
      if (shape.type === 'blocks') this.doc.getXmlFragment(name)
      else this.doc.getMap(name)
    }
    this.undo = createUndo(this.doc, roots)
    const since = performance.now()
    this.#waiting = left.map(({ key, update, burst }) => ({
      update,
      burst,
      since,
      kept: Promise.resolve(key),
    }))
    this.#burst = Math.max(0, ...left.map(entry => entry.burst))
    if (copy) {
      Y.applyUpdate(this.doc, copy, fromServer)
      this.#load()
    }
    this.#line = new Line(options.applicationId, options.owner, {
      opened: () => this.#join(),
      received: frame => this.#receive(frame),
      lost: everHeard => this.#lost(everHeard),
      ended: reason => this.#end(reason),
    })
    this.presence = new RoomPresence(this.doc.clientID, frame => this.#line.send(frame))
    this.#count()
    addEventListener('beforeunload', this.#beforeUnload)
  }

  /** True once there is something to show: the server's state, or the copy kept here. */
  get loaded(): boolean {
    return this.#loaded
  }

  get saved(): SavedState {
    return this.#saved
  }

  /** False while `saved` still says the best of something that has just been sent. */
  get savedForSure(): boolean {
    return this.#saved.is !== 'saved' || this.#waiting.length === 0
  }

  /** Resolves once the server has all that has been written on its disk; not at all while it does not. */
  async allSaved(): Promise<void> {
    while (this.#waiting.length > 0) {
      await new Promise<void>(resolve => {
        this.#whenSaved.push(resolve)
      })
    }
  }

  /** The whole document as one update, for a copy on this device. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  /** Calls `listener` after `loaded` or `saved` has changed; returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  destroy(): void {
    clearTimeout(this.#savedTimer)
    this.#fromOthers.stop()
    removeEventListener('beforeunload', this.#beforeUnload)
    this.#line.close()
    this.presence.destroy()
    this.undo.clear()
    this.doc.destroy()
    this.#listeners.clear()
  }

  #join(): void {
    this.#joined = false
    this.#sent = 0
    this.#acknowledged = 0
    this.#line.send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(this.doc) })
    this.presence.announce()
  }

  #receive(frame: Frame): void {
    if (frame.kind === 'update' || frame.kind === 'presence') {
      this.#fromOthers.add(frame)
      return
    }
    // What others wrote before it counts; an acknowledgement of what I write all the time need not wait for it.
    if (frame.kind !== 'acknowledged' || this.#lastWasLost) this.#fromOthers.flush()
    switch (frame.kind) {
      case 'syncStep2':
        Y.applyUpdate(this.doc, frame.update, fromServer)
        this.#load()
        this.#sendWaiting()
        break
      case 'acknowledged':
        this.#acknowledge(frame.count)
        break
      case 'refused':
        void this.#putAside(frame.count)
        break
      case 'notice':
        this.#options.onNotice(frame.topic)
        break
      case 'syncStep1':
      case 'queryPresence':
        break
    }
  }

  /** The text first: a caret may stand in what has just been written. */
  #takeIn(frames: readonly Extract<Frame, { kind: 'update' | 'presence' }>[]): void {
    this.doc.transact(() => {
      for (const frame of frames)
        if (frame.kind === 'update') Y.applyUpdate(this.doc, frame.update, fromServer)
    }, fromServer)
    this.presence.hear(frames.flatMap(frame => (frame.kind === 'presence' ? [frame.presence] : [])))
  }

  /** The server's state is here. What waited from before is entered on top of it, once. */
  #load(): void {
    if (this.#loaded) return
    this.doc.transact(() => {
      for (const { update } of this.#waiting) Y.applyUpdate(this.doc, update)
    }, fromServer)
    // Not before: the whole document would be put into an update only to be passed over.
    this.doc.on('update', this.#onUpdate)
    this.#loaded = true
    this.#announceChange()
  }

  /** The room has answered: everything that waits is sent in the order it was typed, and from now on at once. */
  #sendWaiting(): void {
    this.#joined = true
    for (const { update } of this.#waiting) this.#line.send({ kind: 'update', update })
    this.#sent = this.#waiting.length
    this.#tell({ line: 'catchingUp', lostSince: null })
    this.#options.onContact()
    if (this.#waiting.length === 0) this.#caughtUp(0)
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === fromServer) {
      if (this.#lastWasLost) this.#mergedFromOthers += transaction.changed.size
      return
    }
    const now = performance.now()
    if (now - this.#lastEditAt > burstPauseMs) this.#burst += 1
    this.#lastEditAt = now
    const kept = this.#options.outbox.add(update, this.#burst)
    this.#waiting.push({ update, burst: this.#burst, since: now, kept })
    if (this.#joined) {
      this.#line.send({ kind: 'update', update })
      this.#sent += 1
    }
    this.#count()
  }

  #acknowledge(count: number): void {
    const done = this.#waiting.splice(0, Math.min(count - this.#acknowledged, this.#sent))
    this.#acknowledged = count
    this.#sent -= done.length
    void this.#letGo(done)
    for (const { burst } of done) this.#mergedFromMe.add(burst)
    this.#count(new Date())
    if (this.#waiting.length === 0) this.#caughtUp(this.#mergedFromMe.size)
  }

  #caughtUp(mine: number): void {
    const others = this.#mergedFromOthers
    if (this.#lastWasLost && (mine > 0 || others > 0)) this.#options.onMerged({ mine, others })
    for (const tell of this.#whenSaved.splice(0)) tell()
    this.#lastWasLost = false
    this.#mergedFromOthers = 0
    this.#mergedFromMe.clear()
    this.#tell({ line: 'live' })
  }

  async #letGo(done: readonly Waiting[]): Promise<void> {
    this.#gone.push(...done)
    if (this.#lettingGo) return
    this.#lettingGo = true
    // Many at a time: thousands of small ones after a long time without contact would take the browser minutes.
    while (this.#gone.length > 0) await this.#options.outbox.remove(await keysOf(this.#gone.splice(0)))
    this.#lettingGo = false
  }

  /**
   * The update with this count was refused. Everything not acknowledged was written on top of it, so its text is
   * put aside to be shown as *Räddad text*, and the document is loaded anew.
   */
  async #putAside(count: number): Promise<void> {
    this.#acknowledge(count - 1)
    const refused = this.#waiting
    this.#waiting = []
    this.#sent = 0
    const texts = textOfUpdates(
      this.doc,
      refused.map(entry => entry.update),
    )
    await this.#options.outbox.refuse(await keysOf(refused), texts)
    this.#options.onRefused()
  }

  #lost(everHeard: boolean): void {
    this.#fromOthers.flush()
    this.#joined = false
    this.#sent = 0
    this.#lastWasLost = this.#loaded
    this.presence.forgetOthers()
    const blocked = this.#facts.line === 'blocked'
    this.#tell({
      line: blocked ? 'blocked' : 'lost',
      lostSince: this.#facts.lostSince ?? performance.now(),
    })
    if (!everHeard || !this.#loaded) void this.#lookForAWay()
  }

  /** A socket that nothing came through: signed out, blocked on the way, or no network at all. */
  async #lookForAWay(): Promise<void> {
    try {
      if (!(await this.#options.signedIn())) {
        this.#line.close()
        this.#end('signedOut')
        return
      }
      const state = await this.#options.fetchState()
      if (this.#joined) return
      Y.applyUpdate(this.doc, state, fromServer)
      this.#load()
      this.#tell({ line: 'blocked' })
      this.#options.onContact()
    } catch {
      // No contact at all: the line goes on trying, and the page says so.
    }
  }

  #end(reason: CloseReason): void {
    this.#fromOthers.flush()
    this.#joined = false
    this.presence.forgetOthers()
    // Told by its number already.
    if (reason === 'updateRefused') return
    // Sent again it would only end the next line too.
    if (reason === 'frameTooLarge') void this.#putAside(this.#acknowledged + 1)
    else this.#tell({ ended: reason })
  }

  #count(savedAt: Date | null = this.#facts.savedAt): void {
    const outstanding = new Set(this.#waiting.map(entry => entry.burst)).size
    const outstandingSince = this.#waiting[0]?.since ?? null
    this.#tell({ outstanding, outstandingSince, savedAt })
  }

  #tell(facts: Partial<SavedFacts>): void {
    this.#facts = { ...this.#facts, ...facts }
    this.#refreshSaved()
  }

  readonly #refreshSaved = () => {
    const { state, changesInMs } = savedStateAt(this.#facts, performance.now())
    clearTimeout(this.#savedTimer)
    if (changesInMs !== null) this.#savedTimer = setTimeout(this.#refreshSaved, changesInMs)
    if (JSON.stringify(state) === JSON.stringify(this.#saved)) return
    this.#saved = state
    this.#announceChange()
  }

  #announceChange(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Asks before leaving only while something is outstanding; it would survive, but waits for the next visit. */
  readonly #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.#waiting.length > 0) event.preventDefault()
  }
}

/** Where the browser has them, once it has them. */
async function keysOf(waiting: readonly Waiting[]): Promise<number[]> {
  const keys = await Promise.all(waiting.map(entry => entry.kept))
  return keys.filter(key => key !== null)
}
