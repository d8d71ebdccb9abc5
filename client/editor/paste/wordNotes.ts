import type { FootnoteContent, TextContent } from '../../../shared/document/blockContent.ts'
import { elementsIn, type HtmlElement, hasClass, styleOf, textOf } from './htmlTree.ts'

/**
 * Footnotes in what Word and LibreOffice put on the clipboard: the number in the text is a link to the note, and
 * the notes stand at the end. Endnotes are read the same way.
 */
export interface Notes {
  /** The note that an element in the text refers to; null if it is no reference to one. */
  at(element: HtmlElement): FootnoteContent | null
  /** True for the notes at the end, which are not text of their own. */
  isNote(element: HtmlElement): boolean
}

export function readNotes(
  page: HtmlElement,
  readRuns: (element: HtmlElement, skip: (element: HtmlElement) => boolean) => readonly TextContent[],
): Notes {
  const notes = new Map<string, FootnoteContent>()
  for (const element of elementsIn(page)) {
    const id = noteId(element)
    if (id) notes.set(id, { type: 'footnote', content: readRuns(element, isReference) })
  }
  return {
    at: element => {
      const id = isReference(element) ? referredId(element) : null
      return (id !== null && notes.get(id)) || null
    },
    isNote: element => noteId(element) !== null || isNoteList(element),
  }
}

/** Word: `<div style='mso-element:footnote' id=ftn1>`. LibreOffice: `<div id="sdfootnote1">`. */
function noteId(element: HtmlElement): string | null {
  const id = element.attributes.id ?? ''
  const isWords = /^(?:footnote|endnote)$/.test(styleOf(element).get('mso-element') ?? '')
  return isWords || /^sd(?:foot|end)note\d+$/.test(id) ? id : null
}

function isNoteList(element: HtmlElement): boolean {
  return /^(?:footnote|endnote)-list$/.test(styleOf(element).get('mso-element') ?? '')
}

/** The number in the text, and the same number before the note, which leads back. */
function isReference(element: HtmlElement): boolean {
  if (element.tag !== 'a') return false
  const style = styleOf(element)
  return (
    style.has('mso-footnote-id') ||
    style.has('mso-endnote-id') ||
    hasClass(element, /^sd(?:foot|end)note(?:anc|sym)$/) ||
    (/^#_(?:ftn|edn)/.test(element.attributes.href ?? '') && /^\[?\w{1,4}\]?$/.test(textOf(element).trim()))
  )
}

function referredId(element: HtmlElement): string {
  const style = styleOf(element)
  const href = element.attributes.href ?? ''
  return (
    style.get('mso-footnote-id') ??
    style.get('mso-endnote-id') ??
    href.replace(/^#_?/, '').replace(/sym$/, '')
  )
}
