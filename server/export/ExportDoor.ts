import { mayWithThread } from '../../shared/comment/mayWithThread.ts'
import type { FilledForm } from '../../shared/document/filledForm.ts'
import { readDocument } from '../../shared/document/readDocument.ts'
import { formById } from '../../shared/form/forms.ts'
import type { Thread } from '../../shared/http/comments.ts'
import type { Me } from '../../shared/http/session.ts'
import { may } from '../../shared/people/may.ts'
import { answerThread } from '../comment/answerComments.ts'
import { askingOf } from '../comment/Commenting.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import { withNames } from '../comment/withNames.ts'
import { Attempts } from '../http/Attempts.ts'
import { Refused } from '../http/refuse.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import type { People } from '../people/People.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Rooms } from '../sync/rooms.ts'
import { clockTime, dayInSweden } from '../time/swedishTime.ts'
import { type DoorParts, VersionDoor, type VersionedHere } from '../version/VersionDoor.ts'
import type { Versions } from '../version/Versions.ts'
import { sayLabel } from '../version/versionList.ts'
import type { FileMaker } from './FileMaker.ts'
import type { FileTask } from './FileTask.ts'
import { type Picture, picturesIn } from './pictures.ts'

export interface ExportParts extends DoorParts {
  readonly versions: Pick<Versions, 'read'>
  readonly rooms: Pick<Rooms, 'withRoom'>
  readonly storage: Pick<Storage, 'getAttachment'>
  readonly maker: FileMaker
  readonly people: Pick<People, 'party' | 'describe'>
  readonly whoOf: WhoOf
  readonly now: () => number
}

/** What an ansökan says, now or in a version. */
export interface Said {
  readonly form: FilledForm
  readonly threads: readonly KeptThread[]
  /** What the version is called; null of that of now. */
  readonly label: string | null
  /** Stands at the foot of every page. */
  readonly documentId: string
  /** When it says it, an ISO instant: that of the version, or now. */
  readonly madeAt: string
}

interface Wish {
  readonly id: string
  readonly me: Me
  /** Number of a version; undefined for what it says now. */
  readonly version: string | undefined
  readonly withComments: boolean
  readonly format: string
  /** Is aborted when nobody is there to read the answer. */
  readonly gone: AbortSignal
}

const hourMs = 3_600_000

/** What every request for an ansökan as a file goes through: may she, what does it say, is it noted. */
export class ExportDoor {
  readonly #parts: ExportParts
  readonly #door: VersionDoor
  readonly #fetching = new Attempts(300, hourMs)

  constructor(parts: ExportParts) {
    this.#parts = parts
    this.#door = new VersionDoor(parts)
  }

  /**
   * Makes the file that `task` says of what she may see: of now for all who read, of a version for those who read
   * versions. Refuses what she may not, an unknown version, and one that is damaged.
   */
  async fetch(
    wish: Wish,
    task: (said: Said, threads: readonly Thread[], pictures: ReadonlyMap<string, Picture>) => FileTask,
  ): Promise<{ readonly bytes: Uint8Array; readonly said: Said }> {
    const { id, me, version, withComments, format, gone } = wish
    const { maker } = this.#parts
    const door = this.#door
    door.enter(id, me, 'read')
    const act = version === undefined ? 'read' : 'readVersions'
    const here = door.enter(id, me, act)
    if (withComments) door.enter(id, me, 'readComments')
    door.take(this.#fetching, here)
    const said = version === undefined ? await this.#now(here) : await this.#then(id, version)
    if (formById(said.form.formId) === null) throw new Refused('unknownForm')
    const threads = withComments ? this.#threadsFor(here, said.threads) : []
    const asking = { personId: me.person.id, gone }
    const bytes = await maker.make(asking, async () =>
      task(said, threads, await picturesIn(this.#parts, id, said.form)),
    )
    const of = version === undefined ? {} : { version }
    await door.note(here, 'exported', { format, what: 'application', ...of })
    // It may have been taken from her meanwhile.
    door.enter(id, me, act)
    return { bytes, said }
  }

  /** What it says now, when that is on disk. */
  async #now({ id, open: { form, comments } }: VersionedHere): Promise<Said> {
    return await this.#parts.rooms.withRoom(id, async room => {
      const said = await room.look(doc => ({ form: readDocument(doc, form), threads: [...comments.threads] }))
      await room.settled
      // A room of which the disk has refused something refuses this.
      await room.look(() => {})
      const madeAt = new Date(this.#parts.now()).toISOString()
      // Two that are printed on different days can be told apart.
      const documentId = `${id} · ${dayInSweden(Date.parse(madeAt))} kl. ${clockTime(madeAt)}`
      return { ...said, label: null, documentId, madeAt }
    })
  }

  async #then(id: string, number: string): Promise<Said> {
    const found = await this.#door.told(id, () => this.#parts.versions.read(id, Number(number)))
    if (!found) throw new Refused('unknownVersion')
    const { form, threads, version } = found
    const label = sayLabel(version.label)
    return { form, threads, label, documentId: `${id} · version ${label}`, madeAt: version.at }
  }

  /** The threads that she may see, with the names of now. */
  #threadsFor({ id, me }: VersionedHere, threads: readonly KeptThread[]): Thread[] {
    const { access, whoOf } = this.#parts
    const standing = access.standingOf(id, me)
    if (!may(standing, 'readComments')) return []
    const sees = ({ internalTo, posts }: KeptThread) => {
      const [personId = '', partyId = ''] = posts[0]?.by.split('@') ?? []
      return mayWithThread(standing, askingOf(me), { internalTo, startedBy: { personId, partyId } }, 'see')
    }
    return threads.filter(sees).map(thread => {
      const writers = thread.posts.map(({ by }) => by)
      const shown = answerThread(thread, whoOf)
      const posts = shown.posts.map(post => ({
        ...post,
        text: withNames(this.#parts, id, post.text, writers),
      }))
      return { ...shown, posts }
    })
  }
}
