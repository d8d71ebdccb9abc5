import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** One client's presence on the wire of y-protocols/awareness; `null` in `json` says that it has gone. */
export interface PresenceEntry {
  readonly clientId: number
  /** Rises with every change; an entry with a clock not above the known one is old. */
  readonly clock: number
  readonly json: string
}

/** Count, then client id, clock and JSON of each. */
export function writePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const entry of entries) encoding.writeUint8Array(encoder, encodePresenceEntry(entry))
  return encoding.toUint8Array(encoder)
}

/** One entry, as it stands in a message. */
export function encodePresenceEntry({ clientId, clock, json }: PresenceEntry): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clientId)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, json)
  return encoding.toUint8Array(encoder)
}

/** Reads as many entries as there are; a message that is cut short gives those before the cut. Never throws. */
export function readPresence(bytes: Uint8Array): PresenceEntry[] {
  const entries: PresenceEntry[] = []
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    while (entries.length < count && decoding.hasContent(decoder)) {
      entries.push({
        clientId: decoding.readVarUint(decoder),
        clock: decoding.readVarUint(decoder),
        json: decoding.readVarString(decoder),
      })
    }
  } catch {
    // Cut short or over-long: what could be read so far is what was said.
  }
  return entries
}
