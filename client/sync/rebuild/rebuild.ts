import * as Y from 'yjs'
import type { RootShape } from '../../../shared/document/roots.ts'
import type { RescuedWhy } from '../../../shared/http/rescued.ts'
import { IdRanges } from './IdRanges.ts'
import type { LeftLine, LeftOver } from './Lines.ts'
import { pieceAt } from './place.ts'
import { type Parts, partsOf, poisoned, type Unacknowledged } from './poisoned.ts'
import { type Piece, Replay, type SharedType } from './Replay.ts'
import { rulesOf } from './rules.ts'
import { withoutPlace } from './withoutPlace.ts'

export interface Rebuilt {
  /** Those of the unacknowledged that must not be sent again as they are. */
  readonly replaced: readonly Unacknowledged[]
  /** What takes their place, in order: one update a piece, so that one can be refused without the others. */
  readonly updates: readonly Uint8Array[]
  readonly left: readonly LeftOver[]
  /** Everything of mine is in `updates` again, deletions too. */
  readonly isWhole: boolean
}

/** The reason is in the update itself and would be there the next time too, whoever entered it. */
const inTheContent: ReadonlySet<RescuedWhy> = new Set<RescuedWhy>([
  'malformed',
  'unknownRoot',
  'unknownNode',
  'unknownMark',
  'unknownAttribute',
  'wrongShape',
  'tooDeep',
  'tooLarge',
])

/** What happened: the updates not acknowledged, oldest first, which of them was refused, and why. */
export interface Refusal {
  readonly unacknowledged: readonly Unacknowledged[]
  readonly refused: Unacknowledged
  readonly why: RescuedWhy
}

/**
 * An update was refused. Enters again, on the server's `state`, all that
 * may still be accepted of it and of what hangs on it, and tells what is left over (architecture 9).
 *
 * [REBUILD1] What does not hang on the refused update is sent as it is.
 * [REBUILD2] What is entered again stands where it stood, between the same neighbours, under a new client id.
 * [REBUILD3] Every piece is an update of its own: a section of running text, or a first-level key of another.
 * [REBUILD4] What has been refused twice, or is refused for what it says, is left over. So it comes to an end.
 * [REBUILD5] What is mine is on the server, entered again, or left over: nothing is in two of them, or in none.
 * [REBUILD6] What another window has seen to already (`isHere` says no) is left to that window.
 * [REBUILD7] When I might not write somewhere, what stands where I may not (`mayWrite` says no) is left over at once, and
 * not refused once more piece by piece.
 */
export function rebuild(
  state: Uint8Array,
  roots: ReadonlyMap<string, RootShape>,
  { unacknowledged, refused, why }: Refusal,
  isHere: (entry: Unacknowledged) => boolean = () => true,
  mayWrite: (piece: Piece) => boolean = () => true,
): Rebuilt {
  const bad = poisoned(unacknowledged, refused)
  const replaced = unacknowledged.filter(entry => bad.has(entry))
  const fresh = documentOf(roots, [state, ...updatesOf(unacknowledged.filter(entry => !bad.has(entry)))])
  // Keeps what it deletes, so that it can be asked what stood in a paragraph that is gone.
  const whole = documentOf(roots, [Y.encodeStateAsUpdate(fresh), ...updatesOf(replaced)], { gc: false })

  const known = Y.decodeStateVector(Y.encodeStateVector(fresh))
  const here = replaced.filter(isHere).map(partsOf)
  const cause = here.find(({ entry }) => entry === refused) ?? null
  const isKnownShut = (piece: Piece) => why === 'mayNotWrite' && !mayWrite(piece)
  const closed = cause && why === 'mayNotWrite' ? closedPieces(whole, cause, isKnownShut) : []
  const isBarred = inTheContent.has(why) || (refused.again && closed.length === 0)
  const rules = rulesOf(whole, here, isBarred ? cause : null, known)

  const updates: Uint8Array[] = []
  const left: LeftOver[] = []
  const done = new IdRanges()
  const replay = new Replay(fresh, rules, done)
  fresh.on('update', (update: Uint8Array) => updates.push(update))
  for (const [section, root] of whole.share) {
    const shape = roots.get(section)
    if (!shape) continue
    const lines: LeftLine[] = []
    for (const piece of piecesOf(section, shape, root)) {
      const isClosed =
        isKnownShut(piece) || closed.some(one => one.section === section && one.key === piece.key)
      lines.push(...replay.piece(root, piece, !isClosed).end())
    }
    if (lines.length > 0) left.push({ section, why, lines })
  }
  const causeOf = (parts: Parts) => (parts === cause && inTheContent.has(why) ? why : 'noPlace')
  left.push(...withoutPlace(whole, here, known, done, causeOf))
  return { replaced, updates, left, isWhole: left.length === 0 && !isBarred && closed.length === 0 }
}

function updatesOf(entries: readonly Unacknowledged[]): Uint8Array[] {
  return entries.map(entry => entry.update)
}

function documentOf(
  roots: ReadonlyMap<string, RootShape>,
  updates: readonly Uint8Array[],
  options: { gc?: boolean } = {},
): Y.Doc {
  const doc = new Y.Doc(options)
  for (const [name, { type }] of roots) {
    if (type === 'blocks') doc.getXmlFragment(name)
    else doc.getMap(name)
  }
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update)
    } catch {
      // The bytes are no update, and are left out like one that says nothing.
    }
  }
  return doc
}

function piecesOf(section: string, shape: RootShape, root: SharedType): Piece[] {
  if (shape.type === 'blocks') return [{ section, key: null }]
  return [...root._map.keys()].map(key => ({ section, key }))
}

/** The pieces that may not be written, as far as it can be told: all, when it is tried again, or the only one. */
function closedPieces(
  whole: Y.Doc,
  { entry, items, deletes }: Parts,
  isKnownShut: (piece: Piece) => boolean,
): Piece[] {
  const pieces = new Map<string, Piece>()
  const ids = [...items.map(({ id }) => id), ...deletes.map(({ client, clock }) => Y.createID(client, clock))]
  for (const id of ids) {
    const piece = pieceAt(whole, id)
    if (piece) pieces.set(`${piece.section} ${piece.key}`, piece)
  }
  const all = [...pieces.values()]
  return entry.again || pieces.size === 1 ? all : all.filter(isKnownShut)
}
