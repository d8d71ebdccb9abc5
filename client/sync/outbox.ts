import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/**
 * What this browser holds of an ansökan: by default only what the server has not yet acknowledged, and the text
 * of what it refused until that is handed in as *Räddad text*. It belongs to a person acting for a party.
 */
interface Waiting extends DBSchema {
  outbox: {
    key: number
    value: {
      readonly owner: string
      readonly applicationId: string
      readonly update: Uint8Array
      readonly burst: number
    }
    indexes: { byDocument: [string, string] }
  }
  refused: {
    key: string
    value: {
      readonly id: string
      readonly owner: string
      readonly applicationId: string
      readonly section: string | null
      readonly text: string
    }
    indexes: { byDocument: [string, string] }
  }
  copies: {
    key: [string, string]
    value: {
      readonly owner: string
      readonly applicationId: string
      readonly state: Uint8Array
      /** The ansökan as the list shows it, so that the page can be drawn without the server. */
      readonly application: unknown
      readonly at: string
    }
  }
}

export type WaitingDatabase = IDBPDatabase<Waiting>

/** One update that the server has not acknowledged. */
export interface OutboxEntry {
  readonly key: number
  readonly update: Uint8Array
  /** Edits made without a pause share a number: people count those as one change. */
  readonly burst: number
}

export interface RefusedText {
  readonly id: string
  readonly section: string | null
  readonly text: string
}

let opening: Promise<WaitingDatabase> | null = null

/** The database of this browser, opened once for all that the page does. Rejects where a browser keeps nothing. */
export async function waitingDatabase(): Promise<WaitingDatabase> {
  opening ??= openWaitingDatabase()
  try {
    return await opening
  } catch (fault) {
    letGo()
    throw fault
  }
}

function letGo(): void {
  opening = null
}

async function openWaitingDatabase(): Promise<WaitingDatabase> {
  return await openDB<Waiting>('samskriv', 1, {
    // A newer version of the program, in another window, waits for this one to let go of it.
    blocking(_mine, _theirs, event) {
      letGo()
      ;(event.target as IDBDatabase).close()
    },
    terminated: letGo,
    upgrade(database) {
      for (const name of ['outbox', 'refused'] as const) {
        const store =
          name === 'outbox'
            ? database.createObjectStore('outbox', { autoIncrement: true })
            : database.createObjectStore('refused', { keyPath: 'id' })
        store.createIndex('byDocument', ['owner', 'applicationId'])
      }
      database.createObjectStore('copies', { keyPath: ['owner', 'applicationId'] })
    },
  })
}

/**
 * The outbox of one person in one document. Entries keep the order they were typed in.
 *
 * A browser may keep nothing (forbidden, private mode, full disk). That costs only what a closed page would have
 * got back: the text is in the page and on its way all the same, so nothing here rejects.
 */
export class Outbox {
  readonly #owner: string
  readonly #applicationId: string
  /** Refused text that the browser could not keep, and the entries it was in, which are not to be sent again. */
  #unkept: RefusedText[] = []
  readonly #setAside = new Set<number>()

  constructor(owner: string, applicationId: string) {
    this.#owner = owner
    this.#applicationId = applicationId
  }

  /** What is left from before, oldest first. */
  async read(): Promise<OutboxEntry[]> {
    const entries = await this.#ask(database => this.#entries(database), [])
    return entries.filter(({ key }) => !this.#setAside.has(key))
  }

  async #entries(database: WaitingDatabase): Promise<OutboxEntry[]> {
    const transaction = database.transaction('outbox')
    const index = transaction.store.index('byDocument')
    const range = IDBKeyRange.only([this.#owner, this.#applicationId])
    const [keys, values] = await Promise.all([index.getAllKeys(range), index.getAll(range)])
    return values
      .map(({ update, burst }, place) => ({ key: keys[place] ?? 0, update, burst }))
      .sort((one, other) => one.key - other.key)
  }

  /** Keeps an update. Resolves with its key when the browser has it on disk as far as it says so; null if never. */
  async add(update: Uint8Array, burst: number): Promise<number | null> {
    const place = { owner: this.#owner, applicationId: this.#applicationId }
    return await this.#ask(database => database.add('outbox', { ...place, update, burst }), null)
  }

  /** Lets go of what the server has acknowledged. What stays is sent once more, and the server knows it already. */
  async remove(keys: Iterable<number>): Promise<void> {
    await this.#ask(async database => {
      const transaction = database.transaction('outbox', 'readwrite')
      await Promise.all([...[...keys].map(key => transaction.store.delete(key)), transaction.done])
    }, undefined)
  }

  /** In one step: the updates leave the outbox, and the text they held is kept as refused. */
  async refuse(keys: readonly number[], texts: readonly RefusedText[]): Promise<void> {
    const place = { owner: this.#owner, applicationId: this.#applicationId }
    const done = await this.#ask(async database => {
      const transaction = database.transaction(['outbox', 'refused'], 'readwrite')
      const refused = transaction.objectStore('refused')
      await Promise.all([
        ...texts.map(text => refused.put({ ...text, ...place })),
        ...keys.map(key => transaction.objectStore('outbox').delete(key)),
        transaction.done,
      ])
      return true
    }, false)
    if (done) return
    this.#unkept.push(...texts)
    for (const key of keys) this.#setAside.add(key)
  }

  /** Refused text that has not been handed in yet. */
  async refusedTexts(): Promise<RefusedText[]> {
    const place: [string, string] = [this.#owner, this.#applicationId]
    const kept = await this.#ask(database => database.getAllFromIndex('refused', 'byDocument', place), [])
    return [...kept.map(({ id, section, text }) => ({ id, section, text })), ...this.#unkept]
  }

  async forgetRefused(id: string): Promise<void> {
    this.#unkept = this.#unkept.filter(text => text.id !== id)
    await this.#ask(database => database.delete('refused', id), undefined)
    if (this.#unkept.length === 0) await this.remove(this.#setAside)
  }

  async #ask<T>(act: (database: WaitingDatabase) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await act(await waitingDatabase())
    } catch (fault) {
      console.warn('Outbox', fault)
      return otherwise
    }
  }
}

/** How many updates of anybody wait in this browser. */
export async function waitingUpdates(database: WaitingDatabase): Promise<number> {
  return (await database.count('outbox')) + (await database.count('refused'))
}

/** At sign-out: nothing of anybody stays in this browser. */
export async function clearWaiting(database: WaitingDatabase): Promise<void> {
  await Promise.all([database.clear('outbox'), database.clear('refused'), database.clear('copies')])
}
