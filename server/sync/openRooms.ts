import { join } from 'node:path'
import { keptGraves } from '../document/keptGraves.ts'
import type { Log } from '../operations/LogEvent.ts'
import { DamagedDocument } from '../storage/damage.ts'
import type { Storage } from '../storage/Storage.ts'
import type { DocumentsOf } from './LiveDocuments.ts'
import type { SyncLimits } from './limits.ts'
import { Room } from './Room.ts'
import { Rooms } from './rooms.ts'
import type { SyncTally } from './SyncTally.ts'

interface RoomsGround {
  readonly documentsOf: DocumentsOf
  readonly storage: Storage
  /** Folder of a document, for what is kept beside its text. */
  readonly folderOf: (id: string) => string
  readonly limits: SyncLimits
  readonly tally: SyncTally
  readonly log: Log
}

/** The rooms of all documents. Whose rights have changed is told to them (`Rooms.rightsChanged`). */
export function openRooms({ documentsOf, storage, folderOf, limits, tally, log }: RoomsGround): Rooms {
  const openRoom = async (id: string): Promise<Room> => {
    const documents = documentsOf(id)
    const document = await documents.open(id)
    try {
      return await Room.open({
        ...document,
        id,
        storage,
        graves: keptGraves(join(folderOf(id), 'graves.json')),
        limits,
        tally,
        broken: fault => {
          log({ kind: 'roomBroken', document: id, fault })
          rooms.forget(id)
        },
      })
    } catch (fault) {
      if (fault instanceof DamagedDocument) documents.markDamaged(id, fault)
      throw fault
    }
  }
  const rooms = new Rooms(openRoom, (document, fault) => log({ kind: 'restFault', document, fault }))
  return rooms
}
