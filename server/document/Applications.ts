import { randomBytes } from 'node:crypto'
import type * as Y from 'yjs'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { DocumentComments } from '../comment/DocumentComments.ts'
import { DocumentRounds } from '../consultation/DocumentRounds.ts'
import { isReplyDraftId } from '../consultation/reply/replyDraftId.ts'
import type { Log } from '../operations/LogEvent.ts'
import type { Accessible } from '../people/access/Access.ts'
import { type AccessFile, accessOfStarter } from '../people/access/accessFile.ts'
import { DocumentAccess } from '../people/access/DocumentAccess.ts'
import { DamagedDocument, DamagedFile } from '../storage/damage.ts'
import type { Storage } from '../storage/Storage.ts'
import type { ApplicationRecord } from './applicationRecord.ts'
import { ClientIds } from './clientIds.ts'
import {
  type Author,
  authorOf,
  type DocumentRecords,
  program,
  type RecordsOpener,
} from './documentRecords.ts'
import { LatestChanges } from './LatestChanges.ts'
import { type MadeDocument, madeDocument } from './newDocument.ts'
import { RescuedTexts } from './rescuedTexts.ts'
import { unreadable } from './unreadable.ts'

/** One ansökan that is open for use: its form and its records. */
export interface OpenApplication {
  readonly form: FormTemplate
  readonly records: DocumentRecords
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
  readonly access: DocumentAccess
  readonly comments: DocumentComments
  readonly rounds: DocumentRounds
}

/** What is known of an ansökan whoever asks; people by their ids. */
export type DescribedApplication = Omit<Application, 'standing' | 'closings' | 'rounds' | 'lastChange'> &
  Pick<ApplicationRecord, 'lastChange'>

/** What an ansökan has besides its document when it is started: see `create`. */
interface BesideDocument {
  readonly attachments?: Readonly<Record<string, Uint8Array>>
  readonly others?: AccessFile['members']
  readonly first?: (id: string) => Promise<void>
}

/** Documents that are read through before the start is done; the rest are read while people work. */
const readBeforeStart = 100
/** Documents whose records are read at the same time. */
const readTogether = 16

/** All ansökningar: their records in memory and on disk. */
export class Applications {
  readonly #storage: Storage
  readonly #opener: RecordsOpener
  readonly #now: () => number
  readonly #log: Log
  readonly #maxClientIdsPerPerson: number
  readonly #open = new Map<string, OpenApplication>()
  readonly #damaged = new Set<string>()
  /** Who has access to those whose records cannot be read: they are to see that something is wrong. */
  readonly #accessToUnreadable = new Map<string, DocumentAccess>()
  readonly #latest: LatestChanges
  /** Those that are being made here: on disk already, perhaps, but not to be taken in as somebody else's. */
  readonly #making = new Set<string>()
  #takingIn: Promise<void> | null = null
  #lookingThrough: Promise<void> = Promise.resolve()
  #closed = false

  /** `maxClientIdsPerPerson`: see `SyncLimits`. */
  constructor(
    storage: Storage,
    opener: RecordsOpener,
    now: () => number,
    log: Log,
    maxClientIdsPerPerson: number,
  ) {
    this.#storage = storage
    this.#opener = opener
    this.#now = now
    this.#log = log
    this.#maxClientIdsPerPerson = maxClientIdsPerPerson
    this.#latest = new LatestChanges(id => this.find(id), now, log)
  }

  /**
   * Opens the records of every document on disk. A damaged one is closed alone, and said by name. The texts of the
   * first hundred are read to see whether they are whole, those of the others soon after: a start with thousands of
   * documents must not wait for all they hold. (One that is opened before it is looked at is looked at then.)
   */
  async load(): Promise<void> {
    const ids = await this.#takeIn()
    await this.#lookThrough(ids.slice(0, readBeforeStart))
    this.#lookingThrough = this.#lookThrough(ids.slice(readBeforeStart))
  }

