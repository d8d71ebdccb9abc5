import type * as Y from 'yjs'
import type { FieldValue } from '../../shared/document/value.ts'
import type { PresentPerson } from '../../shared/sync/presence.ts'
import { fieldEdit } from '../sync/LiveDocument.ts'
import { type FieldPath, locate } from './fieldPath.ts'
import { readValue } from './sharedValue.ts'
import { replacedBy, type WrittenId } from './valueConflict.ts'
import type { ValueMemory } from './valueMemory.ts'

/** A value of mine that another has taken the place of, and that I have not said I know of. */
export interface LostValue {
  readonly mine: FieldValue
  /** Who wrote what stands there now; null when nobody here knows. */
  readonly by: PresentPerson | null
}

/** A value I wrote, and whether I lost it. Kept over a reload, since what I wrote offline may meet others' later. */
export interface WrittenValue {
  readonly id: WrittenId
  readonly value: FieldValue
  /** UTC milliseconds. */
  readonly writtenAt: number
  readonly lost: boolean
}

interface Surroundings {
  readonly personId: string
  readonly memory: ValueMemory
  readonly authorOf: (clientId: number) => PresentPerson | null
  /** UTC milliseconds. */
  readonly now: () => number
}

/** Somebody who replaces a value this soon may not have noticed that it was new. */
const unnoticedMs = 60_000

/**
 * Writes the atomic values of one open document, and tells me when a value of mine lost: when two values meet,
 * Yjs lets one win, not always the later (architecture decision 6). A loss stands until I put mine back or
 * dismiss it.
 */
export class WrittenValues {
  readonly #doc: Y.Doc
  readonly #surroundings: Surroundings
  readonly #written: Map<string, WrittenValue>
  readonly #lost = new Map<string, LostValue>()
  readonly #listeners = new Set<() => void>()
  readonly #onTransaction = (transaction: Y.Transaction) => this.#look(transaction)

  constructor(doc: Y.Doc, surroundings: Surroundings) {
    this.#doc = doc
    this.#surroundings = surroundings
    this.#written = new Map(surroundings.memory.load())
  }

  /** Begins to look after what I wrote; returns how to stop. */
  open(): () => void {
    for (const address of [...this.#written.keys()]) this.#judge(address)
    this.#doc.on('afterTransaction', this.#onTransaction)
    this.#tell()
    return () => this.#doc.off('afterTransaction', this.#onTransaction)
  }

  /** Writes one value as a transaction of its own. Does nothing if the item it belongs to is not here. */
  write(section: string, path: FieldPath, value: FieldValue): void {
    const place = locate(this.#doc, section, path)
    if (place === null) return
    const address = addressOf(section, path)
    this.#forget(address)
    this.#doc.transact(() => place.map.set(place.key, value), fieldEdit)
    const item = place.map._map.get(place.key)
    if (item)
      this.#remember(address, { id: item.id, value, writtenAt: this.#surroundings.now(), lost: false })
    this.#tell()
  }

  lostAt(section: string, path: FieldPath): LostValue | null {
    return this.#lost.get(addressOf(section, path)) ?? null
  }

  /** Every value that I have lost in a section, by its path. */
  lostIn(section: string): ReadonlyMap<FieldPath, LostValue> {
    const found = new Map<FieldPath, LostValue>()
    for (const [address, lost] of this.#lost) {
      const [inSection, path] = partsOf(address)
      if (inSection === section) found.set(path, lost)
    }
    return found
  }

  /** The paths in a section of the values I wrote that still stand, or were lost. */
  writtenIn(section: string): readonly FieldPath[] {
    return [...this.#written.keys()].flatMap(address => {
      const [inSection, path] = partsOf(address)
      return inSection === section ? [path] : []
    })
  }

  putBack(section: string, path: FieldPath): void {
    const lost = this.lostAt(section, path)
    if (lost !== null) this.write(section, path, lost.mine)
  }

  dismiss(section: string, path: FieldPath): void {
    this.#forget(addressOf(section, path))
    this.#tell()
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #look(transaction: Y.Transaction): void {
    const changed: ReadonlyMap<unknown, ReadonlySet<string | null>> = transaction.changed
    let judged = false
    for (const address of [...this.#written.keys()]) {
      const place = this.#locate(address)
      if (!place || !changed.get(place.map)?.has(place.key)) continue
      this.#judge(address)
      judged = true
    }
    if (judged) this.#tell()
  }

  /** Compares what I wrote with what stands there now. */
  #judge(address: string): void {
    const written = this.#written.get(address)
    const place = this.#locate(address)
    if (!written || !place) return
    const how = replacedBy(place.map, place.key, written.id)
    if (how === null) return
    const writer = place.map._map.get(place.key)?.id.client
    const by = writer === undefined ? null : this.#surroundings.authorOf(writer)
    const agrees = readValue(this.#doc, ...partsOf(address)) === written.value
    const byMe = writer === this.#doc.clientID || by?.id === this.#surroundings.personId
    const soon = this.#surroundings.now() - written.writtenAt < unnoticedMs
    if (agrees || byMe || !(written.lost || how === 'unseen' || soon)) {
      this.#forget(address)
      return
    }
    this.#lost.set(address, { mine: written.value, by })
    this.#remember(address, { ...written, lost: true })
  }

  #locate(address: string) {
    return locate(this.#doc, ...partsOf(address))
  }

  #remember(address: string, written: WrittenValue): void {
    this.#written.set(address, written)
    this.#surroundings.memory.keep(address, written)
  }

  #forget(address: string): void {
    this.#written.delete(address)
    this.#lost.delete(address)
    this.#surroundings.memory.drop(address)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function addressOf(section: string, path: FieldPath): string {
  return `${section} ${path}`
}

/** Section keys hold no space, so the first one parts the two. */
function partsOf(address: string): [section: string, path: FieldPath] {
  const space = address.indexOf(' ')
  return [address.slice(0, space), address.slice(space + 1)]
}
