import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { keepsCopies } from '../sync/deviceCopy.ts'
import { OfflineCopy } from '../sync/offlineCopy.ts'
import { waitingDatabase } from '../sync/waitingDatabase.ts'

/** What the list has last shown, and to whom. */
let listed: { readonly personId: string; readonly applications: readonly Application[] } | null = null

/** Remembers what the list shows, so that opening an ansökan from it need not wait for an answer that is here. */
export function rememberListed(applications: readonly Application[], me: Me): void {
  listed = { personId: me.person.id, applications }
}

/** The ansökan as the list has shown it to this person; null when it has not. */
export function listedApplication(id: string, me: Me): Application | null {
  if (listed?.personId !== me.person.id) return null
  return listed.applications.find(application => application.id === id) ?? null
}

/** The ansökan from the server; without contact, from the copy on this device if the person keeps one. */
export async function loadApplication(id: string, me: Me): Promise<Application> {
  try {
    return await readApplication(id)
  } catch (fault) {
    if (!(fault instanceof CallFailed) || fault.kind !== 'noContact' || !keepsCopies()) throw fault
    const database = await waitingDatabase()
    const copy = await new OfflineCopy(database, `${me.person.id}@${me.party.id}`, id).read()
    if (!copy?.application) throw fault
    return copy.application
  }
}
