/**
 * A Word file as what stands in it, in reading order, without its styles and parts. Text is well-formed and has no control
 * characters; what is deleted in tracked changes is not here, what is inserted is.
 */
export interface WordContent {
  readonly parts: readonly WordPart[]
  /** Title among the properties of the file; empty when it has none. */
  readonly title: string
  /** Lines of the footers, without their numbers of pages; a form is known by its tag there. */
  readonly footers: readonly string[]
  /** By the hash (SHA-256, hex) of the bytes in the file, which are as they came: not looked at, and to be cleaned. */
  readonly pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  readonly remarks: WordRemarks
}

/** How many there were of what a `WordContent` has no room for. */
export interface WordRemarks {
  readonly comments: number
  readonly deletions: number
  readonly insertions: number
  /** Drawings, charts, equations (their letters are kept), embedded files, and a table of contents. */
  readonly objects: number
  /** Pictures that lie outside the file, or of which the bytes are not there. */
  readonly missingPictures: number
  /** Links to what is no address of the web, mail or telephone: their words are kept. */
  readonly links: number
  readonly hiddenRuns: number
  /** Lines in headers of pages. */
  readonly headerLines: number
}

export type WordPart = WordParagraph | WordTable

export interface WordParagraph {
  readonly is: 'paragraph'
  /** `title`: the style Title; 1 to 9: a heading by its style or outline level; null: running text. */
  readonly heading: 'title' | number | null
  /** It is all bold, or stands in a box: as headings look that are none. */
  readonly looksLikeHeading: boolean
  readonly list: 'bullet' | 'number' | null
  /** Steps of indent: of a list its level, of others what the distance comes to. */
  readonly indent: number
  /** Id of the style, as the file calls it; empty for none. Ours are in `server/export/docx/styles.ts`. */
  readonly style: string
  /** A style of captions. */
  readonly isCaption: boolean
  /** The content control around it, as when it is written by us (`LockedControl.ts`). */
  readonly control: WordControl | null
  readonly content: readonly WordInline[]
}

/**
 * A content control of Word. LibreOffice (7.4) keeps the title and not the tag, and of a control around several paragraphs
 * only one around the words of the first: so what it says must be known by its title too.
 */
export interface WordControl {
  readonly tag: string
  readonly title: string
}

export type WordInline =
  | WordText
  | { readonly is: 'footnote'; readonly content: readonly WordText[] }
  | WordPicture
  /** A box of Word to tick, or a sign of one from a font of signs. The letters ☐ and ☒ stay text. */
  | { readonly is: 'box'; readonly isTicked: boolean }
  /** A new line within the paragraph. */
  | { readonly is: 'break' }

export interface WordText {
  readonly is: 'text'
  readonly text: string
  readonly isBold: boolean
  readonly isItalic: boolean
  /** An address that a form may have (`nodes/href.ts`); null for none. */
  readonly link: string | null
  /** The content control around the words alone. */
  readonly control: WordControl | null
}

export interface WordPicture {
  readonly is: 'picture'
  readonly hash: string
  /** As it is shown, in pixels of 1/96 inch. */
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** A table, whether of figures or only to lay out a page. */
export interface WordTable {
  readonly is: 'table'
  readonly control: WordControl | null
  readonly rows: readonly WordRow[]
}

export interface WordRow {
  /** Repeated on every page. */
  readonly isHead: boolean
  readonly cells: readonly WordCell[]
}

/** Cells that another one from above covers are not here: that one has a `rowspan`. */
export interface WordCell {
  readonly colspan: number
  readonly rowspan: number
  /** Shaded or all bold, as heads are. */
  readonly looksLikeHead: boolean
  readonly parts: readonly WordPart[]
}
