/** Where a picture is to stand, by the hash it is kept under. */
export interface PictureHere {
  readonly picture: string
}

/** HTML that has been written. What came into it as text has been escaped, whatever it said. */
export class Html {
  /** In order; two strings never stand beside each other. */
  readonly pieces: readonly (string | PictureHere)[]

  constructor(pieces: readonly (string | PictureHere)[]) {
    this.pieces = pieces
  }

  /** True when nothing has been written. */
  get isEmpty(): boolean {
    return this.pieces.length === 0
  }
}

type Put = string | number | Html | PictureHere | readonly Html[] | null

/**
 * Writes HTML: html`<p>${text}</p>`. Text is escaped for elements and for attributes in double quotes, and stands nowhere
 * else; null is nothing.
 */
export function html(written: TemplateStringsArray, ...put: readonly Put[]): Html {
  const pieces: (string | PictureHere)[] = []
  for (const [place, words] of written.entries()) {
    add(pieces, words)
    if (place < put.length) addPut(pieces, put[place] ?? null)
  }
  return new Html(pieces)
}

/** Several after each other. */
export function joined(parts: readonly Html[]): Html {
  return html`${parts}`
}

export const nothing = html``

/** The whole of it as a string, of HTML without pictures. */
export function textOf({ pieces }: Html): string {
  return pieces
    .map(piece => {
      if (typeof piece !== 'string') throw new Error('There is a picture where none is expected.')
      return piece
    })
    .join('')
}

/** The whole of it, a picture at a time; `dataOf` gives the address that a picture is to have. */
export async function* written(
  { pieces }: Html,
  dataOf: (picture: string) => Promise<string>,
): AsyncGenerator<string> {
  for (const piece of pieces) yield typeof piece === 'string' ? piece : await dataOf(piece.picture)
}

function addPut(pieces: (string | PictureHere)[], put: Put): void {
  if (put === null) return
  if (typeof put === 'string') add(pieces, escapeText(put))
  else if (typeof put === 'number') add(pieces, String(put))
  else if ('picture' in put) add(pieces, put)
  else if (put instanceof Html) for (const piece of put.pieces) add(pieces, piece)
  else for (const part of put) for (const piece of part.pieces) add(pieces, piece)
}

function add(pieces: (string | PictureHere)[], piece: string | PictureHere): void {
  if (piece === '') return
  const last = pieces.at(-1)
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
  else pieces.push(piece)
}

/** What HTML reads otherwise is written out, and what no document may hold is left out. */
function escapeText(text: string): string {
  return (
    text
      .toWellFormed()
      // Control characters but tab and line feed, and what is no character at all.
      .replaceAll(/[^\P{Cc}\t\n]|\p{Noncharacter_Code_Point}/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  )
}
