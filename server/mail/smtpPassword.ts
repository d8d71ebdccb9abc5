import { readFileSync } from 'node:fs'
import { WrongSetting } from '../config.ts'

/** Reads the password of `SMTP_PASSWORD_FILE`. Throws `WrongSetting` when it is missing, empty or of several lines. */
export function readSmtpPassword(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  } catch {
    // Whatever the reason is, whoever starts the program has to look at the file.
    throw new WrongSetting(`SMTP_PASSWORD_FILE är "${path}", men filen går inte att läsa.`)
  }
  if (text === '' || /\p{Cc}/u.test(text)) {
    throw new WrongSetting(
      `SMTP_PASSWORD_FILE är "${path}", men filen ska innehålla lösenordet på en enda rad.`,
    )
  }
  return text
}
