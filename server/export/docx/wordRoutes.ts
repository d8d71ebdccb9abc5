import { Hono } from 'hono'
import { z } from 'zod'
import { mayWithThread } from '../../../shared/comment/mayWithThread.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { readDocument } from '../../../shared/document/readDocument.ts'
import { formById } from '../../../shared/form/forms.ts'
import type { Thread } from '../../../shared/http/comments.ts'
import { may } from '../../../shared/people/may.ts'
import { answerThread } from '../../comment/answerComments.ts'
import { askingOf } from '../../comment/Commenting.ts'
import type { KeptThread } from '../../comment/commentsFile.ts'
import { withNames } from '../../comment/withNames.ts'
import { imageType } from '../../document/cleanImage.ts'
import { Attempts } from '../../http/Attempts.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import { Refused } from '../../http/refuse.ts'
import { savedAs } from '../../http/savedAs.ts'
import type { WhoOf } from '../../people/access/whoOf.ts'
import type { People } from '../../people/People.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { Storage } from '../../storage/Storage.ts'
import type { Rooms } from '../../sync/rooms.ts'
import { type DoorParts, VersionDoor, type VersionedHere } from '../../version/VersionDoor.ts'
import type { Versions } from '../../version/Versions.ts'
import { sayLabel } from '../../version/versionList.ts'
import type { FileMaker } from '../FileMaker.ts'
import { fileName } from '../fileName.ts'
import { nameIn } from './nameIn.ts'
import type { Picture } from './Writing.ts'

interface WordRoutes extends DoorParts {
  readonly versions: Pick<Versions, 'read'>
  readonly rooms: Pick<Rooms, 'withRoom'>
  readonly storage: Pick<Storage, 'getAttachment'>
  readonly maker: FileMaker
  readonly people: Pick<People, 'party' | 'describe'>
  readonly whoOf: WhoOf
}

/** `version`: the number of one; that of now without. `comments=with`: those that I may see, as comments in Word. */
const querySchema = z.strictObject({
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional(),
  comments: z.enum(['with']).optional(),
})

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const hourMs = 3_600_000

/** What an ansökan says, now or in a version. */
interface Said {
  readonly form: FilledForm
  readonly threads: readonly KeptThread[]
  /** What the version is called; null of that of now. */
  readonly label: string | null
}

/** An ansökan as a Word document: that of now for all who read, that of a version for those who read versions. */
export function wordRoutes(parts: WordRoutes): Hono<SignedIn> {
  const { access, rooms, versions, storage, maker, whoOf } = parts
  const door = new VersionDoor(parts)
  const fetching = new Attempts(300, hourMs)
  const routes = new Hono<SignedIn>()

  /** What it says now, when that is on disk. */
  async function now({ id, open: { form, comments } }: VersionedHere): Promise<Said> {
    return await rooms.withRoom(id, async room => {
      const said = await room.look(doc => ({ form: readDocument(doc, form), threads: [...comments.threads] }))
      await room.settled
      // A room of which the disk has refused something refuses this.
      await room.look(() => {})
      return { ...said, label: null }
    })
  }

  async function then(id: string, number: string): Promise<Said> {
    const found = await door.told(id, () => versions.read(id, Number(number)))
    if (!found) throw new Refused('unknownVersion')
    return { form: found.form, threads: found.threads, label: sayLabel(found.version.label) }
  }

  /** The threads that she may see, with the names of now. */
  function threadsFor({ id, me }: VersionedHere, threads: readonly KeptThread[]): Thread[] {
    const standing = access.standingOf(id, me)
    if (!may(standing, 'readComments')) return []
    const sees = ({ internalTo, posts }: KeptThread) => {
      const [personId = '', partyId = ''] = posts[0]?.by.split('@') ?? []
      return mayWithThread(standing, askingOf(me), { internalTo, startedBy: { personId, partyId } }, 'see')
    }
    return threads.filter(sees).map(thread => {
      const writers = thread.posts.map(({ by }) => by)
      const shown = answerThread(thread, whoOf)
      const posts = shown.posts.map(post => ({ ...post, text: withNames(parts, id, post.text, writers) }))
      return { ...shown, posts }
    })
  }

  async function picturesIn(id: string, form: FilledForm): Promise<ReadonlyMap<string, Picture>> {
    const pictures = new Map<string, Picture>()
    for (const hash of imagesIn(form)) {
      const bytes = await storage.getAttachment(id, hash)
      const type = bytes && imageType(bytes)
      if (bytes && type) pictures.set(hash, { bytes, type: type === 'image/png' ? 'png' : 'jpg' })
    }
    return pictures
  }

  routes.get('/:id/application.docx', async c => {
    const id = c.req.param('id')
    door.enter(id, c.get('me'), 'read')
    const { version, comments } = parseQuery(c, querySchema)
    const act = version === undefined ? 'read' : 'readVersions'
    const here = door.enter(id, c.get('me'), act)
    if (comments !== undefined) door.enter(id, c.get('me'), 'readComments')
    door.take(fetching, here)
    const said = version === undefined ? await now(here) : await then(id, version)
    const { form, threads, label } = said
    if (formById(form.formId) === null) throw new Refused('unknownForm')
    const shown = comments === undefined ? [] : threadsFor(here, threads)
    const word = await maker.make(async () => ({
      is: 'word',
      of: {
        formId: form.formId,
        form,
        documentId: label === null ? id : `${id} · version ${label}`,
        threads: shown,
        pictures: await picturesIn(id, form),
      },
    }))
    const of = version === undefined ? {} : { version }
    await door.note(here, 'exported', { format: 'docx', what: 'application', ...of })
    // It may have been taken from her meanwhile.
    door.enter(id, c.get('me'), act)
    return c.body(word as Uint8Array<ArrayBuffer>, 200, {
      'content-type': wordType,
      'content-disposition': savedAs(fileName('Ansökan', nameIn(form), label, 'docx')),
    })
  })

  return routes
}

/** The pictures of all sections, each once. */
function imagesIn({ sections }: FilledForm): ReadonlySet<string> {
  const blocks = Object.values(sections).flatMap((content): readonly Block[] =>
    content.kind === 'rich' ? content.blocks : [],
  )
  return new Set(blocks.flatMap(block => (block.type === 'figure' ? [block.image] : [])))
}
