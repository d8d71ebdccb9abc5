import { afterEach, describe, expect, it } from 'vitest'
import { smtpCarrier } from '../../../server/mail/smtpCarrier.ts'
import { until } from './HandClock.ts'
import { letter, QueueUnderTest } from './queueUnderTest.ts'
import { readMessage } from './readMessage.ts'
import { type Answer, SmtpSink } from './SmtpSink.ts'

const from = { name: 'Samskriv', address: 'samskriv@heby.example' }
const patience = { greetingMs: 20_000, silenceMs: 1000, wholeMs: 20_000 }
const minute = 60_000

const carrierTo = (port: number) =>
  smtpCarrier({ host: 'localhost', port, security: 'none', login: null }, null, from, patience)

let sinks: SmtpSink[] = []
afterEach(async () => {
  for (const sink of sinks) await sink.stop()
  sinks = []
})

async function begin(answers: Answer[] = []) {
  const sink = await SmtpSink.start()
  sinks.push(sink)
  sink.answers = answers
  return { sink, under: await QueueUnderTest.over(carrierTo(sink.port)) }
}

/** The Message-IDs of what has come, in order. */
function idsIn(sink: SmtpSink) {
  return sink.received.map(({ bytes }) => readMessage(bytes).head.get('message-id'))
}

describe('the queue with a real mail server', () => {
  it('delivers a letter once', async () => {
    const { sink, under } = await begin()
    const id = await under.queue.send(letter)
    await under.becomes(id, 'sent')
    expect(idsIn(sink)).toEqual([`<${id}@heby.example>`])
    const [message] = sink.received.map(({ bytes }) => readMessage(bytes))
    expect(message?.head.get('subject')).toBe(letter.subject)
    expect(message?.text).toBe(letter.text)
    expect(sink.tries).toBe(1)
  })

  it.each<[string, Answer, number]>([
    ['refuses for now', { refuse: 451, at: 'to' }, 1],
    ['refuses the text for now', { refuse: 452, at: 'text' }, 1],
    ['stalls', 'stall', 2],
    ['breaks off in the text', 'hangUpInText', 1],
    ['has the letter and breaks off before it says so', 'hangUpAfterText', 2],
  ])(
    'delivers in the end when it first %s, and a double has the same Message-ID',
    async (_what, answer, copies) => {
      const { sink, under } = await begin([answer])
      const id = await under.queue.send(letter)
      expect(await under.pauses()).toBe(minute)
      expect(under.queue.stateOf(id)).toBe('waiting')
      under.clock.pass(minute)
      await under.becomes(id, 'sent')
      expect(sink.tries).toBe(2)
      expect(idsIn(sink)).toEqual(Array.from({ length: copies }, () => `<${id}@heby.example>`))
      expect(new Set(sink.received.map(({ bytes }) => bytes.toString('latin1'))).size).toBe(1)
      expect(under.log).toMatchObject([{ kind: 'letterDelayed', letter: id, tries: 1 }])
    },
  )

  it('gives up at once when it does not want the letter', async () => {
    const { sink, under } = await begin([{ refuse: 550, at: 'to' }])
    const id = await under.queue.send(letter)
    await under.becomes(id, 'failed')
    expect(under.onDisk(id)).toMatchObject({ to: letter.to, trouble: { reason: 'refused', status: 550 } })
    under.clock.pass(24 * 60 * minute)
    expect(sink.tries).toBe(1)
  })

  it('delivers what was under way when the program was cut off', async () => {
    const { sink, under } = await begin(['stall'])
    const id = await under.queue.send(letter)
    await until(() => sink.received.length === 1)
    const after = await QueueUnderTest.over(carrierTo(sink.port), under.disk.afterPowerCut(), under.clock)
    await after.becomes(id, 'sent')
    expect(idsIn(sink)).toEqual([`<${id}@heby.example>`, `<${id}@heby.example>`])
  })

  it('delivers when the mail server is back', async () => {
    const { sink, under } = await begin()
    const { port } = sink
    await sink.stop()
    const id = await under.queue.send(letter)
    await under.pauses()
    expect(under.onDisk(id)).toMatchObject({ state: 'waiting', trouble: { reason: 'unreachable' } })
    const back = await SmtpSink.start(undefined, {}, port)
    sinks = [back]
    under.clock.pass(minute)
    await under.becomes(id, 'sent')
    expect(back.received).toHaveLength(1)
  })
})
