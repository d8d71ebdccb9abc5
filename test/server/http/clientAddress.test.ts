import { describe, expect, it } from 'vitest'
import { WrongSetting } from '../../../server/config.ts'
import { clientAddress, TrustedProxies } from '../../../server/http/clientAddress.ts'

const nobody = new TrustedProxies([])
const proxies = new TrustedProxies(['127.0.0.1', '10.1.0.0/16', '2001:db8:1::/48'])

describe('without a trusted proxy', () => {
  it.each(['198.51.100.7', '127.0.0.1, 198.51.100.7', 'garbage', '', '::1'])(
    'X-Forwarded-For: %s does not move the address',
    forged => {
      expect(clientAddress('203.0.113.9', forged, nobody)).toBe('203.0.113.9')
      expect(clientAddress('127.0.0.1', forged, nobody)).toBe('127.0.0.1')
    },
  )
})

describe('behind a trusted proxy', () => {
  it('the address is the one that the proxy has added, whatever stands before it', () => {
    expect(clientAddress('127.0.0.1', '203.0.113.9', proxies)).toBe('203.0.113.9')
    for (const forged of ['198.51.100.7', '10.1.2.3', '127.0.0.1', 'garbage', '', ',,', '::1, unknown']) {
      expect([forged, clientAddress('127.0.0.1', `${forged}, 203.0.113.9`, proxies)]).toEqual([
        forged,
        '203.0.113.9',
      ])
    }
  })

  it('a row of trusted proxies is followed to the first address that is none of theirs', () => {
    expect(clientAddress('127.0.0.1', '198.51.100.7, 203.0.113.9, 10.1.7.7', proxies)).toBe('203.0.113.9')
    expect(clientAddress('::ffff:127.0.0.1', '203.0.113.9,2001:db8:1::5', proxies)).toBe('203.0.113.9')
  })

  it('somebody else who comes past the proxy is herself', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.7', proxies)).toBe('203.0.113.9')
    expect(clientAddress('10.2.0.1', '198.51.100.7', proxies)).toBe('10.2.0.1')
  })

  it('the proxy itself is the address when it says nothing, or nothing that is an address', () => {
    for (const said of [
      undefined,
      '',
      'unknown',
      '_hidden',
      '203.0.113',
      '203.0.113.9 OR 1=1',
      '1'.repeat(9999),
    ]) {
      expect(clientAddress('127.0.0.1', said, proxies)).toBe('127.0.0.1')
    }
  })

  it('a port that a proxy writes is left out', () => {
    expect(clientAddress('127.0.0.1', '203.0.113.9:50123', proxies)).toBe('203.0.113.9')
    expect(clientAddress('127.0.0.1', '[2001:db8::1]:50123', proxies)).toBe('2001:db8:0:0::/64')
  })
})

describe('an address', () => {
  it.each([
    ['2001:DB8:0:7::1', '2001:db8:0:7::/64'],
    ['2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:db8:0:7::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is counted as %s', (written, counted) => {
    expect(clientAddress(written, undefined, nobody)).toBe(counted)
  })

  it('that is already gone is counted with others that are', () => {
    expect(clientAddress(undefined, '203.0.113.9', proxies)).toBe('unknown')
  })
})

describe('TRUSTED_PROXY', () => {
  it.each([
    'proxy.example',
    '10.1.0.0/33',
    '10.1.0.0/',
    '10.1.0.0/0',
    '::/129',
    '10.1/16',
    '1.2.3.4/8/8',
    '*',
  ])('cannot be %s', text => {
    expect(() => new TrustedProxies(['127.0.0.1', text])).toThrow(WrongSetting)
  })
})
