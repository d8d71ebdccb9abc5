import * as Y from 'yjs'
import type { RootShape } from '../../shared/document/roots.ts'
import type { RescuedWhy } from '../../shared/http/rescued.ts'
import type { CloseReason } from '../../shared/sync/closeReason.ts'
import type { Frame, NoticeTopic } from '../../shared/sync/frame.ts'
import { createUndo } from '../editor/undo.ts'
import { Comeback, type Merged } from './Comeback.ts'
import { Gatherer } from './Gatherer.ts'
import { Line } from './Line.ts'
import type { LiveDocument } from './LiveDocument.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'
import { RoomPresence } from './RoomPresence.ts'
import type { Unacknowledged } from './rebuild/poisoned.ts'
import type { Refusal } from './rebuild/rebuild.ts'
import { SavedTeller } from './SavedTeller.ts'
import type { SavedState } from './savedState.ts'
import { Unsent } from './Unsent.ts'

/** Origin of what was not written here and now: it came from the server, or waited in the outbox. */
const fromServer = Symbol('fromServer')

/** What Yjs tidies up of formats when a document is opened, nobody would be told: it would be done here alone. */
function leaveAsItIs(transaction: Y.Transaction): void {
  transaction._needFormattingCleanup = false
}

export interface OpenDocumentOptions {
  readonly id: string
  readonly roots: ReadonlyMap<string, RootShape>
  /** Who writes, as the server knows her: `‹person›@‹party›`. */
  readonly owner: string
  readonly outbox: Outbox
  readonly onNotice: (topic: NoticeTopic) => void
  /** The server has answered, at first or again: no notice has been heard until now. */
  readonly onContact: () => void
  readonly onMerged: (merged: Merged) => void
  /** An update was refused. Nothing more is sent: the page opens the document anew, without it. */
  readonly onRefused: () => void
}

/**
 * An ansökan, or an answer to a remiss, open: the shared document, its line to the server, and the outbox of what the server has not
 * acknowledged. An update goes into the outbox before it is sent, and leaves it after the acknowledgement.
 */
