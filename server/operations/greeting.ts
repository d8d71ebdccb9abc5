import { join } from 'node:path'
import type { Config } from '../config.ts'
import { mailboxName } from '../mail/openMail.ts'

/** Where people reach the program. */
export function addressOf({ host, publicOrigin }: Config, port: number): string {
  const isThisMachine = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)
  return publicOrigin ?? `http://${isThisMachine ? 'localhost' : host}:${port}`
}

/** What whoever starts it is told: where it listens, where the data is and the mail goes, how to get in. */
export function greeting(config: Config, port: number, clientIsBuilt: boolean): string {
  const address = addressOf(config, port)
  const lines = ['', `  Samskriv är igång på  ${address}`, `  Alla uppgifter ligger i  ${config.dataDir}`]
  const { smtp } = config.mail
  lines.push(
    smtp
      ? `  Mail skickas genom  ${smtp.host}:${smtp.port}`
      : `  Mail skickas inte, utan läggs i  ${join(config.dataDir, mailboxName)}`,
    '',
  )
  if (!clientIsBuilt) {
    lines.push('  Sidorna är inte byggda. Starta med "npm start" eller "npm run dev".', '')
  }
  if (config.demo) {
    lines.push(
      '  DEMOLÄGE: vem som helst som når adressen kan gå in som någon av demopersonerna och skriva.',
      '  Öppna adressen och välj en person. Ingen inloggning är inställd.',
      '',
    )
  } else {
    lines.push('  Den som ska administrera Samskriv får en länk att gå in med av  npm run administrator', '')
  }
  return lines.join('\n')
}
