import type { Random } from '../../../sync/guard/random.ts'
import { docxFiles, p, zippedFiles } from '../word/docxFile.ts'
import type { HostileFile } from './HostileFile.ts'

const text = (words: string) => new TextEncoder().encode(words)
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const type = 'application/vnd.openxmlformats-officedocument'
const types = (said: string) => ({
  '[Content_Types].xml': `<Types><Override ContentType="${said}"/></Types>`,
})

/** Files of other kinds, whatever they are called. */
export function otherKinds(random: Random): HostileFile[] {
  const noise = (length: number) => Uint8Array.from({ length }, () => random.below(256))
  const files: Record<string, Uint8Array> = {
    nothing: new Uint8Array(),
    'a byte': text('P'),
    'a text': text('Ansökan om samverkansinsats\nBakgrund\n'),
    'a page': text('<html><h1>Bakgrund</h1></html>'),
    'a PDF': text('%PDF-1.7\n%%EOF'),
    'rich text': text('{\\rtf1\\ansi Bakgrund\\par}'),
    'Word as one XML': text('<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>'),
    'a program': Uint8Array.from([0x4d, 0x5a, ...noise(300)]),
    'a program of Linux': Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, ...noise(300)]),
    'a picture': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...noise(300)]),
    'a gzip': Uint8Array.from([0x1f, 0x8b, 8, 0, ...noise(300)]),
    'a 7z': Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, ...noise(300)]),
    'a .doc of the older kind': Uint8Array.from([...oldOffice, ...new Uint8Array(2_000)]),
    'a text of LibreOffice': zippedFiles({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<x/>',
    }),
    'a workbook': zippedFiles({
      ...types(`${type}.spreadsheetml.sheet.main+xml`),
      'xl/workbook.xml': '<workbook/>',
    }),
    'a presentation': zippedFiles({ ...types(`${type}.presentationml.presentation.main+xml`) }),
    'a zip of other things': zippedFiles({ 'a.txt': 'a', 'b.txt': 'b' }),
    'types without types': zippedFiles({ ...docxFiles({ body: p('a') }), '[Content_Types].xml': '<Types/>' }),
    'a picture with a zip behind it': Uint8Array.from([
      0x47,
      0x49,
      0x46,
      0x38,
      ...zippedFiles(docxFiles({ body: p('a') })),
    ]),
  }
  const noises = Array.from({ length: 6 }, (_, place): [string, Uint8Array] => [
    `noise ${place}`,
    noise(50 + random.below(5_000)),
  ])
  const noisyZips = Array.from(
    { length: 6 },
    (_, place): HostileFile => ({
      name: `noise ${place} that begins as a zip`,
      bytes: Uint8Array.from([0x50, 0x4b, 3, 4, ...noise(50 + random.below(5_000))]),
      answers: ['damaged', 'otherKind', 'large', 'locked'],
    }),
  )
  const others = [...Object.entries(files), ...noises].map(
    ([name, bytes]): HostileFile => ({ name, bytes: new Uint8Array(bytes), answers: ['otherKind'] }),
  )
  return [...others, ...noisyZips, ...locked(), ...macros()]
}

function locked(): HostileFile[] {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  const zip = zippedFiles(docxFiles({ body: p('a') }))
  const flagged = new Uint8Array(zip)
  const directory = new DataView(flagged.buffer).getUint32(flagged.length - 22 + 16, true)
  new DataView(flagged.buffer).setUint16(directory + 8, 1, true)
  return [
    {
      name: 'locked by Word',
      bytes: Uint8Array.from([...oldOffice, ...new Uint8Array(504), ...name]),
      answers: ['locked'],
    },
    { name: 'a zip with a password', bytes: flagged, answers: ['locked'] },
  ]
}

function macros(): HostileFile[] {
  const files = docxFiles({ body: p('a') })
  const withType = (said: string) =>
    zippedFiles({ ...files, '[Content_Types].xml': `<Types><Override ContentType="${said}"/></Types>` })
  const withPart = (name: string) => zippedFiles({ ...files, [name]: 'x' })
  const all: Record<string, Uint8Array<ArrayBuffer>> = {
    'a .docm': withType('application/vnd.ms-word.document.macroEnabled.main+xml'),
    'a .dotm': withType('application/vnd.ms-word.template.macroEnabledTemplate.main+xml'),
    'a project among the types': zippedFiles({
      ...files,
      '[Content_Types].xml': String(files['[Content_Types].xml']).replace(
        '</Types>',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      ),
    }),
    'a project': withPart('word/vbaProject.bin'),
    'a project in capitals': withPart('WORD/VBAPROJECT.BIN'),
    'a project elsewhere': withPart('a/b/vbaProject.bin'),
    'the signature of a project': withPart('word/vbaProjectSignature.bin'),
    'data of a project': withPart('word/vbaData.xml'),
  }
  return Object.entries(all).map(([name, bytes]) => ({ name: `macros: ${name}`, bytes, answers: ['macros'] }))
}
