import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** What an update of one part costs beside its items: counts, a client id, a clock, and no deletes. */
const frameBytes = 40
/** A deleted range is two numbers; so many of them are far below any part. */
const rangesInPart = 2000
/** UTF-8 needs this for a UTF-16 unit at most. */
const bytesPerUnit = 3

interface Range {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/**
 * An update in parts of `maxBytes` at most, each of which can be applied when those before it have been: what has been
 * pasted at once is more than goes through at once. Text is cut where it must be. What cannot be cut stays larger than
 * `maxBytes`.
 */
export function splitUpdate(update: Uint8Array, maxBytes: number): Uint8Array[] {
  if (update.length <= maxBytes) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const clients = new Set(structs.map(struct => struct.id.client))
  // Of several people's items it cannot be told which stand on which; only one person's come in the order made.
  if (clients.size > 1 || !structs.every(struct => struct instanceof Y.Item)) return [update]
  const parts: Uint8Array[] = []
  let gathered: { item: Y.Item; bytes: Uint8Array }[] = []
  let size = 0
  const finish = () => {
    if (gathered.length > 0) parts.push(updateOf(gathered, []))
    gathered = []
    size = 0
  }
  for (const struct of structs) {
    for (const item of cut(struct, maxBytes - frameBytes)) {
      const bytes = bytesOf(item)
      if (size + bytes.length > maxBytes - frameBytes) finish()
      gathered.push({ item, bytes })
      size += bytes.length
    }
  }
  finish()
  const ranges = [...ds.clients].flatMap(([client, deleted]) =>
    deleted.map(({ clock, len }): Range => ({ client, clock, length: len })),
  )
  for (let from = 0; from < ranges.length; from += rangesInPart) {
    parts.push(updateOf([], ranges.slice(from, from + rangesInPart)))
  }
  return parts
}

/** An item, in several if it is a text that is longer than `maxBytes`. */
function cut(item: Y.Item, maxBytes: number): Y.Item[] {
  const { content, id, origin, rightOrigin, parent, parentSub } = item
  const units = Math.max(2, Math.floor((maxBytes - frameBytes) / bytesPerUnit))
  if (!(content instanceof Y.ContentString) || content.str.length <= units) return [item]
  const items: Y.Item[] = []
  let from = 0
  while (from < content.str.length) {
    const text = wholeLetters(content.str, from, from + units)
    const { client, clock } = id
    const before = from === 0 ? origin : Y.createID(client, clock + from - 1)
    items.push(
      new Y.Item(
        Y.createID(client, clock + from),
        null,
        before,
        null,
        rightOrigin,
        parent,
        parentSub,
        new Y.ContentString(text),
      ),
    )
    from += text.length
  }
  return items
}

/** A piece of a text that ends at `to` or just before it, and in no letter's middle. */
export function wholeLetters(text: string, from: number, to: number): string {
  const last = text.charCodeAt(to - 1)
  const endsInside = to < text.length && last >= 0xd800 && last <= 0xdbff && to - 1 > from
  return text.slice(from, endsInside ? to - 1 : to)
}

function bytesOf(item: Y.Item): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  item.write(encoder, 0)
  return encoder.toUint8Array()
}

/** An update as Yjs writes it: how many clients; of each how many items, who, from which clock; deletes. */
function updateOf(
  items: readonly { readonly item: Y.Item; readonly bytes: Uint8Array }[],
  ranges: readonly Range[],
): Uint8Array {
  const encoder = encoding.createEncoder()
  const [first] = items
  encoding.writeVarUint(encoder, first ? 1 : 0)
  if (first) {
    encoding.writeVarUint(encoder, items.length)
    encoding.writeVarUint(encoder, first.item.id.client)
    encoding.writeVarUint(encoder, first.item.id.clock)
    for (const { bytes } of items) encoding.writeUint8Array(encoder, bytes)
  }
  const clients = new Set(ranges.map(range => range.client))
  encoding.writeVarUint(encoder, clients.size)
  for (const client of clients) {
    const deleted = ranges.filter(range => range.client === client)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, deleted.length)
    for (const { clock, length } of deleted) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}
