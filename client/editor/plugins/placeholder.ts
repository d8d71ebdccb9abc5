import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { attributesOf } from '../commands/paragraphs.ts'

/** Shows `words` in a section that is truly empty. */
export function placeholder(words: string): Plugin {
  return new Plugin({
    props: {
      decorations: ({ doc }) =>
        isBlank(doc)
          ? DecorationSet.create(doc, [Decoration.node(0, doc.content.size, { 'data-placeholder': words })])
          : null,
    },
  })
}

/** One empty paragraph of running text. */
function isBlank(doc: Node): boolean {
  const first = doc.firstChild
  if (doc.childCount !== 1 || first?.type.name !== 'paragraph' || first.content.size > 0) return false
  const { level, list } = attributesOf(first)
  return level === null && list === null
}