  /** Takes in what has been put into the data folder meanwhile: an ansökan restored from a backup. */
  async takeInNew(): Promise<void> {
    this.#takingIn ??= this.#takeIn()
      .then(async ids => await this.#lookThrough(ids))
      // Those that are known are there all the same; whoever asks next tries again.
      .catch(fault => this.#log({ kind: 'lookFault', fault }))
      .finally(() => {
        this.#takingIn = null
      })
    await this.#takingIn
  }

  has(id: string): boolean {
    return this.#open.has(id) || this.#damaged.has(id)
  }

  isDamaged(id: string): boolean {
    return this.#damaged.has(id)
  }

  /** Null when there is none, or it is damaged. */
  find(id: string): OpenApplication | null {
    return this.#damaged.has(id) ? null : (this.#open.get(id) ?? null)
  }

  /** Closes a document whose file is damaged; nothing of it is written any more. */
  markDamaged(id: string, why: unknown): void {
    if (this.#damaged.has(id)) return
    this.#damaged.add(id)
    // What is wrong with the text itself, the storage has said.
    if (!(why instanceof DamagedDocument)) this.#log({ kind: 'damagedRecord', document: id, fault: why })
  }

  /** What is known of one ansökan; null when there is none. */
  describe(id: string): DescribedApplication | null {
    const damaged = this.#damaged.has(id)
    const open = this.#open.get(id)
    if (open) {
      const { createdBy: _createdBy, ...application } = open.records.application.data
      return { ...application, state: open.rounds.stateOf(application.state), damaged }
    }
    return damaged ? unreadable(id) : null
  }

  /** Who has access to it and where it is in its life; null when there is none such. */
  accessible(id: string): Accessible | null {
    const open = this.#open.get(id)
    if (open) {
      const { access, records, rounds } = open
      const state = rounds.stateOf(records.application.data.state)
      return { access, state, textIsOpen: rounds.textIsOpen }
    }
    const access = this.#accessToUnreadable.get(id)
    return access ? { access, state: 'draft', textIsOpen: false } : null
  }

  ids(): string[] {
    return [...new Set([...this.#open.keys(), ...this.#damaged])]
  }

  /** Those of them that `isListed` says yes to, last changed first. */
  list(isListed: (id: string) => boolean): DescribedApplication[] {
    const changedAt = (application: DescribedApplication) =>
      application.lastChange?.at ?? application.createdAt
    return this.ids()
      .flatMap(id => (isListed(id) ? (this.describe(id) ?? []) : []))
      .sort((one, other) => changedAt(other).localeCompare(changedAt(one)))
  }

  /** How many there are, and how many rescued texts wait in them for their authors. */
  count(): { readonly sound: number; readonly damaged: number; readonly rescuedTexts: number } {
    const sound = [...this.#open].flatMap(([id, open]) => (this.#damaged.has(id) ? [] : open))
    const rescuedTexts = sound.reduce((sum, { records }) => sum + records.rescued.data.rescued.length, 0)
    return { sound: sound.length, damaged: this.#damaged.size, rescuedTexts }
  }

  /**
   * Starts an ansökan on a form, empty or with contents and the `attachments` these name, by `attachments/‹hash›`. Its
   * starter owns it, and `others` have access too. On disk when resolved; a stop before that leaves nothing of it.
   */
  async create(
    form: FormTemplate,
    createdBy: Author,
    contents: Partial<FilledForm['sections']>,
    attachments: Readonly<Record<string, Uint8Array>> = {},
    others: AccessFile['members'] = [],
  ): Promise<string> {
    return await this.createFrom(form, createdBy, madeDocument(form, contents), { attachments, others })
  }

  /**
   * The same of a document that has been made already. `first` is called with the id before anything of it is there; when
   * it rejects, nothing ever is.
   */
  async createFrom(
    form: FormTemplate,
    createdBy: Author,
    { update, clientId, names }: MadeDocument,
    { attachments = {}, others = [], first }: BesideDocument,
  ): Promise<string> {
    const id = randomBytes(10).toString('hex')
    const createdAt = new Date(this.#now()).toISOString()
    const access = accessOfStarter(createdBy, createdAt)
    const record: ApplicationRecord = {
      id,
      formId: form.id,
      state: 'draft',
      createdAt,
      createdBy,
      lastChange: null,
      ...names,
    }
    const records = this.#opener.begin(
      record,
      { owners: { [String(clientId)]: program } },
      { ...access, members: [...access.members, ...others] },
    )
    await first?.(id)
    this.#making.add(id)
    try {
      await this.#storage.create(id, update, { ...records, ...attachments })
      this.#keep(id, await this.#opener.open(id))
    } finally {
      this.#making.delete(id)
    }
    return id
  }

  /** Notes who changed what last, and the names the list shows. Written soon, and at `close`. */
  changed(id: string, doc: Y.Doc, me: Me, sections: ReadonlySet<string>): void {
    this.#latest.changed(id, doc, authorOf(me), sections)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#lookingThrough
    await this.#latest.close()
  }

  /** Opens the records of those that are not known yet, and gives their ids. */
  async #takeIn(): Promise<string[]> {
    const stored = await this.#storage.list()
    const found = stored.filter(({ id }) => !isReplyDraftId(id) && !this.has(id) && !this.#making.has(id))
    const waiting = found.values()
    const openSome = async () => {
      for (const { id, damage } of waiting) {
        if (damage) this.markDamaged(id, new DamagedDocument(id, damage))
        try {
          this.#keep(id, await this.#opener.open(id))
        } catch (fault) {
          this.markDamaged(id, fault)
          await this.#openAccess(id)
        }
      }
    }
    await Promise.all(Array.from({ length: readTogether }, openSome))
    return found.map(({ id }) => id)
  }

  async #openAccess(id: string): Promise<void> {
    try {
      const file = await this.#opener.openAccess(id)
      this.#accessToUnreadable.set(id, new DocumentAccess(file, this.#now))
    } catch {
      // Damaged as well: nobody can be told of it but whoever reads the log, which has been told.
    }
  }

  /** Reads documents one after the other, so that what is damaged is known before somebody needs it. */
  async #lookThrough(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.#closed) return
      try {
        await this.#storage.load(id)
      } catch (fault) {
        if (fault instanceof DamagedDocument) this.markDamaged(id, fault)
        else this.#log({ kind: 'lookFault', fault })
      }
    }
  }

  #keep(id: string, records: DocumentRecords): OpenApplication {
    const form = formById(records.application.data.formId)
    if (!form)
      throw new DamagedFile(
        `documents/${id}/record.json`,
        `Blanketten "${records.application.data.formId}" finns inte i den här versionen.`,
      )
    const open: OpenApplication = {
      form,
      records,
      clientIds: new ClientIds(records.clientIds, this.#maxClientIdsPerPerson),
      rescued: new RescuedTexts(records.rescued, this.#now),
      access: new DocumentAccess(records.access, this.#now),
      comments: new DocumentComments(records.comments, this.#now),
      rounds: new DocumentRounds(records.rounds),
    }
    this.#open.set(id, open)
    return open
  }
}
