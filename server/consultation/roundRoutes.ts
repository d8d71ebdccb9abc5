import { type Context, Hono } from 'hono'
import { mayWithThread } from '../../shared/comment/mayWithThread.ts'
import {
  changeRoundSchema,
  type Round,
  type RoundsAnswer,
  remindSchema,
  sendRoundSchema,
} from '../../shared/http/consultation.ts'
import type { WholeVersion } from '../../shared/http/versions.ts'
import type { Act } from '../../shared/people/may.ts'
import { answerThread, asSent } from '../comment/answerComments.ts'
import { askingOf } from '../comment/Commenting.ts'
import type { KeptThread } from '../comment/commentsFile.ts'
import { Attempts } from '../http/Attempts.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import { answerVersion } from '../version/answerVersion.ts'
import type { VersionDoor } from '../version/VersionDoor.ts'
import type { Versions } from '../version/Versions.ts'
import { answerRound, type RoundSight } from './answerRound.ts'
import type { Holding } from './Holding.ts'
import type { RoundDoor, RoundsHere } from './RoundDoor.ts'
import type { KeptRound } from './roundsFile.ts'
import type { Sending } from './Sending.ts'

export interface RoundRoutes {
  readonly door: RoundDoor
  readonly sending: Sending
  readonly holding: Holding
  readonly sight: RoundSight
  readonly versions: Pick<Versions, 'read'>
  /** Says in the words of `problem.ts` why something with versions could not be done. */
  readonly told: VersionDoor['told']
}

const hourMs = 3_600_000

/** `/api/applications/:id/rounds…`: sending, following and holding rounds, and what was sent. */
export function roundRoutes(parts: RoundRoutes): Hono<SignedIn> {
  const { door, sending, holding, sight, versions } = parts
  /** By person. */
  const sendingOften = new Attempts(60, hourMs)
  const changingOften = new Attempts(300, hourMs)
  const remindingOften = new Attempts(60, hourMs)
  const readingOften = new Attempts(1_000, hourMs)
  const routes = new Hono<SignedIn>()
  const enter = (c: Context<SignedIn>, act: Act): RoundsHere =>
    door.enter(c.req.param('id') ?? '', c.get('me'), act)
  /** As it is now to whoever asks: what she has done may have changed what she is. */
  const answer = (here: RoundsHere, { number }: Pick<KeptRound, 'number'>): Round => {
    const now = door.enter(here.id, here.me, 'readRounds')
    return answerRound(sight, now, here.open.rounds.rounds, door.round(now, number))
  }

  routes.get('/:id/rounds', c => {
    const here = enter(c, 'readRounds')
    const { rounds } = here.open.rounds
    const shown = rounds.map(round => answerRound(sight, here, rounds, round))
    return c.json({ rounds: shown } satisfies RoundsAnswer)
  })

  routes.post('/:id/rounds', async c => {
    const here = enter(c, 'holdRounds')
    const asked = await parseBody(c, sendRoundSchema)
    door.take(sendingOften, here)
    const sent = await parts.told(here.id, () => sending.send(here, asked))
    return c.json(answer(here, sent), 201)
  })

  routes.put('/:id/rounds/:number', async c => {
    const here = enter(c, 'holdRounds')
    const asked = await parseBody(c, changeRoundSchema)
    const round = door.round(here, c.req.param('number'))
    door.take(changingOften, here)
    await holding.change(here, round.number, asked)
    return c.json(answer(here, round))
  })

  routes.get('/:id/rounds/:number/version', async c => {
    const here = enter(c, 'readRounds')
    const round = door.round(here, c.req.param('number'))
    door.take(readingOften, here)
    const found = await parts.told(here.id, () => versions.read(here.id, round.version.number))
    if (!found) throw new Refused('unknownVersion')
    const { version, form } = found
    await door.note(here, 'versionOpened', { version: String(version.number), round: String(round.number) })
    const now = door.enter(here.id, here.me, 'readRounds')
    const threads = now.open.comments.threads.filter(
      thread => thread.round === round.number && sees(now, thread),
    )
    return c.json({
      version: answerVersion(version, sight.whoOf),
      form,
      threads: threads.map(thread => answerThread(asSent(thread), sight.whoOf)),
    } satisfies WholeVersion)
  })

  routes.post('/:id/rounds/:number/opened', async c => {
    const here = enter(c, 'readRounds')
    await holding.opened(here, door.round(here, c.req.param('number')).number)
    return c.body(null, 204)
  })

  routes.post('/:id/rounds/:number/reminders', async c => {
    const here = enter(c, 'holdRounds')
    const { partyIds } = await parseBody(c, remindSchema)
    const round = door.round(here, c.req.param('number'))
    door.take(remindingOften, here)
    await holding.remind(here, round.number, partyIds)
    return c.json(answer(here, round))
  })

  return routes
}

function sees({ me, standing }: RoundsHere, { internalTo, posts }: KeptThread): boolean {
  const [personId = '', partyId = ''] = posts[0]?.by.split('@') ?? []
  return mayWithThread(standing, askingOf(me), { internalTo, startedBy: { personId, partyId } }, 'see')
}
