import { z } from 'zod'

/** A letter to one person, in plain text. */
export interface Letter {
  /** One e-mail address, and nothing but the address. */
  readonly to: string
  /** One line. */
  readonly subject: string
  /** Lines end with `\n`. May hold a secret link: it is kept no longer than until it is sent. */
  readonly text: string
  /** What it tells of: it is sent only as long as that is so (`MailQueue.askAbout`). Not sent with it; none for most. */
  readonly about?: string | undefined
}

/** Longest subject and text; a letter of ours comes nowhere near. */
const subjectMaxLength = 250
const textMaxLength = 20_000
const aboutMaxLength = 500

/** Whatever else it holds, nothing in a letter can become a header, a second recipient or a command of SMTP. */
export const letterSchema: z.ZodType<Letter> = z.strictObject({
  to: z.email().max(254),
  subject: z
    .string()
    .min(1)
    .max(subjectMaxLength)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
    // Would be read as something else than it says (RFC 2047).
    .regex(/^(?!.*=\?)/),
  text: z
    .string()
    .min(1)
    .max(textMaxLength)
    .regex(/^[\P{Cc}\n\t]*$/u),
  about: z.string().max(aboutMaxLength).optional(),
})
