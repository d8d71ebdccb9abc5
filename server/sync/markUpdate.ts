import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Stretch } from '../../shared/comment/MarkedText.ts'
import { commentKey } from '../../shared/document/nodes/commentKey.ts'

/**
 * The update that marks words as those of a thread: the one that `Y.XmlText.format` would make under this client id, but
 * found by reading alone, so that no document has to be copied for it. Each stretch is in a text of its own. Null when
 * all of it is marked already.
 */
export function markUpdate(
  { store }: Y.Doc,
  clientId: number,
  thread: string,
  stretches: readonly Stretch[],
): Uint8Array | null {
  const key = commentKey(thread)
  const begun = Y.getState(store, clientId)
  const brought: Y.Item[] = []
  const redundant: Y.ID[] = []
  const edge = (isOn: boolean, { origin, rightOrigin }: Place) => {
    const id = Y.createID(clientId, begun + brought.length)
    const content = new Y.ContentFormat(key, isOn ? { thread } : endOfFormat)
    brought.push(new Y.Item(id, null, origin, null, rightOrigin, null, null, content))
  }
  for (const stretch of stretches) markStretch(stretch, key, edge, ({ id }) => redundant.push(id))
  return brought.length + redundant.length > 0 ? encode(brought, redundant) : null
}

/** What Yjs itself writes where a format ends; its types do not know of it. */
const endOfFormat = null as unknown as object

interface Place {
  readonly origin: Y.ID | null
  readonly rightOrigin: Y.ID | null
}

/**
 * Says where the mark is to begin and end, and which of its edges between are to go; step by step what Yjs does, which
 * puts an edge behind what has been deleted there, and lets the mark go on in one that follows.
 */
function markStretch(
  { text, from, length }: Stretch,
  key: string,
  edge: (isOn: boolean, place: Place) => void,
  erase: (item: Y.Item) => void,
): void {
  const pen = new Pen(text, key)
  pen.pass(from)
  pen.passIdle()
  // Whether the words behind the stretch would be marked too if it did not end.
  let isToEnd = !pen.isMarking
  if (isToEnd) edge(true, pen.place)
  for (let left = length; pen.next !== null; ) {
    const item = pen.next
    if (left === 0 && !(isToEnd && (item.deleted || formatOf(item)))) break
    const own = item.deleted ? null : formatOf(item, key)
    if (own) {
      const isEnd = own.value === null
      isToEnd = isEnd && left > 0
      // It ends here already.
      if (isEnd && left === 0) break
      erase(item)
    }
    left -= pen.step(left)
  }
  if (isToEnd) edge(false, pen.place)
}

/** Goes through a text as Yjs counts it: formats, and what has been deleted, have no length. */
class Pen {
  readonly #key: string
  #last: Y.Item | null = null
  #next: Y.Item | null
  /** How far it is within the next item. */
  #within = 0
  /** Whether the mark is on here. */
  isMarking = false

  constructor(text: Y.XmlText, key: string) {
    this.#key = key
    this.#next = text._start
  }

  get next(): Y.Item | null {
    return this.#next
  }

  get place(): Place {
    const [last, next] = [this.#last, this.#next]
    if (next === null || this.#within === 0)
      return { origin: last?.lastId ?? null, rightOrigin: next?.id ?? null }
    const { client, clock } = next.id
    const here = clock + this.#within
    return { origin: Y.createID(client, here - 1), rightOrigin: Y.createID(client, here) }
  }

  /** Passes as many characters, and all that stands before the last of them. */
  pass(count: number): void {
    for (let left = count; left > 0 && this.#next !== null; ) left -= this.step(left)
  }

  /** Passes what has been deleted, the beginning of the mark itself, and the ends of other formats. */
  passIdle(): void {
    for (let next = this.#next; next !== null && this.#within === 0; next = this.#next) {
      const format = formatOf(next)
      const isIdle = format?.key === this.#key ? format.value !== null : format?.value === null
      if (!next.deleted && !isIdle) return
      this.step(0)
    }
  }

  /** Passes the next item, or as much of it as `most` characters; gives how many that were. */
  step(most: number): number {
    const next = this.#next
    if (next === null) return 0
    const format = formatOf(next)
    const length = next.deleted || format ? 0 : next.length - this.#within
    if (length > most) {
      this.#within += most
      return most
    }
    if (!next.deleted && format?.key === this.#key) this.isMarking = format.value !== null
    this.#last = next
    this.#next = next.right
    this.#within = 0
    return length
  }
}

/** The format that an item brings, if it brings one, and one with this key if it is asked for. */
function formatOf({ content }: Y.Item, key?: string): Y.ContentFormat | null {
  if (!(content instanceof Y.ContentFormat)) return null
  return key === undefined || content.key === key ? content : null
}

function encode(brought: readonly Y.Item[], deleted: readonly Y.ID[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  const [first] = brought
  encoding.writeVarUint(rest, first ? 1 : 0)
  if (first) {
    encoding.writeVarUint(rest, brought.length)
    encoder.writeClient(first.id.client)
    encoding.writeVarUint(rest, first.id.clock)
    for (const item of brought) item.write(encoder, 0)
  }
  const clients = Map.groupBy(deleted, ({ client }) => client)
  encoding.writeVarUint(rest, clients.size)
  for (const [client, ids] of clients) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, ids.length)
    for (const { clock } of ids.toSorted((one, other) => one.clock - other.clock)) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(1)
    }
  }
  return encoder.toUint8Array()
}
