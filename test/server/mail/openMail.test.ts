import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig, WrongSetting } from '../../../server/config.ts'
import { openMail } from '../../../server/mail/openMail.ts'
import { greeting } from '../../../server/operations/greeting.ts'
import type { LogEvent } from '../../../server/operations/LogEvent.ts'
import { startServer } from '../../../server/server.ts'
import { type DataFolder, openDataFolder } from '../../../server/storage/dataFolder.ts'
import { nodeFileSystem } from '../../../server/storage/nodeFileSystem.ts'
import { until } from './HandClock.ts'
import { letter } from './queueUnderTest.ts'
import { readMessage } from './readMessage.ts'
import { SmtpSink } from './SmtpSink.ts'

let root: string
let folder: DataFolder
const log: LogEvent[] = []

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'samskriv-'))
  folder = await openDataFolder(join(root, 'data'))
  log.length = 0
})
afterEach(async () => {
  await folder.release()
  await rm(root, { recursive: true, force: true })
})

/** The program's mail with these settings. */
async function open(environment: Readonly<Record<string, string>>) {
  const { mail } = readConfig(environment)
  return await openMail(
    folder,
    nodeFileSystem,
    mail,
    null,
    () => true,
    event => log.push(event),
  )
}

describe("the program's mail", () => {
  it('goes to the mailbox folder when nothing is set, and its record is for its owner only', async () => {
    const mail = await open({})
    const id = await mail.send(letter)
    expect((await stat(folder.file(`mail/${id}.json`))).mode & 0o777).toBe(0o600)
    expect((await stat(folder.file('mail'))).mode & 0o777).toBe(0o700)
    await until(() => mail.stateOf(id) === 'sent')
    await mail.stop()
    const [name = '', ...others] = await readdir(folder.file('mailbox'))
    expect(others).toEqual([])
    const message = readMessage(await readFile(folder.file(`mailbox/${name}`)))
    expect(message.text).toBe(letter.text)
    expect(message.head.get('message-id')).toBe(`<${id}@localhost>`)
    expect(await readFile(folder.file(`mail/${id}.json`), 'utf8')).not.toContain('hemligt')
  })

  it('goes to the mail server that is set, from the sender that is set', async () => {
    const sink = await SmtpSink.start()
    const mail = await open({
      SMTP_HOST: 'localhost',
      SMTP_PORT: String(sink.port),
      SMTP_SECURITY: 'none',
      MAIL_FROM: 'Samskriv i Heby <ansokan@heby.example>',
    })
    const id = await mail.send(letter)
    await until(() => mail.stateOf(id) === 'sent')
    await mail.stop()
    const { head } = readMessage(sink.received[0]?.bytes ?? Buffer.alloc(0))
    expect(head.get('from')).toBe('Samskriv i Heby <ansokan@heby.example>')
    expect(head.get('message-id')).toBe(`<${id}@heby.example>`)
    expect(await readdir(folder.file('.'))).not.toContain('mailbox')
    await sink.stop()
  })
})

describe('the greeting', () => {
  it('says where the mail goes', () => {
    const said = (environment: Readonly<Record<string, string>>) =>
      greeting(readConfig({ DATA_DIR: '/srv/samskriv', ...environment }), 3000, true)
    expect(said({})).toContain('Mail skickas inte, utan läggs i  /srv/samskriv/mailbox\n')
    const smtp = { SMTP_HOST: 'smtp.example.se', MAIL_FROM: 'samskriv@example.se' }
    expect(said(smtp)).toContain('Mail skickas genom  smtp.example.se:587\n')
  })
})

describe('a start with a password file that is wrong', () => {
  it('says so, and leaves the data folder alone', async () => {
    const path = join(root, 'password')
    await writeFile(path, '')
    const config = readConfig({
      DATA_DIR: join(root, 'other'),
      PORT: '0',
      SMTP_HOST: 'smtp.example.se',
      SMTP_USER: 'samskriv',
      SMTP_PASSWORD_FILE: path,
      MAIL_FROM: 'samskriv@example.se',
    })
    await expect(startServer(config, () => {})).rejects.toThrow(WrongSetting)
    expect(await readdir(root)).not.toContain('other')
  })
})
