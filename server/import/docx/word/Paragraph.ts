import { styles } from '../../../export/docx/styles.ts'
import type { InlineList } from './InlineList.ts'
import { ParagraphProperties } from './properties.ts'
import type { Reading } from './Reading.ts'
import type { Scope } from './Scope.ts'
import { headingAt, type StyleLook } from './Styles.ts'
import type { WordParagraph, WordPart } from './WordContent.ts'

/** A step of indent, in twentieths of a point (as `server/export/docx/Lists.ts` has it), and the deepest. */
const stepTwips = 360
const deepestIndent = 8

/** A paragraph while it is read. */
export class Paragraph {
  readonly properties = new ParagraphProperties()
  readonly content: InlineList
  /** The text boxes that hang on it. */
  readonly boxes: WordPart[][] = []
  readonly #reading: Reading
  readonly #scope: Scope
  #look: StyleLook | null = null

  constructor(reading: Reading, scope: Scope, content: InlineList) {
    this.#reading = reading
    this.#scope = scope
    this.content = content
  }

  get scope(): Scope {
    return this.#scope
  }

  /** Of its style; the properties stand before everything else in a paragraph. */
  get look(): StyleLook {
    this.#look ??= this.#reading.styles.look(this.properties.style)
    return this.#look
  }

  get heading(): WordParagraph['heading'] {
    const { outline } = this.properties
    return outline === null ? this.look.heading : headingAt(outline)
  }

  /** What its style says of bold and italic is how all such paragraphs look, and nothing of its words. */
  get looksByStyle(): boolean {
    return this.heading !== null || this.look.isCaption || this.properties.style === styles.headCell
  }

  finished(): WordParagraph {
    const { properties, look, heading } = this
    const list = heading === null ? this.#list() : null
    const isBoxed = properties.isBoxed || look.isBoxed
    const leftTwips = properties.leftTwips ?? look.leftTwips
    return {
      is: 'paragraph',
      heading,
      looksLikeHeading: heading === null && !this.content.isEmpty && (this.content.isAllHeavy || isBoxed),
      list: list?.kind ?? null,
      indent: list?.level ?? Math.max(0, Math.min(deepestIndent, Math.round(leftTwips / stepTwips))),
      style: (properties.style ?? '').slice(0, 200),
      isCaption: look.isCaption,
      control: this.#scope.control,
      content: this.content.take(),
    }
  }

  #list(): { readonly kind: 'bullet' | 'number'; readonly level: number } | null {
    const { properties, look } = this
    const { numbering, styles } = this.#reading
    const numId = properties.numId ?? look.list?.numId ?? null
    // A list of this number is none, and takes a paragraph out of that of its style.
    if (numId === '0') return null
    const byStyle = look.listByName
    if (numId === null || !numbering.has(numId)) {
      return byStyle === null ? null : { kind: byStyle, level: properties.level ?? look.list?.level ?? 0 }
    }
    const level =
      properties.level ?? look.list?.level ?? numbering.levelOf(numId, properties.style ?? '') ?? 0
    const kind = numbering.kindOf(numId, level, style => styles.look(style).list?.numId ?? null)
    return kind === null ? null : { kind, level }
  }
}
