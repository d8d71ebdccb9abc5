import { type Me, sessionSchema } from '../../shared/http/session.ts'
import { tellLeaving } from './leaving.ts'
import { clearWaiting, type WaitingDatabase, waitingDatabase, waitingUpdates } from './waitingDatabase.ts'

const meKey = 'samskriv.me'
const copiesKey = 'samskriv.keepsCopies'
/** Where `client/form` remembers what I wrote in a field, until everybody has seen it. */
const valuesPrefix = 'samskriv.value.'
/** Where `client/comment` keeps comments that have not been sent, and those that are being written. */
const commentsPrefix = 'samskriv.comment.'
/** Where `client/consultation` keeps a round that is being filled in. */
const roundsPrefix = 'samskriv.round.'
const waitingComment = /^samskriv\.comment\..*\.act\./

/** Who was last signed in here, for a person who keeps copies on this device; null otherwise. */
export function rememberedMe(): Me | null {
  const said = localStorage.getItem(meKey)
  if (!said || !keepsCopies()) return null
  try {
    return sessionSchema.shape.me.parse(JSON.parse(said))
  } catch {
    // Written by another version: as if nothing were remembered.
    return null
  }
}

export function rememberMe(me: Me | null): void {
  if (me) localStorage.setItem(meKey, JSON.stringify(me))
  else localStorage.removeItem(meKey)
}

/** Whether the person has asked for whole copies on this device. */
export function keepsCopies(): boolean {
  return localStorage.getItem(copiesKey) === 'yes'
}

const listeners = new Set<() => void>()

/** Calls `listener` when the person asks for copies; returns how to stop. */
export function whenCopiesAreKept(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Turns copies on or off. On, the pages themselves are kept too, so that they open without a network. */
export async function setKeepsCopies(keep: boolean): Promise<void> {
  if (keep) {
    localStorage.setItem(copiesKey, 'yes')
    for (const listener of listeners) listener()
    await navigator.serviceWorker?.register('/offlineShell.js')
  } else {
    localStorage.removeItem(copiesKey)
    const database = await waitingDatabase()
    await database.clear('copies')
    await forgetShell()
  }
}

/** How many updates and comments wait in this browser, of any ansökan. */
export async function unsentChanges(): Promise<number> {
  const database = await databaseOrNone()
  const comments = Object.keys(localStorage).filter(key => waitingComment.test(key)).length
  return comments + (database ? await waitingUpdates(database) : 0)
}

/** At sign-out: nothing of the person stays on this device. */
export async function forgetThisDevice(): Promise<void> {
  // The values of fields that somebody may have overwritten are the person's words too, and so are comments. First of
  // all the wish for copies, so that none is written again behind the clearing.
  const values = Object.keys(localStorage).filter(
    key => key.startsWith(valuesPrefix) || key.startsWith(commentsPrefix) || key.startsWith(roundsPrefix),
  )
  for (const key of [copiesKey, meKey, ...values]) localStorage.removeItem(key)
  // The ansökan may be open in other windows: they are to write nothing here again.
  tellLeaving()
  const database = await databaseOrNone()
  if (database) await clearWaiting(database)
  await forgetShell()
}

/** Null where a browser keeps nothing: nothing waits in it either, and one can leave all the same. */
async function databaseOrNone(): Promise<WaitingDatabase | null> {
  try {
    return await waitingDatabase()
  } catch {
    return null
  }
}

async function forgetShell(): Promise<void> {
  // Over plain http from another machine the browser has neither workers nor caches.
  if (!isSecureContext) return
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
}
