/** How letters are sent. */
export interface MailSettings {
  /** `MAIL_FROM`, the sender of every letter, `samskriv@heby.example` or `Samskriv <samskriv@heby.example>`. */
  readonly from: Sender
  /** Null: letters go to the folder `mailbox` among the data. */
  readonly smtp: SmtpSettings | null
}

export interface Sender {
  readonly name: string
  readonly address: string
}

export interface SmtpSettings {
  /** `SMTP_HOST`, the mail server that takes our letters. */
  readonly host: string
  /** `SMTP_PORT`, 1–65535. Default by security: 587, 465 or 25. */
  readonly port: number
  /** `SMTP_SECURITY`: TLS after a first word, from the start, or none at all. Default `starttls`, which is required then. */
  readonly security: 'starttls' | 'tls' | 'none'
  /** `SMTP_USER` and `SMTP_PASSWORD_FILE`; null where the mail server knows us by our address. Never without TLS. */
  readonly login: { readonly user: string; readonly passwordFile: string } | null
}
