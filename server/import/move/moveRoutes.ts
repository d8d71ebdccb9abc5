import { Hono } from 'hono'
import { z } from 'zod'
import type { Application } from '../../../shared/http/application.ts'
import { moveSchema } from '../../../shared/http/formImport.ts'
import type { AnswerApplication } from '../../document/answerApplication.ts'
import { Attempts } from '../../http/Attempts.ts'
import { parseBody } from '../../http/parseBody.ts'
import { parseQuery } from '../../http/parseQuery.ts'
import { Refused } from '../../http/refuse.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import { Moving, type MovingParts } from './Moving.ts'

const querySchema = z.strictObject({ to: z.string().max(64) })

const hourMs = 3_600_000

interface MoveRoutes extends MovingParts {
  readonly answer: AnswerApplication
}

/** What an ansökan would be on a newer form version, and making that of it. */
export function moveRoutes({ answer, ...parts }: MoveRoutes): Hono<SignedIn> {
  const { applications, now } = parts
  const moving = new Moving(parts)
  const reading = new Attempts(300, hourMs)
  const routes = new Hono<SignedIn>()

  routes.get('/:id/move', async c => {
    const me = c.get('me')
    moving.require(c.req.param('id'), me)
    const { to } = parseQuery(c, querySchema)
    const waitSeconds = reading.take(me.person.id, now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    return c.json(await moving.read(c.req.param('id'), me, to))
  })

  routes.post('/:id/move', async c => {
    const me = c.get('me')
    moving.require(c.req.param('id'), me)
    const id = await moving.move(c.req.param('id'), me, await parseBody(c, moveSchema))
    return c.json(answer(applications.describe(id), me) satisfies Application, 201)
  })

  return routes
}
