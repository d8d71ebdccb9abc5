import { readXml } from '../../office/readXml.ts'
import { wordLimits } from '../limits.ts'

/** An attribute of an element, by its name without a prefix. */
export type Attribute = (name: string) => string | null

/** Reads one element and what stands in it. */
export interface ElementReader {
  /** Who reads a child: itself, where the child is only a wrapper; null for nobody, nor what stands in it. */
  child(name: string, attribute: Attribute): ElementReader | null
  text?(words: string): void
  end?(): void
}

interface Open {
  readonly reader: ElementReader | null
  /** The element is the reader's own, so that the reader is told of its end. */
  readonly isOwn: boolean
  /** Of one that says the same in several ways: whether one of them has been read. */
  isRead: boolean | null
}

/** What a way of saying something may require that is understood here; any other is read in its fallback. */
const understood = /^(?:wps|wpg|wpc|w14|w15|w16\w*|wp14|wp15|a14|a16)$/

/** Reads a part of a Word file through, once. What is said in several ways (`AlternateContent`) is read in one of them. */
export function readElements(part: Uint8Array, root: ElementReader): void {
  const open: Open[] = [{ reader: root, isOwn: false, isRead: null }]
  readXml(part, wordLimits, {
    begin(name, attribute) {
      const around = open.at(-1)
      open.push(around ? opened(around, name, attribute) : { reader: null, isOwn: false, isRead: null })
    },
    text(words) {
      open.at(-1)?.reader?.text?.(words)
    },
    end() {
      const closed = open.pop()
      if (closed?.isOwn) closed.reader?.end?.()
    },
  })
}

function opened(around: Open, name: string, attribute: Attribute): Open {
  const { reader } = around
  if (reader === null) return { reader: null, isOwn: false, isRead: null }
  if (around.isRead !== null) {
    const isTaken = !around.isRead && (name === 'Fallback' || isUnderstood(attribute('Requires') ?? ''))
    if (isTaken) around.isRead = true
    return { reader: isTaken ? reader : null, isOwn: false, isRead: null }
  }
  if (name === 'AlternateContent') return { reader, isOwn: false, isRead: false }
  const inside = reader.child(name, attribute)
  return { reader: inside, isOwn: inside !== reader, isRead: null }
}

function isUnderstood(requires: string): boolean {
  return requires
    .trim()
    .split(/\s+/)
    .every(name => understood.test(name))
}

/** Takes the text of an element, and gives it when the element ends. */
export function wordsOf(take: (words: string) => void): ElementReader {
  let said = ''
  return {
    child: () => null,
    text(words) {
      said += words
    },
    end: () => take(said),
  }
}

/** Reads what a reader reads, within an element that is not its own: its end is not told. */
export function within(reader: ElementReader): ElementReader {
  return {
    child: (name, attribute) => reader.child(name, attribute),
    text: words => reader.text?.(words),
  }
}

/** Whether a property that is there is on. */
export function isOn(attribute: Attribute): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute('val') ?? '1')
}
