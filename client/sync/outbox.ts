import type { RescuedWhy } from '../../shared/http/rescued.ts'
import { openedDatabase, type WaitingDatabase, waitingDatabase } from './waitingDatabase.ts'

/** One update that the server has not acknowledged. */
export interface OutboxEntry {
  /** Null where the browser does not keep it. */
  readonly key: number | null
  readonly update: Uint8Array
  /** Edits made without a pause share a number: people count those as one change. */
  readonly burst: number
  /** It was refused in another form, and entered again. */
  readonly again: boolean
}

/** Text that could not be got in, until it is handed in. */
export interface RefusedText {
  readonly id: string
  /** Key of the section; null when it cannot be told any more. */
  readonly section: string | null
  readonly text: string
  readonly why: RescuedWhy | null
  /** UTC instant, ISO 8601. */
  readonly at: string
}

/** What takes the place of refused updates. */
export interface Replacement {
  readonly replaced: readonly { readonly key: number | null }[]
  readonly updates: readonly Uint8Array[]
  readonly texts: readonly RefusedText[]
}

/**
 * The outbox of one person in one document. Entries keep the order they were typed in.
 *
 * A browser may keep nothing (forbidden, private mode, full disk). That costs only what a closed page would have
 * got back: the text is in the page and on its way all the same, so nothing here rejects.
 */
export class Outbox {
  readonly #place: { readonly owner: string; readonly applicationId: string }
  readonly #key: [string, string]
  /** What the browser could not keep after a refusal, and the entries it stands for, not to be sent again. */
  #unkept: { texts: RefusedText[]; entries: OutboxEntry[] } = { texts: [], entries: [] }
  readonly #setAside = new Set<number>()
  #closed = false

  constructor(owner: string, documentId: string) {
    this.#place = { owner, applicationId: documentId }
    this.#key = [owner, documentId]
  }

  /** What is left from before, oldest first. */
  async read(): Promise<OutboxEntry[]> {
    const entries = await this.#ask(database => this.#entries(database), [])
    const unkept = this.#unkept.entries
    this.#unkept.entries = []
    return [...entries.filter(({ key }) => key === null || !this.#setAside.has(key)), ...unkept]
  }

  async #entries(database: WaitingDatabase): Promise<OutboxEntry[]> {
    const transaction = database.transaction('outbox')
    const index = transaction.store.index('byDocument')
    const range = IDBKeyRange.only(this.#key)
    const [keys, values] = await Promise.all([index.getAllKeys(range), index.getAll(range)])
    return values
      .map(({ update, burst, again = false }, place) => ({ key: keys[place] ?? 0, update, burst, again }))
      .sort((one, other) => one.key - other.key)
  }

  /** Keeps an update. Resolves with its key when the browser has it on disk as far as it says so; null if never. */
  async add(update: Uint8Array, burst: number): Promise<number | null> {
    if (this.#closed) return null
    const write = async (database: WaitingDatabase) => {
      const transaction = database.transaction('outbox', 'readwrite', { durability: 'relaxed' })
      const key = transaction.store.add({ ...this.#place, update, burst })
      // Said now, not when the page has heard that it was written: it may be closed before it can hear that.
      transaction.commit()
      await transaction.done
      return await key
    }
    const database = openedDatabase()
    return await (database ? this.#try(() => write(database), null) : this.#ask(write, null))
  }

  /** Lets go of what the server has acknowledged. What stays is sent once more, and the server knows it already. */
  async remove(keys: Iterable<number>): Promise<void> {
    await this.#ask(async database => {
      const transaction = database.transaction('outbox', 'readwrite')
      await Promise.all([...[...keys].map(key => transaction.store.delete(key)), transaction.done])
    }, undefined)
  }

  /**
   * In one step: refused updates leave the outbox, what takes their place stands in it, and what is left over is kept
   * as refused. The copy on this device goes too: what was refused stands in it. `make` is told which entries are
   * still here; another window may have seen to some.
   */
  async replace(make: (isHere: (key: number | null) => boolean) => Replacement): Promise<Replacement> {
    const entriesOf = (made: Replacement) =>
      made.updates.map((update, at) => ({ update, burst: at, again: true }))
    const done = await this.#ask(async database => {
      const transaction = database.transaction(['outbox', 'refused', 'copies'], 'readwrite')
      const outbox = transaction.objectStore('outbox')
      const here = new Set(await outbox.index('byDocument').getAllKeys(this.#key))
      const made = make(key => key === null || here.has(key))
      await Promise.all([
        ...made.replaced.map(({ key }) => (key === null ? undefined : outbox.delete(key))),
        ...entriesOf(made).map(entry => outbox.add({ ...entry, ...this.#place })),
        ...made.texts.map(text => transaction.objectStore('refused').put({ ...text, ...this.#place })),
        transaction.objectStore('copies').delete(this.#key),
        transaction.done,
      ])
      return made
    }, null)
    if (done) return done
    const made = make(() => true)
    this.#unkept.texts.push(...made.texts)
    this.#unkept.entries.push(...entriesOf(made).map(entry => ({ ...entry, key: null })))
    for (const { key } of made.replaced) if (key !== null) this.#setAside.add(key)
    return made
  }

  /** Refused text that has not been handed in yet. */
  async refusedTexts(): Promise<RefusedText[]> {
    const kept = await this.#ask(database => database.getAllFromIndex('refused', 'byDocument', this.#key), [])
    return [
      ...kept.map(({ id, section, text, why = null, at = '' }) => ({ id, section, text, why, at })),
      ...this.#unkept.texts,
    ]
  }

  async forgetRefused(id: string): Promise<void> {
    this.#unkept.texts = this.#unkept.texts.filter(text => text.id !== id)
    await this.#ask(database => database.delete('refused', id), undefined)
    if (this.#unkept.texts.length === 0) await this.remove(this.#setAside)
  }

  /** Keeps nothing any more, and lets go of all that is kept: the person has left. */
  async close(): Promise<void> {
    this.#closed = true
    await this.remove(
      await this.#ask(database => database.getAllKeysFromIndex('outbox', 'byDocument', this.#key), []),
    )
  }

  async #ask<T>(act: (database: WaitingDatabase) => Promise<T>, otherwise: T): Promise<T> {
    return await this.#try(async () => await act(await waitingDatabase()), otherwise)
  }

  async #try<T>(act: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await act()
    } catch (fault) {
      console.warn('Outbox', fault)
      return otherwise
    }
  }
}
