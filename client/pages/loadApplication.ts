import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { readApplication } from '../http/applications.ts'
import { CallFailed } from '../http/call.ts'
import { keepsCopies } from '../sync/deviceCopy.ts'
import { OfflineCopy } from '../sync/offlineCopy.ts'
import { openWaitingDatabase } from '../sync/outbox.ts'

/** The ansökan from the server; without contact, from the copy on this device if the person keeps one. */
export async function loadApplication(id: string, me: Me): Promise<Application> {
  try {
    return await readApplication(id)
  } catch (fault) {
    if (!(fault instanceof CallFailed) || fault.kind !== 'noContact' || !keepsCopies()) throw fault
    const database = await openWaitingDatabase()
    const copy = await new OfflineCopy(database, `${me.person.id}@${me.party.id}`, id).read()
    database.close()
    if (!copy) throw fault
    return copy.application
  }
}
