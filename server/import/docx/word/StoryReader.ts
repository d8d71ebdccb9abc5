import { Fields } from './Fields.ts'
import { InlineList } from './InlineList.ts'
import { InlineReader, type ParagraphReading } from './InlineReader.ts'
import { hasWords } from './looks.ts'
import { Paragraph } from './Paragraph.ts'
import type { Reading } from './Reading.ts'
import { type ElementReader, within } from './readElements.ts'
import { ControlReader, noScope, type Scope } from './Scope.ts'
import { TableReader } from './TableReader.ts'
import type { WordPart } from './WordContent.ts'

/** The paragraphs and tables that follow each other in the body, a cell, a note or a box, as they are read. */
class Story {
  readonly #parts: WordPart[]
  /** What stands in a paragraph whose end was deleted, and belongs to the next. */
  #open: Paragraph | null = null

  constructor(parts: WordPart[]) {
    this.#parts = parts
  }

  begin(reading: Reading, scope: Scope): Paragraph {
    const content = this.#open?.content ?? new InlineList(reading.bounds)
    this.#open = null
    return new Paragraph(reading, scope, content)
  }

  end(paragraph: Paragraph, reading: Reading): void {
    if (paragraph.look.isTableOfContents) reading.remarks.hasTableOfContents = true
    else if (paragraph.properties.isEndDeleted) this.#open = paragraph
    else if (!paragraph.content.isEmpty || paragraph.boxes.length === 0) this.#keep(paragraph, reading)
    for (const part of paragraph.boxes.flat()) this.#parts.push(part)
  }

  /** What waits for a next paragraph gets none. */
  finish(reading: Reading): void {
    const open = this.#open
    this.#open = null
    if (open && !open.content.isEmpty) this.#keep(open, reading)
  }

  add(part: WordPart, reading: Reading): void {
    this.finish(reading)
    this.#parts.push(part)
  }

  #keep(paragraph: Paragraph, { bounds }: Reading): void {
    bounds.take('parts')
    this.#parts.push(paragraph.finished())
  }
}

/** Reads paragraphs and tables that follow each other into `parts`. */
export class StoryReader implements ElementReader {
  readonly #reading: Reading
  readonly #fields: Fields
  readonly #story: Story

  readonly #scope: Scope

  constructor(reading: Reading, parts: WordPart[], scope: Scope = noScope, fields: Fields = new Fields()) {
    this.#reading = reading
    this.#fields = fields
    this.#scope = scope
    this.#story = new Story(parts)
  }

  child(name: string): ElementReader | null {
    return this.#inStory(name, this.#scope)
  }

  /** To be called when nothing more comes. */
  finish(): void {
    this.#story.finish(this.#reading)
  }

  end(): void {
    this.finish()
  }

  #inStory(name: string, scope: Scope): ElementReader | null {
    const { remarks } = this.#reading
    const inside = (around: Scope) => within({ child: inner => this.#inStory(inner, around) })
    switch (name) {
      case 'p':
        return this.#paragraph(scope)
      case 'tbl':
        return this.#table(scope)
      case 'sdt':
        return new ControlReader(this.#reading, scope, inside)
      case 'customXml':
      case 'smartTag':
        return inside(scope)
      case 'ins':
      case 'moveTo':
        remarks.insertions += 1
        return inside(scope)
      case 'del':
      case 'moveFrom':
        remarks.deletions += 1
        return null
      case 'altChunk':
      case 'subDoc':
      case 'oMathPara':
        remarks.objects += 1
        return null
      default:
        return null
    }
  }

  #paragraph(scope: Scope): ElementReader {
    const reading = this.#reading
    const paragraph = this.#story.begin(reading, scope)
    const textBox = () => boxReader(reading, paragraph)
    const of: ParagraphReading = { reading, fields: this.#fields, paragraph, textBox }
    const content = new InlineReader(of, scope, null)
    return {
      child: (name, attribute) =>
        name === 'pPr' ? within(paragraph.properties) : content.child(name, attribute),
      end: () => this.#story.end(paragraph, reading),
    }
  }

  #table(scope: Scope): ElementReader {
    const reading = this.#reading
    return new TableReader({
      reading,
      scope,
      readCell: (parts, around) => new StoryReader(reading, parts, around, this.#fields),
      take: table => this.#story.add(table, reading),
    })
  }
}

/** A single paragraph in a box looks like a heading, as a box around a paragraph makes it. */
function boxReader(reading: Reading, { boxes, scope }: Paragraph): ElementReader {
  const parts: WordPart[] = []
  const story = new StoryReader(reading, parts, { ...noScope, control: scope.control })
  return {
    child: name => story.child(name),
    end() {
      story.finish()
      const [only, ...others] = parts.filter(part => hasWords([part]))
      const isAlone = only?.is === 'paragraph' && only.heading === null && others.length === 0
      boxes.push(isAlone ? [{ ...only, looksLikeHeading: true }] : parts)
    },
  }
}
