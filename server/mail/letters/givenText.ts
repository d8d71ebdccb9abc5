/** Longest line of a quoted message, without the sign before it. */
const quotedMaxLength = 76

/** What ends a line somewhere. */
const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/
/** Control characters, and those that hide in a text or turn its direction. */
const invisible = /[\p{Cc}\p{Cf}]/gu

/**
 * A name or a title that somebody has given, as it may stand in a line of ours: it is one line, no longer than
 * `most` characters, and has nothing in it that a mail program would make a link or a code of.
 */
export function given(text: string, most = 80): string {
  const line = text
    .toWellFormed()
    .replaceAll(/\s/g, ' ')
    .replaceAll(invisible, '')
    .replaceAll(/:\/\/|[@<>]/g, ' ')
    .replaceAll('=?', '= ?')
    .replaceAll(/(?<=\S)\.(?=\p{L}{2})/gu, '. ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
  const characters = [...line]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line
}

/** A message that somebody has written, quoted: each of its lines begins with `> `. Empty when there is none. */
export function quoted(message: string): string {
  const said = message
    .toWellFormed()
    .split(lineEnds)
    .map(line => line.replaceAll('\t', ' ').replaceAll(invisible, ''))
    .join('\n')
    .trim()
  if (said === '') return ''
  return said
    .split('\n')
    .flatMap(wrapped)
    .map(line => `> ${line}`.trimEnd())
    .join('\n')
}

/** A line as lines of bounded length, broken between words, or inside one that is too long. */
function wrapped(line: string): string[] {
  const lines = ['']
  for (const word of line.trim().split(/\s+/u)) {
    for (const piece of word.match(new RegExp(`.{1,${quotedMaxLength}}`, 'gu')) ?? []) {
      const last = lines.at(-1) ?? ''
      if (last === '') lines[lines.length - 1] = piece
      else if (last.length + 1 + piece.length <= quotedMaxLength) lines[lines.length - 1] = `${last} ${piece}`
      else lines.push(piece)
    }
  }
  return lines
}
