import { Hono } from 'hono'
import { keepRescuedSchema } from '../../shared/http/rescued.ts'
import { parseBody } from '../http/parseBody.ts'
import { Refused } from '../http/refuse.ts'
import type { Access } from '../people/access/Access.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import type { Applications } from './Applications.ts'
import { openApplication, visible } from './applicationRoutes.ts'
import { authorOf } from './documentRecords.ts'

/** *Räddad text*: my own, in one document. */
export function rescuedRoutes(applications: Applications, access: Access): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.get('/:id/rescued', c => {
    const { rescued } = openApplication(applications, visible(c, access))
    return c.json({ rescued: rescued.of(authorOf(c.get('me'))) })
  })

  routes.post('/:id/rescued', async c => {
    const { rescued } = openApplication(applications, visible(c, access))
    const { id, section, text, why } = await parseBody(c, keepRescuedSchema)
    return c.json(await rescued.keepRefused(authorOf(c.get('me')), id, section, text, why), 201)
  })

  routes.delete('/:id/rescued/:rescuedId', async c => {
    const { rescued } = openApplication(applications, visible(c, access))
    const removed = await rescued.remove(authorOf(c.get('me')), c.req.param('rescuedId'))
    if (!removed) throw new Refused('unknownRescued')
    return c.body(null, 204)
  })

  return routes
}
