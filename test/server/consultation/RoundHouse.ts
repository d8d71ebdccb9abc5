import * as Y from 'yjs'
import { AuditLog } from '../../../server/audit/AuditLog.ts'
import { readConfig } from '../../../server/config.ts'
import { type OpenRounds, openRounds } from '../../../server/consultation/openRounds.ts'
import type { RoundEvent } from '../../../server/consultation/RoundEvent.ts'
import type { KeptRound } from '../../../server/consultation/roundsFile.ts'
import { demoPeople } from '../../../server/demo/demoPersons.ts'
import { Applications } from '../../../server/document/Applications.ts'
import { diskRecords } from '../../../server/document/diskRecords.ts'
import { liveApplications } from '../../../server/document/liveApplications.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import { Access } from '../../../server/people/access/Access.ts'
import { People } from '../../../server/people/People.ts'
import { peopleFileSchema } from '../../../server/people/peopleFile.ts'
import { openJsonFile } from '../../../server/storage/jsonFile.ts'
import { openRooms } from '../../../server/sync/openRooms.ts'
import type { Rooms } from '../../../server/sync/rooms.ts'
import { SyncTally } from '../../../server/sync/SyncTally.ts'
import { openVersions } from '../../../server/version/openVersions.ts'
import type { VersionKeeper } from '../../../server/version/VersionKeeper.ts'
import type { Versions } from '../../../server/version/Versions.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import type { ChangeRound, SendRound } from '../../../shared/http/consultation.ts'
import { demoMe } from '../../harness/demoMe.ts'
import { applicants } from '../../harness/rawClient.ts'
import { HandClock } from '../mail/HandClock.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'
import { asked } from './roundsOf.ts'

interface Parts {
  readonly disk: MemoryFileSystem
  readonly clock: HandClock
  readonly applications: Applications
  readonly access: Access
  readonly audit: AuditLog
  readonly rooms: Rooms
  readonly versions: Versions
  readonly keeper: VersionKeeper
}

/** The rounds of one ansökan without a server: on a disk in memory, by a clock in the test's hand. */
export class RoundHouse {
  readonly disk: MemoryFileSystem
  readonly clock: HandClock
  readonly log: LogEvent[] = []
  /** What has been told, in order. */
  readonly told: RoundEvent[] = []
  /** Made to reject by a test. */
  mayTell: () => void = () => {}
  readonly id: string
  readonly applications: Applications
  readonly versions: Versions
  readonly rounds: OpenRounds
  readonly #parts: Parts

  private constructor(parts: Parts, people: People, id: string) {
    this.disk = parts.disk
    this.clock = parts.clock
    this.applications = parts.applications
    this.versions = parts.versions
    this.#parts = parts
    this.id = id
    this.rounds = openRounds({
      ...parts,
      people,
      release: async () => {},
      told: async (_, events) => {
        this.mayTell()
        this.told.push(...events)
      },
      log: event => void this.log.push(event),
    })
  }

  /** With an ansökan of Anna's, in which the others write. */
  static async begin(sections: Partial<FilledForm['sections']> = {}, form = form2024): Promise<RoundHouse> {
    const clock = new HandClock('2024-05-17T10:00:00Z')
    const { parts, people } = await open(new MemoryFileSystem(), clock)
    const since = new Date(clock.now()).toISOString()
    const others = applicants
      .filter(({ personId }) => personId !== 'anna')
      .map(person => ({ ...person, role: 'partyEditor' as const, since, guestLinkId: null }))
    const id = await parts.applications.create(form, 'anna@heby', sections, {}, others)
    return new RoundHouse(parts, people, id)
  }

  /** What a program that is started finds on a disk. It has taken up what was left when this resolves. */
  static async on(disk: MemoryFileSystem, clock: HandClock): Promise<RoundHouse> {
    const { parts, people } = await open(disk, clock)
    const house = new RoundHouse(parts, people, parts.applications.ids()[0] ?? '')
    house.rounds.begin()
    await house.rounds.idle()
    return house
  }

