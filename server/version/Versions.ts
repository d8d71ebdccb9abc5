import type * as Y from 'yjs'
import { readDocument } from '../../shared/document/readDocument.ts'
import type { VersionReason } from '../../shared/http/versions.ts'
import { lettersIn } from '../../shared/version/lettersIn.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import type { Applications, OpenApplication } from '../document/Applications.ts'
import type { Author } from '../document/documentRecords.ts'
import { Refused } from '../http/refuse.ts'
import type { Log } from '../operations/LogEvent.ts'
import { Turns } from '../people/access/Turns.ts'
import { DamagedFile } from '../storage/damage.ts'
import type { JsonFile } from '../storage/jsonFile.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Rooms } from '../sync/rooms.ts'
import { Since, type Taken } from './Since.ts'
import { DamagedVersion, hashOfForm, type VersionContent, VersionContents } from './VersionContents.ts'
import { mostWhen, nextLabel, thinned } from './versionList.ts'
import type { KeptVersion, VersionsFile } from './versionsFile.ts'

interface VersionsGround {
  readonly applications: Pick<Applications, 'find'>
  /** Opens the list of an ansökan's versions: once each. Throws `DamagedFile`. */
  readonly openList: (id: string) => Promise<JsonFile<VersionsFile>>
  readonly storage: Pick<Storage, 'putAttachment' | 'getAttachment'>
  readonly rooms: Pick<Rooms, 'withRoom'>
  /** The threads of an ansökan as they are now, those of every party. */
  readonly threads: (id: string) => readonly KeptThread[]
  /** Told when there is a new version. */
  readonly made: (id: string) => void
  readonly now: () => number
  readonly log: Log
}

/** Why and by whom a version is made. */
export interface Making {
  readonly reason: VersionReason
  readonly name: string
  readonly note: string
  /** Null for automatic ones. */
  readonly by: Author | null
  readonly restoredFrom?: number
  /** The number of the round that it is sent in. */
  readonly sentIn?: number
  /** Done when all but the list is on disk: what it rejects is not made. */
  readonly first?: (version: KeptVersion) => Promise<void>
}

/** What a document says at a moment, and what had been written in it since the version before. */
export interface Moment extends VersionContent {
  readonly taken: Taken
}

/** There are too many versions of an ansökan to make another. */
export class VersionsFull extends Error {}

/** Reasons for which nothing is made when the newest version says the same. */
const onlyIfChanged: readonly VersionReason[] = ['automatic', 'beforeRestore']

/** The versions of all ansökningar. */
export class Versions {
  readonly #ground: VersionsGround
  readonly #contents: VersionContents
  readonly #since = new Map<string, Since>()
  readonly #lists = new Map<string, Promise<JsonFile<VersionsFile>>>()
  readonly #turns = new Map<string, Turns>()

  constructor(ground: VersionsGround) {
    this.#ground = ground
    this.#contents = new VersionContents(ground.storage)
  }

