import { describe, expect, it } from 'vitest'
import { multipartParts } from '../../../server/http/multipart.ts'
import { Refused } from '../../../server/http/refuse.ts'

const names = ['file', 'choices'] as const

/** A body as a browser writes it, with its type. */
async function written(...parts: readonly (readonly [name: string, value: string | Uint8Array])[]) {
  const form = new FormData()
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([value as Uint8Array<ArrayBuffer>]), 'Ansökan "ny".docx')
  }
  const answer = new Response(form)
  const type = answer.headers.get('content-type') ?? ''
  return { type, body: new Uint8Array(await answer.arrayBuffer()) }
}

function refusalOf(type: string | undefined, body: string | Uint8Array): unknown {
  try {
    multipartParts(type, typeof body === 'string' ? Buffer.from(body, 'latin1') : body, names)
    return null
  } catch (fault) {
    return fault instanceof Refused ? [fault.kind, ...fault.fields] : fault
  }
}

const type = 'multipart/form-data; boundary=x'
const head = (name: string) => `Content-Disposition: form-data; name="${name}"`
const part = (name: string, value: string) => `--x\r\n${head(name)}\r\n\r\n${value}\r\n`

describe('a body of parts', () => {
  it('is read as a browser has written it, byte by byte', async () => {
    // Bytes that look like a boundary, and all others.
    const file = Buffer.concat([
      Buffer.from('\r\n--x\r\n--'),
      Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    ])
    const { type, body } = await written(['file', file], ['choices', '{"å":1}'])
    const parts = multipartParts(type, body, names)
    expect(Buffer.from(parts.file).equals(file)).toBe(true)
    expect(Buffer.from(parts.choices).toString()).toBe('{"å":1}')
  })

  it('may have its parts in any order, empty ones, and other lines in their heads', () => {
    const other = `--x\r\nContent-Type: text/plain\r\n${head('file')}; filename="a"\r\nX-Y: z\r\n\r\n\r\n`
    const body = Buffer.from(`${part('choices', '{}')}${other}--x--\r\n`)
    const parts = multipartParts('Multipart/Form-Data; charset=utf-8; boundary="x"', body, names)
    expect([parts.file.length, parts.choices.length]).toEqual([0, 2])
  })
})

describe('a body is refused', () => {
  it('that is of another type, or does not say where its parts end', () => {
    const body = `${part('file', 'a')}${part('choices', '{}')}--x--`
    for (const other of [
      undefined,
      '',
      'application/json',
      'multipart/form-data',
      'multipart/mixed; boundary=x',
    ]) {
      expect(refusalOf(other, body)).toEqual(['malformedRequest'])
    }
    expect(refusalOf(type, body)).toBeNull()
  })

  it('that lacks a part, has one twice, or one that nobody asked for', () => {
    const [file, choices] = [part('file', 'a'), part('choices', '{}')]
    expect(refusalOf(type, `${file}--x--`)).toEqual(['malformedRequest', 'choices'])
    expect(refusalOf(type, '--x--')).toEqual(['malformedRequest', 'file', 'choices'])
    expect(refusalOf(type, `${file}${choices}${file}--x--`)).toEqual(['malformedRequest', 'file'])
    expect(refusalOf(type, `${file}${part('role', 'x')}${choices}--x--`)).toEqual([
      'malformedRequest',
      'role',
    ])
    expect(refusalOf(type, `${part('__proto__', 'x')}${choices}--x--`)).toEqual([
      'malformedRequest',
      '__proto__',
    ])
  })

  it('that is cut off anywhere', () => {
    const body = `${part('file', 'abc')}${part('choices', '{}')}--x--`
    for (let length = 0; length < body.length; length += 1) {
      expect([length, refusalOf(type, body.slice(0, length))]).not.toEqual([length, null])
    }
  })

  it('that has anything after its last part, or before its first', () => {
    const body = `${part('file', 'abc')}${part('choices', '{}')}--x--`
    expect(refusalOf(type, `${body}more`)).toEqual(['malformedRequest'])
    expect(refusalOf(type, `more\r\n${body}`)).toEqual(['malformedRequest'])
  })

  it('whose part has no name, or a head without an end', () => {
    const rest = `${part('choices', '{}')}--x--`
    expect(refusalOf(type, `--x\r\n\r\na\r\n${rest}`)).toEqual(['malformedRequest'])
    expect(refusalOf(type, `--x\r\nContent-Disposition: form-data\r\n\r\na\r\n${rest}`)).toEqual([
      'malformedRequest',
    ])
    expect(refusalOf(type, `--x\r\n${'x'.repeat(5000)}: y\r\n${head('file')}\r\n\r\na\r\n${rest}`)).toEqual([
      'malformedRequest',
    ])
  })

  it('with very many parts, or very many lines in a head, at once', () => {
    const many = part('file', 'a').repeat(200_000)
    const lines = `--x\r\n${'a:b\r\n'.repeat(2_000_000)}`
    const startedAt = performance.now()
    expect(refusalOf(type, many)).toEqual(['malformedRequest', 'file'])
    expect(refusalOf(type, lines)).toEqual(['malformedRequest'])
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})
