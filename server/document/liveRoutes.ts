import { type Context, Hono } from 'hono'
import { keepRescuedSchema } from '../../shared/http/rescued.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { SessionCookie, SignedIn } from '../people/sessionCookie.ts'
import type { DocumentsOf } from '../sync/LiveDocuments.ts'
import type { Rooms } from '../sync/rooms.ts'
import { authorOf } from './documentRecords.ts'
import type { RescuedTexts } from './rescuedTexts.ts'

interface LiveRoutes {
  readonly documentsOf: DocumentsOf
  readonly rooms: Pick<Rooms, 'withRoom'>
  readonly cookie: SessionCookie
}

/** What a page asks of a document that people write in together, of whatever kind: the whole of it, and *räddad text*. */
export function liveRoutes({ documentsOf, rooms, cookie }: LiveRoutes): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()
  const rescuedIn = async (c: Context<SignedIn>): Promise<RescuedTexts> => {
    const id = c.req.param('id') ?? ''
    const rescued = await documentsOf(id).rescuedFor(id, c.get('me'))
    if (rescued === null) throw new Refused('unknownApplication')
    return rescued
  }

  // The whole state in one answer, for people whose network blocks sockets: they can read, and what they type
  // waits in their browser.
  routes.get('/:id/state', async c => {
    const id = c.req.param('id')
    const documents = documentsOf(id)
    const me = c.get('me')
    const refusal = documents.whyNot(id, me)
    if (refusal !== null) {
      throw new Refused(refusal === 'unknownDocument' ? 'unknownApplication' : 'damagedDocument')
    }
    const state = await rooms.withRoom(id, room => room.state())
    documents.opened(id, me, cookie.secret(c) ?? '')
    return c.body(state as Uint8Array<ArrayBuffer>, 200, { 'content-type': 'application/octet-stream' })
  })

  // My own, in one document.
  routes.get('/:id/rescued', async c => {
    const rescued = await rescuedIn(c)
    return c.json({ rescued: rescued.of(authorOf(c.get('me'))) })
  })

  routes.post('/:id/rescued', async c => {
    const rescued = await rescuedIn(c)
    const { id, section, text, why } = await parseBody(c, keepRescuedSchema)
    return c.json(await rescued.keepRefused(authorOf(c.get('me')), id, section, text, why), 201)
  })

  routes.delete('/:id/rescued/:rescuedId', async c => {
    const rescued = await rescuedIn(c)
    const removed = await rescued.remove(authorOf(c.get('me')), c.req.param('rescuedId'))
    if (!removed) throw new Refused('unknownRescued')
    return c.body(null, 204)
  })

  return routes
}
