import { Hono } from 'hono'
import { answerRemarkSchema, type Reply, recordOppositionSchema } from '../../../shared/http/replies.ts'
import { Attempts } from '../../http/Attempts.ts'
import { parseBody } from '../../http/parseBody.ts'
import type { WhoOf } from '../../people/access/whoOf.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { RoundDoor } from '../RoundDoor.ts'
import { answerReply } from '../reply/answerReply.ts'
import type { AnsweringRemarks } from './AnsweringRemarks.ts'

interface RemarkRoutes {
  readonly answering: AnsweringRemarks
  readonly door: RoundDoor
  readonly whoOf: WhoOf
}

const hourMs = 3_600_000

/** What the owner says of the answers: to each remark, and that an *avstyrker* stands. */
export function remarkRoutes({ answering, door, whoOf }: RemarkRoutes): Hono<SignedIn> {
  const often = new Attempts(2_000, hourMs)
  const routes = new Hono<SignedIn>()

  routes.put('/:id/rounds/:number/replies/:party/remarks/:remark', async c => {
    const { id, number, party, remark } = c.req.param()
    const here = door.enter(id, c.get('me'), 'holdRounds')
    const asked = await parseBody(c, answerRemarkSchema)
    door.take(often, here)
    const reply = await answering.answer(here, number, party, remark, asked)
    return c.json(answerReply(reply, whoOf, true) satisfies Reply)
  })

  routes.put('/:id/rounds/:number/replies/:party/opposition', async c => {
    const { id, number, party } = c.req.param()
    const here = door.enter(id, c.get('me'), 'holdRounds')
    const { reason } = await parseBody(c, recordOppositionSchema)
    door.take(often, here)
    const reply = await answering.record(here, number, party, reason)
    return c.json(answerReply(reply, whoOf, true) satisfies Reply)
  })

  return routes
}
