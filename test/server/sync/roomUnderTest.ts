import * as Y from 'yjs'
import {
  type ClientIdsFile,
  clientIdsSchema,
  rescuedFileSchema,
} from '../../../server/document/applicationRecord.ts'
import { ClientIds } from '../../../server/document/clientIds.ts'
import type { Author } from '../../../server/document/documentRecords.ts'
import { keptGraves } from '../../../server/document/keptGraves.ts'
import { lackedRows } from '../../../server/document/lackedRows.ts'
import { newDocument } from '../../../server/document/newDocument.ts'
import { RescuedTexts } from '../../../server/document/rescuedTexts.ts'
import { openJsonFile } from '../../../server/storage/jsonFile.ts'
import { Connection } from '../../../server/sync/Connection.ts'
import { guardDefaults } from '../../../server/sync/guard/limits.ts'
import { Room } from '../../../server/sync/Room.ts'
import { SyncTally } from '../../../server/sync/SyncTally.ts'
import { commentKey } from '../../../shared/document/nodes/commentKey.ts'
import { rootsOf } from '../../../shared/document/roots.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import type { Rescued } from '../../../shared/http/rescued.ts'
import { type CloseReason, closeReasonOf } from '../../../shared/sync/closeReason.ts'
import { decodeFrame, encodeFrame, type Frame } from '../../../shared/sync/frame.ts'
import { readPresence, writePresence } from '../../../shared/sync/presenceMessage.ts'
import { demoMe } from '../../harness/demoMe.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { HeldStorage } from './HeldStorage.ts'

type Kind = Frame['kind']

/** A line without a socket: what is sent on it is kept. */
export class LooseLine {
  readonly frames: Frame[] = []
  closed: CloseReason | null = null
  readonly connection: Connection

  constructor(personId: string, wantsOwnFrames = true) {
    this.connection = new Connection(demoMe(personId), wantsOwnFrames, {
      send: ({ bytes }) => {
        const frame = decodeFrame(bytes)
        if (!frame) throw new Error('The room sent what is no frame.')
        this.frames.push(frame)
      },
      close: code => {
        this.closed = closeReasonOf(code)
      },
    })
  }
}

/** Somebody in a room, who is heard at once. */
export class Sitter extends LooseLine {
  readonly doc = new Y.Doc()
  readonly #room: Room

  constructor(room: Room, personId: string, wantsOwnFrames = true) {
    super(personId, wantsOwnFrames)
    this.#room = room
  }

  /** Kinds of what has come, in order, without the presence that everybody is sent on joining. */
  get heard(): Kind[] {
    return this.frames.map(frame => frame.kind).filter(kind => kind !== 'presence')
  }

  /** Numbers of the acknowledgements that have come, in order. */
  get acknowledged(): number[] {
    return this.frames.flatMap(frame => (frame.kind === 'acknowledged' ? [frame.count] : []))
  }

  /** What she has been told of the others, oldest first. */
  get presences(): { clientId: number; clock: number; state: unknown }[] {
    return this.frames
      .flatMap(frame => (frame.kind === 'presence' ? readPresence(frame.presence) : []))
      .map(({ clientId, clock, json }) => ({ clientId, clock, state: JSON.parse(json) }))
  }

  say(frame: Frame): void {
    this.#room.receive(this.connection, frame, encodeFrame(frame))
  }

  sayPresence(state: unknown, clock: number, clientId = this.doc.clientID): void {
    const presence = writePresence([{ clientId, clock, json: JSON.stringify(state) }])
    this.say({ kind: 'presence', presence })
  }

  /** Writes into a rich section, and gives the update that she sent. */
  type(text: string, section = 'background'): Uint8Array {
    const before = Y.encodeStateVector(this.doc)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    this.doc.getXmlFragment(section).push([paragraph])
    const update = Y.encodeStateAsUpdate(this.doc, before)
    this.say({ kind: 'update', update })
    return update
  }

  leave(): void {
    this.connection.gone()
    this.#room.leave(this.connection)
  }
}

