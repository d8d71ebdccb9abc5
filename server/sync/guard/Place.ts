import * as Y from 'yjs'
import { parentOf } from './DocumentPlaces.ts'
import { type Neighbour, NewStruct, type Parent } from './NewStruct.ts'
import { Refused } from './Refused.ts'

/** Where an element stands: in which type, and under which key, if not in its sequence. */
export interface Place {
  readonly parent: Parent
  readonly key: string | null
}

/** The one place that both neighbours stand in; null when it has been collected. */
export function besides(left: Neighbour | null, right: Neighbour | null): Place | null {
  const place = standsIn(left ?? right)
  // Yjs looks at the left one only; if the right one stood elsewhere, clients would disagree.
  if (left && right && !isSamePlace(place, standsIn(right))) throw new Refused('gap')
  return place
}

/** The rest of a struct that the document has the beginning of stands behind that, and nowhere else. */
export function checkContinues(beginning: Neighbour, place: Place | null): void {
  // Nor where it is collected: a client that has collected the beginning, but not the place, would trip over it.
  if (place === null || !isSamePlace(standsIn(beginning), place)) throw new Refused('gap')
}

function isSamePlace(one: Place | null, other: Place | null): boolean {
  return one?.parent === other?.parent && one?.key === other?.key
}

function standsIn(neighbour: Neighbour | null): Place | null {
  if (neighbour instanceof NewStruct) {
    return neighbour.parent === null ? null : { parent: neighbour.parent, key: neighbour.key }
  }
  return neighbour instanceof Y.Item ? { parent: parentOf(neighbour), key: neighbour.parentSub } : null
}

/** The struct that has `clock` among those of one client, in their order. Throws `Refused` when none has. */
export function findPlaced(placed: readonly NewStruct[], clock: number): NewStruct {
  let low = 0
  let high = placed.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = placed[middle]
    if (found === undefined) break
    if (clock < found.struct.clock) high = middle - 1
    else if (clock >= found.struct.clock + found.struct.length) low = middle + 1
    else return found
  }
  throw new Refused('gap')
}
