import { randomBytes } from 'node:crypto'
import type * as Y from 'yjs'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import type { Me } from '../../../shared/http/session.ts'
import { canonicalForm, canonicalJson, withoutComments } from '../../../shared/version/canonicalForm.ts'
import { markQuote } from '../../comment/placing.ts'
import { authorOf } from '../../document/documentRecords.ts'
import { Refused } from '../../http/refuse.ts'
import type { Access } from '../../people/access/Access.ts'
import { Turns } from '../../people/access/Turns.ts'
import type { Rooms } from '../../sync/rooms.ts'
import { hashOfForm } from '../VersionContents.ts'
import type { VersionDoor, VersionedHere } from '../VersionDoor.ts'
import type { Moment, Versions } from '../Versions.ts'
import type { KeptVersion } from '../versionsFile.ts'
import { markedPlaces } from './markedPlaces.ts'
import { writableForm, writeForm } from './writeForm.ts'

interface RestoringParts {
  readonly versions: Versions
  readonly rooms: Pick<Rooms, 'write' | 'withRoom'>
  readonly access: Access
  readonly door: VersionDoor
  /** Told what has been brought back as which version, before that is in the list. Never rejects. */
  readonly restored: (me: Me, id: string, version: number) => Promise<void>
}

/** A document before and after a version was written into it. */
interface Written {
  readonly before: Moment | null
  readonly after: Moment
}

/**
 * How often it is tried to find the document as the newest version has it: people write in between. After that it is
 * written all the same, and what they wrote in those few milliseconds is kept as a version right afterwards.
 */
const mostTries = 2

/** Brings back earlier versions. */
export class Restoring {
  readonly #parts: RestoringParts
  readonly #turns = new Map<string, Turns>()

  constructor(parts: RestoringParts) {
    this.#parts = parts
  }

  /**
   * Makes the document say what version `number` says, and gives the version that it has become; one after the other in
   * each document, so that the newest version is what it says. What it says now is kept as a version first. Null when there is no such version. Refuses `sectionsClosed`, with their keys, when it says
   * something else in sections that she may not write in; `mayNot` when it has been taken from her meanwhile.
   */
  async restore(here: VersionedHere, number: number, note: string): Promise<KeptVersion | null> {
    const turns = this.#turns.get(here.id) ?? new Turns()
    this.#turns.set(here.id, turns)
    return await turns.take(async () => await this.#restore(here, number, note))
  }

  async #restore(here: VersionedHere, number: number, note: string): Promise<KeptVersion | null> {
    const { door, versions } = this.#parts
    const { id, me } = here
    const version = await versions.read(id, number)
    if (!version) return null
    const by = authorOf(me)
    await this.#parts.rooms.withRoom(id, room => room.look(doc => this.#sections(here, doc, version.form)))
    const asItWas = { reason: 'beforeRestore', name: '', note: '', by } as const
    await versions.make(id, asItWas)
    door.enter(id, me, 'restoreVersion')
    await door.note(here, 'versionRestored', { version: String(number) })
    for (let tries = mostTries; ; tries -= 1) {
      const hash = (await versions.list(id)).at(-1)?.hash ?? ''
      const written = await this.#writeInRoom(here, version.form, tries > 0 ? hash : null)
      // What has been written since the version before is in one too.
      if (written === null || written.before) {
        await versions.make(id, asItWas, written?.before ?? undefined)
      }
      if (written === null) continue
      const restored = { reason: 'restored', name: '', note, by, restoredFrom: number } as const
      const first = async (version: KeptVersion) => await this.#parts.restored(me, id, version.number)
      return await versions.make(id, { ...restored, first }, written.after)
    }
  }

  /**
   * Gives what the document says then, when that is on disk; and what it said before, unless that has the hash that it
   * is to have. Writes nothing, and gives null, when there is such a hash and it says something else: somebody has written
   * meanwhile.
   */
  async #writeInRoom(here: VersionedHere, version: FilledForm, hash: string | null): Promise<Written | null> {
    const { door, rooms, versions } = this.#parts
    const { id, me, open } = here
    const moments: Moment[] = []
    const moment = (doc: Y.Doc) => {
      const now = versions.moment(id, doc)
      moments.push(now)
      return now
    }
    try {
      return await rooms.write(id, me, doc => {
        // Rights are looked up where it is written: nothing comes in between.
        door.enter(id, me, 'restoreVersion')
        if (hash !== null && hashOfForm(readDocument(doc, open.form)) !== hash) return null
        const before = hash === null ? moment(doc) : null
        const sections = this.#write(here, doc, version)
        versions.wrote(id, authorOf(me), sections)
        return { before, after: moment(doc) }
      })
    } catch (fault) {
      for (const { taken } of moments) taken.giveBack()
      throw fault
    }
  }

  /** Writes the difference into a document, and gives the sections that it changes. Throws when it is not exact. */
  #write(here: VersionedHere, doc: Y.Doc, version: FilledForm): Set<string> {
    const { open } = here
    const sections = this.#sections(here, doc, version)
    const target = writableForm(withoutComments(version))
    const was = readDocument(doc, open.form)
    writeForm(doc, open.form, target, newItemKey)
    const is = readDocument(doc, open.form)
    if (canonicalForm(is) !== canonicalForm({ ...is, sections: { ...is.sections, ...target.sections } })) {
      throw new Error('The version was not written as it is')
    }
    // What was split, joined or written anew has lost its marks: they are put where the words are.
    const marked = new Set(markedPlaces(is).keys())
    for (const [thread, place] of [...markedPlaces(version), ...markedPlaces(was)]) {
      if (marked.has(thread) || !open.comments.isShared(thread)) continue
      if (markQuote(doc, place.section, place, thread)) marked.add(thread)
    }
    return sections
  }

  /** The sections in which a document says something else than a version. Refuses those that she may not write all of. */
  #sections({ id, me, open }: VersionedHere, doc: Y.Doc, version: FilledForm): Set<string> {
    const was = withoutComments(readDocument(doc, open.form))
    const sections = differing(was, writableForm(withoutComments(version)))
    const writable = this.#parts.access.writable(id, me, open.form)
    const closed = sections.filter(key => writable.get(key) !== 'all')
    if (closed.length > 0) throw new Refused('sectionsClosed', closed)
    return new Set(sections)
  }
}

/** Keys of the sections in which two forms say different things. */
function differing(one: FilledForm, other: FilledForm): string[] {
  return Object.keys(other.sections).filter(
    key => canonicalJson(one.sections[key] ?? null) !== canonicalJson(other.sections[key]),
  )
}

function newItemKey(): string {
  return randomBytes(9).toString('hex')
}
