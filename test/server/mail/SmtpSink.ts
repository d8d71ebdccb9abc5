import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/**
 * What a mail server does with one letter: takes it; says no to the sender, to the recipient or to the text, with a
 * code; says nothing at all to the text; hangs up when the text begins, or when it has all of it and should say so.
 */
export type Answer =
  | 'take'
  | { readonly refuse: number; readonly at: 'from' | 'to' | 'text' }
  | 'stall'
  | 'hangUpInText'
  | 'hangUpAfterText'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Buffer
  readonly isSecure: boolean
  readonly user: string | null
}

/** A real mail server on this machine that delivers to nobody, and misbehaves on request. */
export class SmtpSink {
  /** What it does with the letters to come, in order; it takes those after. */
  answers: Answer[] = []
  /** All the letters that it has got the whole text of, also when it did not say so. */
  readonly received: Received[] = []
  /** How many letters have been begun. */
  tries = 0
  readonly #server: SMTPServer
  readonly #sockets = new Set<Socket>()

  private constructor(options: SMTPServerOptions, passwords: ReadonlyMap<string, string>) {
    const answers = new Map<string, Answer>()
    const refused = (code: number) => Object.assign(new Error('Nobody here'), { responseCode: code })
    const refusal = (session: string, at: 'from' | 'to' | 'text') => {
      const answer = answers.get(session)
      return typeof answer === 'object' && answer.at === at ? refused(answer.refuse) : null
    }
    this.#server = new SMTPServer({
      authOptional: passwords.size === 0,
      disabledCommands: passwords.size === 0 ? ['AUTH'] : [],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 10,
      ...options,
      onAuth: ({ username = '', password }, _session, done) => {
        if (passwords.get(username) === password) done(null, { user: username })
        else done(refused(535))
      },
      onMailFrom: (_address, session, done) => {
        this.tries += 1
        answers.set(session.id, this.answers.shift() ?? 'take')
        done(refusal(session.id, 'from'))
      },
      onRcptTo: (_address, session, done) => done(refusal(session.id, 'to')),
      onData: (stream, session, done) => {
        const answer = answers.get(session.id)
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          if (answer === 'hangUpInText') this.hangUp()
        })
        stream.on('end', () => {
          if (answer === 'hangUpInText') return
          const refusing = refusal(session.id, 'text')
          if (refusing) return done(refusing)
          const { mailFrom, rcptTo } = session.envelope
          this.received.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            bytes: Buffer.concat(chunks),
            isSecure: session.secure,
            user: typeof session.user === 'string' ? session.user : null,
          })
          if (answer === 'hangUpAfterText') return this.hangUp()
          if (answer !== 'stall') done(null)
        })
      },
    })
    // Those who hang up do not end the sink.
    this.#server.on('error', () => {})
    this.#server.server.on('connection', socket => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  /** Without options it has no TLS. `passwords` by user: with these nobody else is let in. */
  static async start(
    options: SMTPServerOptions = { hideSTARTTLS: true },
    passwords: Readonly<Record<string, string>> = {},
    port = 0,
  ): Promise<SmtpSink> {
    const sink = new SmtpSink(options, new Map(Object.entries(passwords)))
    await new Promise<void>(resolve => sink.#server.listen(port, '127.0.0.1', resolve))
    return sink
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port
  }

  get openLines(): number {
    return this.#sockets.size
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()))
    this.hangUp()
    await closed
  }
}
