import * as decoding from 'lib0/decoding'
import { nodeShape } from '../../../shared/document/textSchema.ts'
import type { GuardLimits } from './limits.ts'
import { Refused } from './Refused.ts'
import { readValues } from './readValues.ts'

/** Address of one element that a client wrote: its `clock`th, counting characters and values, not structs. */
export interface Id {
  readonly client: number
  readonly clock: number
}

/** What a struct brings. Kinds of content that no document has (binary, sub-document …) are refused on reading. */
export type Content =
  | { readonly is: 'collected' }
  | { readonly is: 'deleted' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'format'; readonly mark: string; readonly value: unknown }
  | { readonly is: 'values'; readonly values: readonly unknown[] }
  | TypeContent

/** A new shared type: an element of rich text, its text, an item of a structured section, or a field's prose. */
export type TypeContent =
  | { readonly is: 'element'; readonly node: string }
  | { readonly is: 'richText' }
  | { readonly is: 'item' }
  | { readonly is: 'prose' }

export interface Struct extends Id {
  readonly length: number
  /** The element it was written after, and before; null at the edge. */
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  /** A root's name or a type. Null when it stands beside its origin: then place and key are that one's. */
  readonly parent: string | Id | null
  readonly key: string | null
  readonly content: Content
}

export interface ClientStructs {
  readonly client: number
  /** At least one; each begins where the one before it ended. */
  readonly structs: readonly Struct[]
}

/** A stretch of one client's clock. */
export interface Range {
  readonly clock: number
  readonly length: number
}

/** Deleted ranges by client: ascending, apart from each other. */
export type DeleteRanges = ReadonlyMap<number, readonly Range[]>

export interface DecodedUpdate {
  /** One entry a client. */
  readonly sections: readonly ClientStructs[]
  readonly deletes: DeleteRanges
}

/** Far more than anybody writes; keeps a claimed length from spoiling the clocks that follow it. */
const maxClock = 2 ** 31 - 1

/** Deleted ranges that may be named for each struct that may be brought: most of them are gone already. */
const rangesPerStruct = 10

const contentBits = 0b0001_1111
const hasKey = 0b0010_0000
const hasRightOrigin = 0b0100_0000
const hasOrigin = 0b1000_0000

/**
 * Reads a Yjs update (version 1) exactly as Yjs will, but makes no Yjs objects and reserves no memory for what is
 * only claimed. Throws `Refused`, or whatever lib0 throws on bytes that end too early.
 */
export function readUpdate(bytes: Uint8Array, limits: GuardLimits): DecodedUpdate {
  const decoder = decoding.createDecoder(bytes)
  const sections = readSections(decoder, limits)
  const deletes = readDeletes(decoder, limits.maxStructs * rangesPerStruct)
  // Also beyond the end: lib0 reads strings past it where the bytes are part of a larger buffer.
  if (decoder.pos !== bytes.length) throw new Refused('malformed')
  return { sections, deletes }
}

function readSections(decoder: decoding.Decoder, { maxStructs, maxDepth }: GuardLimits): ClientStructs[] {
  const count = decoding.readVarUint(decoder)
  const sections: ClientStructs[] = []
  let total = 0
  const clients = count > 1 ? new Set<number>() : null
  for (let i = 0; i < count; i++) {
    const structCount = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    // Yjs keeps only the last section of a client, and what was in the others would be missing later.
    if (structCount === 0 || clients?.has(client)) throw new Refused('malformed')
    clients?.add(client)
    let clock = decoding.readVarUint(decoder)
    const structs: Struct[] = []
    total += structCount
    if (total > maxStructs) throw new Refused('malformed')
    for (let j = 0; j < structCount; j++) {
      const struct = readStruct(decoder, client, clock, maxDepth)
      clock += struct.length
      if (struct.length < 1 || clock > maxClock) throw new Refused('malformed')
      structs.push(struct)
    }
    sections.push({ client, structs })
  }
  return sections
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number, maxDepth: number): Struct {
  const info = decoding.readUint8(decoder)
  const kind = info & contentBits
  if (kind === 0) {
    const length = decoding.readVarUint(decoder)
    return {
      client,
      clock,
      length,
      origin: null,
      rightOrigin: null,
      parent: null,
      key: null,
      content: collected,
    }
  }
  // A skip is a hole by design: the client says that it leaves something out.
  if (kind === 10) throw new Refused('gap')
  const origin = (info & hasOrigin) !== 0 ? readId(decoder) : null
  const rightOrigin = (info & hasRightOrigin) !== 0 ? readId(decoder) : null
  let parent: string | Id | null = null
  let key: string | null = null
  if (origin === null && rightOrigin === null) {
    parent = decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : readId(decoder)
    if ((info & hasKey) !== 0) key = decoding.readVarString(decoder)
  }
  // A tombstone says its length in place of a content.
  const deletedLength = kind === 1 ? decoding.readVarUint(decoder) : 0
  const content = kind === 1 ? deleted : readContent(decoder, kind, maxDepth)
  const length = kind === 1 ? deletedLength : lengthOf(content)
  return { client, clock, length, origin, rightOrigin, parent, key, content }
}

const collected: Content = { is: 'collected' }
const deleted: Content = { is: 'deleted' }

function readContent(decoder: decoding.Decoder, kind: number, maxDepth: number): Content {
  switch (kind) {
    case 4:
      return { is: 'text', text: decoding.readVarString(decoder) }
    case 6:
      return {
        is: 'format',
        mark: decoding.readVarString(decoder),
        value: JSON.parse(decoding.readVarString(decoder)),
      }
    case 7:
      return readType(decoder)
    case 8:
      return { is: 'values', values: readValues(decoder, maxDepth) }
    case 2: // JSON
    case 3: // binary
    case 5: // embed
    case 9: // sub-document
      throw new Refused('wrongShape')
    default:
      throw new Refused('malformed')
  }
}

function readType(decoder: decoding.Decoder): TypeContent {
  switch (decoding.readVarUint(decoder)) {
    case 1:
      return { is: 'item' }
    case 2:
      return { is: 'prose' }
    case 3: {
      const node = decoding.readVarString(decoder)
      if (nodeShape(node) === null) throw new Refused('unknownNode')
      return { is: 'element', node }
    }
    case 6:
      return { is: 'richText' }
    case 0: // array
    case 4: // fragment
      throw new Refused('wrongShape')
    case 5: // hook
      throw new Refused('unknownNode')
    default:
      throw new Refused('malformed')
  }
}

function lengthOf(content: Content): number {
  if (content.is === 'text') return content.text.length
  return content.is === 'values' ? content.values.length : 1
}

function readDeletes(decoder: decoding.Decoder, maxRanges: number): DeleteRanges {
  const count = decoding.readVarUint(decoder)
  if (count === 0) return noDeletes
  const deletes = new Map<number, Range[]>()
  let total = 0
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder)
    if (deletes.has(client)) throw new Refused('malformed')
    const rangeCount = decoding.readVarUint(decoder)
    const ranges: Range[] = []
    total += rangeCount
    if (total > maxRanges) throw new Refused('malformed')
    let end = 0
    for (let j = 0; j < rangeCount; j++) {
      const clock = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      // Yjs always sorts and merges; ranges that overlap would make every walk over them quadratic.
      if (length < 1 || clock < end || clock + length > maxClock) throw new Refused('malformed')
      end = clock + length
      ranges.push({ clock, length })
    }
    deletes.set(client, ranges)
  }
  return deletes
}

const noDeletes: DeleteRanges = new Map()

function readId(decoder: decoding.Decoder): Id {
  return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) }
}
