import { Refused } from './refuse.ts'

/** Longest head of a part: what it is called, and of which type it is. */
const headMostBytes = 4096

const headEnd = '\r\n\r\n'

/**
 * The parts of a `multipart/form-data` body, as views of it. It has to have each of `names` once and nothing else: bodies
 * with a hundred thousand parts are never taken apart. Refuses `malformedRequest`, naming the parts.
 */
export function multipartParts<Name extends string>(
  contentType: string | undefined,
  body: Uint8Array,
  names: readonly Name[],
): Readonly<Record<Name, Uint8Array>> {
  const boundary = /^multipart\/form-data\s*;.*\bboundary=("?)([^";\s]{1,70})\1/i.exec(contentType ?? '')?.[2]
  if (boundary === undefined) throw new Refused('malformedRequest')
  const found = partsIn(Buffer.from(body.buffer, body.byteOffset, body.byteLength), boundary, names)
  const lacking = names.filter(name => !found.has(name))
  if (lacking.length > 0) throw new Refused('malformedRequest', lacking)
  return Object.fromEntries(found) as Record<Name, Uint8Array>
}

function partsIn(body: Buffer, boundary: string, names: readonly string[]): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  const delimiter = `\r\n--${boundary}`
  // The first has no new line before it.
  if (!body.subarray(0, boundary.length + 2).equals(Buffer.from(`--${boundary}`))) refuse()
  for (let at = boundary.length + 2; !isLast(body, at); ) {
    const { name, start } = headAt(body, at)
    if (!names.includes(name) || found.has(name)) refuse(name)
    const end = body.indexOf(delimiter, start)
    if (end < 0) refuse(name)
    found.set(name, body.subarray(start, end))
    at = end + delimiter.length
  }
  return found
}

/** Whether the delimiter that ends at `at` is the one after the last part. */
function isLast(body: Buffer, at: number): boolean {
  return /^--(?:\r\n)?$/.test(body.toString('latin1', at, at + 5))
}

/** Reads the head of the part that begins at `at`, after its delimiter. */
function headAt(body: Buffer, at: number): { readonly name: string; readonly start: number } {
  const head = body.subarray(at, at + headMostBytes)
  const end = head.indexOf(headEnd)
  if (end < 0) refuse()
  const name = /^\r\n(?:.+\r\n)*?content-disposition: *form-data; *name="([^"\r\n]{1,40})"/i.exec(
    head.toString('utf8', 0, end),
  )?.[1]
  return name === undefined ? refuse() : { name, start: at + end + headEnd.length }
}

function refuse(name?: string): never {
  throw new Refused('malformedRequest', name === undefined ? [] : [name])
}