export class OpenDocument implements LiveDocument {
  readonly id: string
  readonly roots: ReadonlyMap<string, RootShape>
  readonly doc = new Y.Doc()
  readonly undo: Y.UndoManager
  readonly presence: RoomPresence
  readonly #options: OpenDocumentOptions
  #line: Line
  readonly #fromOthers = new Gatherer<Extract<Frame, { kind: 'update' | 'presence' }>>(frames =>
    this.#takeIn(frames),
  )
  readonly #unsent: Unsent
  readonly #teller = new SavedTeller(() => this.#announceChange())
  readonly #comeback = new Comeback()
  /** Which of what waits was refused, and why; nothing is sent from then on. */
  #refused: { readonly at: number; readonly why: RescuedWhy } | null = null
  #loaded = false
  #joined = false
  readonly #listeners = new Set<() => void>()
  #whenSaved: (() => void)[] = []

  /** `left` is what the outbox held; `copy` is a state to begin with, when there is one here. */
  constructor(options: OpenDocumentOptions, left: readonly OutboxEntry[], copy: Uint8Array | null) {
    this.#options = options
    this.id = options.id
    this.roots = options.roots
    for (const [name, shape] of this.roots) {
      if (shape.type === 'blocks') this.doc.getXmlFragment(name)
      else this.doc.getMap(name)
    }
    this.undo = createUndo(this.doc, this.roots)
    this.#unsent = new Unsent(options.outbox, left)
    this.doc.on('afterTransaction', leaveAsItIs)
    if (copy) {
      Y.applyUpdate(this.doc, copy, fromServer)
      this.#load()
    }
    this.#line = this.#openLine()
    this.presence = new RoomPresence(this.doc.clientID, frame => this.#line.send(frame))
    this.#count()
    addEventListener('beforeunload', this.#beforeUnload)
  }

  /** True once there is something to show: the server's state, or the copy kept here. */
  get loaded(): boolean {
    return this.#loaded
  }

  get saved(): SavedState {
    return this.#teller.state
  }

  /** False while `saved` still says the best of something that has just been sent. */
  get savedForSure(): boolean {
    return this.saved.is !== 'saved' || this.#unsent.isEmpty
  }

  /** Resolves once the server has all that has been written on its disk; not at all while it does not. */
  async allSaved(): Promise<void> {
    while (!this.#unsent.isEmpty) {
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

  /** The person has signed out in another window: nothing is sent or kept any more, and the page says so. */
  leave(): void {
    this.#line.close()
    this.#joined = false
    this.presence.forgetOthers()
    void this.#options.outbox.close()
    this.#teller.tell({ leftElsewhere: true })
  }

  /** Her session had ended, and she is signed in again, for the same party: what has been written meanwhile is sent. */
  resume(): void {
    if (this.#loaded) this.#comeback.lost()
    this.#line.close()
    this.#line = this.#openLine()
    this.#teller.tell({ ended: null, trouble: null, line: 'lost', lostSince: performance.now() })
  }

  /** All that the server has not acknowledged, once the browser has kept what it can. */
  async unacknowledged(): Promise<readonly Unacknowledged[]> {
    return await this.#unsent.unacknowledged()
  }

  /** The server has said over HTTP that I have no access any more. */
  shut(): void {
    this.#line.close()
    this.#end('mayNotOpen')
  }

  /** After `onRefused` and `destroy`: what was refused, and all that waits. */
  async refusal(): Promise<Refusal | null> {
    const unacknowledged = await this.unacknowledged()
    const refused = this.#refused && unacknowledged[this.#refused.at]
    return refused ? { unacknowledged, refused, why: this.#refused?.why ?? 'malformed' } : null
  }

  destroy(): void {
    this.#teller.stop()
    this.#fromOthers.stop()
    removeEventListener('beforeunload', this.#beforeUnload)
    this.#line.close()
    this.presence.destroy()
    this.undo.clear()
    this.doc.destroy()
    this.#listeners.clear()
  }

  #openLine(): Line {
    const { id, owner } = this.#options
    return new Line(id, owner, {
      opened: () => this.#join(),
      received: frame => this.#receive(frame),
      lost: reason => this.#lost(reason),
      ended: reason => this.#end(reason),
    })
  }

  #join(): void {
    this.#joined = false
    this.#unsent.begin()
    this.#line.send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(this.doc) })
    this.presence.announce()
  }

  #receive(frame: Frame): void {
    if (frame.kind === 'update' || frame.kind === 'presence') {
      this.#fromOthers.add(frame)
      return
    }
    // What others wrote before it counts; an acknowledgement of what I write all the time need not wait for it.
    if (frame.kind !== 'acknowledged' || this.#comeback.isOn) this.#fromOthers.flush()
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
        this.#acknowledge(frame.count - 1)
        this.#refuse(0, frame.refusal)
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
      for (const update of this.#unsent.updates) Y.applyUpdate(this.doc, update)
    }, fromServer)
    this.doc.off('afterTransaction', leaveAsItIs)
    // Not before: the whole document would be put into an update only to be passed over.
    this.doc.on('update', this.#onUpdate)
    this.#loaded = true
    this.#announceChange()
  }

  /** The room has answered: everything that waits is sent in the order it was typed, and from now on at once. */
  #sendWaiting(): void {
    this.#joined = true
    this.#send()
    this.#teller.tell({ line: 'catchingUp', lostSince: null })
    this.#options.onContact()
    if (this.#unsent.isEmpty) this.#caughtUp()
  }

  #send(): void {
    for (const update of this.#unsent.toSend()) this.#line.send({ kind: 'update', update })
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === fromServer) {
      this.#comeback.ofOthers(transaction.changed.size)
      return
    }
    this.#unsent.add(update)
    if (this.#joined) this.#send()
    this.#count()
  }

  #acknowledge(count: number): void {
    const saved = this.#unsent.acknowledge(count)
    this.#comeback.ofMine(saved)
    this.#count(saved.length > 0 ? { savedAt: new Date(), trouble: null } : {})
    if (this.#unsent.isEmpty) this.#caughtUp()
  }

  #caughtUp(): void {
    const merged = this.#comeback.over()
    if (merged) this.#options.onMerged(merged)
    for (const tell of this.#whenSaved.splice(0)) tell()
    this.#teller.tell({ line: 'live', trouble: null })
  }

  /** One of what waits was refused, and what hangs on it would be too. Until the page opens anew it is written in. */
  #refuse(at: number, why: RescuedWhy): void {
    if (this.#refused) return
    this.#refused = { at, why }
    this.#joined = false
    this.#teller.tell({ line: 'lost', lostSince: performance.now() })
    this.#options.onRefused()
  }

  #lost(reason: CloseReason | null): void {
    this.#fromOthers.flush()
    this.#joined = false
    if (this.#loaded) this.#comeback.lost()
    this.presence.forgetOthers()
    this.#teller.tell({
      line: 'lost',
      lostSince: this.#teller.facts.lostSince ?? performance.now(),
      // A silent loss after one with a reason is the same trouble going on.
      trouble: reason ?? this.#teller.facts.trouble,
    })
  }

  #end(reason: CloseReason): void {
    this.#fromOthers.flush()
    this.#joined = false
    this.presence.forgetOthers()
    // Told by its number already.
    if (reason === 'updateRefused') return
    // Sent again it would only end the next line too. Which it was is not said; a small one it cannot have been.
    if (reason === 'frameTooLarge' && !this.#unsent.isEmpty) {
      this.#refuse(this.#unsent.largestSent(), 'tooLarge')
    } else this.#teller.tell({ ended: reason })
  }

  #count(more: Parameters<SavedTeller['tell']>[0] = {}): void {
    this.#teller.tell({ outstanding: this.#unsent.changes, outstandingSince: this.#unsent.since, ...more })
  }

  #announceChange(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Asks before leaving only while something is outstanding; it would survive, but waits for the next visit. */
  readonly #beforeUnload = (event: BeforeUnloadEvent) => {
    if (!this.#unsent.isEmpty) event.preventDefault()
  }
}
