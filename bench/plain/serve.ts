import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/**
 * Serves the plain editor and its documents, in a process of its own as the program is: `serve.ts <built> <data>`.
 * Prints its port.
 */
const [built, data] = process.argv.slice(2)
if (!built || !data) throw new Error('serve.ts <folder of the built editor> <folder of its documents>')

const app = new Hono()
app.use('/assets/*', async (c, next) => {
  await next()
  c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
})
app.use('/assets/*', serveStatic({ root: built }))
app.use(async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
})
app.use('*', serveStatic({ root: data }))
app.get('*', serveStatic({ root: built, path: 'index.html' }))

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, info =>
  console.log((info as AddressInfo).port),
)
process.once('SIGTERM', () => server.close(() => process.exit(0)))
