import { Hono } from 'hono'
import { mayWithThread } from '../../shared/comment/mayWithThread.ts'
import type { Me } from '../../shared/http/session.ts'
import {
  makeVersionSchema,
  restoreVersionSchema,
  type Version,
  type VersionList,
  type WholeVersion,
} from '../../shared/http/versions.ts'
import { answerThread } from '../comment/answerComments.ts'
import { askingOf } from '../comment/Commenting.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import { authorOf } from '../document/documentRecords.ts'
import { Attempts } from '../http/Attempts.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import type { Rooms } from '../sync/rooms.ts'
import { answerVersion, answerWriters } from './answerVersion.ts'
import { Restoring } from './restore/Restoring.ts'
import { type DoorParts, VersionDoor, type VersionedHere } from './VersionDoor.ts'
import type { VersionKeeper } from './VersionKeeper.ts'
import type { Versions } from './Versions.ts'

export interface VersionRoutes extends DoorParts {
  readonly versions: Versions
  readonly keeper: VersionKeeper
  readonly rooms: Pick<Rooms, 'write' | 'withRoom'>
  readonly whoOf: WhoOf
  /** Told what has been brought back as which version. Never rejects. */
  readonly restored: (me: Me, id: string, version: number) => Promise<void>
}

const hourMs = 3_600_000

/** What an ansökan was at each moment that has been kept: the list, keeping one, reading one, bringing one back. */
export function versionRoutes(parts: VersionRoutes): Hono<SignedIn> {
  const { access, versions, keeper, whoOf } = parts
  const door = new VersionDoor(parts)
  /** By person: versions that are kept or brought back, and those that are read. */
  const making = new Attempts(60, hourMs)
  const reading = new Attempts(1_000, hourMs)
  const restoring = new Restoring({ versions, rooms: parts.rooms, access, door, restored: parts.restored })
  const routes = new Hono<SignedIn>()

  routes.get('/:id/versions', async c => {
    const { id, me } = door.enter(c.req.param('id'), c.get('me'), 'readVersions')
    const list = await door.told(id, () => versions.list(id))
    const visit = keeper.lastVisit(id, authorOf(me))
    // Automatic ones are thinned: the one before says more, not less, of what has changed.
    const seen = visit && list.findLast(({ number }) => number <= visit.number)
    return c.json({
      versions: list.map(version => answerVersion(version, whoOf)).reverse(),
      writersSince: answerWriters(versions.since(id).writers, whoOf),
      lastVisit: visit && seen ? { number: seen.number, at: visit.at } : null,
    } satisfies VersionList)
  })

  routes.post('/:id/versions', async c => {
    const here = door.enter(c.req.param('id'), c.get('me'), 'makeVersion')
    const { id, me } = here
    const { name, note } = await parseBody(c, makeVersionSchema)
    door.take(making, here)
    const made = await door.told(id, () =>
      versions.make(id, {
        ...{ reason: 'byHand', name, note, by: authorOf(me) },
        first: async ({ number }) => {
          // The document may have been long on its way, and the right to do it be gone.
          door.enter(id, me, 'makeVersion')
          await door.note(here, 'versionMade', { version: String(number), label: name })
        },
      }),
    )
    if (made === null) throw new Error('A version by hand was not made')
    return c.json(answerVersion(made, whoOf) satisfies Version, 201)
  })

  routes.get('/:id/versions/:number', async c => {
    const here = door.enter(c.req.param('id'), c.get('me'), 'readVersions')
    const { id, me } = here
    door.take(reading, here)
    const number = numberIn(c.req.param('number'))
    const found = await door.told(id, () => versions.read(id, number))
    if (!found) throw new Refused('unknownVersion')
    const { version, form, threads } = found
    await door.note(here, 'versionOpened', { version: String(version.number) })
    door.enter(id, me, 'readVersions')
    return c.json({
      version: answerVersion(version, whoOf),
      form,
      threads: threads.filter(thread => sees(here, thread)).map(thread => answerThread(thread, whoOf)),
    } satisfies WholeVersion)
  })

  routes.post('/:id/versions/:number/restore', async c => {
    const here = door.enter(c.req.param('id'), c.get('me'), 'restoreVersion')
    const { note } = await parseBody(c, restoreVersionSchema)
    door.take(making, here)
    const number = numberIn(c.req.param('number'))
    const restored = await door.told(here.id, () => restoring.restore(here, number, note))
    if (!restored) throw new Refused('unknownVersion')
    return c.json(answerVersion(restored, whoOf) satisfies Version, 201)
  })

  /** What was internal then is seen by the same party now, though it has been handed over since. */
  function sees({ id, me }: VersionedHere, { internalTo, posts }: KeptThread): boolean {
    const [personId = '', partyId = ''] = posts[0]?.by.split('@') ?? []
    const thread = { internalTo, startedBy: { personId, partyId } }
    return mayWithThread(access.standingOf(id, me), askingOf(me), thread, 'see')
  }

  return routes
}

/** The number in an address; refused as one that there is no version of when it is none. */
function numberIn(written: string): number {
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new Refused('unknownVersion')
  return Number(written)
}
