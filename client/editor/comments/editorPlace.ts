import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { encodeRelativePosition } from 'yjs'
import type { SectionBinding } from '../binding/SectionBinding.ts'
import { drawnRange } from '../plugins/comments.ts'
import { DocText } from './docText.ts'
import type { TextPlace, WantedWords } from './TextComments.ts'
import { inBase64, wordsBetween } from './wantedWords.ts'

/** The place in a section's text that is in an editor. */
export function editorPlace(view: EditorView, binding: SectionBinding, section: string): TextPlace {
  const between = (from: number, to: number): WantedWords | null => {
    const content = new DocText(view.state.doc)
    const words = wordsBetween(content.text, content.offsetAt(from), content.offsetAt(to))
    const range = words && content.range(words.from, words.to)
    if (!words || !range) return null
    const { quote, before, after } = words
    const sent = (position: number) => inBase64(encodeRelativePosition(binding.relative(position)))
    return { is: 'text', section, anchor: sent(range.from), head: sent(range.to), quote, before, after }
  }
  return {
    selected: () => {
      const { selection } = view.state
      if (!selection.empty) return between(selection.from, selection.to)
      const { $head } = selection
      return $head.parent.inlineContent ? between($head.start(), $head.end()) : null
    },
    now: threadId => {
      const range = drawnRange(view.state, threadId)
      return range && between(range.from, range.to)
    },
    resume: () => {
      const { $head } = view.state.selection
      view.focus()
      view.dispatch(view.state.tr.setSelection(TextSelection.near($head, -1)))
    },
    goTo: threadId => {
      const range = drawnRange(view.state, threadId)
      if (range === null) return false
      view.focus()
      view.dispatch(
        view.state.tr.setSelection(TextSelection.create(view.state.doc, range.from)).scrollIntoView(),
      )
      return true
    },
  }
}
