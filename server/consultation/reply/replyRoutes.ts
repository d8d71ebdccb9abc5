import { Hono } from 'hono'
import { liftSchema, type Reply, sendReplySchema } from '../../../shared/http/replies.ts'
import { Attempts } from '../../http/Attempts.ts'
import { parseBody } from '../../http/parseBody.ts'
import type { WhoOf } from '../../people/access/whoOf.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { RoundDoor } from '../RoundDoor.ts'
import { answerReply } from './answerReply.ts'
import type { Replying } from './Replying.ts'
import { seenReplies } from './seenReplies.ts'

interface ReplyRoutes {
  readonly replying: Replying
  readonly door: RoundDoor
  readonly whoOf: WhoOf
}

/** A party's answer in a round: its draft, sending it, what follows; and the answers that somebody may see. */
export function replyRoutes({ replying, door, whoOf }: ReplyRoutes): Hono<SignedIn> {
  /** By person: each answer stays, also when it has been replaced. */
  const sending = new Attempts(60, 3_600_000)
  const routes = new Hono<SignedIn>()

  routes.post('/:id/rounds/:number/reply', async c => {
    const { id, number } = c.req.param()
    const draftId = await replying.begin(id, numberIn(number), c.get('me'))
    return c.json({ draftId }, 201)
  })

  routes.post('/:id/rounds/:number/reply/send', async c => {
    const { id, number } = c.req.param()
    const { replaces } = await parseBody(c, sendReplySchema)
    door.take(sending, door.enter(id, c.get('me'), 'readRounds'))
    const reply = await replying.send(id, numberIn(number), c.get('me'), replaces)
    return c.json(answerReply(reply, whoOf, false) satisfies Reply, 201)
  })

  routes.post('/:id/rounds/:number/reply/reopen', async c => {
    const { id, number } = c.req.param()
    await replying.reopen(id, numberIn(number), c.get('me'))
    return c.body(null, 204)
  })

  routes.post('/:id/rounds/:number/reply/lift', async c => {
    const { id, number } = c.req.param()
    const { reason } = await parseBody(c, liftSchema)
    const me = c.get('me')
    const reply = await replying.lift(id, numberIn(number), me, reason)
    const isPublished = door.enter(id, me, 'readRounds').open.rounds.find(numberIn(number))?.published
    return c.json(answerReply(reply, whoOf, isPublished !== null) satisfies Reply)
  })

  routes.get('/:id/rounds/:number/replies', c => {
    const { id, number } = c.req.param()
    const here = door.enter(id, c.get('me'), 'readRounds')
    const replies = seenReplies(here, door.round(here, number), whoOf)
    return c.json({ replies })
  })

  return routes
}

/** The number in an address; 0, which no round has, when it is none. */
function numberIn(written: string): number {
  return /^[1-9]\d{0,3}$/.test(written) ? Number(written) : 0
}
