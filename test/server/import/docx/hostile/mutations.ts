import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { Random } from '../../../sync/guard/random.ts'
import { zippedFiles } from '../word/docxFile.ts'
import type { HostileFile } from './HostileFile.ts'

/** What may become of a file that was whole: part of the damage is where nobody looks. */
const any: HostileFile['answers'] = ['read', 'damaged', 'otherKind', 'large', 'locked']

/** A real file as it comes out of broken disks, broken lines and broken programs. */
export function mutations(whole: Uint8Array, random: Random, times: number): HostileFile[] {
  const several = (count: number, what: string, make: () => Uint8Array, answers = any) =>
    Array.from(
      { length: count * times },
      (_, place): HostileFile => ({ name: `${what} ${place}`, bytes: new Uint8Array(make()), answers }),
    )
  return [
    ...several(7, 'cut off', () => whole.slice(0, 4 + random.below(whole.length - 30)), ['damaged']),
    ...several(10, 'a bit turned', () =>
      changed(whole, bytes => flip(bytes, random.below(bytes.length), 1 << random.below(8))),
    ),
    ...several(3, 'bytes turned near the end', () =>
      changed(whole, bytes => flip(bytes, bytes.length - 1 - random.below(1_500), 0xff)),
    ),
    ...several(3, 'zeros in the middle', () =>
      changed(whole, bytes => bytes.fill(0, ...range(bytes, random))),
    ),
    ...several(2, 'a piece twice', () => twice(whole, random)),
    ...several(10, 'XML with something gone', () =>
      inXml(whole, random, (xml, at) => xml.slice(0, at) + xml.slice(at + 1 + random.below(40))),
    ),
    ...several(10, 'XML with elements gone or twice', () =>
      inXml(whole, random, (xml, at) => shuffled(xml, at, random)),
    ),
    ...several(5, 'XML with other values', () => inXml(whole, random, (xml, at) => valued(xml, at, random))),
  ]
}

function changed(whole: Uint8Array, change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = new Uint8Array(whole)
  change(bytes)
  return bytes
}

function flip(bytes: Uint8Array, at: number, mask: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ mask
}

function range(bytes: Uint8Array, random: Random): [number, number] {
  const from = random.below(bytes.length)
  return [from, from + 1 + random.below(400)]
}

function twice(whole: Uint8Array, random: Random): Uint8Array {
  const [from, to] = range(whole, random)
  return Uint8Array.from([...whole.slice(0, to), ...whole.slice(from, to), ...whole.slice(to)])
}

const texts = [
  'word/document.xml',
  'word/document.xml',
  'word/styles.xml',
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/_rels/document.xml.rels',
]

/** Changes a part at a place, and packs the file as if nothing was wrong. */
function inXml(whole: Uint8Array, random: Random, change: (xml: string, at: number) => string): Uint8Array {
  const files = unzipSync(whole)
  const name = random.pick(texts.filter(text => text in files))
  const xml = strFromU8(files[name] ?? new Uint8Array())
  return zippedFiles({ ...files, [name]: strToU8(change(xml, random.below(xml.length))) })
}

/** Takes away or doubles the next elements, wherever they end. */
function shuffled(xml: string, at: number, random: Random): string {
  const from = xml.indexOf('<w:', at)
  const to = xml.indexOf('>', xml.indexOf('</w:', from + random.below(2_000)))
  if (from === -1 || to === -1) return xml
  const piece = xml.slice(from, to + 1)
  return random.below(2)
    ? xml.slice(0, from) + xml.slice(to + 1)
    : xml.slice(0, from) + piece.repeat(3) + xml.slice(to + 1)
}

const values = ['', '-1', '999999999999', 'NaN', '__proto__', 'true', '&#1;', '&lt;', 'å', '0x10', '1e309']

/** Gives the next attribute another value. */
function valued(xml: string, at: number, random: Random): string {
  const begins = xml.indexOf('="', at)
  const ends = xml.indexOf('"', begins + 2)
  return begins === -1 || ends === -1 ? xml : xml.slice(0, begins + 2) + random.pick(values) + xml.slice(ends)
}
