import * as encoding from 'lib0/encoding'
import { VarintReader } from './VarintReader.ts'

/** What a message from the server is about; its payload is from `start` to `end`. */
export type Said = 'answer' | 'update' | 'presence' | 'other'

/** How a contestant is spoken to about one document: y-websocket's messages, perhaps with something before each. */
export interface DocumentWire {
  /** What stands before every message, in both directions. */
  readonly prefix: Uint8Array
  /** What is said first, before anything else. */
  readonly greeting: readonly Uint8Array[]
}

export const yWebsocketWire: DocumentWire = { prefix: new Uint8Array(), greeting: [] }

/** The document's name before each message, and a token first, though nobody looks at it. */
export function hocuspocusWire(document: string): DocumentWire {
  const prefix = encoding.encode(encoder => encoding.writeVarString(encoder, document))
  const greeting = encoding.encode(encoder => {
    encoding.writeUint8Array(encoder, prefix)
    encoding.writeVarUint(encoder, kind.authentication)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, 'token')
  })
  return { prefix, greeting: [greeting] }
}

const kind = { sync: 0, presence: 1, authentication: 2 } as const

export function askFor(wire: DocumentWire, stateVector: Uint8Array): Uint8Array {
  return syncMessage(wire, 0, stateVector)
}

export function updateMessage(wire: DocumentWire, update: Uint8Array): Uint8Array {
  return syncMessage(wire, 2, update)
}

export function presenceMessage(wire: DocumentWire, presence: Uint8Array): Uint8Array {
  return message(wire, [kind.presence], presence)
}

function syncMessage(wire: DocumentWire, step: number, bytes: Uint8Array): Uint8Array {
  return message(wire, [kind.sync, step], bytes)
}

function message({ prefix }: DocumentWire, numbers: readonly number[], bytes: Uint8Array): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeUint8Array(encoder, prefix)
    for (const number of numbers) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

/** Reads what a message is about, and calls back with its payload. Allocates nothing. */
export function read(
  wire: DocumentWire,
  bytes: Buffer,
  start: number,
  end: number,
  hear: (said: Said, start: number, end: number) => void,
): void {
  let at = start + wire.prefix.length
  const about = bytes[at]
  at += 1
  let said: Said = 'other'
  if (about === kind.presence) said = 'presence'
  else if (about === kind.sync) {
    const step = bytes[at]
    at += 1
    if (step === 1) said = 'answer'
    else if (step === 2) said = 'update'
  }
  if (said === 'other') {
    hear(said, end, end)
    return
  }
  // A varint: the payload's length, which is the rest.
  while ((bytes[at] ?? 0) > 127) at += 1
  hear(said, at + 1, end)
}

/** Tells each client id named in the payload of a presence message. Makes no copies: there are n² of them. */
export function eachPresent(bytes: Uint8Array, start: number, hear: (client: number) => void): void {
  const reader = new VarintReader(bytes, start)
  for (let left = reader.number(); left > 0; left -= 1) {
    const client = reader.number()
    reader.number()
    reader.skipCounted()
    hear(client)
  }
}
