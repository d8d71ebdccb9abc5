import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What text is set in: the first comes with the library, the second has what it lacks, such as ☐ and Arabic. */
export const families = ['Libertinus Serif', 'DejaVu Sans'] as const

const folder = join(dirname(fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/package.json'))), 'ttf')

/** The files of the second family. */
export const fontFiles = ['', '-Bold', '-Oblique', '-BoldOblique'].map(look =>
  join(folder, `DejaVuSans${look}.ttf`),
)

const covered = readCoverage(readFileSync(join(folder, 'DejaVuSans.ttf')))

/** Whether a character can be set. Those for private use mean nothing to anybody else, and may not be kept. */
export function hasGlyph(character: string): boolean {
  return covered.has(character.codePointAt(0) ?? 0) && !/\p{Co}/u.test(character)
}

/** The characters that a TrueType font has glyphs for (its table `cmap`, format 12). */
function readCoverage(font: Buffer): ReadonlySet<number> {
  const cmap = offsetOf(font, 'cmap')
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, place) => cmap + font.readUInt32BE(cmap + 4 + place * 8 + 4),
  )
  const groups = subtables.find(subtable => font.readUInt16BE(subtable) === 12)
  if (groups === undefined) throw new Error('The font does not say which characters it has.')
  const codePoints = new Set<number>()
  for (let group = 0; group < font.readUInt32BE(groups + 12); group += 1) {
    const at = groups + 16 + group * 12
    const last = font.readUInt32BE(at + 4)
    for (let codePoint = font.readUInt32BE(at); codePoint <= last; codePoint += 1) codePoints.add(codePoint)
  }
  return codePoints
}

function offsetOf(font: Buffer, table: string): number {
  for (let place = 0; place < font.readUInt16BE(4); place += 1) {
    const at = 12 + place * 16
    if (font.toString('latin1', at, at + 4) === table) return font.readUInt32BE(at + 8)
  }
  throw new Error(`The font has no table ${table}.`)
}
