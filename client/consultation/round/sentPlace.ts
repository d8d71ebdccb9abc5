import { selectedRange, wordsIn } from '../../editor/comments/selectedWords.ts'
import type { TextPlace } from '../../editor/comments/TextComments.ts'

/** The place in a section's text of the version that was sent. `text`: what it says (`sectionText`). */
export function sentPlace(frame: () => HTMLElement | null, section: string, text: string): TextPlace {
  return {
    selected: () => {
      const element = frame()
      const range = selectedRange()
      const words = element && range && wordsIn(element, range, text)
      if (!words) return null
      const { quote, before, after } = words
      return { is: 'sentText', section, quote, before, after }
    },
    // What was sent never changes: the words are where they were.
    now: () => null,
    resume: () => frame()?.focus({ preventScroll: true }),
    goTo: () => false,
  }
}
