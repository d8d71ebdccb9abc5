import { may } from '../../shared/people/may.ts'
import type { Applications } from '../document/Applications.ts'
import type { RecordsOpener } from '../document/documentRecords.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Rooms } from '../sync/rooms.ts'
import { VersionKeeper } from './VersionKeeper.ts'
import { Versions } from './Versions.ts'

interface VersionsGround {
  readonly applications: Applications
  readonly access: Access
  readonly records: Pick<RecordsOpener, 'openVersions'>
  readonly storage: Storage
  readonly rooms: Rooms
  readonly now: () => number
  readonly log: Log
}

/** The versions of all ansökningar, and what makes them by itself. Those who may read them are told of new ones. */
export function openVersions({ applications, access, records, storage, rooms, now, log }: VersionsGround): {
  readonly versions: Versions
  readonly keeper: VersionKeeper
} {
  const versions = new Versions({
    applications,
    openList: id => records.openVersions(id),
    storage,
    rooms,
    threads: id => applications.find(id)?.comments.threads ?? [],
    made: id => rooms.tell(id, 'versions', me => may(access.standingOf(id, me), 'readVersions')),
    now,
    log,
  })
  return { versions, keeper: new VersionKeeper({ versions, applications, now, log }) }
}
