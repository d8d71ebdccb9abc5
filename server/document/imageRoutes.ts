import { Hono } from 'hono'
import { type Image, imageHashPattern, imageMaxBytes } from '../../shared/http/image.ts'
import { may } from '../../shared/people/may.ts'
import { limitBody } from '../http/limitBody.ts'
import { Refused } from '../http/refuse.ts'
import type { Access } from '../people/access/Access.ts'
import type { SignedIn } from '../people/sessionCookie.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Applications } from './Applications.ts'
import { openApplication, visible } from './applicationRoutes.ts'
import { cleanImage, imageType } from './cleanImage.ts'

/** Pictures of a document, kept in its own folder by the hash of what is kept. */
export function imageRoutes(applications: Applications, access: Access, storage: Storage): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.post('/:id/images', limitBody(imageMaxBytes), async c => {
    const id = visible(c, access)
    openApplication(applications, id)
    if (!may(access.standingOf(id, c.get('me')), 'writeText')) throw new Refused('mayNot')
    const { bytes, hash, width, height } = await cleanImage(new Uint8Array(await c.req.arrayBuffer()))
    // Pictures are long on their way, and it may have been taken from her meanwhile.
    if (!may(access.standingOf(id, c.get('me')), 'writeText')) throw new Refused('mayNot')
    await storage.putAttachment(id, hash, bytes)
    return c.json({ hash, width, height } satisfies Image, 201)
  })

  routes.get('/:id/images/:hash', async c => {
    const id = visible(c, access)
    const hash = c.req.param('hash')
    const bytes = imageHashPattern.test(hash) ? await storage.getAttachment(id, hash) : null
    const type = bytes && imageType(bytes)
    if (!type) throw new Refused('unknownImage')
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': type,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': 'inline',
    })
  })

  return routes
}
