import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { RescuedWhy } from '../../shared/http/rescued.ts'

/**
 * What this browser holds of an ansökan, or of an answer to a remiss: by default only what the server has not yet
 * acknowledged, and the text of what it refused until that is handed in as *Räddad text*. It belongs to a person acting
 * for a party. `applicationId` is the document's id: so it was called when ansökningar were all there was, and what lies
 * in browsers is found by it.
 */
interface Waiting extends DBSchema {
  outbox: {
    key: number
    value: {
      readonly owner: string
      readonly applicationId: string
      readonly update: Uint8Array
      readonly burst: number
      /** It was refused in another form, and entered again. Absent: no. */
      readonly again?: boolean
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
      /** Absent in what older versions kept. */
      readonly why?: RescuedWhy | null
      /** UTC instant, ISO 8601. Absent in what older versions kept. */
      readonly at?: string
    }
    indexes: { byDocument: [string, string] }
  }
  copies: {
    key: [string, string]
    value: {
      readonly owner: string
      readonly applicationId: string
      readonly state: Uint8Array
      /** The ansökan as the list shows it, so that the page can be drawn without the server; null of anything else. */
      readonly application: unknown
      readonly at: string
    }
  }
}

export type WaitingDatabase = IDBPDatabase<Waiting>

let opening: Promise<WaitingDatabase> | null = null
let opened: WaitingDatabase | null = null

/** The browser's database, opened once for all pages. Rejects when the browser keeps nothing. */
export async function waitingDatabase(): Promise<WaitingDatabase> {
  opening ??= openWaitingDatabase()
  try {
    opened = await opening
    return opened
  } catch (fault) {
    letGo()
    throw fault
  }
}

/** The same, if it is open by now: what is written to it at once is written though the page closes the next moment. */
export function openedDatabase(): WaitingDatabase | null {
  return opened
}

/** How many updates of anybody wait in this browser. */
export async function waitingUpdates(database: WaitingDatabase): Promise<number> {
  return (await database.count('outbox')) + (await database.count('refused'))
}

/** At sign-out: nothing of anybody stays in this browser. */
export async function clearWaiting(database: WaitingDatabase): Promise<void> {
  await Promise.all([database.clear('outbox'), database.clear('refused'), database.clear('copies')])
}

function letGo(): void {
  opening = null
  opened = null
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
