import { join } from 'node:path'
import { rootsOf } from '../../shared/document/roots.ts'
import type { Applications } from '../document/Applications.ts'
import { keptGraves } from '../document/keptGraves.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Access } from '../people/access/Access.ts'
import { DamagedDocument } from '../storage/damage.ts'
import type { Storage } from '../storage/Storage.ts'
import type { SyncLimits } from './limits.ts'
import { Room } from './Room.ts'
import { Rooms } from './rooms.ts'
import type { SyncTally } from './SyncTally.ts'

interface RoomsGround {
  readonly applications: Applications
  readonly access: Access
  readonly storage: Storage
  /** Folder of a document, for what is kept beside its text. */
  readonly folderOf: (id: string) => string
  readonly limits: SyncLimits
  readonly tally: SyncTally
  readonly log: Log
}

/** The rooms of all ansökningar, which know at once when somebody's rights in one have changed. */
export function openRooms({
  applications,
  access,
  storage,
  folderOf,
  limits,
  tally,
  log,
}: RoomsGround): Rooms {
  const openRoom = async (id: string): Promise<Room> => {
    const open = applications.find(id)
    if (!open) throw new Error(`There is no open document ${id}.`)
    try {
      return await Room.open({
        id,
        roots: rootsOf(open.form),
        storage,
        clientIds: open.clientIds,
        rescued: open.rescued,
        graves: keptGraves(join(folderOf(id), 'graves.json')),
        limits,
        tally,
        mayRead: me => access.mayRead(id, me),
        writable: me => access.writable(id, me, open.form),
        changed: (doc, connection, sections) => applications.changed(id, doc, connection.me, sections),
        broken: fault => {
          log({ kind: 'roomBroken', document: id, fault })
          rooms.forget(id)
        },
      })
    } catch (fault) {
      if (fault instanceof DamagedDocument) applications.markDamaged(id, fault)
      throw fault
    }
  }
  const rooms = new Rooms(openRoom, (document, fault) => log({ kind: 'restFault', document, fault }))
  access.whenChanged(id => rooms.rightsChanged(id))
  return rooms
}
