import { Hono, type MiddlewareHandler } from 'hono'
import { attachmentMaxBytes } from '../../../shared/http/replies.ts'
import { Attempts } from '../../http/Attempts.ts'
import { limitBody } from '../../http/limitBody.ts'
import { Refused } from '../../http/refuse.ts'
import { savedAs } from '../../http/savedAs.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { Attaching } from './Attaching.ts'

const hourMs = 3_600_000

/** The files of answers. They are large, and come before the limit of other requests. */
export function attachmentRoutes(attaching: Attaching): Hono<SignedIn> {
  const keeping = new Attempts(200, hourMs)
  const routes = new Hono<SignedIn>()

  const mayAttach: MiddlewareHandler<SignedIn, '/:id/rounds/:number/reply/attachments'> = async (c, next) => {
    const { id, number } = c.req.param()
    // First: nobody's bytes are waited for in vain.
    attaching.draftFor(id, number, c.get('me'))
    const waitSeconds = keeping.take(c.get('me').person.id, Date.now())
    if (waitSeconds !== null) throw new Refused('tooManyAttempts', [], waitSeconds)
    await next()
  }

  routes.post('/:id/rounds/:number/reply/attachments', mayAttach, limitBody(attachmentMaxBytes), async c => {
    const { id, number } = c.req.param()
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const name = c.req.query('name') ?? ''
    return c.json(await attaching.keep(id, number, c.get('me'), name, bytes), 201)
  })

  routes.get('/:id/rounds/:number/replies/:party/attachments/:hash', async c => {
    const { id, number, party, hash } = c.req.param()
    const { name, bytes } = await attaching.read(id, number, c.get('me'), party, hash)
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      // Whatever it is, it is saved and never shown as a page of ours.
      'content-type': 'application/octet-stream',
      'content-disposition': savedAs(name),
      'cache-control': 'private, max-age=31536000, immutable',
    })
  })

  return routes
}
