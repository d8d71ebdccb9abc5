import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { section } from '../documents/writtenDocument.ts'
import { VarintReader } from './VarintReader.ts'

/** Bits and kinds of Yjs's first update format, as far as typing needs them. */
const hasOrigin = 0x80
const hasRightOrigin = 0x40
const hasParentKey = 0x20
const contentKind = { string: 4, type: 7 } as const
const typesWithName = [3, 5]

/**
 * One person's typing under one client id: a paragraph of her own, and letters at its end. Every keystroke is the
 * update that Yjs makes of it, byte for byte, without a document to make it in.
 */
export class Typing {
  readonly client: number
  /** Clock of what she writes next. */
  #clock = 0

  constructor(client: number) {
    this.client = client
  }

  get clock(): number {
    return this.#clock
  }

  /** The first update: her paragraph and its first letter. */
  begin(): Uint8Array {
    const doc = new Y.Doc()
    doc.clientID = this.client
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    text.insert(0, 'a')
    paragraph.insert(0, [text])
    doc.getXmlFragment(section).insert(0, [paragraph])
    this.#clock = 3
    return Y.encodeStateAsUpdate(doc)
  }

  /** The update of the next letter. */
  next(): Uint8Array {
    const clock = this.#clock
    this.#clock += 1
    return encoding.encode(encoder => {
      encoding.writeUint8(encoder, 1)
      encoding.writeUint8(encoder, 1)
      encoding.writeVarUint(encoder, this.client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeUint8(encoder, contentKind.string | hasOrigin)
      encoding.writeVarUint(encoder, this.client)
      encoding.writeVarUint(encoder, clock - 1)
      encoding.writeUint8(encoder, 1)
      encoding.writeUint8(encoder, clock % 6 === 0 ? 0x20 : 0x61 + (clock % 26))
      encoding.writeUint8(encoder, 0)
    })
  }
}

/** Told of what somebody has written: so much, from this clock on. A letter is 1. */
export type Hears = (client: number, clock: number, length: number) => void

/**
 * Reads who has typed what from an update, whether it is one keystroke or many that the server has merged. It reads
 * what `Typing` writes and nothing else: anything else (the document itself) ends it.
 */
export function eachKeystroke(bytes: Uint8Array, start: number, hears: Hears): void {
  const reader = new VarintReader(bytes, start)
  for (let clients = reader.number(); clients > 0; clients -= 1) {
    let structs = reader.number()
    const client = reader.number()
    let clock = reader.number()
    for (; structs > 0; structs -= 1) {
      const info = reader.byte()
      if ((info & hasOrigin) !== 0) {
        reader.number()
        reader.number()
      }
      if ((info & hasRightOrigin) !== 0) {
        reader.number()
        reader.number()
      }
      if ((info & (hasOrigin | hasRightOrigin)) === 0) {
        if (reader.number() === 1) reader.skipCounted()
        else {
          reader.number()
          reader.number()
        }
        if ((info & hasParentKey) !== 0) reader.skipCounted()
      }
      let length = 1
      const kind = info & 0x1f
      if (kind === contentKind.string) {
        // Only ASCII is typed: as many letters as bytes.
        length = reader.number()
        reader.at += length
      } else if (kind === contentKind.type) {
        if (typesWithName.includes(reader.number())) reader.skipCounted()
      } else return
      hears(client, clock, length)
      clock += length
    }
  }
}
