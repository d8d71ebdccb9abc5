import { DrawingReader } from './DrawingReader.ts'
import { FieldBoxReader } from './FieldBoxReader.ts'
import type { TextLook } from './InlineList.ts'
import type { ParagraphReading } from './InlineReader.ts'
import { RunProperties } from './properties.ts'
import { type Attribute, type ElementReader, within, wordsOf } from './readElements.ts'
import type { Scope } from './Scope.ts'
import { type Sign, signOf, signsIn } from './symbols.ts'
import { VmlReader } from './VmlReader.ts'
import type { WordText } from './WordContent.ts'

/** Reads a run: letters that look alike, and what stands among them. */
export class RunReader implements ElementReader {
  readonly #of: ParagraphReading
  readonly #scope: Scope
  readonly #link: string | null
  readonly #properties = new RunProperties()
  #look: TextLook | null = null
  #isHeavy = false

  constructor(of: ParagraphReading, scope: Scope, link: string | null) {
    this.#of = of
    this.#scope = scope
    this.#link = link
  }

  child(name: string, attribute: Attribute): ElementReader | null {
    const { fields, paragraph, reading } = this.#of
    switch (name) {
      case 'rPr':
        return within(this.#properties)
      case 't': {
        const isKept = attribute('space') === 'preserve'
        return wordsOf(words => this.#text(isKept ? words : trimmed(words)))
      }
      case 'tab':
      case 'ptab':
        this.#text(' ')
        return null
      case 'noBreakHyphen':
        this.#text('\u2011')
        return null
      case 'softHyphen':
        this.#text('\u00ad')
        return null
      case 'cr':
        this.#break('textWrapping')
        return null
      case 'br':
        this.#break(attribute('type') ?? 'textWrapping')
        return null
      case 'sym':
        this.#sign(signOf(attribute('font'), Number.parseInt(attribute('char') ?? '', 16) || 0))
        return null
      case 'fldChar':
        return this.#field(attribute('fldCharType') ?? '')
      case 'instrText':
        return wordsOf(words => fields.code(words))
      case 'footnoteReference':
        return this.#note(reading.footnotes, attribute('id'))
      case 'endnoteReference':
        return this.#note(reading.endnotes, attribute('id'))
      case 'drawing':
        return new DrawingReader(reading, paragraph.content, this.#of.textBox)
      case 'pict':
        return new VmlReader(reading, paragraph.content, this.#of.textBox, words => this.#text(words))
      case 'object':
      case 'contentPart':
        reading.remarks.objects += 1
        return null
      case 'ruby':
      case 'rubyBase':
      case 'r':
        return this
      default:
        return null
    }
  }

  end(): void {
    const isHidden = this.#properties.isHidden ?? false
    if (isHidden && this.#look !== null) this.#of.reading.remarks.hiddenRuns += 1
  }

  #text(words: string): void {
    for (const sign of signsIn(words, this.#properties.font)) this.#sign(sign)
  }

  #sign(sign: Sign): void {
    if (typeof sign === 'string') this.#words(sign)
    else if (this.#isTaken()) this.#box(sign.isTicked)
  }

  #words(words: string): void {
    if (words === '' || !this.#isTaken()) return
    this.#look ??= this.#looks()
    this.#of.paragraph.content.text(words, this.#look, this.#isHeavy)
  }

  /** False for what is no text of the document, and for the sign of a box, which is shown here. */
  #isTaken(): boolean {
    const { fields, reading } = this.#of
    if (this.#scope.isPrompt || fields.isHidden) return false
    if (reading.leavesPageNumbers && fields.isPageNumber) return false
    const { box } = this.#scope
    if (box === null) return true
    if (!box.isShown) this.#box(box.isTicked)
    box.isShown = true
    return false
  }

  #box(isTicked: boolean): void {
    this.#of.paragraph.content.add({ is: 'box', isTicked })
  }

  #looks(): TextLook {
    const { paragraph, reading, fields } = this.#of
    const { style, isBold, isItalic, isHidden } = this.#properties
    const own = style === null ? null : reading.styles.look(style)
    const around = paragraph.look
    if (isHidden === null && (own?.isHidden || around.isHidden)) this.#properties.isHidden = true
    const bold = isBold ?? own?.isBold ?? false
    const italic = isItalic ?? own?.isItalic ?? false
    this.#isHeavy = isBold ?? (bold || around.isBold)
    return {
      isBold: paragraph.looksByStyle ? bold : this.#isHeavy,
      isItalic: paragraph.looksByStyle ? italic : (isItalic ?? (italic || around.isItalic)),
      link: this.#link ?? fields.link,
      control: this.#scope.control === paragraph.scope.control ? null : this.#scope.control,
    }
  }

  #break(type: string): void {
    if (!this.#isTaken()) return
    if (type === 'page' || type === 'column') this.#of.paragraph.content.breakPage()
    else this.#of.paragraph.content.add({ is: 'break' })
  }

  #note(notes: ReadonlyMap<string, readonly WordText[]>, id: string | null): null {
    const content = notes.get(id ?? '')
    if (!content || this.#scope.isPrompt) return null
    const { bounds } = this.#of.reading
    for (const { text } of content) bounds.take('letters', text.length)
    bounds.take('inlines', content.length)
    this.#of.paragraph.content.add({ is: 'footnote', content })
    return null
  }

  #field(type: string): ElementReader | null {
    const { fields, reading } = this.#of
    if (type === 'begin') {
      fields.begin()
      return new FieldBoxReader(shown => this.#shown(shown))
    }
    // The link is another from here.
    this.#look = null
    if (type === 'separate') reading.remarks.links += fields.separate()
    if (type === 'end') fields.end()
    return null
  }

  /** A box or a list to choose from of the older kind: what is chosen is a property of the field. */
  #shown(shown: Sign): void {
    const { fields } = this.#of
    if (fields.isInCode) return
    if (typeof shown === 'string') this.#words(shown)
    else this.#box(shown.isTicked)
    fields.show()
  }
}

/** Spaces around text that is not said to be kept are none. */
function trimmed(words: string): string {
  let from = 0
  let to = words.length
  while (from < to && isSpace(words.charCodeAt(from))) from += 1
  while (to > from && isSpace(words.charCodeAt(to - 1))) to -= 1
  return words.slice(from, to)
}

/** Space, tab and new line, but no space that keeps words together. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}
