import type { Id } from './readUpdate.ts'

/** A deleted type with what stood in it, in order; for a text, with the characters that are lost. */
export class DeletedText {
  /** Unique for ever: the id of what it was opened for. */
  readonly key: string
  readonly section: string | null
  /** Id of the text's type; null for types without text, and where it is not known. */
  readonly text: Id | null
  /** Clients whose lost text has been told. */
  readonly told: Set<number>
  /** Set when some of what is lost here has been forgotten: what was told of it stays as it is. */
  isSealed = false
  /** Takes what is still lost here after that. */
  successor: DeletedText | null = null
  readonly #head: Piece
  /** The last piece, to go on from. */
  last: Piece

  constructor(key: string, section: string | null, text: Id | null, told: Iterable<number> = []) {
    this.key = key
    this.section = section
    this.text = text
    this.told = new Set(told)
    this.#head = new Piece(this, { client: -1, clock: 0 }, 0, '')
    this.last = this.#head
  }

  /** All that stood here, in the order of the text. */
  *pieces(): Iterable<Piece> {
    for (let piece = this.#head.next; piece; piece = piece.next) yield piece
  }

  /** What is lost here of one client, in the order of the text. */
  keptOf(client: number): string {
    let text = ''
    for (const piece of this.pieces()) if (piece.client === client) text += piece.kept
    return text
  }
}

/** A stretch of one client's clock in its place among the others of a grave. */
export class Piece {
  readonly grave: DeletedText
  readonly client: number
  readonly clock: number
  length: number
  /** What is lost of it: as long as the piece, or empty. */
  kept: string
  previous: Piece | null = null
  next: Piece | null = null

  constructor(grave: DeletedText, id: Id, length: number, kept: string) {
    this.grave = grave
    this.client = id.client
    this.clock = id.clock
    this.length = length
    this.kept = kept
  }

  /** Makes the piece longer, if what follows is its continuation and of its kind. */
  extend(id: Id, length: number, kept: string): boolean {
    if (id.client !== this.client || id.clock !== this.clock + this.length) return false
    if ((kept === '') !== (this.kept === '')) return false
    this.length += length
    this.kept += kept
    return true
  }

  insertBehind(id: Id, length: number, kept: string): Piece {
    const piece = new Piece(this.grave, id, length, kept)
    piece.previous = this
    piece.next = this.next
    if (this.next) this.next.previous = piece
    this.next = piece
    if (this.grave.last === this) this.grave.last = piece
    return piece
  }

  /** Takes the piece out of its grave. */
  leave(): void {
    if (this.kept !== '') this.grave.isSealed = true
    // There is always the head before it.
    if (this.grave.last === this && this.previous) this.grave.last = this.previous
    if (this.previous) this.previous.next = this.next
    if (this.next) this.next.previous = this.previous
  }

  /** Cuts the piece in two before `clock`, which lies inside it; gives back the second. */
  cut(clock: number): Piece {
    const offset = clock - this.clock
    const rest = this.insertBehind(
      { client: this.client, clock },
      this.length - offset,
      this.kept.slice(offset),
    )
    this.length = offset
    this.kept = this.kept.slice(0, offset)
    return rest
  }
}
