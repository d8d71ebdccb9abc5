import { SaxesParser } from 'saxes'
import { FileRefused } from './FileRefused.ts'
import type { OfficeLimits } from './OfficeLimits.ts'

/** What a part is read by. Names are without the prefix of their namespace. */
export interface XmlReader {
  begin?(name: string, attribute: (name: string) => string | null): void
  text?(text: string): void
  end?(name: string): void
}

/** So much is given to the parser at a time. */
const stepBytes = 64 * 1024

/**
 * Reads a part through, once. Knows the five entities that XML has of itself and character references, and refuses
 * everything that defines others (DTD), is too long, goes too deep, has too many elements, or is not well-formed.
 */
export function readXml(bytes: Uint8Array, limits: OfficeLimits, reader: XmlReader): void {
  if (bytes.length > limits.xmlBytes) throw new FileRefused('large')
  const parser = new SaxesParser({ xmlns: false as const, position: false })
  let depth = 0
  let elements = 0
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    elements += 1
    if (depth > limits.xmlDepth) throw new FileRefused('damaged')
    if (elements > limits.xmlElements) throw new FileRefused('large')
    reader.begin?.(withoutPrefix(name), wanted => attributes[wanted] ?? prefixed(attributes, wanted))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    reader.end?.(withoutPrefix(name))
  })
  const text = (words: string) => reader.text?.(words)
  parser.on('text', text)
  parser.on('cdata', text)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let at = 0; at < bytes.length; at += stepBytes) {
    parser.write(decoded(() => decoder.decode(bytes.subarray(at, at + stepBytes), { stream: true })))
  }
  parser.write(decoded(() => decoder.decode()))
  parser.close()
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch {
    // Office and LibreOffice write UTF-8 and nothing else.
    throw new FileRefused('damaged')
  }
}

function refuse(): never {
  throw new FileRefused('damaged')
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function prefixed(attributes: Readonly<Record<string, string>>, wanted: string): string | null {
  for (const name in attributes) {
    if (name.endsWith(`:${wanted}`)) return attributes[name] ?? null
  }
  return null
}
