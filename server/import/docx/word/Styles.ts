import { FileRefused } from '../../office/FileRefused.ts'
import { wordLimits } from '../limits.ts'
import { isShaded, type ListPlace, ParagraphProperties, RunProperties } from './properties.ts'
import { type Attribute, type ElementReader, isOn, readElements, within } from './readElements.ts'

/** What a style comes to, with those that it is based on. */
export interface StyleLook {
  readonly heading: 'title' | number | null
  readonly isCaption: boolean
  readonly isTableOfContents: boolean
  readonly isBoxed: boolean
  readonly list: ListPlace | null
  /** What the name alone says, for a file that has lost its lists. */
  readonly listByName: 'bullet' | 'number' | null
  readonly leftTwips: number
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isHidden: boolean
  /** Of a table: its first row, or its first column, looks like heads. */
  readonly hasHeadRow: boolean
  readonly hasHeadColumn: boolean
}

/** A style as it stands in the file. */
class Style implements ElementReader {
  name = ''
  basedOn: string | null = null
  hasHeadRow = false
  hasHeadColumn = false
  readonly paragraph = new ParagraphProperties()
  readonly run = new RunProperties()

  child(name: string, attribute: Attribute): ElementReader | null {
    if (name === 'name') this.name = plainName(attribute('val') ?? '')
    else if (name === 'basedOn') this.basedOn = attribute('val')
    else if (name === 'pPr') return within(this.paragraph)
    else if (name === 'rPr') return within(this.run)
    else if (name === 'tblStylePr') return this.#partOfTable(attribute('type') ?? '')
    return null
  }

  #partOfTable(type: string): ElementReader | null {
    if (type !== 'firstRow' && type !== 'firstCol') return null
    const reader: ElementReader = {
      child: (name, attribute) => {
        const isHead = (name === 'b' && isOn(attribute)) || (name === 'shd' && isShaded(attribute))
        if (isHead && type === 'firstRow') this.hasHeadRow = true
        if (isHead && type === 'firstCol') this.hasHeadColumn = true
        return name === 'rPr' || name === 'tcPr' ? reader : null
      },
    }
    return reader
  }
}

/** More of them are not looked at: Word has no more itself. */
const longestChain = 12

/** The styles of a file, by their ids. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #looks = new Map<string, StyleLook>()
  #ordinary: string | null = null

  constructor(part: Uint8Array | null) {
    if (part === null) return
    const styles: ElementReader = {
      child: (name, attribute) => (name === 'style' ? this.#begin(attribute) : null),
    }
    readElements(part, { child: name => (name === 'styles' ? styles : null) })
  }

  /** What a style comes to; of a paragraph that names none, the ordinary one. */
  look(id: string | null): StyleLook {
    const wanted = id ?? this.#ordinary ?? ''
    const known = this.#looks.get(wanted)
    if (known) return known
    const look = lookOf(this.#chain(wanted))
    // Those that a file names without having them could be as many as its paragraphs.
    if (this.#styles.has(wanted)) this.#looks.set(wanted, look)
    return look
  }

  #begin(attribute: Attribute): Style {
    if (this.#styles.size >= wordLimits.styles) throw new FileRefused('large')
    const id = attribute('styleId') ?? ''
    const style = new Style()
    if (!this.#styles.has(id)) this.#styles.set(id, style)
    const isOrdinary = ['1', 'true', 'on'].includes(attribute('default') ?? '0')
    if (isOrdinary && attribute('type') === 'paragraph') this.#ordinary ??= id
    return style
  }

  /** A style and those that it is based on, nearest first. One that the file does not have is its id alone. */
  #chain(id: string): readonly Style[] {
    const chain: Style[] = []
    let next: string | null = id
    while (next !== null && chain.length < longestChain) {
      const style: Style | undefined = this.#styles.get(next)
      if (!style) break
      chain.push(style)
      next = style.basedOn
    }
    if (chain.length > 0 || id === '') return chain
    const named = new Style()
    named.name = plainName(id)
    return [named]
  }
}

function lookOf(chain: readonly Style[]): StyleLook {
  const [nearest] = chain
  return {
    heading: headingOf(chain),
    isCaption: chain.some(({ name }) => captions.has(name)),
    isTableOfContents: chain.some(({ name }) =>
      /^(?:toc\d|tableoffigures|innehåll\d|contents\d)$/.test(name),
    ),
    isBoxed: chain.some(({ paragraph }) => paragraph.isBoxed),
    list: listOf(chain),
    listByName: nearest ? listByName(nearest.name) : null,
    leftTwips: first(chain, ({ paragraph }) => paragraph.leftTwips) ?? 0,
    isBold: first(chain, ({ run }) => run.isBold) ?? false,
    isItalic: first(chain, ({ run }) => run.isItalic) ?? false,
    isHidden: first(chain, ({ run }) => run.isHidden) ?? false,
    hasHeadRow: chain.some(({ hasHeadRow }) => hasHeadRow),
    hasHeadColumn: chain.some(({ hasHeadColumn }) => hasHeadColumn),
  }
}

function first<T>(chain: readonly Style[], value: (style: Style) => T | null): T | null {
  for (const style of chain) {
    const found = value(style)
    if (found !== null) return found
  }
  return null
}

const captions = new Set(['caption', 'beskrivning', 'bildtext', 'figurtext'])

function headingOf(chain: readonly Style[]): 'title' | number | null {
  for (const [place, { name, paragraph }] of chain.entries()) {
    const number = /^(?:heading|rubrik)([1-9])$/.exec(name)?.[1]
    if (number !== undefined) return Number(number)
    if (name === 'title' || name === 'titel') return 'title'
    if (paragraph.outline !== null) return headingAt(paragraph.outline)
    // The one that LibreOffice bases its headings on, used by itself.
    if (place === 0 && (name === 'heading' || name === 'rubrik')) return 1
  }
  return null
}

/** The heading of a level of outline: 9 is running text. */
export function headingAt(outline: number): number | null {
  return outline < 9 ? outline + 1 : null
}

/** The list nearest in a chain; how deep is said on its own. */
function listOf(chain: readonly Style[]): ListPlace | null {
  const numId = first(chain, ({ paragraph }) => paragraph.numId)
  const level = first(chain, ({ paragraph }) => paragraph.level)
  return numId === null ? null : { numId, level }
}

function listByName(name: string): 'bullet' | 'number' | null {
  if (/^(?:listbullet|punktlista)\d?$/.test(name)) return 'bullet'
  return /^(?:listnumber|numreradlista)\d?$/.test(name) ? 'number' : null
}

/** A name without capitals and spaces, as names of styles are compared. */
function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '')
}