/** An empty ansökan on the form of 2024 in a room of its own, on a disk that the test holds in its hand. */
export class RoomUnderTest {
  readonly storage = new HeldStorage()
  readonly disk = new MemoryFileSystem()
  /** What the room said when it broke. */
  readonly broken: unknown[] = []
  /** Ids of the threads that all may see. */
  readonly threads: string[] = []
  /** Who has changed the document as the list shows it, and in which sections. */
  readonly changes: string[][] = []
  readonly tally = new SyncTally()
  limits = { maxDocumentBytes: 8 * 1024 * 1024, idleDocumentMs: 30_000, guard: guardDefaults }
  readonly seeded: ReturnType<typeof newDocument>
  #clientIds: ClientIds | null = null
  #rescued: RescuedTexts | null = null

  private constructor(seeded: ReturnType<typeof newDocument>) {
    this.seeded = seeded
  }

  static async make(seeded = newDocument(form2024, {})): Promise<RoomUnderTest> {
    const under = new RoomUnderTest(seeded)
    await under.storage.create('prov', under.seeded.update)
    await under.disk.makeFolder('/data')
    return under
  }

  /** The program begins anew, with what the disk has. */
  restart(): void {
    this.#clientIds = null
    this.#rescued = null
  }

  /** Says whose the client id is under which the first contents were written. */
  async seededBy(author: Author): Promise<void> {
    const { owners } = await this.clientIds()
    const file = await this.#file('clientIds', clientIdsSchema, { owners })
    await file.update(kept => {
      kept.owners[String(this.seeded.doc.clientID)] = author
    })
  }

  /** Whose every client id is, as the disk has it. */
  async clientIds(): Promise<ClientIdsFile> {
    return (await this.#file('clientIds', clientIdsSchema, { owners: {} })).data
  }

  /** Opens the room, as the first who comes does. */
  async open(): Promise<Room> {
    this.#clientIds ??= new ClientIds(await this.#file('clientIds', clientIdsSchema, { owners: {} }), 10_000)
    const rescued = () => this.#file('rescued', rescuedFileSchema, { rescued: [] })
    this.#rescued ??= new RescuedTexts(await rescued(), () => 0)
    return await Room.open({
      id: 'prov',
      roots: rootsOf(form2024),
      storage: this.storage,
      clientIds: this.#clientIds,
      rescued: this.#rescued,
      graves: keptGraves('/data/graves.json', this.disk),
      limits: this.limits,
      tally: this.tally,
      lacked: updates => lackedRows(form2024, updates),
      mayRead: () => true,
      writable: me =>
        new Map(me.party.kind === 'forbund' ? [] : [...rootsOf(form2024).keys()].map(root => [root, 'all'])),
      threadOf: key => this.threads.find(thread => commentKey(thread) === key) ?? null,
      changed: (_doc, me, sections) => this.changes.push([me.person.id, ...sections]),
      wrote: () => {},
      broken: fault => this.broken.push(fault),
    })
  }

  /** Lets somebody into the room, with the document as it is. */
  sit(room: Room, personId: string, { ack = true } = {}): Sitter {
    const sitter = new Sitter(room, personId, ack)
    Y.applyUpdate(sitter.doc, Y.encodeStateAsUpdate(room.doc))
    room.join(sitter.connection)
    return sitter
  }

  /** What is kept of hers that lost its place. */
  rescuedOf(author: Author): Rescued[] {
    return this.#rescued?.of(author) ?? []
  }

  /** The text of the section that `type` writes into, as the disk has it. */
  async textOnDisk(section = 'background'): Promise<string> {
    const doc = new Y.Doc()
    for (const update of (await this.storage.load('prov')).updates) Y.applyUpdate(doc, update)
    return textOf(doc, section)
  }

  async #file<T>(name: string, schema: Parameters<typeof openJsonFile<T>>[1], initial: T) {
    return await openJsonFile(`/data/${name}.json`, schema, initial, this.disk)
  }
}

/** The characters of a rich section. */
export function textOf(doc: Y.Doc, section = 'background'): string {
  return doc
    .getXmlFragment(section)
    .toString()
    .replaceAll(/<[^>]*>/g, '')
}

/** Lets everything happen that waits for nothing but its turn. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(resolve => setImmediate(resolve))
}
