import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WrongSetting } from '../../../server/config.ts'
import { MetricsAccess, readMetricsToken } from '../../../server/operations/metricsAccess.ts'

const token = 'a'.repeat(40)

const asks = (remoteAddress: string | undefined, headers: Readonly<Record<string, string>> = {}) => ({
  remoteAddress,
  header: (name: string) => headers[name],
})

const host = 'localhost:3000'

describe('without a token, the measurements', () => {
  const access = new MetricsAccess(null, false)

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('are for whoever asks from %s', address => {
    for (const name of [host, '127.0.0.1:3000', '[::1]:3000', 'localhost']) {
      expect([name, access.allows(asks(address, { host: name }))]).toEqual([name, true])
    }
  })

  it.each(['203.0.113.9', '10.0.0.1', '2001:db8::1', '127.0.0.1.example', '', undefined])(
    'are not for %s',
    address => expect(access.allows(asks(address, { host }))).toBe(false),
  )

  it.each(['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'])(
    'are not for whom a proxy on this machine asks with %s',
    header => expect(access.allows(asks('127.0.0.1', { host, [header]: '127.0.0.1' }))).toBe(false),
  )

  it('are not given under a name of the outside', () => {
    for (const name of ['ansokan.example.se', 'localhost.evil.example', 'localhost:3000.evil.example', '']) {
      expect([name, access.allows(asks('127.0.0.1', { host: name }))]).toEqual([name, false])
    }
  })

  it('are for nobody behind a proxy, since all come from its address', () => {
    expect(new MetricsAccess(null, true).allows(asks('127.0.0.1', { host }))).toBe(false)
  })
})

describe('with a token, the measurements', () => {
  const access = new MetricsAccess(token, true)

  it('are for whoever has it, from anywhere', () => {
    for (const address of ['127.0.0.1', '203.0.113.9', undefined]) {
      expect(access.allows(asks(address, { authorization: `Bearer ${token}` }))).toBe(true)
      expect(
        access.allows(asks(address, { authorization: `bearer  ${token}`, 'x-forwarded-for': 'x' })),
      ).toBe(true)
    }
  })

  it.each([
    '',
    `Bearer ${token}a`,
    'Bearer ',
    `Bearer ${token.slice(1)}`,
    `Basic ${token}`,
    token,
    `Bearer x ${token}`,
  ])('are not for who says "%s", from this machine or any other', authorization => {
    expect(access.allows(asks('127.0.0.1', { host, authorization }))).toBe(false)
    expect(access.allows(asks('203.0.113.9', { authorization }))).toBe(false)
  })
})

describe('METRICS_TOKEN_FILE', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samskriv-'))
  })
  afterAll(async () => await rm(folder, { recursive: true, force: true }))

  it('gives the token, without the end of its line', async () => {
    const path = join(folder, 'good')
    await writeFile(path, `${token}\n`)
    expect(readMetricsToken(path)).toBe(token)
  })

  it.each(['', 'secret', 'a'.repeat(31), `${'a'.repeat(20)}\n${'a'.repeat(20)}`])(
    'stops the start with "%s", and does not repeat it',
    async text => {
      const path = join(folder, 'bad')
      await writeFile(path, text)
      expect(() => readMetricsToken(path)).toThrow(WrongSetting)
      if (text) expect(() => readMetricsToken(path)).not.toThrow(text)
    },
  )

  it('stops the start when it is not there', () => {
    expect(() => readMetricsToken(join(folder, 'nothing'))).toThrow(WrongSetting)
  })
})
