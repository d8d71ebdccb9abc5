import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { atOnceMost } from '../../../server/notice/addNotices.ts'
import { noticesSchema } from '../../../shared/http/notices.ts'
import { Visitor } from '../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../harness/serverProcess.ts'
import { comment, Said } from '../comment/said.ts'
import { readMessage } from '../mail/readMessage.ts'
import { SmtpSink } from '../mail/SmtpSink.ts'
import { enterByLetter, waitFor } from './enterByLetter.ts'

let server: ServerProcess | undefined
let sink: SmtpSink | undefined
let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samskriv-'))
})
afterEach(async () => {
  await server?.dispose()
  await sink?.stop()
})

/** The letters about being named that have come, by what they say. */
function arrived(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { bytes } of sink?.received ?? []) {
    const { head, text } = readMessage(bytes)
    const said = /^> (Nummer \d+)/m.exec(text)?.[1]
    if (said) found.set(said, [...(found.get(said) ?? []), head.get('message-id') ?? ''])
  }
  return found
}

it('forty notices come by letter, each once, though the program is killed while it sends them', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `Nummer ${index + 1}`)
  // Without a mail server it has the people of the demo, who go on to use it.
  const demo = await startServerProcess({ DATA_DIR: dataDir })
  const owner = await Visitor.enter(demo.origin, 'anna')
  // So many come at once of each.
  const ids: string[] = []
  while (ids.length * atOnceMost < names.length) ids.push(await owner.newApplication())
  await demo.stop()
  sink = await SmtpSink.start()
  const running = await startServerProcess({
    ...{ DATA_DIR: dataDir, SMTP_HOST: 'localhost', SMTP_PORT: String(sink.port), SMTP_SECURITY: 'none' },
    MAIL_FROM: 'samskriv@heby.example',
  })
  server = running
  const anna = await enterByLetter(running, sink, 'anna', 'anna@heby.example')
  const karim = await enterByLetter(running, sink, 'karim', 'karim@af.example')
  const comments = names.map((name, index) => ({
    id: ids[index % ids.length] ?? '',
    asked: comment({ text: `${name}, @{person:karim}` }),
  }))
  const sayAll = () => Promise.allSettled(comments.map(({ id, asked }) => new Said(anna, id).start(asked)))
  const saying = sayAll()
  // Some have come; others are in the queue, are due, or have not even been said.
  await waitFor(() => arrived().size >= 3)
  await running.kill()
  await saying
  const before = arrived()
  expect(before.size).toBeLessThan(names.length)
  await running.restart()
  // As a browser does that has had no answer.
  expect((await sayAll()).filter(({ status }) => status === 'rejected')).toEqual([])
  await waitFor(() => arrived().size === names.length)
  // What is due would be sent after another start.
  await running.stop()
  await running.restart()
  const { notices } = noticesSchema.parse(await (await karim.get('/api/notices')).json())
  expect(notices.filter(({ applicationId }) => ids.includes(applicationId))).toHaveLength(names.length)
  await running.stop()
  for (const [name, messageIds] of arrived()) {
    // Twice only what the mail server had said yes to when the program had not written it down, as the same letter.
    expect(new Set(messageIds).size, name).toBe(1)
    if (messageIds.length > 1) expect([messageIds.length, before.get(name)?.length], name).toEqual([2, 1])
  }
  // So many are carried at the same time.
  const twice = [...arrived().values()].filter(({ length }) => length > 1)
  expect(twice.length).toBeLessThanOrEqual(3)
})
