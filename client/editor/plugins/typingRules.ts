import { InputRule, inputRules } from '@tiptap/pm/inputrules'
import type { EditorState, Plugin, Transaction } from '@tiptap/pm/state'
import { type ParagraphAttributes, plainParagraph } from '../../../shared/document/nodes/attributes.ts'
import { attributesOf, setAttributes } from '../commands/paragraphs.ts'

/** What becomes of what is typed at the beginning of running text, after the space. Backspace or undo takes it back. */
const looks: readonly (readonly [RegExp, Partial<ParagraphAttributes>])[] = [
  [/^[-*•]\s$/, { list: 'bullet' }],
  [/^1[.)]\s$/, { list: 'number' }],
  [/^#\s$/, { level: 1 }],
  [/^##\s$/, { level: 2 }],
]

/** `beforeChange` ends what undo would otherwise take back together with it. */
export function typingRules(beforeChange: () => void): Plugin {
  return inputRules({
    rules: looks.map(
      ([typed, look]) =>
        new InputRule(typed, (state, _match, start, end) => {
          const transaction = changeLook(state, start, end, look)
          if (transaction) beforeChange()
          return transaction
        }),
    ),
  })
}

function changeLook(
  state: EditorState,
  start: number,
  end: number,
  look: Partial<ParagraphAttributes>,
): Transaction | null {
  const $start = state.doc.resolve(start)
  if ($start.parent.type.name !== 'paragraph') return null
  const now = attributesOf($start.parent)
  if (now.list !== null || now.level !== null) return null
  const transaction = state.tr.delete(start, end)
  setAttributes(transaction, $start.before(), {
    ...plainParagraph,
    indent: look.level ? null : now.indent,
    ...look,
  })
  return transaction
}
