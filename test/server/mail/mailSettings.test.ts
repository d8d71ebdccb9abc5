import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig, WrongSetting } from '../../../server/config.ts'
import { readSmtpPassword } from '../../../server/mail/smtpPassword.ts'

const least = { SMTP_HOST: 'smtp.example.se', MAIL_FROM: 'samskriv@example.se' }

describe('the settings of mail', () => {
  it('are none at first: letters go to the mailbox folder', () => {
    expect(readConfig({}).mail).toEqual({
      from: { name: 'Samskriv', address: 'samskriv@localhost' },
      smtp: null,
    })
  })

  it('need a mail server and a sender, and ask for TLS by themselves', () => {
    expect(readConfig(least).mail).toEqual({
      from: { name: 'Samskriv', address: 'samskriv@example.se' },
      smtp: { host: 'smtp.example.se', port: 587, security: 'starttls', login: null },
    })
  })

  it.each([
    ['starttls', 587],
    ['tls', 465],
    ['none', 25],
  ])('know the port of %s', (security, port) => {
    expect(readConfig({ ...least, SMTP_SECURITY: security }).mail.smtp).toMatchObject({ security, port })
    expect(readConfig({ ...least, SMTP_SECURITY: security, SMTP_PORT: '2525' }).mail.smtp?.port).toBe(2525)
  })

  it('can have a user, whose password is in a file', () => {
    const login = { SMTP_USER: 'samskriv', SMTP_PASSWORD_FILE: '/run/secrets/smtp' }
    expect(readConfig({ ...least, ...login }).mail.smtp?.login).toEqual({
      user: 'samskriv',
      passwordFile: '/run/secrets/smtp',
    })
  })

  it.each([
    ['samskriv@heby.example', 'Samskriv', 'samskriv@heby.example'],
    ['Samskriv <samskriv@heby.example>', 'Samskriv', 'samskriv@heby.example'],
    ['Ansökan, nej <samskriv@heby.example>', null, null],
    ['Samskriv i Heby<samskriv@heby.example>', 'Samskriv i Heby', 'samskriv@heby.example'],
    ['samskriv', null, null],
    ['Samskriv <samskriv@heby.example>, b@c.example', null, null],
    ['a@b.example, c@d.example', null, null],
    ['Samskriv <samskriv@heby.example>\r\nBcc: b@c.example', null, null],
    ['A\nB <samskriv@heby.example>', null, null],
  ])('read %j as a sender, or refuse it', (text, name, address) => {
    const reading = () => readConfig({ MAIL_FROM: text }).mail.from
    if (name === null) expect(reading).toThrow(/^MAIL_FROM är ".*\.$/s)
    else expect(reading()).toEqual({ name, address })
  })

  it.each([
    [{ SMTP_HOST: 'smtp://smtp.example.se' }, /^SMTP_HOST är "smtp:.*\.$/],
    [{ SMTP_HOST: 'smtp.example.se:25' }, /^SMTP_HOST är .*SMTP_PORT\.$/],
    [{ SMTP_PORT: '0' }, /^SMTP_PORT är "0"/],
    [{ SMTP_PORT: 'smtp' }, /^SMTP_PORT är "smtp"/],
    [{ SMTP_SECURITY: 'ssl' }, /^SMTP_SECURITY är "ssl"/],
    [{ MAIL_FROM: '' }, /^SMTP_HOST är satt, men inte MAIL_FROM\./],
    [{ SMTP_USER: 'a' }, /^SMTP_USER är satt, men inte SMTP_PASSWORD_FILE\./],
    [{ SMTP_PASSWORD_FILE: '/a' }, /^SMTP_PASSWORD_FILE är satt, men inte SMTP_USER\./],
    [{ SMTP_SECURITY: 'none', SMTP_USER: 'a', SMTP_PASSWORD_FILE: '/a' }, /^SMTP_SECURITY är "none"/],
    [{ SMTP_HOST: '', SMTP_PORT: '25' }, /^SMTP_PORT är satt, men inte SMTP_HOST\./],
  ])('that are wrong stop the start with a sentence: %j', (wrong, sentence) => {
    const reading = () => readConfig({ ...least, ...wrong })
    expect(reading).toThrow(WrongSetting)
    expect(reading).toThrow(sentence)
  })

  it('take an address as well as a name', () => {
    for (const host of ['192.0.2.1', '2001:db8::1', '::1', 'fe80::1:2', 'localhost']) {
      expect(readConfig({ ...least, SMTP_HOST: host }).mail.smtp?.host).toBe(host)
    }
  })
})

describe('the file of the password', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samskriv-'))
  })
  afterAll(async () => await rm(folder, { recursive: true }))

  it.each([
    ['hemligt', 'hemligt'],
    ['hemligt\n', 'hemligt'],
    ['hemligt\r\n', 'hemligt'],
    [' med blanksteg \n', ' med blanksteg '],
    ['åäö', 'åäö'],
  ])('is read as %j', async (written, password) => {
    const path = join(folder, 'password')
    await writeFile(path, written)
    expect(readSmtpPassword(path)).toBe(password)
  })

  it.each(['', '\n', 'a\nb\n', 'a\0b'])('is wrong with %j in it', async written => {
    const path = join(folder, 'password')
    await writeFile(path, written)
    const reading = () => readSmtpPassword(path)
    expect(reading).toThrow(WrongSetting)
    expect(reading).toThrow(/^SMTP_PASSWORD_FILE är .*\.$/)
    expect(reading).not.toThrow(written.trim() || 'hemligt')
  })

  it('is wrong when it is not there', () => {
    expect(() => readSmtpPassword(join(folder, 'nowhere'))).toThrow(/går inte att läsa\.$/)
  })
})
