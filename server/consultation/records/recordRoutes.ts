import { type Context, Hono } from 'hono'
import type { RecordFile } from '../../../shared/http/replies.ts'
import { Attempts } from '../../http/Attempts.ts'
import { Refused } from '../../http/refuse.ts'
import { savedAs } from '../../http/savedAs.ts'
import { streamOf } from '../../http/streamOf.ts'
import type { SignedIn } from '../../people/sessionCookie.ts'
import type { RoundDoor } from '../RoundDoor.ts'
import type { Records } from './Records.ts'
import { registerCsv } from './registerCsv.ts'

interface RecordRoutes {
  readonly door: RoundDoor
  readonly records: Records
}

const hourMs = 3_600_000

/** What my party sent and received in a round as files; of whoever holds it what all did. */
export function recordRoutes({ door, records }: RecordRoutes): Hono<SignedIn> {
  const fetching = new Attempts(1_000, hourMs)
  const routes = new Hono<SignedIn>()

  const enter = (c: Context<SignedIn>) => {
    const { id = '', number = '' } = c.req.param()
    const here = door.enter(id, c.get('me'), 'readRounds')
    const round = door.round(here, number)
    return { here, round, recorded: records.list(here, round) }
  }

  routes.get('/:id/rounds/:number/records', c => {
    const files: RecordFile[] = enter(c).recorded.map(({ file }) => file)
    return c.json({ files })
  })

  routes.get('/:id/rounds/:number/records/register.csv', async c => {
    const { here, round } = enter(c)
    door.take(fetching, here)
    await door.note(here, 'exported', { format: 'csv', round: String(round.number), what: 'register' })
    // It may have been taken from her meanwhile.
    const { recorded } = enter(c)
    return c.body(registerCsv(recorded.map(({ file }) => file)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': savedAs(`register-${round.number}.csv`),
    })
  })

  routes.get('/:id/rounds/:number/records/:party/:file', async c => {
    const { party, file } = c.req.param()
    const { here, round, recorded } = enter(c)
    const record = recorded.find(one => one.file.path === `${party}/${file}`)
    if (!record) throw new Refused('unknownRecord')
    door.take(fetching, here)
    const { format, headers, body } = await records.make(here, round, record, c.req.raw.signal)
    const details = { format, round: String(round.number), what: 'records', party: record.partyId }
    await door.note(here, 'exported', details)
    const isStill = enter(c).recorded.some(one => one.file.path === record.file.path)
    if (!isStill) throw new Refused('unknownRecord')
    const sent = typeof body === 'string' || body instanceof Uint8Array ? body : streamOf(body)
    return c.body(sent as string | Uint8Array<ArrayBuffer> | ReadableStream, 200, {
      ...headers,
      'content-disposition': savedAs(record.file.name),
    })
  })

  return routes
}
