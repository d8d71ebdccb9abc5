import type {
  CellContent,
  FootnoteContent,
  Inline,
  ParagraphContent,
  TableContent,
  TextContent,
} from '../../shared/document/blockContent.ts'

/** What a builder takes as text: a string is running text without marks. */
type Written = string | Inline

export function paragraph(...content: readonly Written[]): ParagraphContent {
  return { type: 'paragraph', content: content.map(inline) }
}

/** A subheading of the first level. */
export function subheading(text: string): ParagraphContent {
  return { type: 'paragraph', level: 1, content: [inline(text)] }
}

/** One bullet an item. */
export function bullets(...items: readonly string[]): ParagraphContent[] {
  return items.map(item => ({ type: 'paragraph', list: 'bullet', content: [inline(item)] }))
}

/** One numbered line an item. */
export function numbered(...items: readonly string[]): ParagraphContent[] {
  return items.map(item => ({ type: 'paragraph', list: 'number', content: [inline(item)] }))
}

/** A table whose first row is the header. All rows have as many cells as `header`. */
export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): TableContent {
  return {
    type: 'table',
    rows: [
      header.map((text): CellContent => ({ header: true, content: [paragraph(text)] })),
      ...rows.map(row => row.map((text): CellContent => ({ content: [paragraph(text)] }))),
    ],
  }
}

export function italic(text: string): TextContent {
  return { type: 'text', text, italic: true }
}

export function footnote(...content: readonly (string | TextContent)[]): FootnoteContent {
  return {
    type: 'footnote',
    content: content.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part)),
  }
}

function inline(written: Written): Inline {
  return typeof written === 'string' ? { type: 'text', text: written } : written
}
