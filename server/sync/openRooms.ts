import { join } from 'node:path'
import { rootsOf } from '../../shared/document/roots.ts'
import type { Applications } from '../document/Applications.ts'
import type { Author } from '../document/documentRecords.ts'
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
  /** Told of every update: whose it is, and which sections it changes. */
  readonly wrote: (id: string, author: Author, sections: ReadonlySet<string>) => void
  /** Told of every change of a text, a version that is put back too: which sections it changes. */
  readonly textChanged: (id: string, sections: ReadonlySet<string>) => void
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
  wrote,
  textChanged,
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
        threadOf: key => open.comments.threadOf(key),
        changed: (doc, me, sections) => {
          applications.changed(id, doc, me, sections)
          textChanged(id, sections)
        },
        wrote: (author, sections) => wrote(id, author, sections),
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
