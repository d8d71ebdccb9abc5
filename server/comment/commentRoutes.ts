import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  answerThreadSchema,
  type CommentsAnswer,
  changeThreadSchema,
  editPostSchema,
  startThreadSchema,
} from '../../shared/http/comments.ts'
import { parseBody } from '../http/parseBody.ts'
import { parseQuery } from '../http/parseQuery.ts'
import { Refused } from '../http/refuse.ts'
import type { WhoOf } from '../people/access/whoOf.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import { answerThread } from './answerComments.ts'
import type { CommentedHere, Commenting } from './Commenting.ts'
import type { KeptThread } from './commentsFile.ts'

const querySchema = z.strictObject({ since: z.string().max(200).optional() })

/** `/api/applications/:id/comments…`: what is said beside the text. */
export function commentRoutes(commenting: Commenting, whoOf: WhoOf): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  /** Before anything of a request is read: who may not comment learns nothing of threads. */
  const enter = (c: Context<SignedIn>, act: 'readComments' | 'comment'): CommentedHere =>
    commenting.enter(c.req.param('id') ?? '', c.get('me'), act)
  const answer = (c: Context<SignedIn>, thread: KeptThread, status: 200 | 201 = 200) =>
    c.json(answerThread(thread, whoOf), status)

  routes.get('/:id/comments', c => {
    const here = enter(c, 'readComments')
    const { since } = parseQuery(c, querySchema)
    const { threads, cursor, isWhole } = commenting.read(here, since ?? null)
    const shown = threads.map(thread => answerThread(thread, whoOf))
    return c.json({ threads: shown, cursor, isWhole } satisfies CommentsAnswer)
  })

  routes.post('/:id/comments', async c => {
    const here = enter(c, 'comment')
    const asked = await parseBody(c, startThreadSchema)
    return answer(c, await commenting.start(here, asked), 201)
  })

  routes.put('/:id/comments/:thread', async c => {
    const here = enter(c, 'comment')
    const asked = await parseBody(c, changeThreadSchema)
    if (Object.keys(asked).length === 0) throw new Refused('malformedRequest')
    return answer(c, await commenting.change(here, c.req.param('thread'), asked))
  })

  routes.post('/:id/comments/:thread/posts', async c => {
    const here = enter(c, 'comment')
    const asked = await parseBody(c, answerThreadSchema)
    return answer(c, await commenting.answer(here, c.req.param('thread'), asked), 201)
  })

  routes.put('/:id/comments/:thread/posts/:post', async c => {
    const here = enter(c, 'comment')
    const asked = await parseBody(c, editPostSchema)
    return answer(c, await commenting.edit(here, c.req.param('thread'), c.req.param('post'), asked))
  })

  routes.delete('/:id/comments/:thread/posts/:post', async c => {
    const here = enter(c, 'comment')
    return answer(c, await commenting.remove(here, c.req.param('thread'), c.req.param('post')))
  })

  return routes
}
