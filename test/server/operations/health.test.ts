import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { healthRoutes } from '../../../server/operations/healthRoutes.ts'
import { problemSchema } from '../../../shared/http/problem.ts'
import { DemoServer } from '../../harness/demoServer.ts'
import { type Family, readExposition } from './readExposition.ts'

let server: DemoServer
beforeAll(async () => {
  server = await DemoServer.start()
})
afterAll(async () => await server.dispose())

async function measure(): Promise<Map<string, Family>> {
  const answer = await fetch(`${server.origin}/metrics`)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  return readExposition(await answer.text())
}

/** The number of a sample; its labels are the rest. */
function numberOf(
  families: Map<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
) {
  const family = families.get(name) ?? families.get(name.replace(/_(?:bucket|sum|count)$/, ''))
  const isIt = (sample: Family['samples'][number]) =>
    sample.name === name && Object.entries(labels).every(([label, said]) => sample.labels[label] === said)
  const found = family?.samples.filter(isIt) ?? []
  if (found.length !== 1) throw new Error(`${found.length} samples of ${name}.`)
  return found[0]?.value ?? 0
}

describe('/health', () => {
  it('says that the program is alive and ready, to anybody', async () => {
    const ask = async (path: string) => {
      const answer = await fetch(`${server.origin}${path}`)
      return { status: answer.status, said: await answer.json() }
    }
    expect(await ask('/health')).toEqual({ status: 200, said: { alive: true, ready: true, reasons: [] } })
    expect(await ask('/health/alive')).toEqual({ status: 200, said: { alive: true } })
    expect(await ask('/health/ready')).toEqual({ status: 200, said: { ready: true, reasons: [] } })
  })

  it('answers a HEAD, and nothing else', async () => {
    expect((await fetch(`${server.origin}/health/ready`, { method: 'HEAD' })).status).toBe(200)
    const answer = await fetch(`${server.origin}/health/ready`, { method: 'POST' })
    expect(problemSchema.parse(await answer.json()).kind).toBe('unknownAddress')
  })

  it.each(['stopping', 'disk'] as const)('answers 503 when the program is not ready: %s', async reason => {
    const routes = healthRoutes({ reasons: async () => [reason] })
    const ask = async (path: string) => {
      const answer = await routes.request(path)
      return { status: answer.status, said: await answer.json() }
    }
    expect(await ask('/ready')).toEqual({ status: 503, said: { ready: false, reasons: [reason] } })
    expect(await ask('/')).toEqual({ status: 503, said: { alive: true, ready: false, reasons: [reason] } })
    expect((await ask('/alive')).status).toBe(200)
  })
})

describe('/metrics', () => {
  it('counts what people do, as Prometheus reads it', async () => {
    const before = await measure()
    const anna = await server.enter('anna')
    const karim = await server.enter('karim')
    const id = await anna.newApplication()
    const one = await anna.join(id)
    const other = await karim.join(id)
    for (let times = 0; times < 5; times += 1)
      await one.write(doc => doc.getMap('name').set('value', `${times}`))
    await other.until(() => other.doc.getMap('name').get('value') === '4')

    const during = await measure()
    const more = (name: string, labels = {}) =>
      numberOf(during, name, labels) - numberOf(before, name, labels)
    expect(more('samskriv_updates_total')).toBe(5)
    expect(more('samskriv_delivered_updates_total')).toBe(5)
    expect(more('samskriv_acknowledgement_seconds_count')).toBe(5)
    expect(more('samskriv_acknowledgement_seconds_sum')).toBeGreaterThan(0)
    expect(more('samskriv_connections', { transport: 'socket' })).toBe(2)
    expect(more('samskriv_rooms', { state: 'awake' })).toBe(1)
    expect(more('samskriv_documents', { state: 'sound' })).toBe(1)
    expect(more('samskriv_sync_seconds_count')).toBeGreaterThan(0)
    expect(more('samskriv_log_size_bytes')).toBeGreaterThan(0)
    expect(more('samskriv_http_requests_total', { status: '1xx' })).toBe(2)
    expect(more('samskriv_http_requests_total', { status: '2xx' })).toBeGreaterThan(0)
    expect(numberOf(during, 'samskriv_ready')).toBe(1)
    expect(numberOf(during, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
    expect(numberOf(during, 'process_cpu_seconds_total')).toBeGreaterThan(0)

    // Something that nobody may write, and a goodbye.
    one.sendUpdate(new Uint8Array([1, 2, 3]))
    await one.closed
    await other.close()
    const after = await measure()
    const since = (name: string, labels = {}) =>
      numberOf(after, name, labels) - numberOf(during, name, labels)
    expect(since('samskriv_refusals_total', { reason: 'malformed' })).toBe(1)
    expect(since('samskriv_connection_ends_total', { reason: 'updateRefused' })).toBe(1)
    expect(since('samskriv_connection_ends_total', { reason: 'lost' })).toBe(1)
    expect(numberOf(after, 'samskriv_connections', { transport: 'socket' })).toBe(0)
  })

  it('has the events of the storage, from the start', async () => {
    const families = await measure()
    for (const event of ['damaged', 'tailCut', 'healed', 'diskFault', 'checkpointed', 'roomBroken']) {
      expect(numberOf(families, 'samskriv_events_total', { event })).toBeGreaterThanOrEqual(0)
    }
  })

  it('names no document, no person and no folder', async () => {
    const page = await (await fetch(`${server.origin}/metrics`)).text()
    const anna = await server.enter('anna')
    for (const { id, name } of await anna.applications()) {
      expect(page).not.toContain(id)
      expect(page).not.toContain(name)
    }
    expect(page).not.toMatch(/anna|\/tmp|data/i)
  })

  it('does not exist for whoever comes through a proxy', async () => {
    const unknown = await (await fetch(`${server.origin}/api/nowhere`)).text()
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 x' },
    ]) {
      const answer = await fetch(`${server.origin}/metrics`, { headers })
      expect([answer.status, await answer.text()]).toEqual([404, unknown])
    }
  })
})

describe('in production, /metrics', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samskriv-'))
  })
  afterAll(async () => await rm(folder, { recursive: true, force: true }))

  it('does not exist without a token, also for whoever asks from this machine', async () => {
    const behind = await DemoServer.start({ PUBLIC_ORIGIN: 'https://ansokan.example.se', DEMO: 'on' })
    expect((await fetch(`${behind.origin}/metrics`)).status).toBe(404)
    await behind.dispose()
  })

  it('is there for whoever has the token', async () => {
    const path = join(folder, 'token')
    await writeFile(path, 'b'.repeat(40))
    const behind = await DemoServer.start({ METRICS_TOKEN_FILE: path, TRUSTED_PROXY: '127.0.0.1' })
    const ask = async (authorization: string) =>
      (await fetch(`${behind.origin}/metrics`, { headers: { authorization } })).status
    expect(await ask(`Bearer ${'b'.repeat(40)}`)).toBe(200)
    expect(await ask(`Bearer ${'c'.repeat(40)}`)).toBe(404)
    expect((await fetch(`${behind.origin}/metrics`)).status).toBe(404)
    await behind.dispose()
  })

  it('stops the start when the token is short', async () => {
    const path = join(folder, 'short')
    await writeFile(path, 'secret')
    await expect(DemoServer.start({ METRICS_TOKEN_FILE: path })).rejects.toThrow('METRICS_TOKEN_FILE')
  })
})
