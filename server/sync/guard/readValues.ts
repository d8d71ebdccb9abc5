import * as decoding from 'lib0/decoding'
import { Refused } from './Refused.ts'

/**
 * Reads the values of a struct. Only what JSON has without objects, since no field or attribute holds more; a
 * list within lists deeper than a document may be is refused before it can exhaust the stack.
 */
export function readValues(decoder: decoding.Decoder, maxDepth: number): unknown[] {
  return readList(decoder, maxDepth)
}

function readList(decoder: decoding.Decoder, depthLeft: number): unknown[] {
  if (depthLeft < 0) throw new Refused('tooDeep')
  const count = decoding.readVarUint(decoder)
  const values: unknown[] = []
  for (let i = 0; i < count; i++) values.push(readValue(decoder, depthLeft))
  return values
}

function readValue(decoder: decoding.Decoder, depthLeft: number): unknown {
  switch (decoding.readUint8(decoder)) {
    case 126:
      return null
    case 125:
      return decoding.readVarInt(decoder)
    case 124:
      return decoding.readFloat32(decoder)
    case 123:
      return decoding.readFloat64(decoder)
    case 121:
      return false
    case 120:
      return true
    case 119:
      return decoding.readVarString(decoder)
    case 117:
      return readList(decoder, depthLeft - 1)
    case 127: // undefined
    case 122: // bigint
    case 118: // object
    case 116: // bytes
      throw new Refused('wrongShape')
    default:
      throw new Refused('malformed')
  }
}
