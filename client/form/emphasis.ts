/** A piece of help text. */
export interface Piece {
  readonly text: string
  readonly emphasised: boolean
}

/** Help text in pieces: what stands between two `*` is emphasised. A star without its pair is a star. */
export function emphasisIn(help: string): readonly Piece[] {
  const parts = help.split('*')
  const pieces = parts.map((text, index) => ({ text, emphasised: index % 2 === 1 }))
  const last = pieces.at(-1)
  if (last?.emphasised) pieces.splice(-1, 1, { text: `*${last.text}`, emphasised: false })
  return pieces.filter(piece => piece.text !== '')
}
