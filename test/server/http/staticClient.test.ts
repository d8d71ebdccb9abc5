import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientIsBuilt, staticClient } from '../../../server/http/staticClient.ts'

let parent: string
let built: string
let app: Hono

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'samskriv-'))
  built = join(parent, 'dist')
  await mkdir(join(built, 'assets'), { recursive: true })
  await writeFile(join(parent, 'secret.txt'), 'hemligt')
  await writeFile(join(built, 'index.html'), '<title>Samskriv</title>')
  await writeFile(join(built, 'icon.svg'), '<svg/>')
  await writeFile(join(built, 'offlineShell.js'), 'self')
  await writeFile(join(built, 'assets', 'index-abc.js'), 'main()')
  await writeFile(join(built, 'assets', 'index-abc.css'), 'a{}')
  app = new Hono()
  app.route('/', staticClient(built))
})
afterAll(async () => await rm(parent, { recursive: true, force: true }))

describe('the built client', () => {
  it.each(['/', '/ansokningar', '/ansokningar/abc', '/index.html', '/%20', '/a/b/c/d', '/%ff'])(
    'answers %s with its page, which knows its own addresses',
    async address => {
      const answer = await app.request(address)
      expect([answer.status, await answer.text()]).toEqual([200, '<title>Samskriv</title>'])
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
      expect(answer.headers.get('cache-control')).toBeNull()
    },
  )

  it('lets files with a hash in their name be kept for ever', async () => {
    const answer = await app.request('/assets/index-abc.js')
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it.each(['/assets/index-old.js', '/assets/', '/assets/..%2findex.html'])(
    'does not answer %s with its page, which would be run as script',
    async address => {
      expect((await app.request(address)).status).toBe(404)
    },
  )

  it.each(['/icon.svg', '/offlineShell.js'])('has %s beside it', async address => {
    expect((await app.request(address)).headers.get('content-type')).not.toMatch(/^text\/html/)
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//secret.txt',
  ])('gives nothing from outside of its folder (%s)', async address => {
    expect(await (await app.request(address)).text()).not.toContain('hemligt')
  })

  it('takes no changes', async () => {
    expect((await app.request('/', { method: 'POST' })).status).toBe(404)
  })
})

describe('a client that has not been built', () => {
  it('is told apart from one that has', () => {
    expect([clientIsBuilt(built), clientIsBuilt(parent)]).toEqual([true, false])
  })

  it('has no pages', async () => {
    expect((await staticClient(join(parent, 'nowhere')).request('/')).status).toBe(404)
  })
})
