import { z } from 'zod'
import type { Me } from '../../../shared/http/session.ts'
import type { AuditLog } from '../../audit/AuditLog.ts'
import type { Log } from '../../operations/LogEvent.ts'
import type { DataFolder } from '../../storage/dataFolder.ts'
import { type JsonFile, openJsonFile } from '../../storage/jsonFile.ts'
import type { People } from '../People.ts'
import type { Access } from './Access.ts'
import { AccessFull } from './AccessChanges.ts'
import type { DocumentAccess } from './DocumentAccess.ts'
import type { Inviting } from './Inviting.ts'

/** The id of an ansökan; nothing else can be one. */
const applicationId = /^[a-z0-9]{12,32}$/
/** Requests of one person that may wait. The oldest goes first. */
const mostWaiting = 100

/** Requests for access that have not come to their ansökan: `asked.json`. */
export const askedFileSchema = z.strictObject({
  /** Oldest first. */
  asked: z.array(
    z.strictObject({
      personId: z.string(),
      partyId: z.string(),
      applicationId: z.string().regex(applicationId),
      message: z.string(),
      at: z.iso.datetime(),
    }),
  ),
})

type AskedFile = z.infer<typeof askedFileSchema>
type Asked = AskedFile['asked'][number]

interface AskedParts {
  readonly access: Access
  readonly people: Pick<People, 'find' | 'isGuest'>
  readonly audit: Pick<AuditLog, 'note'>
  readonly inviting: Pick<Inviting, 'tellAsked'>
  readonly log: Log
  readonly now: () => number
}

/**
 * Requests for access on their way. How long the answer takes must not tell whether there is such an ansökan
 * (limits.md 7): so each is noted and written down alike, and is brought to its ansökan when it has been answered. One
 * for what is not there waits, as one does for an ansökan that is full: it may be restored.
 */
export class AskedAccess {
  readonly #file: JsonFile<AskedFile>
  readonly #parts: AskedParts
  #bringing: Promise<void> = Promise.resolve()

  private constructor(file: JsonFile<AskedFile>, parts: AskedParts) {
    this.#file = file
    this.#parts = parts
  }

  /** Opens what is on disk, and brings it. Throws `DamagedFile`, `DiskFault`. */
  static async open(folder: DataFolder, parts: AskedParts): Promise<AskedAccess> {
    const path = folder.file('asked.json')
    const asked = new AskedAccess(
      await openJsonFile(path, askedFileSchema, { asked: [] }, folder.fileSystem),
      parts,
    )
    asked.#bring()
    return asked
  }

  /** Takes a request for access to what may be an ansökan. On disk when resolved, and brought soon after. */
  async take(me: Me, id: string, message: string): Promise<void> {
    const { audit, now } = this.#parts
    if (!applicationId.test(id)) return await audit.note({ act: 'accessAsked', me })
    await audit.note({ act: 'accessAsked', me, applicationId: id })
    const personId = me.person.id
    const at = new Date(now()).toISOString()
    await this.#file.update(kept => {
      const others = kept.asked.filter(other => other.personId !== personId || other.applicationId !== id)
      const tooMany = others.filter(other => other.personId === personId).slice(0, -(mostWaiting - 1))
      kept.asked = others.filter(other => !tooMany.includes(other))
      kept.asked.push({ personId, partyId: me.party.id, applicationId: id, message, at })
    })
    this.#bring()
  }

  /** What a person has asked for that waits. */
  of(personId: string): { readonly applicationId: string; readonly message: string; readonly at: string }[] {
    return this.#file.data.asked
      .filter(asked => asked.personId === personId)
      .map(({ applicationId, message, at }) => ({ applicationId, message, at }))
  }

  /** Brings what waits to its ansökan, in the background. */
  #bring(): void {
    this.#bringing = this.#bringing.then(() => this.#bringAll())
  }

  /** Resolves when everything that can be brought is. */
  async idle(): Promise<void> {
    await this.#bringing
  }

  async #bringAll(): Promise<void> {
    for (const asked of this.#file.data.asked) {
      try {
        if (!(await this.#bringOne(asked))) continue
        await this.#file.update(kept => {
          kept.asked = kept.asked.filter(other => !isSame(other, asked))
        })
      } catch (fault) {
        // It waits, for the next request or the next start.
        this.#parts.log({ kind: 'askedFault', document: asked.applicationId, fault })
      }
    }
  }

  /** False when it is to wait. */
  async #bringOne(asked: Asked): Promise<boolean> {
    const { personId, partyId, applicationId, message } = asked
    const { access, people, inviting } = this.#parts
    const me = people.find(personId, partyId)
    // Whoever has left asks no more, and guests never.
    if (!me || people.isGuest(personId)) return true
    const document = access.documentAccess(applicationId)
    if (!document) return false
    if (access.standingOf(applicationId, me) !== null) return true
    if (!(await hasTaken(document, asked))) return false
    access.tellChanged(applicationId)
    await inviting.tellAsked(me, applicationId, message)
    return true
  }
}

function isSame(one: Asked, other: Asked): boolean {
  return one.personId === other.personId && one.applicationId === other.applicationId && one.at === other.at
}

/** Puts a request with its ansökan; false when that holds no more of them. */
async function hasTaken(document: DocumentAccess, { personId, partyId, message }: Asked): Promise<boolean> {
  try {
    await document.ask(personId, partyId, message)
    return true
  } catch (fault) {
    if (fault instanceof AccessFull) return false
    throw fault
  }
}
