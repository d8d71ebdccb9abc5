import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig, WrongSetting } from '../../server/config.ts'

const mebibyte = 1024 * 1024

describe('without any settings', () => {
  it('it is a demo for this machine alone', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      publicOrigin: null,
      demo: true,
      sessionHours: 12,
      sessionIdleMinutes: 30,
      checkpointBytes: 16 * mebibyte,
      trustedProxies: [],
      metricsTokenFile: null,
      openIdProvidersFile: null,
      stopSeconds: 20,
      mail: { from: { name: 'Samskriv', address: 'samskriv@localhost' }, smtp: null },
      http: {
        maxConnections: 5000,
        headersTimeoutMs: 10_000,
        requestTimeoutMs: 120_000,
        keepAliveMs: 75_000,
      },
      sync: {
        maxFrameBytes: 2 * mebibyte,
        maxDocumentBytes: 8 * mebibyte,
        guard: { maxStructs: 10_000, maxDepth: 20, maxClients: 100, maxMoves: 150_000_000 },
        maxClientIdsPerPerson: 10_000,
        maxLines: 2000,
        maxLinesPerPerson: 10,
        maxLinesPerDocument: 100,
        messagesPerSecond: 300,
        bytesPerSecond: mebibyte,
        maxBacklogBytes: 8 * mebibyte,
        slowReaderMs: 30_000,
        idleDocumentMs: 30_000,
        signedOutPerMinute: 20,
      },
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
      SESSION_IDLE_MINUTES: '9',
      CHECKPOINT_BYTES: '4096',
      TRUSTED_PROXY: '10.0.0.1, 10.1.0.0/16',
      METRICS_TOKEN_FILE: '/run/secrets/metrics',
      STOP_SECONDS: '5',
      MAIL_FROM: 'Samskriv i Heby <samskriv@heby.example>',
      MAX_CONNECTIONS: '1',
      HEADERS_TIMEOUT_MS: '2000',
      REQUEST_TIMEOUT_MS: '3000',
      KEEP_ALIVE_MS: '4000',
      MAX_FRAME_BYTES: '65536',
      MAX_DOCUMENT_BYTES: '65537',
      MAX_UPDATE_STRUCTS: '1000',
      MAX_UPDATE_DEPTH: '10',
      MAX_UPDATE_CLIENT_IDS: '1',
      MAX_UPDATE_MOVES: '1000000',
      MAX_CLIENT_IDS_PER_PERSON: '1',
      MAX_LINES: '2',
      MAX_LINES_PER_PERSON: '3',
      MAX_LINES_PER_DOCUMENT: '4',
      MAX_MESSAGES_PER_SECOND: '5',
      MAX_BYTES_PER_SECOND: '1024',
      MAX_BACKLOG_BYTES: '65538',
      SLOW_READER_SECONDS: '6',
      IDLE_DOCUMENT_SECONDS: '7',
      MAX_SIGNED_OUT_PER_MINUTE: '8',
    })
    expect(config).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/samskriv',
      publicOrigin: 'https://ansokan.example.se',
      demo: true,
      sessionHours: 8,
      sessionIdleMinutes: 9,
      checkpointBytes: 4096,
      trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
      metricsTokenFile: '/run/secrets/metrics',
      openIdProvidersFile: null,
      stopSeconds: 5,
      mail: { from: { name: 'Samskriv i Heby', address: 'samskriv@heby.example' }, smtp: null },
      http: { maxConnections: 1, headersTimeoutMs: 2000, requestTimeoutMs: 3000, keepAliveMs: 4000 },
      sync: {
        maxFrameBytes: 65_536,
        maxDocumentBytes: 65_537,
        guard: { maxStructs: 1000, maxDepth: 10, maxClients: 1, maxMoves: 1_000_000 },
        maxClientIdsPerPerson: 1,
        maxLines: 2,
        maxLinesPerPerson: 3,
        maxLinesPerDocument: 4,
        messagesPerSecond: 5,
        bytesPerSecond: 1024,
        maxBacklogBytes: 65_538,
        slowReaderMs: 6000,
        idleDocumentMs: 7000,
        signedOutPerMinute: 8,
      },
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
    expect(readConfig({ [name]: 'x', MAIL_FROM: 'samskriv@heby.example' }).demo).toBe(false)
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