  /** Waits until what has followed a change so far is in the list, and has been told. */
  async written(): Promise<void> {
    await this.rounds.idle()
  }

  async stop(): Promise<void> {
    await this.rounds.settle()
    await this.#parts.keeper.close()
    await this.#parts.rooms.stop()
    await this.versions.settle()
    await this.applications.close()
    await this.#parts.audit.close()
  }

  get kept(): readonly KeptRound[] {
    return this.#open.rounds.rounds
  }

  get due(): readonly RoundEvent[] {
    return this.#open.rounds.due
  }

  get state(): string {
    return this.#open.records.application.data.state
  }

  async send(changes: Partial<SendRound> = {}): Promise<KeptRound> {
    const { door, sending } = this.rounds.routes
    return await sending.send(door.enter(this.id, demoMe('anna'), 'holdRounds'), asked(changes))
  }

  async change(number: number, change: ChangeRound): Promise<void> {
    const { door, holding } = this.rounds.routes
    await holding.change(door.enter(this.id, demoMe('anna'), 'holdRounds'), number, change)
  }

  /** Changes a round as an answer does, and lets follow what follows. */
  async alter(number: number, mutate: (round: KeptRound) => void): Promise<void> {
    const { rounds } = this.#open
    await rounds.turns.take(async () => {
      await rounds.change(number, mutate)
      await this.rounds.afterwards.changed(this.id, null)
    })
  }

  /** Somebody writes in the document. */
  async writes(change: (doc: Y.Doc) => void): Promise<void> {
    await this.#parts.rooms.write(this.id, demoMe('anna'), change)
  }

  /** The lines of *Hur och när har ansökan diskuterats?* in order. */
  async lines(): Promise<string[]> {
    const { form } = this.#open
    const filled = await this.#parts.rooms.withRoom(this.id, room =>
      room.look(doc => readDocument(doc, form)),
    )
    const list = filled.sections.discussions
    return list?.kind === 'log' ? list.items.map(({ on, text }) => `${on} ${text}`) : []
  }

  /** The items of that list by their keys. */
  static lineOf(doc: Y.Doc, key: string): Y.Map<unknown> {
    const item = doc.getMap('discussions').get(key)
    if (!(item instanceof Y.Map)) throw new Error(`There is no line ${key}.`)
    return item
  }

  get #open() {
    const open = this.applications.find(this.id)
    if (!open) throw new Error('The ansökan is not open.')
    return open
  }
}

async function open(disk: MemoryFileSystem, clock: HandClock): Promise<{ parts: Parts; people: People }> {
  const now = () => clock.now()
  const log = () => {}
  const { storage } = await openInMemory(disk)
  const folderOf = (id: string) => `/data/documents/${id}`
  const records = diskRecords(folderOf, disk)
  const applications = new Applications(storage, records, now, log, 1_000)
  await applications.load()
  const initial = demoPeople(new Date(0).toISOString())
  const people = new People(await openJsonFile('/data/people.json', peopleFileSchema, initial, disk), now)
  const access = new Access(
    id => applications.accessible(id),
    () => applications.ids(),
    people,
  )
  const audit = await AuditLog.open({ fileSystem: disk, folder: '/data/audit', now, log })
  const documents = liveApplications({
    ...{ applications, access, wrote: () => {}, textChanged: () => {} },
    ...{ opened: () => {}, came: () => {}, left: () => {} },
  })
  const { sync } = readConfig({})
  const tally = new SyncTally()
  const rooms = openRooms({ documentsOf: () => documents, storage, folderOf, limits: sync, tally, log })
  access.whenChanged(id => rooms.rightsChanged(id))
  const { versions, keeper } = openVersions({ applications, access, records, storage, rooms, now, log })
  return { people, parts: { disk, clock, applications, access, audit, rooms, versions, keeper } }
}
