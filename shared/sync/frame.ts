import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Refusal, refusals } from './refusal.ts'

/**
 * The frames of the wire; PROTOCOL.md is the grammar. Kinds 0–3 are y-websocket's own, 100 and above are ours
 * and go only to clients that asked for them when joining (`?ack=1`).
 */
export type Frame =
  | { readonly kind: 'syncStep1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'syncStep2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly presence: Uint8Array }
  | { readonly kind: 'queryPresence' }
  | { readonly kind: 'acknowledged'; readonly count: number }
  | { readonly kind: 'refused'; readonly count: number; readonly refusal: Refusal }
  | { readonly kind: 'notice'; readonly topic: NoticeTopic }

/** What has changed among the records of a document, to be asked for over HTTP. */
export const noticeTopics = ['rescued', 'record', 'comments', 'versions', 'rounds', 'notices'] as const
export type NoticeTopic = (typeof noticeTopics)[number]

const kindSync = 0
const kindPresence = 1
const kindQueryPresence = 3
const kindAcknowledged = 100
const kindRefused = 101
const kindNotice = 102

export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  switch (frame.kind) {
    case 'syncStep1':
      encoding.writeVarUint(encoder, kindSync)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint8Array(encoder, frame.stateVector)
      break
    case 'syncStep2':
    case 'update':
      encoding.writeVarUint(encoder, kindSync)
      encoding.writeVarUint(encoder, frame.kind === 'syncStep2' ? 1 : 2)
      encoding.writeVarUint8Array(encoder, frame.update)
      break
    case 'presence':
      encoding.writeVarUint(encoder, kindPresence)
      encoding.writeVarUint8Array(encoder, frame.presence)
      break
    case 'queryPresence':
      encoding.writeVarUint(encoder, kindQueryPresence)
      break
    case 'acknowledged':
      encoding.writeVarUint(encoder, kindAcknowledged)
      encoding.writeVarUint(encoder, frame.count)
      break
    case 'refused':
      encoding.writeVarUint(encoder, kindRefused)
      encoding.writeVarUint(encoder, frame.count)
      encoding.writeVarString(encoder, frame.refusal)
      break
    case 'notice':
      encoding.writeVarUint(encoder, kindNotice)
      encoding.writeVarString(encoder, frame.topic)
      break
  }
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}

/** What stands before `count` entries of so many bytes in a presence frame: for one that is put together of pieces. */
export function encodePresenceHead(count: number, entriesBytes: number): Uint8Array<ArrayBuffer> {
  const counted = encoding.createEncoder()
  encoding.writeVarUint(counted, count)
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, kindPresence)
  encoding.writeVarUint(encoder, encoding.length(counted) + entriesBytes)
  encoding.writeUint8Array(encoder, encoding.toUint8Array(counted))
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>
}

/** Reads one frame. Null when the bytes are not exactly one frame of a known kind; never throws. */
export function decodeFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrame(decoder)
    return decoding.hasContent(decoder) ? null : frame
  } catch {
    // lib0 throws on a truncated or over-long number; whatever it was, it is not a frame.
    return null
  }
}

function readFrame(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case kindSync:
      return readSync(decoder)
    case kindPresence:
      return { kind: 'presence', presence: decoding.readVarUint8Array(decoder) }
    case kindQueryPresence:
      return { kind: 'queryPresence' }
    case kindAcknowledged:
      return { kind: 'acknowledged', count: decoding.readVarUint(decoder) }
    case kindRefused: {
      const count = decoding.readVarUint(decoder)
      const said = decoding.readVarString(decoder)
      const refusal = refusals.find(known => known === said)
      return refusal ? { kind: 'refused', count, refusal } : null
    }
    case kindNotice: {
      const said = decoding.readVarString(decoder)
      const topic = noticeTopics.find(known => known === said)
      return topic ? { kind: 'notice', topic } : null
    }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === 0) return { kind: 'syncStep1', stateVector: bytes }
  if (step === 1) return { kind: 'syncStep2', update: bytes }
  if (step === 2) return { kind: 'update', update: bytes }
  return null
}