  /** All versions, oldest first. Rejects with `DamagedVersion` when the list cannot be read. */
  async list(id: string): Promise<readonly KeptVersion[]> {
    return (await this.#list(id)).data.versions
  }

  /** Null when there is none of that number. Rejects with `DamagedVersion` when it is not as it was made. */
  async read(id: string, number: number): Promise<(VersionContent & { version: KeptVersion }) | null> {
    const version = (await this.list(id)).find(version => version.number === number)
    return version ? { version, ...(await this.#contents.read(id, version)) } : null
  }

  /**
   * Makes a version of what a document says now, or said at a `moment`. On disk when resolved; null when one that is
   * made only if something has changed would say the same as the newest. Rejects with `VersionsFull`, `DamagedVersion`
   * and what the room and the disk say; there is then no new version.
   */
  async make(id: string, making: Making, moment?: Moment): Promise<KeptVersion | null> {
    return await this.#turnOf(id).take(async () => {
      const at = moment ?? (await this.#lookIfRoom(id, making.reason))
      try {
        return await this.#keep(id, making, at)
      } catch (fault) {
        at.taken.giveBack()
        throw fault
      }
    })
  }

  /** What a document says, to be asked in its room: who writes after this turn, writes after the version. */
  moment(id: string, doc: Y.Doc): Moment {
    const form = readDocument(doc, this.#open(id).form)
    return { form, threads: this.#ground.threads(id), taken: this.since(id).take() }
  }

  /** Somebody has changed these sections. Called for every update. */
  wrote(id: string, author: Author, sections: ReadonlySet<string>): void {
    this.since(id).wrote(author, sections, this.#ground.now())
  }

  /** What has happened since the newest version. */
  since(id: string): Since {
    const known = this.#since.get(id)
    if (known) return known
    const { now, log } = this.#ground
    const failed = (fault: unknown) => log({ kind: 'recordFault', document: id, fault })
    const since = new Since(this.#open(id).records.since, now(), failed)
    this.#since.set(id, since)
    return since
  }

  /** Waits until it is on disk who has written so far. */
  async settle(): Promise<void> {
    await Promise.all([...this.#since.values()].map(since => since.settled))
  }

  async #keep(id: string, making: Making, { form, threads, taken }: Moment): Promise<KeptVersion | null> {
    const { made, now } = this.#ground
    const file = await this.#list(id)
    const newest = file.data.versions.at(-1)
    const hash = hashOfForm(form)
    if (onlyIfChanged.includes(making.reason) && newest?.hash === hash) {
      taken.isInNewest()
      return null
    }
    const others = thinned(file.data.versions, now())
    const { reason, name, note, by, restoredFrom = null, first } = making
    const version: KeptVersion = {
      number: (newest?.number ?? 0) + 1,
      label: nextLabel(newest?.label, reason, making.sentIn),
      ...{ reason, name, note, by, restoredFrom, hash },
      at: new Date(now()).toISOString(),
      formId: form.formId,
      letters: lettersIn(form),
      writers: taken.writers,
      ...(await this.#contents.keep(id, { form, threads })),
    }
    await first?.(version)
    await file.update(list => {
      list.versions = [...others, version]
    })
    await this.since(id)
      .kept(version.number, taken.changedAt)
      .catch(fault => {
        // It is there; only who has written in it would be told of once more.
        this.#ground.log({ kind: 'recordFault', document: id, fault })
      })
    made(id)
    return version
  }

  /** The same, if there may be one more. What is at a moment that has been is kept all the same. */
  async #lookIfRoom(id: string, reason: VersionReason): Promise<Moment> {
    const { versions } = (await this.#list(id)).data
    if (thinned(versions, this.#ground.now()).length >= mostWhen(reason)) throw new VersionsFull()
    return await this.#look(id)
  }

  /** What a document says, when that is on disk. */
  async #look(id: string): Promise<Moment> {
    this.#open(id)
    return await this.#ground.rooms.withRoom(id, async room => {
      const moment = await room.look(doc => this.moment(id, doc))
      try {
        await room.settled
        // A room of which the disk has refused something refuses this.
        await room.look(() => {})
        return moment
      } catch (fault) {
        moment.taken.giveBack()
        throw fault
      }
    })
  }

  async #list(id: string): Promise<JsonFile<VersionsFile>> {
    this.#open(id)
    const opening = this.#lists.get(id) ?? this.#ground.openList(id)
    this.#lists.set(id, opening)
    try {
      return await opening
    } catch (fault) {
      // It may have been put back from a backup when it is asked for again.
      this.#lists.delete(id)
      throw fault instanceof DamagedFile ? new DamagedVersion(null, fault) : fault
    }
  }

  #turnOf(id: string): Turns {
    const turns = this.#turns.get(id) ?? new Turns()
    this.#turns.set(id, turns)
    return turns
  }

  #open(id: string): OpenApplication {
    const open = this.#ground.applications.find(id)
    if (!open) throw new Refused('damagedDocument')
    return open
  }
}
