import { FileRefused } from '../../office/FileRefused.ts'
import { readXml } from '../../office/readXml.ts'
import { type Relation, relations } from '../../office/relations.ts'
import { requireZip } from '../../office/requireZip.ts'
import { Zip } from '../../office/Zip.ts'
import { wordLimits } from '../limits.ts'

const word = /wordprocessingml\.(?:document|template)\.main\+xml$/i

/** The parts of a Word file. Throws `FileRefused` for what is none, and for one with macros. */
export class WordParts {
  readonly zip: Zip
  /** Path of the part that the text stands in, and what it refers to. */
  readonly main: string
  readonly related: ReadonlyMap<string, Relation>
  readonly #ofFile: ReadonlyMap<string, Relation>

  constructor(bytes: Uint8Array) {
    requireZip(bytes)
    this.zip = new Zip(bytes, wordLimits)
    requireWord(this.zip)
    this.#ofFile = relations(this.zip, '', wordLimits)
    const main = pathsOf(this.#ofFile, 'officeDocument')[0]
    if (main === undefined) throw new FileRefused('damaged')
    this.main = main
    this.related = relations(this.zip, main, wordLimits)
  }

  get document(): Uint8Array {
    const part = this.zip.read(this.main)
    if (part === null) throw new FileRefused('damaged')
    return part
  }

  /** The part of a type that the text refers to; null when it refers to none, or to one that is not there. */
  one(type: string): Uint8Array | null {
    const path = pathsOf(this.related, type)[0]
    return path === undefined ? null : this.zip.read(path)
  }

  /** What the part of a type refers to itself. */
  relationsOf(type: string): ReadonlyMap<string, Relation> {
    const path = pathsOf(this.related, type)[0]
    return path === undefined ? new Map() : relations(this.zip, path, wordLimits)
  }

  /** All of a type, each once. */
  all(type: string): readonly Uint8Array[] {
    return [...new Set(pathsOf(this.related, type))].flatMap(path => this.zip.read(path) ?? [])
  }

  /** Title among the properties of the file. */
  get title(): string {
    const path = pathsOf(this.#ofFile, 'core-properties')[0] ?? pathsOf(this.#ofFile, 'coreProperties')[0]
    const part = path === undefined ? null : this.zip.read(path)
    let title = ''
    let isTitle = false
    if (part === null) return title
    readXml(part, wordLimits, {
      begin: name => {
        isTitle = name === 'title'
      },
      text: words => {
        if (isTitle && title.length < 1_000) title += words.slice(0, 1_000)
      },
      end: () => {
        isTitle = false
      },
    })
    return title
  }
}

function pathsOf(all: ReadonlyMap<string, Relation>, type: string): readonly string[] {
  const inside = [...all.values()].filter(one => !one.isExternal && one.type === type)
  // As the zip compares them, so that a part is read once whatever it is called.
  return inside.map(({ target }) => target.toLowerCase())
}

function requireWord(zip: Zip): void {
  const types = zip.read('[content_types].xml')
  if (types === null) throw new FileRefused('otherKind')
  let hasMacros = zip.names.some(name => /vbaproject|vbadata/.test(name))
  let isWord = false
  readXml(types, wordLimits, {
    begin(_name, attribute) {
      const type = attribute('ContentType') ?? ''
      if (/macroEnabled|vbaProject/i.test(type)) hasMacros = true
      if (word.test(type)) isWord = true
    },
  })
  if (hasMacros) throw new FileRefused('macros')
  if (!isWord) throw new FileRefused('otherKind')
}
