import type {
  WordCell,
  WordContent,
  WordInline,
  WordParagraph,
  WordPart,
  WordTable,
  WordText,
} from '../../../../../server/import/docx/word/WordContent.ts'

/** Builders that draw what stands in a Word file: `content(title('…'), p(bold('Insatsägare (*)')), p('…'))`. */
export function content(...parts: readonly WordPart[]): WordContent {
  return {
    parts,
    title: '',
    footers: [],
    pictures: new Map(),
    remarks: {
      comments: 0,
      deletions: 0,
      insertions: 0,
      objects: 0,
      missingPictures: 0,
      links: 0,
      hiddenRuns: 0,
      headerLines: 0,
    },
  }
}

type Words = readonly (string | WordInline)[]

export function p(...words: Words): WordParagraph {
  const inlines = words.map(word => (typeof word === 'string' ? text(word) : word))
  const said = inlines.filter(part => part.is === 'text' && part.text.trim() !== '')
  return {
    is: 'paragraph',
    heading: null,
    looksLikeHeading: said.length > 0 && said.every(part => part.is === 'text' && part.isBold),
    list: null,
    indent: 0,
    style: '',
    isCaption: false,
    control: null,
    content: inlines,
  }
}

export function title(...words: Words): WordParagraph {
  return { ...p(...words), heading: 'title' }
}

export function heading(level: number, ...words: Words): WordParagraph {
  return { ...p(...words), heading: level, looksLikeHeading: false }
}

export function item(list: 'bullet' | 'number', ...words: Words): WordParagraph {
  return { ...p(...words), list }
}

/** A bordered paragraph. */
export function boxed(...words: Words): WordParagraph {
  return { ...p(...words), looksLikeHeading: true }
}

export function text(words: string): WordText {
  return { is: 'text', text: words, isBold: false, isItalic: false, link: null, control: null }
}

export function bold(words: string): WordText {
  return { ...text(words), isBold: true }
}

export function italic(words: string): WordText {
  return { ...text(words), isItalic: true }
}

export function footnote(words: string): WordInline {
  return { is: 'footnote', content: [text(words)] }
}

export function picture(alt: string): WordInline {
  return { is: 'picture', hash: 'a'.repeat(64), width: 300, height: 200, alt }
}

export function tick(isTicked: boolean): WordInline {
  return { is: 'box', isTicked }
}

export const br: WordInline = { is: 'break' }

/** A table, a list of rows; a cell is its words or its parts. */
export function table(...rows: readonly (readonly (string | readonly WordPart[])[])[]): WordTable {
  return {
    is: 'table',
    control: null,
    rows: rows.map(cells => ({
      isHead: false,
      cells: cells.map(
        (cell): WordCell => ({
          colspan: 1,
          rowspan: 1,
          looksLikeHead: false,
          parts: typeof cell === 'string' ? [p(cell)] : cell,
        }),
      ),
    })),
  }
}

/** A frame around parts, as the original forms have it: a table of one cell. */
export function frame(...parts: readonly WordPart[]): WordTable {
  return table([parts])
}
