import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, WrongSetting } from '../../server/config.ts'

describe('without any settings', () => {
  it('it is a demo for this machine alone', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      publicOrigin: null,
      demo: true,
      sessionHours: 12,
      maxFrameBytes: 2 * 1024 * 1024,
      checkpointBytes: 16 * 1024 * 1024,
    })
  })

  it('empty ones are as good as none', () => {
    const empty = { PORT: '', HOST: ' ', DATA_DIR: '', PUBLIC_ORIGIN: '', DEMO: '', OIDC_ISSUER: '' }
    expect(readConfig(empty)).toEqual(readConfig({}))
  })
})

describe('settings', () => {
  it('are read, with the units that their names say', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/samskriv',
      PUBLIC_ORIGIN: 'https://ansokan.example.se',
      DEMO: 'on',
      SESSION_HOURS: '8',
      MAX_FRAME_BYTES: '65536',
      CHECKPOINT_BYTES: '4096',
    })
    expect(config).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/samskriv',
      publicOrigin: 'https://ansokan.example.se',
      demo: true,
      sessionHours: 8,
      maxFrameBytes: 65_536,
      checkpointBytes: 4096,
    })
  })

  it.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PORT', 'http'],
    ['SESSION_HOURS', '0'],
    ['SESSION_HOURS', '73'],
    ['MAX_FRAME_BYTES', '65535'],
    ['MAX_FRAME_BYTES', '2MiB'],
    ['CHECKPOINT_BYTES', '1e9'],
    ['PUBLIC_ORIGIN', 'ansokan.example.se'],
    ['PUBLIC_ORIGIN', 'https://ansokan.example.se/'],
    ['PUBLIC_ORIGIN', 'https://ansokan.example.se/samskriv'],
    ['PUBLIC_ORIGIN', 'https://Ansokan.example.se'],
    ['PUBLIC_ORIGIN', 'ftp://ansokan.example.se'],
    ['PUBLIC_ORIGIN', 'https://anna@ansokan.example.se'],
    ['DEMO', 'yes'],
    ['DEMO', 'ON'],
  ])('%s as "%s" stop the start with a sentence that names them', (name, value) => {
    const reading = () => readConfig({ [name]: value })
    expect(reading).toThrow(WrongSetting)
    expect(reading).toThrow(new RegExp(`^${name} är "${value}".*\\.$`))
  })
})

describe('demo mode', () => {
  it.each([['OIDC_ISSUER'], ['SMTP_HOST'], ['SIGN_IN_SECRET']])('is off as soon as %s is set', name => {
    expect(readConfig({ [name]: 'x' }).demo).toBe(false)
  })

  it('cannot be on beside a sign-in', () => {
    expect(() => readConfig({ DEMO: 'on', OIDC_ISSUER: 'x' })).toThrow(/DEMO.*OIDC_ISSUER/)
  })

  it('can be turned off', () => {
    expect(readConfig({ DEMO: 'off' }).demo).toBe(false)
  })

  it.each(['localhost', '::1', '127.0.0.1'])(
    'needs no word when only this machine is listened to (%s)',
    host => {
      expect(readConfig({ HOST: host }).demo).toBe(true)
    },
  )

  it.each([
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', '192.168.1.5'],
    ['PUBLIC_ORIGIN', 'https://ansokan.example.se'],
  ])('is not opened to a network by %s=%s alone', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} är "${value}"`))
    expect(readConfig({ [name]: value, DEMO: 'on' }).demo).toBe(true)
    expect(readConfig({ [name]: value, OIDC_ISSUER: 'x' }).demo).toBe(false)
    expect(readConfig({ [name]: value, DEMO: 'off' }).demo).toBe(false)
  })

  it('is not opened to a network by an address of this machine', () => {
    expect(readConfig({ PUBLIC_ORIGIN: 'http://localhost:5173' }).demo).toBe(true)
  })
})
