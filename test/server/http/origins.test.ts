import { networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { Origins } from '../../../server/http/origins.ts'

function listening(host: string, port: number, publicOrigin: string | null = null): Origins {
  const origins = new Origins(publicOrigin)
  origins.listeningOn(host, port)
  return origins
}

describe('our own origin', () => {
  it.each(['127.0.0.1', '::1', 'localhost'])(
    'is this machine by all its names when listening on %s',
    host => {
      const origins = listening(host, 3000)
      for (const name of ['localhost', '127.0.0.1', '[::1]'])
        expect(origins.allows(`http://${name}:3000`)).toBe(true)
    },
  )

  it('has no port where a browser leaves it out', () => {
    expect(listening('127.0.0.1', 80).allows('http://localhost')).toBe(true)
    expect(listening('127.0.0.1', 80).allows('http://localhost:80')).toBe(false)
  })

  it('is the address that is listened on, as a browser writes it', () => {
    expect(listening('FE80::1:2', 3000).allows('http://[fe80::1:2]:3000')).toBe(true)
    expect(listening('Server.example.se', 3000).allows('http://server.example.se:3000')).toBe(true)
  })

  it('is every address of this machine when all are listened on', () => {
    const origins = listening('0.0.0.0', 3000)
    const own = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
    for (const { address, family } of own) {
      if (family === 'IPv4') expect(origins.allows(`http://${address}:3000`)).toBe(true)
    }
    expect(origins.allows('http://evil.example:3000')).toBe(false)
  })

  it('is the public one as well', () => {
    const origins = listening('127.0.0.1', 3000, 'https://ansokan.example.se')
    expect(origins.allows('https://ansokan.example.se')).toBe(true)
  })

  it.each([
    undefined,
    '',
    'null',
    'https://ansokan.example.se.evil.example',
    'https://evil-ansokan.example.se',
    'http://ansokan.example.se',
    'https://ansokan.example.se:8443',
    'https://ansokan.example.se.',
    'https://ANSOKAN.example.se',
  ])('is not %s', origin => {
    expect(listening('127.0.0.1', 3000, 'https://ansokan.example.se').allows(origin)).toBe(false)
  })
})
