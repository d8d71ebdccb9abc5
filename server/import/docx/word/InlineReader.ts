import { addressIn, type Fields, isPageNumber } from './Fields.ts'
import { toLink } from './links.ts'
import { MathReader } from './MathReader.ts'
import type { Paragraph } from './Paragraph.ts'
import type { Reading } from './Reading.ts'
import { RunReader } from './RunReader.ts'
import type { Attribute, ElementReader } from './readElements.ts'
import { ControlReader, type Scope } from './Scope.ts'

/** What the pieces of a paragraph are read into, and with. */
export interface ParagraphReading {
  readonly reading: Reading
  readonly fields: Fields
  readonly paragraph: Paragraph
  /** Reads a text box that hangs on the paragraph. */
  readonly textBox: () => ElementReader
}

/** Reads what stands in a paragraph, and in what is around pieces of it: links, controls, what was inserted. */
export class InlineReader implements ElementReader {
  readonly #of: ParagraphReading
  readonly #scope: Scope
  readonly #link: string | null

  constructor(of: ParagraphReading, scope: Scope, link: string | null) {
    this.#of = of
    this.#scope = scope
    this.#link = link
  }

  child(name: string, attribute: Attribute): ElementReader | null {
    const { reading } = this.#of
    switch (name) {
      case 'r':
        return new RunReader(this.#of, this.#scope, this.#link)
      case 'hyperlink':
        return new InlineReader(this.#of, this.#scope, this.#linkOf(attribute))
      case 'fldSimple':
        return this.#field(attribute('instr') ?? '')
      case 'sdt':
        return new ControlReader(reading, this.#scope, scope => new InlineReader(this.#of, scope, this.#link))
      case 'ins':
      case 'moveTo':
        reading.remarks.insertions += 1
        return this
      case 'del':
      case 'moveFrom':
        reading.remarks.deletions += 1
        return null
      case 'smartTag':
      case 'customXml':
      case 'dir':
      case 'bdo':
        return this
      case 'oMath':
      case 'oMathPara':
        reading.remarks.objects += 1
        return new MathReader(words => this.#plain(words))
      case 'subDoc':
      case 'contentPart':
        reading.remarks.objects += 1
        return null
      default:
        return null
    }
  }

  #plain(words: string): void {
    const { paragraph } = this.#of
    paragraph.content.text(
      words,
      { isBold: false, isItalic: false, link: null, control: this.#scope.control },
      false,
    )
  }

  #linkOf(attribute: Attribute): string | null {
    const { relations, remarks } = this.#of.reading
    const id = attribute('id')
    // One to a place in the document.
    if (id === null || id === '') return this.#link
    const relation = relations.get(id)
    const anchor = attribute('anchor')
    const place = anchor === null || relation?.target.includes('#') ? '' : `#${anchor}`
    const link = relation?.isExternal ? toLink(`${relation.target}${place}`) : null
    if (link === null) remarks.links += 1
    return link
  }

  #field(code: string): ElementReader | null {
    const { reading } = this.#of
    if (reading.leavesPageNumbers && isPageNumber(code)) return null
    const address = addressIn(code)
    if (address === null) return this
    const link = toLink(address)
    if (link === null) reading.remarks.links += 1
    return new InlineReader(this.#of, this.#scope, link)
  }
}
