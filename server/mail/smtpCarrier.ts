import { createTransport } from 'nodemailer'
import { type MailCarrier, NotCarried, type OutgoingLetter, type Trouble } from './MailCarrier.ts'
import type { Sender, SmtpSettings } from './mailSettings.ts'

/** How long a mail server may take, in milliseconds. */
export interface SmtpPatience {
  /** To answer at all, its name looked up and TLS agreed on. */
  readonly greetingMs: number
  /** To say or take the next thing. */
  readonly silenceMs: number
  /** For everything. */
  readonly wholeMs: number
}

/** Some servers let strangers wait on purpose. Nobody waits for us meanwhile. */
const patience: SmtpPatience = { greetingMs: 30_000, silenceMs: 120_000, wholeMs: 300_000 }

/** Longest of what a server says that is kept. */
const saidMaxLength = 300

/** Commands whose refusal is about the letter, and not about us or the line. */
const aboutTheLetter = ['MAIL FROM', 'RCPT TO', 'DATA']

/** Ways of the operating system to say that there is nobody there. */
const nobodyThere = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']

/** Hands letters to a mail server over SMTP, one line for each letter. `password` belongs to `smtp.login`. */
export function smtpCarrier(
  smtp: SmtpSettings,
  password: string | null,
  from: Sender,
  { greetingMs, silenceMs, wholeMs }: SmtpPatience = patience,
): MailCarrier {
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    ...(smtp.login && password !== null ? { auth: { user: smtp.login.user, pass: password } } : {}),
    dnsTimeout: greetingMs,
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    // A try that has ended has ended.
    socketCloseTimeout: 0,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    carry: async (letter, signal) => {
      try {
        await transport.sendMail({
          ...messageOf(letter, from),
          signal: AbortSignal.any([signal, AbortSignal.timeout(wholeMs)]),
        })
      } catch (fault) {
        const trouble = troubleOf(fault)
        throw trouble === null ? fault : new NotCarried(trouble, { cause: fault })
      }
    },
  }
}

function messageOf({ to, subject, text, messageId, acceptedAt }: OutgoingLetter, from: Sender) {
  return {
    // As objects, so that nobody reads a list of addresses out of one.
    from,
    to: { name: '', address: to },
    envelope: { from: from.address, to: [to] },
    subject,
    text,
    textEncoding: 'quoted-printable' as const,
    messageId,
    date: acceptedAt,
    xMailer: false as const,
    headers: {
      // So that nobody's "I am on leave" comes back (RFC 3834), not from Exchange either.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  }
}

/** What nodemailer says, as one of ours; null when it is no trouble with the other side. */
function troubleOf(fault: unknown): Trouble | null {
  if (!(fault instanceof Error)) return null
  const { code, command, originalCode, permanent, response, responseCode } = fault as NodemailerFault
  const status = responseCode ?? null
  const said = response?.slice(0, saidMaxLength) ?? null
  const because = (reason: Trouble['reason']) => ({ reason, status, said })
  if (code === 'EAUTH') return because('signInRefused')
  if (code === 'ETLS' || /CERT|SSL|TLS/.test(originalCode ?? '')) return because('notSecure')
  if (status !== null) {
    return because(permanent && aboutTheLetter.includes(command ?? '') ? 'refused' : 'refusedForNow')
  }
  if (code === 'ETIMEDOUT' || code === 'EABORT') return because('tooSlow')
  if (code === 'EDNS' || nobodyThere.includes(originalCode ?? '')) return because('unreachable')
  return ['ECONNECTION', 'ESOCKET', 'EPROTOCOL'].includes(code ?? '') ? because('brokenOff') : null
}

/** What nodemailer puts on its errors. */
interface NodemailerFault extends Error {
  readonly code?: string
  /** The code of the operating system or of TLS that is behind `code`. */
  readonly originalCode?: string
  /** What was asked when the other side said no. */
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
  /** It said 5xx, and meant it. */
  readonly permanent?: boolean
}
