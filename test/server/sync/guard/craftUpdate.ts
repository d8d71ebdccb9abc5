import * as encoding from 'lib0/encoding'

export interface CraftedId {
  readonly client: number
  readonly clock: number
}

/** A struct as bytes can say it, whether or not any Yjs would. */
export interface CraftedStruct {
  readonly origin?: CraftedId
  readonly rightOrigin?: CraftedId
  /** A root's name or a type's id; written only without neighbours, as in the format. */
  readonly parent?: string | CraftedId
  readonly key?: string
  readonly content: CraftedContent
}

export type CraftedContent =
  | { readonly text: string }
  | { readonly values: readonly unknown[] }
  | { readonly format: readonly [key: string, value: unknown] }
  /** Number of the type, and its name where that kind has one. */
  | { readonly type: number; readonly name?: string }
  | { readonly deleted: number }
  | { readonly collected: number }
  | { readonly skipped: number }
  /** Number of the content, and its bytes. */
  | { readonly raw: number; readonly bytes: readonly number[] }

export interface CraftedSection {
  readonly client: number
  readonly clock: number
  readonly structs: readonly CraftedStruct[]
  /** How many structs it says that it has. */
  readonly claims?: number
}

export interface CraftedDeletes {
  readonly client: number
  readonly ranges: readonly (readonly [clock: number, length: number])[]
}

/** Writes an update (version 1) with anything in it. */
export function craftUpdate(
  sections: readonly CraftedSection[],
  deletes: readonly CraftedDeletes[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, sections.length)
  for (const { client, clock, structs, claims } of sections) {
    encoding.writeVarUint(encoder, claims ?? structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletes.length)
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

function writeStruct(encoder: encoding.Encoder, struct: CraftedStruct): void {
  const { content, origin, rightOrigin, parent, key } = struct
  const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20)
  const kind = kindOf(content)
  const hasPlace = kind !== 0 && kind !== 10
  encoding.writeUint8(encoder, hasPlace ? kind | flags : kind)
  if (hasPlace) {
    if (origin) writeId(encoder, origin)
    if (rightOrigin) writeId(encoder, rightOrigin)
    if (!origin && !rightOrigin) {
      if (typeof parent === 'string') {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarString(encoder, parent)
      } else {
        encoding.writeVarUint(encoder, 0)
        writeId(encoder, parent ?? { client: 0, clock: 0 })
      }
      if (key !== undefined) encoding.writeVarString(encoder, key)
    }
  }
  writeContent(encoder, content)
}

function kindOf(content: CraftedContent): number {
  if ('collected' in content) return 0
  if ('deleted' in content) return 1
  if ('text' in content) return 4
  if ('format' in content) return 6
  if ('type' in content) return 7
  if ('values' in content) return 8
  return 'skipped' in content ? 10 : content.raw
}

function writeContent(encoder: encoding.Encoder, content: CraftedContent): void {
  if ('text' in content) encoding.writeVarString(encoder, content.text)
  else if ('format' in content) {
    encoding.writeVarString(encoder, content.format[0])
    encoding.writeVarString(encoder, JSON.stringify(content.format[1]))
  } else if ('type' in content) {
    encoding.writeVarUint(encoder, content.type)
    if (content.name !== undefined) encoding.writeVarString(encoder, content.name)
  } else if ('values' in content) {
    encoding.writeVarUint(encoder, content.values.length)
    for (const value of content.values)
      encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])
  } else if ('raw' in content) for (const byte of content.bytes) encoding.writeUint8(encoder, byte)
  else if ('deleted' in content) encoding.writeVarUint(encoder, content.deleted)
  else encoding.writeVarUint(encoder, 'collected' in content ? content.collected : content.skipped)
}

function writeId(encoder: encoding.Encoder, id: CraftedId): void {
  encoding.writeVarUint(encoder, id.client)
  encoding.writeVarUint(encoder, id.clock)
}
