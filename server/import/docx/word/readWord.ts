import { plain } from './InlineList.ts'
import { linesOf, readNotes } from './notes.ts'
import { Numbering } from './numbering.ts'
import { Pictures } from './Pictures.ts'
import { Bounds, noRemarks, type Reading, type Remarks } from './Reading.ts'
import { type ElementReader, readElements } from './readElements.ts'
import { StoryReader } from './StoryReader.ts'
import { Styles } from './Styles.ts'
import type { WordContent, WordPart, WordRemarks } from './WordContent.ts'
import { WordParts } from './WordParts.ts'

/**
 * Reads what stands in a .docx file. Nothing in it is run, and no link in it is followed. Throws `FileRefused` for every
 * file that is not one, or not one that is read.
 */
export function readWord(bytes: Uint8Array): WordContent {
  const file = new WordParts(bytes)
  const base: Reading = {
    styles: new Styles(file.one('styles')),
    numbering: new Numbering(file.one('numbering')),
    footnotes: new Map(),
    endnotes: new Map(),
    relations: new Map(),
    pictures: new Pictures(file.zip),
    remarks: noRemarks(),
    bounds: new Bounds(),
    leavesPageNumbers: false,
  }
  const notesOf = (type: string) => readNotes(file.one(type), { ...base, relations: file.relationsOf(type) })
  const reading: Reading = {
    ...base,
    footnotes: notesOf('footnotes'),
    endnotes: notesOf('endnotes'),
    relations: file.related,
  }
  const parts = partsIn(file.document, ['document', 'body'], reading)
  const { remarks } = reading
  remarks.comments = commentsIn(file.one('comments'))
  remarks.headerLines = linesAt(file.all('header'), 'hdr', base).length
  const footers = linesAt(file.all('footer'), 'ftr', base)
  return {
    parts,
    title: plain(file.title).trim(),
    footers,
    pictures: reading.pictures.byHash,
    remarks: counted(remarks),
  }
}

/** The paragraphs and tables within the elements of a path. */
function partsIn(part: Uint8Array, path: readonly string[], reading: Reading): readonly WordPart[] {
  const parts: WordPart[] = []
  const story = new StoryReader(reading, parts)
  const at = ([name, ...inside]: readonly string[]): ElementReader =>
    name === undefined ? story : { child: wanted => (wanted === name ? at(inside) : null) }
  readElements(part, at(path))
  return parts
}

function linesAt(parts: readonly Uint8Array[], root: string, reading: Reading): readonly string[] {
  // What is only at the edge of the pages is not counted with what stands in the text.
  const edge: Reading = { ...reading, remarks: noRemarks(), leavesPageNumbers: true }
  const lines = parts.flatMap(part =>
    linesOf(partsIn(part, [root], edge)).map(line =>
      line
        .map(({ text }) => text)
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  )
  return [...new Set(lines)]
}

function commentsIn(part: Uint8Array | null): number {
  let count = 0
  if (part === null) return count
  const comments: ElementReader = {
    child(name) {
      if (name === 'comment') count += 1
      return null
    },
  }
  readElements(part, { child: name => (name === 'comments' ? comments : null) })
  return count
}

function counted({ hasTableOfContents, ...remarks }: Remarks): WordRemarks {
  return { ...remarks, objects: remarks.objects + (hasTableOfContents ? 1 : 0) }
}
