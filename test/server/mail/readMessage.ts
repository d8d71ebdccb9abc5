/** A mail as whoever receives it reads it. */
export interface ReadMessage {
  /** By its name in lower case, unfolded and decoded. */
  readonly head: ReadonlyMap<string, string>
  /** Decoded, its lines ended by `\n`. */
  readonly text: string
}

/** Reads a mail of one part of text, as the standards have it: RFC 5322, RFC 2045 and RFC 2047. */
export function readMessage(bytes: Buffer): ReadMessage {
  const raw = bytes.toString('latin1')
  const end = raw.indexOf('\r\n\r\n')
  if (end === -1 || /[^\r]\n|\r[^\n]/.test(raw))
    throw new Error('That is no message: its lines are not ended by CRLF.')
  if (raw.split('\r\n').some(line => line.length > 998)) throw new Error('A line is too long.')
  const head = new Map<string, string>()
  for (const line of raw
    .slice(0, end)
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([!-9;-~]+): (.*)$/.exec(line) ?? []
    if (name === '' || head.has(name.toLowerCase()))
      throw new Error(`That is no header, or there are two: ${line}`)
    head.set(name.toLowerCase(), decodeWords(Buffer.from(value, 'latin1').toString()))
  }
  const encoding = head.get('content-transfer-encoding') ?? '7bit'
  const text = decodeBody(raw.slice(end + 4), encoding)
    .toString()
    .replaceAll('\r\n', '\n')
  return { head, text }
}

function decodeBody(body: string, encoding: string): Buffer {
  if (encoding === '8bit' || encoding === '7bit') return Buffer.from(body, 'latin1')
  if (encoding === 'quoted-printable') return decodeQuoted(body.replaceAll(/[ \t]*=\r\n/g, ''))
  throw new Error(`Text encoded as ${encoding} is not expected.`)
}

function decodeQuoted(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`; white space between two of them is nothing. */
function decodeWords(value: string): string {
  return value
    .replaceAll(/(\?=)\s+(?==\?)/g, '$1')
    .replaceAll(/((?:=\?utf-8\?[QB]\?[^?]*\?=)+)/gi, words =>
      Buffer.concat(
        [...words.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(([, how, encoded = '']) =>
          how?.toUpperCase() === 'B'
            ? Buffer.from(encoded, 'base64')
            : decodeQuoted(encoded.replaceAll('_', ' ')),
        ),
      ).toString(),
    )
}
