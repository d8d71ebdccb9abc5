import * as Y from 'yjs'
import { diskRecords } from '../../../server/document/diskRecords.ts'
import type { Author } from '../../../server/document/documentRecords.ts'
import { newDocument } from '../../../server/document/newDocument.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import { jsonBytes, openJsonFile } from '../../../server/storage/jsonFile.ts'
import type { Storage } from '../../../server/storage/Storage.ts'
import { VersionKeeper } from '../../../server/version/VersionKeeper.ts'
import { Versions } from '../../../server/version/Versions.ts'
import {
  type KeptVersion,
  nothingSince,
  noVersions,
  sinceFileSchema,
} from '../../../server/version/versionsFile.ts'
import { form2024 } from '../../../shared/form/forms/2024/form.ts'
import { MemoryFileSystem } from '../storage/MemoryFileSystem.ts'
import { openInMemory } from '../storage/memoryFolder.ts'

const id = 'prov'
const folder = `/data/documents/${id}`

/** The versions of one document without a server: with a clock in the test's hand, on a disk in memory. */
export class KeptByHand {
  readonly id = id
  readonly folder = folder
  readonly disk: MemoryFileSystem
  readonly log: LogEvent[] = []
  /** As it is in its room. */
  readonly doc: Y.Doc
  now = Date.parse('2026-03-02T08:00:00Z')
  readonly versions: Versions
  readonly keeper: VersionKeeper
  /** How often it has been said that there is a new one. */
  made = 0

  private constructor(disk: MemoryFileSystem, storage: Storage, since: unknown, doc: Y.Doc) {
    this.disk = disk
    this.doc = doc
    const open = { form: form2024, records: { since } }
    const applications = { find: (asked: string) => (asked === id ? open : null), ids: () => [id] } as never
    const room = { look: async (at: (doc: Y.Doc) => unknown) => at(doc), settled: Promise.resolve() }
    const ground = { log: (event: LogEvent) => void this.log.push(event), now: () => this.now, applications }
    this.versions = new Versions({
      ...ground,
      openList: asked => diskRecords(() => folder, disk).openVersions(asked),
      storage,
      rooms: { withRoom: async (_: string, act: (room: never) => unknown) => act(room as never) } as never,
      threads: () => [],
      made: () => {
        this.made += 1
      },
    })
    this.keeper = new VersionKeeper({ ...ground, versions: this.versions })
  }

  static async begin(): Promise<KeptByHand> {
    const disk = new MemoryFileSystem()
    const { doc, update } = newDocument(form2024, {})
    const { storage } = await openInMemory(disk)
    await storage.create(id, update, {
      'versions.json': jsonBytes(noVersions),
      'since.json': jsonBytes(nothingSince),
    })
    return await KeptByHand.on(disk, doc, storage)
  }

  /** What a program finds on a disk. */
  static async on(disk: MemoryFileSystem, doc: Y.Doc, opened?: Storage): Promise<KeptByHand> {
    const storage = opened ?? (await openInMemory(disk)).storage
    await storage.load(id)
    const since = await openJsonFile(`${folder}/since.json`, sinceFileSchema, nothingSince, disk)
    return new KeptByHand(disk, storage, since, doc)
  }

  /** The same after the program was stopped and started. */
  async startedAgain(): Promise<KeptByHand> {
    await this.keeper.close()
    await this.versions.settle()
    const next = await KeptByHand.on(this.disk, this.doc)
    next.now = this.now
    return next
  }

  /** Lets time go, minute by minute, and makes what is due in it. */
  async after(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.now += 60_000
      await this.keeper.makeDue()
    }
    // Visits are remembered in turns of their own.
    await new Promise(resolve => setImmediate(resolve))
    await this.versions.settle()
  }

  /** Somebody writes a paragraph. */
  writes(person: string, text: string, section = 'background'): void {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    this.doc.getXmlFragment(section).push([paragraph])
    this.keeper.wrote(id, author(person), new Set([section]))
  }

  comes(person: string): void {
    this.keeper.came(id, author(person))
  }

  leaves(person: string): void {
    this.keeper.left(id, author(person))
  }

  lastVisit(person: string): number | null {
    return this.keeper.lastVisit(id, author(person))?.number ?? null
  }

  async byHand(name: string): Promise<KeptVersion | null> {
    return await this.versions.make(id, { reason: 'byHand', name, note: '', by: author('anna') })
  }

  /** Why each was made, oldest first, with its label. */
  async list(): Promise<string[]> {
    return (await this.versions.list(id)).map(
      ({ reason, label: { round, version, change } }) => `${reason} ${round}.${version}.${change}`,
    )
  }
}

function author(person: string): Author {
  return `${person}@heby`
}
