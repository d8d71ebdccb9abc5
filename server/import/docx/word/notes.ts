import type { Reading } from './Reading.ts'
import { type ElementReader, readElements } from './readElements.ts'
import { StoryReader } from './StoryReader.ts'
import type { WordInline, WordPart, WordText } from './WordContent.ts'

/** The footnotes, or the endnotes, of a file by their ids, each as running text. Notes in notes are not followed. */
export function readNotes(
  part: Uint8Array | null,
  reading: Reading,
): ReadonlyMap<string, readonly WordText[]> {
  const notes = new Map<string, readonly WordText[]>()
  if (part === null) return notes
  const note = (id: string): ElementReader => {
    const parts: WordPart[] = []
    const story = new StoryReader(reading, parts)
    return {
      child: name => story.child(name),
      end() {
        story.finish()
        if (!notes.has(id)) notes.set(id, runningText(parts))
      },
    }
  }
  const all: ElementReader = {
    child(name, attribute) {
      const isLine = /separator|notice/i.test(attribute('type') ?? '')
      return ['footnote', 'endnote'].includes(name) && !isLine ? note(attribute('id') ?? '') : null
    },
  }
  readElements(part, { child: name => (['footnotes', 'endnotes'].includes(name) ? all : null) })
  return notes
}

/** All text of some parts on one line: of each paragraph after the other. */
function runningText(parts: readonly WordPart[]): readonly WordText[] {
  const lines = linesOf(parts)
  const joined = lines.flatMap((line, place): readonly WordText[] => (place === 0 ? line : [space, ...line]))
  return trimmed(joined)
}

const space: WordText = {
  ...{ is: 'text', text: ' ', isBold: false, isItalic: false },
  ...{ link: null, control: null },
}

/** The lines of some parts, those in tables among them, without the empty ones. */
export function linesOf(parts: readonly WordPart[]): readonly (readonly WordText[])[] {
  return parts.flatMap(part => {
    if (part.is === 'table')
      return part.rows.flatMap(({ cells }) => cells.flatMap(cell => linesOf(cell.parts)))
    const line = part.content.map(asText)
    return line.some(({ text }) => /\S/.test(text)) ? [line] : []
  })
}

function asText(part: WordInline): WordText {
  if (part.is === 'text') return part
  return part.is === 'box' ? { ...space, text: part.isTicked ? '☒' : '☐' } : space
}

/** Without spaces first and last. */
function trimmed(line: readonly WordText[]): readonly WordText[] {
  const said = line.map((part, place) => {
    const first = place === 0 ? part.text.trimStart() : part.text
    return { ...part, text: place === line.length - 1 ? first.trimEnd() : first }
  })
  return said.filter(({ text }) => text !== '')
}
