import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { Visitor } from '../../../harness/rawClient.ts'
import { type ServerProcess, startServerProcess } from '../../../harness/serverProcess.ts'
import { asked, RoundsOf } from '../../consultation/roundsOf.ts'
import { readMessage } from '../../mail/readMessage.ts'
import { SmtpSink } from '../../mail/SmtpSink.ts'
import { enterByLetter, waitFor } from '../enterByLetter.ts'

let server: ServerProcess | undefined
let sink: SmtpSink | undefined
afterEach(async () => {
  await server?.dispose()
  await sink?.stop()
})

/** The Message-IDs of the letters of rounds that have come, by whom to and what of. */
function arrived(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { bytes, to } of sink?.received ?? []) {
    const { head } = readMessage(bytes)
    const subject = head.get('subject') ?? ''
    const key = `${to.join()} ${subject}`
    if (subject.includes('Remiss 1'))
      found.set(key, [...(found.get(key) ?? []), head.get('message-id') ?? ''])
  }
  return found
}

const many = 12
const persons = { karim: 'af', elin: 'fk', sofia: 'region' }
/** What comes to each of them of so many rounds that are sent. */
const lettersOfAll = (what: string) =>
  Object.entries(persons).flatMap(([person, party]) =>
    Array.from(
      { length: many },
      (_, at) => `${person}@${party}.example [Plattform ${at + 1}] Remiss 1 – ${what}`,
    ),
  )

it('twelve rounds are told to three each, once, though the program is killed in the middle; called off, only that', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'samskriv-'))
  // Without a mail server it has the people of the demo, who go on to use it.
  const demo = await startServerProcess({ DATA_DIR: dataDir })
  const owner = await Visitor.enter(demo.origin, 'anna')
  const ids: string[] = []
  for (let number = 1; number <= many; number += 1)
    ids.push(await owner.newApplication('2024', `Plattform ${number}`))
  await demo.stop()
  sink = await SmtpSink.start()
  const running = await startServerProcess({
    ...{ DATA_DIR: dataDir, SMTP_HOST: 'localhost', SMTP_PORT: String(sink.port), SMTP_SECURITY: 'none' },
    MAIL_FROM: 'samskriv@heby.example',
  })
  server = running
  const anna = await enterByLetter(running, sink, 'anna', 'anna@heby.example')
  const rounds = ids.map(id => ({ id, round: asked({ message: 'Läs.' }).id }))
  const sendAll = (by: Visitor) =>
    Promise.allSettled(rounds.map(({ id, round }) => new RoundsOf(by, id).send({ id: round })))
  const sending = sendAll(anna)
  await waitFor(() => arrived().size >= 3)
  await running.kill()
  await sending
  const before = arrived()
  const sent = lettersOfAll('nu kan ni svara')
  expect(before.size).toBeLessThan(sent.length)
  await running.restart()
  const again = anna.at(running.origin)
  expect((await sendAll(again)).filter(({ status }) => status === 'rejected')).toEqual([])
  await waitFor(() => arrived().size === sent.length)
  expect([...arrived().keys()].toSorted()).toEqual(sent.toSorted())

  const callingOff = Promise.allSettled(
    ids.map(id => new RoundsOf(again, id).change(1, { is: 'callOff', reason: 'Vi börjar om.' })),
  )
  await waitFor(() => arrived().size >= sent.length + 3)
  await running.kill()
  await callingOff
  await running.restart()
  for (const id of ids) {
    const last = new RoundsOf(again.at(running.origin), id)
    if ((await last.get(1)).over === null) await last.change(1, { is: 'callOff', reason: 'Vi börjar om.' })
  }
  const all = [...sent, ...lettersOfAll('återkallad, ska inte besvaras')]
  await waitFor(() => arrived().size === all.length)
  // What is due would be sent after another start.
  await running.stop()
  await running.restart()
  await running.stop()
  expect([...arrived().keys()].toSorted()).toEqual(all.toSorted())
  for (const [which, messageIds] of arrived()) {
    // Twice only what the mail server had said yes to when the program had not written it down, as the same letter.
    expect(new Set(messageIds).size, which).toBe(1)
    expect(messageIds.length, which).toBeLessThanOrEqual(2)
  }
  // So many are carried at the same time, and it was killed twice.
  const twice = [...arrived().values()].filter(({ length }) => length > 1)
  expect(twice.length).toBeLessThanOrEqual(2 * 3)
})
