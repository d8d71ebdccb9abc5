import type { Letter } from './Letter.ts'

/** A letter on its way. All of it is the same at every try, so that a double can be recognised. */
export interface OutgoingLetter extends Letter {
  readonly id: string
  /** With its angle brackets. */
  readonly messageId: string
  /** When it was handed to the queue. */
  readonly acceptedAt: Date
}

/**
 * Carries letters to where people read them. Whoever implements it, look out:
 *
 * - It resolves when somebody else has the letter and answers for it, not before. When nobody can know (the line
 *   broke after the last byte) it rejects: a double is better than a letter that is lost.
 * - It ends within minutes, whatever the other side does, and then nothing of the try goes on: the next try may
 *   come at once.
 * - It ends soon when `signal` aborts.
 * - It writes the same bytes for the same letter, its Message-ID and date among them.
 */
export interface MailCarrier {
  /** Rejects with `NotCarried`; anything else is a fault of ours. */
  carry(letter: OutgoingLetter, signal: AbortSignal): Promise<void>
}

/**
 * Why a letter was not carried: a closed list. All but `refused` may pass.
 *
 * - `unreachable`: there is no way to the mail server. Look at SMTP_HOST, SMTP_PORT and the firewall.
 * - `tooSlow`: it did not answer in time. `brokenOff`: it hung up.
 * - `notSecure`: there is no TLS, or a certificate that cannot be trusted. Look at SMTP_SECURITY.
 * - `signInRefused`: it does not know us. Look at SMTP_USER and SMTP_PASSWORD_FILE.
 * - `refused`: it does not want this letter, ever (5xx): often there is nobody of that address.
 * - `refusedForNow`: it does not want it now.
 * - `notWanted`: whoever it is to has left meanwhile, or what it tells of is not so any more; nobody tries.
 * - `disk`: the mailbox folder cannot be written to.
 * - `fault`: the program is wrong; the log has more.
 */
export const troubleReasons = [
  'unreachable',
  'tooSlow',
  'brokenOff',
  'notSecure',
  'signInRefused',
  'refused',
  'refusedForNow',
  'notWanted',
  'disk',
  'fault',
] as const

export type TroubleReason = (typeof troubleReasons)[number]

export interface Trouble {
  readonly reason: TroubleReason
  /** The mail server's reply code, e.g. 451. */
  readonly status: number | null
  /** What it said, for whoever runs the program. Often has the address in it: never for the log. */
  readonly said: string | null
}

/** A letter has not been carried, as far as anybody knows. */
export class NotCarried extends Error {
  override readonly name = 'NotCarried'
  readonly trouble: Trouble

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(`The letter was not carried: ${trouble.reason}.`, options)
    this.trouble = trouble
  }
}
