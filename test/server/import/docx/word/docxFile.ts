import { strToU8, type Zippable, zipSync } from 'fflate'
import { readWord } from '../../../../../server/import/docx/word/readWord.ts'
import type {
  WordContent,
  WordInline,
  WordParagraph,
  WordPart,
} from '../../../../../server/import/docx/word/WordContent.ts'

/** Parts of a small Word file, as XML without its declarations: only the body is needed. */
export interface DocxParts {
  readonly body: string
  /** What stands in `w:styles`, `w:numbering`, `w:footnotes` and so on. */
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly footer?: string
  readonly header?: string
  /** Relations of the body besides those of the parts, as XML. */
  readonly relations?: string
  /** Other files by their paths. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  readonly isStrict?: boolean
}

const transitional = {
  main: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const strict = {
  main: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const packaged = 'http://schemas.openxmlformats.org/package/2006'

const roots = {
  ...{ styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes' },
  ...{ comments: 'comments', footer: 'ftr', header: 'hdr' },
} as const

/** The files of a small Word file, to be changed by what a test is about. */
export function docxFiles(parts: DocxParts): Record<string, string | Uint8Array> {
  const { main, office } = parts.isStrict ? strict : transitional
  const names = `xmlns:w="${main}" xmlns:r="${office}" xmlns:m="m" xmlns:mc="mc" xmlns:w14="w14" xmlns:wp="wp" xmlns:a="a" xmlns:pic="pic" xmlns:wps="wps" xmlns:wpg="wpg" xmlns:v="v" xmlns:o="o" xmlns:c="c"`
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations(
      packaged,
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${names}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
  }
  let related = parts.relations ?? ''
  for (const name of Object.keys(roots) as (keyof typeof roots)[]) {
    const said = parts[name]
    if (said === undefined) continue
    files[`word/${name}.xml`] = `<w:${roots[name]} ${names}>${said}</w:${roots[name]}>`
    related += `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`
  }
  files['word/_rels/document.xml.rels'] = relations(packaged, related)
  return { ...files, ...parts.files }
}

function relations(namespace: string, said: string): string {
  return `<Relationships xmlns="${namespace}/relationships">${said}</Relationships>`
}

/** Packs files; `level` as in zip, 0 for not at all. */
export function zippedFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  level: 0 | 1 = 1,
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return new Uint8Array(zipSync(entries, { level }))
}

export function docx(parts: DocxParts | string): Uint8Array<ArrayBuffer> {
  return zippedFiles(docxFiles(typeof parts === 'string' ? { body: parts } : parts))
}

/** What is read of a small Word file. */
export function read(parts: DocxParts | string): WordContent {
  return readWord(docx(parts))
}

/** A paragraph with properties and what stands in it, as XML; text alone becomes one run. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : r(content)
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A table of rows of cells, each what stands in it as XML. */
export function tbl(rows: readonly (readonly string[])[], properties = ''): string {
  const cells = rows.map(row => `<w:tr>${row.map(cell => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`)
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${cells.join('')}</w:tbl>`
}

/** The parts of a file as lines, tables as their cells: how much may be told at a glance. */
export function lines({ parts }: WordContent): string[] {
  return parts.flatMap(part => lineOf(part))
}

function lineOf(part: WordPart): string[] {
  if (part.is === 'paragraph') return [textOf(part)]
  return part.rows.map(
    ({ cells }) => `| ${cells.map(cell => cell.parts.flatMap(lineOf).join(' / ')).join(' | ')} |`,
  )
}

function textOf({ content }: Pick<WordParagraph, 'content'>): string {
  return content.map(shown).join('')
}

function shown(one: WordInline): string {
  if (one.is === 'text') return one.text
  if (one.is === 'break') return '\n'
  if (one.is === 'box') return one.isTicked ? '[x]' : '[ ]'
  if (one.is === 'picture') return `(picture ${one.width}×${one.height} ${one.alt})`
  return `(note ${one.content.map(({ text }) => text).join('')})`
}

/** The paragraphs, none of which may be a table. */
export function paragraphs({ parts }: WordContent): readonly WordParagraph[] {
  return parts.map(part => {
    if (part.is === 'table') throw new Error('A table stands here.')
    return part
  })
}
