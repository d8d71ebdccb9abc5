import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type MailCarrier, NotCarried, type Trouble } from '../../../server/mail/MailCarrier.ts'
import type { SmtpSettings } from '../../../server/mail/mailSettings.ts'
import { type SmtpPatience, smtpCarrier } from '../../../server/mail/smtpCarrier.ts'
import { carrierContract, letter } from './carrierContract.ts'
import { selfSignedCertificate } from './certificate.ts'
import { readMessage } from './readMessage.ts'
import { type Answer, SmtpSink } from './SmtpSink.ts'

const from = { name: 'Samskriv', address: 'samskriv@heby.example' }
/** Long enough for a busy machine where it is not waited for. */
const impatient = { greetingMs: 500, silenceMs: 500, wholeMs: 1000 }
const patient = { greetingMs: 20_000, silenceMs: 20_000, wholeMs: 20_000 }
const never = new AbortController().signal

let sinks: SmtpSink[] = []
afterEach(async () => {
  for (const sink of sinks) await sink.stop()
  sinks = []
})

async function sinkOf(...given: Parameters<typeof SmtpSink.start>): Promise<SmtpSink> {
  const sink = await SmtpSink.start(...given)
  sinks.push(sink)
  return sink
}

function to(
  port: number,
  settings: Partial<SmtpSettings> = {},
  password: string | null = null,
  patience: SmtpPatience = patient,
): MailCarrier {
  const smtp: SmtpSettings = { host: 'localhost', port, security: 'none', login: null, ...settings }
  return smtpCarrier(smtp, password, from, patience)
}

async function troubleOf(carrying: Promise<void>): Promise<Trouble> {
  const fault = await carrying.then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(fault instanceof NotCarried))
    throw new Error('It was carried, or failed as it should not.', { cause: fault })
  return fault.trouble
}

describe('SMTP as a carrier', () => {
  carrierContract(async () => {
    const sink = await sinkOf()
    return {
      carrier: to(sink.port),
      arrived: async () => sink.received.map(({ bytes }) => bytes),
      breakIt: async () => await sink.stop(),
    }
  })
})

