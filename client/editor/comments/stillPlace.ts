import * as Y from 'yjs'
import { placeFinder } from '../../../shared/comment/findPlace.ts'
import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { readBlocks } from '../../../shared/document/blocks.ts'
import { selectedRange, wordsIn } from './selectedWords.ts'
import type { TextPlace, WantedWords } from './TextComments.ts'
import { inBase64 } from './wantedWords.ts'

/**
 * The place in a section's text that is shown without an editor. The letters on the page and in the blocks that it shows
 * are the same in the same order, so that a selection is found by counting them.
 */
export function stillPlace(
  frame: () => HTMLElement | null,
  fragment: Y.XmlFragment,
  section: string,
  shown: () => readonly Block[],
): TextPlace {
  return {
    selected: () => {
      const element = frame()
      const range = selectedRange()
      if (element === null || range === null) return null
      return selectedWords(element, range, fragment, section, shown())
    },
    // It was noted when it was selected: Yjs knows where that is now.
    now: () => null,
    resume: () => {
      // Nothing in it takes focus, but what it stands in, or its heading, does.
      const area = frame()?.closest<HTMLElement>('[data-still]')
      const heading = document.getElementById(`${section}-heading`)
      ;(area ?? heading)?.focus({ preventScroll: true })
    },
    goTo: () => false,
  }
}

function selectedWords(
  element: HTMLElement,
  range: Range,
  fragment: Y.XmlFragment,
  section: string,
  blocks: readonly Block[],
): WantedWords | null {
  const shown = sectionText(blocks)
  const selected = wordsIn(element, range, shown)
  if (!selected) return null
  const { quote, before, after } = selected
  // What is shown may be a moment behind what others have written.
  const text = sectionText(readBlocks(fragment))
  const now = text === shown ? selected : placeFinder(text)(selected)
  if (!now) return null
  const texts = textsIn(fragment)
  const anchor = relative(texts, lettersIn(text.slice(0, now.from)), 'next')
  const head = relative(texts, lettersIn(text.slice(0, now.to)), 'previous')
  return anchor && head ? { is: 'text', section, anchor, head, quote, before, after } : null
}

function lettersIn(text: string): number {
  return text.replaceAll('\n', '').length
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

/** At the edge of two texts, the one that the words are in. */
function relative(texts: readonly Y.XmlText[], offset: number, side: 'next' | 'previous'): string | null {
  let left = offset
  for (const text of texts) {
    if (side === 'next' ? left < text.length : left <= text.length && left > 0) {
      const position = Y.createRelativePositionFromTypeIndex(text, left, side === 'next' ? 0 : -1)
      return inBase64(Y.encodeRelativePosition(position))
    }
    left -= text.length
  }
  return null
}
