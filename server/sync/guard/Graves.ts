import { DeletedText, type Piece } from './DeletedText.ts'
import type { LostText } from './lostText.ts'
import { names } from './ranges.ts'
import type { DeleteRanges, Id, Struct } from './readUpdate.ts'

/** Pieces, and characters of lost text, after which the older half of the memory is let go. */
const maxPieces = 10_000
const maxKept = 1_000_000

type Shelves = Map<number, Piece[]>

/**
 * What has been deleted of late, in its order and by id, and the text in it that whoever deleted it had not seen.
 * Yjs itself forgets both at once. Bounded: what refers to something older is kept all the same, but without its
 * section. A room keeps them beside its snapshot (`gravesRecord.ts`), and while its document sleeps.
 */
export class Graves {
  #young: Shelves = new Map()
  #old: Shelves = new Map()
  #pieces = 0
  #kept = 0
  /** Whose lost text has changed since last asked, and where. */
  #changed = new Map<DeletedText, Set<number>>()

  /** Opens a grave for a deleted type at `id`; what stood in it follows by `append`. */
  open(id: Id, section: string | null, isText: boolean): DeletedText {
    const grave = this.#openAt(id, section, isText)
    this.append(grave.last, id, 1, '')
    return grave
  }

  /**
   * Adds the `length` elements from `id` on behind `after`. `kept` is their text if it is lost, and empty if they
   * are no text or were seen when they were deleted.
   */
  append(after: Piece, id: Id, length: number, kept: string): void {
    this.#kept += kept.length
    if (!after.extend(id, length, kept)) this.#shelve(after.insertBehind(id, length, kept))
  }

  /** Every grave that is remembered. */
  all(): Set<DeletedText> {
    const graves = new Set<DeletedText>()
    for (const shelves of [this.#old, this.#young]) {
      for (const shelf of shelves.values()) for (const { grave } of shelf) graves.add(grave)
    }
    return graves
  }

  /** Lays a struct that came too late where it would have stood. */
  add(struct: Struct): void {
    const { content } = struct
    const before = this.#pieceBefore(struct)
    switch (content.is) {
      case 'richText':
      case 'prose':
      case 'element':
      case 'item':
        this.open(struct, before?.grave.section ?? null, content.is === 'richText' || content.is === 'prose')
        break
      case 'text': {
        const after = before ? this.#unsealed(before, struct) : this.#openAt(struct, null, false).last
        this.append(after, struct, struct.length, content.text)
        this.report(after.grave, struct.client)
        break
      }
      default:
        if (before) this.append(before, struct, struct.length, '')
    }
  }

  /**
   * Takes back what its author, or somebody else who saw it, has deleted knowingly. When the deletes are all that
   * somebody knows of, and name the text that it stood in too, she knows that the text is gone, and names its
   * characters only because they went with it.
   */
  takeBack(deletes: DeleteRanges, areAllKnown: boolean): void {
    for (const [client, ranges] of deletes) {
      for (const shelves of [this.#young, this.#old]) {
        const shelf = shelves.get(client)
        if (!shelf) continue
        for (const { clock, length } of ranges) {
          for (const piece of overlapping(shelf, clock, length)) {
            const { text } = piece.grave
            const wentAlong = areAllKnown && (text === null || names(deletes, text))
            if (piece.kept !== '' && !wentAlong) this.#blank(piece, clock, clock + length)
          }
        }
      }
    }
  }

  /** Says that what is lost of `client` in `grave` has changed. */
  report(grave: DeletedText, client: number): void {
    // What was told has words that are forgotten here, and is not to be replaced by less.
    if (grave.isSealed) return
    const clients = this.#changed.get(grave)
    if (clients) clients.add(client)
    else this.#changed.set(grave, new Set([client]))
  }

  /** The lost texts that have changed since last asked, in the order in which they were reported. */
  changed(): LostText[] {
    const lost = this.#tellChanged()
    if (this.#pieces > maxPieces || this.#kept > maxKept) this.#forget()
    return lost
  }

  #tellChanged(): LostText[] {
    if (this.#changed.size === 0) return []
    const lost: LostText[] = []
    for (const [grave, clients] of this.#changed) {
      for (const clientId of clients) {
        const text = grave.keptOf(clientId)
        if (text === '' && !grave.told.has(clientId)) continue
        grave.told.add(clientId)
        lost.push({ section: grave.section, clientId, block: `${grave.key}/${clientId}`, text })
      }
    }
    this.#changed = new Map()
    return lost
  }

  #openAt(id: Id, section: string | null, isText: boolean): DeletedText {
    return new DeletedText(
      `${id.client}.${id.clock}`,
      section,
      isText ? { client: id.client, clock: id.clock } : null,
    )
  }

  /** Where a late text goes that would have stood behind `before`. */
  #unsealed(before: Piece, struct: Struct): Piece {
    let after = before
    while (after.grave.isSealed) {
      after.grave.successor ??= this.#openAt(struct, after.grave.section, false)
      after = after.grave.successor.last
    }
    return after
  }

  /** What a late struct would have stood behind; null when that is not remembered. */
  #pieceBefore({ origin, rightOrigin, parent }: Struct): Piece | null {
    const behind = origin && this.#endingAt(origin)
    if (behind) return behind
    const ahead = rightOrigin && this.#beginningAt(rightOrigin)
    if (ahead) return ahead.previous
    return parent === null || typeof parent === 'string' ? null : this.#endingAt(parent)
  }

  #endingAt(id: Id): Piece | null {
    const piece = this.#find(id)
    if (piece && id.clock + 1 < piece.clock + piece.length) this.#cut(piece, id.clock + 1)
    return piece
  }

  #beginningAt(id: Id): Piece | null {
    const piece = this.#find(id)
    return piece && id.clock > piece.clock ? this.#cut(piece, id.clock) : piece
  }

  #blank(piece: Piece, from: number, to: number): void {
    const start = from > piece.clock ? this.#cut(piece, from) : piece
    if (to < start.clock + start.length) this.#cut(start, to)
    start.kept = ''
    this.report(start.grave, start.client)
  }

  /** Cuts a piece in two before `clock`; gives back the second. */
  #cut(piece: Piece, clock: number): Piece {
    const rest = piece.cut(clock)
    this.#shelve(rest)
    return rest
  }

  #find(id: Id): Piece | null {
    for (const shelves of [this.#young, this.#old]) {
      const shelf = shelves.get(id.client)
      const piece = shelf?.[lastBeginningBy(shelf, id.clock)]
      if (piece && id.clock < piece.clock + piece.length) return piece
    }
    return null
  }

  #shelve(piece: Piece): void {
    const shelf = this.#young.get(piece.client)
    if (shelf) shelf.splice(lastBeginningBy(shelf, piece.clock) + 1, 0, piece)
    else this.#young.set(piece.client, [piece])
    this.#pieces += 1
  }

  #forget(): void {
    for (const shelf of this.#old.values()) for (const piece of shelf) piece.leave()
    this.#old = this.#young
    this.#young = new Map()
    this.#pieces = 0
    this.#kept = 0
  }
}

function overlapping(shelf: readonly Piece[], clock: number, length: number): Piece[] {
  const from = Math.max(0, lastBeginningBy(shelf, clock))
  const to = lastBeginningBy(shelf, clock + length - 1) + 1
  return shelf.slice(from, to).filter(piece => piece.clock + piece.length > clock)
}

/** Index of the last piece that begins at `clock` or before; -1 when there is none. */
function lastBeginningBy(shelf: readonly Piece[], clock: number): number {
  let low = 0
  let high = shelf.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = shelf[middle]
    if (piece !== undefined && piece.clock <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}