describe('a letter over SMTP', () => {
  it('has one recipient, and us as its sender', async () => {
    const sink = await sinkOf()
    await to(sink.port).carry(letter, never)
    expect(sink.received.map(({ from: sender, to: recipients }) => [sender, recipients])).toEqual([
      ['samskriv@heby.example', ['asa@af.example']],
    ])
  })

  it('is not answered by those who are on leave', async () => {
    const sink = await sinkOf()
    await to(sink.port).carry(letter, never)
    const { head } = readMessage(sink.received[0]?.bytes ?? Buffer.alloc(0))
    expect(head.get('x-auto-response-suppress')).toBe('All')
  })

  it.each<[Answer, Partial<Trouble>]>([
    [
      { refuse: 550, at: 'to' },
      { reason: 'refused', status: 550 },
    ],
    [
      { refuse: 553, at: 'from' },
      { reason: 'refused', status: 553 },
    ],
    [
      { refuse: 554, at: 'text' },
      { reason: 'refused', status: 554 },
    ],
    [
      { refuse: 450, at: 'to' },
      { reason: 'refusedForNow', status: 450 },
    ],
    [
      { refuse: 451, at: 'from' },
      { reason: 'refusedForNow', status: 451 },
    ],
    [
      { refuse: 452, at: 'text' },
      { reason: 'refusedForNow', status: 452 },
    ],
    [
      { refuse: 421, at: 'to' },
      { reason: 'refusedForNow', status: 421 },
    ],
    ['stall', { reason: 'tooSlow', status: null }],
    ['hangUpInText', { reason: 'brokenOff', status: null }],
    ['hangUpAfterText', { reason: 'brokenOff', status: null }],
  ])('is not carried when the mail server does so: %j', async (answer, trouble) => {
    const sink = await sinkOf()
    sink.answers = [answer]
    const patience = answer === 'stall' ? impatient : patient
    const carrying = to(sink.port, {}, null, patience).carry(letter, never)
    expect(await troubleOf(carrying)).toMatchObject(trouble)
    await to(sink.port).carry(letter, never)
  })

  it('keeps what the mail server said', async () => {
    const sink = await sinkOf()
    sink.answers = [{ refuse: 550, at: 'to' }]
    expect((await troubleOf(to(sink.port).carry(letter, never))).said).toContain('Nobody here')
  })

  it('is not waited for when nobody is there', async () => {
    const sink = await sinkOf()
    const { port } = sink
    await sink.stop()
    expect((await troubleOf(to(port).carry(letter, never))).reason).toBe('unreachable')
  })

  it.each([
    ['says nothing', '', ''],
    ['never says all of its first word', '220-wait\r\n', '220-wait\r\n'],
    ['talks without end later on', '220 ready\r\n', '250-wait\r\n'],
  ])('is not waited for when the mail server %s', async (_what, first, word) => {
    const server = createServer(socket => {
      socket.write(first)
      const talking = setInterval(() => socket.write(word), 20)
      socket.on('error', () => {})
      socket.on('close', () => clearInterval(talking))
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const carrying = to(port, {}, null, impatient).carry(letter, never)
    expect((await troubleOf(carrying)).reason).toBe('tooSlow')
    server.close()
    await once(server, 'close')
  })

  it('is broken off when it is asked for, and nothing of it goes on', async () => {
    const sink = await sinkOf()
    sink.answers = ['stall']
    const stop = new AbortController()
    const carrying = to(sink.port)
      .carry(letter, stop.signal)
      .catch((fault: unknown) => fault)
    while (sink.received.length === 0) await new Promise(resolve => setImmediate(resolve))
    stop.abort()
    expect(await carrying).toBeInstanceOf(NotCarried)
    while (sink.openLines > 0) await new Promise(resolve => setImmediate(resolve))
  })
})

describe('a line to the mail server', () => {
  const certificate = selfSignedCertificate()
  const login = { user: 'samskriv', passwordFile: '' }

  it.each([
    ['starttls', {}],
    ['tls', { secure: true }],
  ] as const)('is not used with a certificate that nobody vouches for: %s', async (security, options) => {
    const sink = await sinkOf({ ...certificate, ...options })
    expect((await troubleOf(to(sink.port, { security }).carry(letter, never))).reason).toBe('notSecure')
    expect(sink.tries).toBe(0)
  })

  it('is not used in clear text where TLS is asked for', async () => {
    const sink = await sinkOf()
    expect((await troubleOf(to(sink.port, { security: 'starttls' }).carry(letter, never))).reason).toBe(
      'notSecure',
    )
    expect(sink.tries).toBe(0)
  })

  describe('with a certificate that can be trusted', () => {
    beforeAll(() => setDefaultCACertificates([...getCACertificates('default'), certificate.cert]))

    it.each([
      ['starttls', {}],
      ['tls', { secure: true }],
    ] as const)('is secure, and we sign in: %s', async (security, options) => {
      const sink = await sinkOf({ ...certificate, ...options }, { samskriv: 'hemligt åäö' })
      await to(sink.port, { security, login }, 'hemligt åäö').carry(letter, never)
      expect(sink.received.map(({ isSecure, user }) => ({ isSecure, user }))).toEqual([
        { isSecure: true, user: 'samskriv' },
      ])
    })

    it('says so when the password is wrong, which is no fault of the letter', async () => {
      const sink = await sinkOf(certificate, { samskriv: 'hemligt' })
      const trouble = await troubleOf(
        to(sink.port, { security: 'starttls', login }, 'fel').carry(letter, never),
      )
      expect(trouble).toMatchObject({ reason: 'signInRefused', status: 535 })
    })
  })
})
