import { deflateRawSync } from 'node:zlib'
import { docxFiles, p, zippedFiles } from '../word/docxFile.ts'
import type { HostileFile } from './HostileFile.ts'

const files = docxFiles({ body: p('Bakgrund') })
const ordinary = zippedFiles(files)

/** Zips that lie about themselves, lead out of themselves, or grow. */
export function brokenZips(): HostileFile[] {
  const damaged = (name: string, bytes: Uint8Array<ArrayBuffer>): HostileFile => ({
    name: `zip: ${name}`,
    bytes,
    answers: ['damaged'],
  })
  const large = (name: string, bytes: Uint8Array<ArrayBuffer>): HostileFile => ({
    name: `zip: ${name}`,
    bytes,
    answers: ['large'],
  })
  const withNames = (...names: string[]) =>
    zippedFiles({ ...files, ...Object.fromEntries(names.map(name => [name, 'x'])) }, 0)
  return [
    damaged('without a directory', ordinary.slice(0, directoryAt(ordinary))),
    damaged('without an end', ordinary.slice(0, -22)),
    damaged('with an end alone', Uint8Array.from([0x50, 0x4b, 3, 4, ...ordinary.slice(-22)])),
    damaged('of several disks', changed(16, ordinary.length - 22 + 4, 3)),
    damaged('with another count', changed(16, ordinary.length - 22 + 8, 9)),
    damaged('with more entries than it has', withCount(ordinary, 60)),
    large('with 65535 entries', withCount(ordinary, 65_535)),
    damaged('whose directory is longer than the file', changed(32, ordinary.length - 22 + 12, 0x7fffffff)),
    damaged('whose directory lies outside', changed(32, ordinary.length - 22 + 16, 0x7fffffff)),
    damaged('as zip64 by its end', changed(32, ordinary.length - 22 + 16, 0xffffffff)),
    damaged('as zip64 by a size', changed(32, directoryAt(ordinary) + 24, 0xffffffff)),
    damaged('as zip64 by a packed size', changed(32, directoryAt(ordinary) + 20, 0xffffffff)),
    damaged('with an entry outside', changed(32, directoryAt(ordinary) + 42, 0x7fffffff)),
    damaged('packed in another way', changed(16, directoryAt(ordinary) + 10, 12)),
    damaged('with another checksum', changed(32, directoryAt(ordinary) + 16, 1)),
    large('that says less than it has', stretched(-50)),
    damaged('that says a little more than it has', stretched(3)),
    damaged('with entries that share bytes', overlapping()),
    damaged('of one name twice', withNames('word/DOCUMENT.xml')),
    damaged('that leads out', withNames('../../../etc/cron.d/x')),
    damaged('that leads out with other strokes', withNames('..\\..\\windows\\x')),
    damaged('from the root', withNames('/etc/passwd')),
    damaged('with a name that ends early', withNames('word/x.xml\0.png')),
    large('bomb of zeros', zippedFiles({ ...files, 'word/media/a.bin': new Uint8Array(20_000_000) })),
    large(
      'bomb of XML',
      zippedFiles({ ...files, 'word/document.xml': `<w:document>${' '.repeat(30_000_000)}</w:document>` }),
    ),
    large('bomb that says it is small', smallBySaying()),
    large('bomb of many parts', zippedFiles({ ...files, ...many(120, 1_000_000) })),
    large('of 2 500 entries', withNames(...Array.from({ length: 2_500 }, (_, place) => `word/${place}.xml`))),
    large('of 65 000 entries', withNames(...Array.from({ length: 65_000 }, (_, place) => `${place}`))),
    { name: 'zip: in a zip in a zip', bytes: nested(), answers: ['read'] },
    { name: 'zip: with a comment of 65535 bytes', bytes: withComment(), answers: ['read', 'damaged'] },
    {
      name: 'zip: with the parts in folders of folders',
      bytes: withNames(`${'a/'.repeat(2_000)}b`),
      answers: ['read'],
    },
  ]
}

function directoryAt(zip: Uint8Array): number {
  return new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - 22 + 16, true)
}

function changed(bits: 16 | 32, at: number, value: number, zip = ordinary): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(zip)
  const view = new DataView(bytes.buffer)
  if (bits === 16) view.setUint16(at, value, true)
  else view.setUint32(at, value, true)
  return bytes
}

function withCount(zip: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const end = zip.length - 22
  return changed(16, end + 10, count, changed(16, end + 8, count))
}

/** Says of its first part that it is longer than it is. */
function stretched(by: number): Uint8Array<ArrayBuffer> {
  const at = directoryAt(ordinary) + 24
  const size = new DataView(ordinary.buffer).getUint32(at, true)
  return changed(32, at, Math.max(0, size + by))
}

/** The second entry says that it stands where the first does. */
function overlapping(): Uint8Array<ArrayBuffer> {
  const directory = directoryAt(ordinary)
  const nameLength = new DataView(ordinary.buffer).getUint16(directory + 28, true)
  return changed(32, directory + 46 + nameLength + 42, 0)
}

/** Deflated zeros, under a directory that says they are ten bytes. */
function smallBySaying(): Uint8Array<ArrayBuffer> {
  const zip = zippedFiles({ '[Content_Types].xml': ' '.repeat(900_000), ...files })
  return changed(32, directoryAt(zip) + 24, 10, zip)
}

/** Each of them small enough to grow as much as it likes. */
function many(count: number, length: number): Record<string, Uint8Array> {
  const part = new Uint8Array(length)
  return Object.fromEntries(Array.from({ length: count }, (_, place) => [`word/media/${place}.bin`, part]))
}

function nested(): Uint8Array<ArrayBuffer> {
  let inner: Uint8Array<ArrayBuffer> = new Uint8Array(deflateRawSync(new Uint8Array(10_000_000)))
  for (let depth = 0; depth < 4; depth += 1) {
    inner = zippedFiles(Object.fromEntries(Array.from({ length: 10 }, (_, place) => [`${place}.zip`, inner])))
  }
  return zippedFiles({ ...files, 'word/embeddings/a.zip': inner })
}

function withComment(): Uint8Array<ArrayBuffer> {
  const zip = changed(16, ordinary.length - 2, 65_535)
  return Uint8Array.from([...zip, ...new Uint8Array(65_535)])
}
