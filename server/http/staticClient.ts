import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono, type Next } from 'hono'

/**
 * The built client. Files under `/assets` carry their hash in the name and never change; every other address is
 * a page of the client, which says itself when there is no such page. Nothing when it has not been built.
 */
export function staticClient(folder: string): Hono {
  const routes = new Hono()
  if (!clientIsBuilt(folder)) return routes
  routes.use('/assets/*', keptForEver, serveStatic({ root: folder }), async c => c.notFound())
  routes.get('/icon.svg', serveStatic({ root: folder }))
  routes.get('/offlineShell.js', serveStatic({ root: folder }))
  routes.get('*', serveStatic({ root: folder, path: 'index.html' }))
  return routes
}

async function keptForEver(c: Context, next: Next): Promise<void> {
  await next()
  if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
}

/** True when the client has been built into `folder`. */
export function clientIsBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}
