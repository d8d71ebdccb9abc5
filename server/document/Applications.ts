import { randomBytes } from 'node:crypto'
import type * as Y from 'yjs'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Application } from '../../shared/http/application.ts'
import type { Me } from '../../shared/http/session.ts'
import { DamagedDocument } from '../storage/damage.ts'
import type { Storage } from '../storage/Storage.ts'
import { ClientIds } from './clientIds.ts'
import type { Author, DocumentRecords } from './documentRecords.ts'
import { namesIn } from './namesIn.ts'
import { newDocument } from './newDocument.ts'
import { RescuedTexts } from './rescuedTexts.ts'

/** One ansökan that is open for use: its form and its records. */
export interface OpenApplication {
  readonly form: FormTemplate
  readonly records: DocumentRecords
  readonly clientIds: ClientIds
  readonly rescued: RescuedTexts
}

/** How the records of a document are opened or made; throws when a file of it is damaged. */
export interface RecordsOpener {
  open(id: string): Promise<DocumentRecords>
  create(
    id: string,
    application: Omit<Application, 'damaged' | 'id'>,
    createdBy: string,
  ): Promise<DocumentRecords>
}

/** What the list shows of a document, on its way to the record. */
type Latest = Pick<Application, 'lastChange' | 'name' | 'ownerOrganisation' | 'partnerOrganisations'>

/** A section that says who stands behind the ansökan or what it is called: copied to its record. */
const namingSections = ['name', 'owner', 'partners']

/** How long a last change may wait before it is written to the record. It is a convenience, not a user's words. */
const lastChangeWaitsMs = 5_000

/** The person who made a document's first contents: nobody. Her client ids are nobody else's either. */
const program: Author = 'program@samskriv'

/** All ansökningar: their records in memory and on disk. */
export class Applications {
  readonly #storage: Storage
  readonly #opener: RecordsOpener
  readonly #now: () => number
  readonly #report: (what: string, detail: unknown) => void
  readonly #open = new Map<string, OpenApplication>()
  readonly #damaged = new Set<string>()
  readonly #unwritten = new Map<string, NodeJS.Timeout>()
  readonly #latest = new Map<string, Partial<Latest>>()
  /** Resolves when what is being written to records is there. */
  #writing: Promise<void> = Promise.resolve()

  constructor(
    storage: Storage,
    opener: RecordsOpener,
    now: () => number,
    report: (what: string, detail: unknown) => void,
  ) {
    this.#storage = storage
    this.#opener = opener
    this.#now = now
    this.#report = report
  }

  /** Opens the records of every document on disk. A damaged one is closed alone, and said by name. */
  async load(): Promise<void> {
    for (const { id, damage } of await this.#storage.list()) {
      if (damage) this.markDamaged(id, new DamagedDocument(id, damage))
      try {
        this.#keep(id, await this.#opener.open(id))
      } catch (fault) {
        this.markDamaged(id, fault)
      }
    }
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
    if (!(why instanceof DamagedDocument)) this.#report('damaged', why)
  }

  /** What is known of one ansökan; null when there is none. */
  describe(id: string): Application | null {
    const damaged = this.#damaged.has(id)
    const open = this.#open.get(id)
    if (open) {
      const { createdBy: _createdBy, ...application } = open.records.application.data
      return { ...application, damaged }
    }
    return damaged ? unreadable(id) : null
  }

  /** All of them, last changed first. */
  list(): Application[] {
    const ids = [...new Set([...this.#open.keys(), ...this.#damaged])]
    const changedAt = (application: Application) => application.lastChange?.at ?? application.createdAt
    return ids
      .flatMap(id => this.describe(id) ?? [])
      .sort((one, other) => changedAt(other).localeCompare(changedAt(one)))
  }

  /** Starts an ansökan on a form, empty or with contents. On disk when resolved. */
  async create(
    form: FormTemplate,
    createdBy: Author,
    contents: Partial<FilledForm['sections']>,
  ): Promise<string> {
    const id = randomBytes(10).toString('hex')
    const { doc, update } = newDocument(form, contents)
    await this.#storage.create(id, update)
    const records = await this.#opener.create(
      id,
      {
        formId: form.id,
        state: 'draft',
        createdAt: new Date(this.#now()).toISOString(),
        lastChange: null,
        ...namesIn(doc, form),
      },
      createdBy,
    )
    const open = this.#keep(id, records)
    await open.clientIds.claim([doc.clientID], program)
    return id
  }

  /** Notes who changed what last, and the names the list shows. Written soon, and at `close`. */
  changed(id: string, doc: Y.Doc, me: Me, sections: ReadonlySet<string>): void {
    const open = this.#open.get(id)
    const section = [...sections].at(-1)
    if (!open || section === undefined) return
    const lastChange = {
      personName: me.person.name,
      partyShortName: me.party.shortName,
      section,
      at: new Date(this.#now()).toISOString(),
    }
    this.#latest.set(id, {
      ...this.#latest.get(id),
      lastChange,
      ...(namingSections.some(key => sections.has(key)) ? namesIn(doc, open.form) : {}),
    })
    if (this.#unwritten.has(id)) return
    const timer = setTimeout(() => this.#write(id), lastChangeWaitsMs)
    timer.unref()
    this.#unwritten.set(id, timer)
  }

  async close(): Promise<void> {
    for (const id of [...this.#unwritten.keys()]) this.#write(id)
    await this.#writing
  }

  #write(id: string): void {
    clearTimeout(this.#unwritten.get(id))
    this.#unwritten.delete(id)
    this.#writing = this.#writing.then(() => this.#writeLatest(id))
  }

  async #writeLatest(id: string): Promise<void> {
    const latest = this.#latest.get(id)
    this.#latest.delete(id)
    if (this.#damaged.has(id)) return
    try {
      await this.#open.get(id)?.records.application.update(record => Object.assign(record, latest))
    } catch (fault) {
      // Only the list is behind; the next change brings it up to date.
      this.#report('record', fault)
    }
  }

  #keep(id: string, records: DocumentRecords): OpenApplication {
    const form = formById(records.application.data.formId)
    if (!form)
      throw new Error(`documents/${id}/record.json: okänd blankett "${records.application.data.formId}".`)
    const open: OpenApplication = {
      form,
      records,
      clientIds: new ClientIds(records.clientIds),
      rescued: new RescuedTexts(records.rescued, this.#now),
    }
    this.#open.set(id, open)
    return open
  }
}

/** A document whose record cannot be read is still listed, so that somebody sees that it needs help. */
function unreadable(id: string): Application {
  return {
    id,
    formId: '',
    state: 'draft',
    name: '',
    ownerOrganisation: '',
    partnerOrganisations: [],
    createdAt: new Date(0).toISOString(),
    lastChange: null,
    damaged: true,
  }
}
