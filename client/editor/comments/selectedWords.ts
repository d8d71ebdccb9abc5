import { type Words, wordsBetween } from './wantedWords.ts'

/** What is selected on the page; null when nothing is. */
export function selectedRange(): Range | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  return selection.getRangeAt(0)
}

/**
 * The words of a range in text that is shown without an editor. `text`: what it says (`sectionText`), with the same letters in
 * the same order, so that they are found by counting them.
 */
export function wordsIn(element: HTMLElement, range: Range, text: string): Words | null {
  const letters = textNodes(element)
  const from = inLines(text, lettersBefore(letters, range.startContainer, range.startOffset))
  const to = inLines(text, lettersBefore(letters, range.endContainer, range.endOffset))
  return wordsBetween(text, from, to)
}

/** Where a letter stands in the text with its line ends, by its number without them. */
function inLines(text: string, letters: number): number {
  let left = letters
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n') continue
    if (left === 0) return at
    left -= 1
  }
  return text.length
}

function textNodes(element: HTMLElement): Text[] {
  const found: Text[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.parentElement?.closest('.missingAlt, .budgetFigure') === null)
      found.push(node)
  }
  return found
}

function lettersBefore(letters: readonly Text[], container: Node, offset: number): number {
  const edge = document.createRange()
  edge.setStart(container, offset)
  let before = 0
  for (const text of letters) {
    if (text === container) return before + offset
    if (edge.comparePoint(text, 0) >= 0) return before
    before += text.length
  }
  return before
}
