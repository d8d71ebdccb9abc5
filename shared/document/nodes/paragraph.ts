import { Node } from '@tiptap/core'
import { type ParagraphAttributes, paragraphAttributes } from './attributes.ts'

/** Subheadings stand under the sections' own headings, which are h2 on the page. */
export const headingTags = { 1: 'h3', 2: 'h4' } as const

/**
 * The one text block. Heading, list and indent are attributes of it, since the binding deletes and writes again
 * the text of a block whose node type changes, and with it what somebody else is typing there.
 *
 * A list item is drawn as `<p data-list data-indent>` with its bullet or number as generated content. It has no
 * role `listitem`: that role is only valid inside a list, a flat row of blocks has no element that could be the
 * list, and a list of one around each item makes a screen reader say "list with one item" at every line.
 * Generated content is read with the line, as in Word while editing, and the editor says aloud when the caret
 * enters another kind of block. Wherever the text is only read, it is drawn as real nested lists (`listTree.ts`).
 */
export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  // First among the blocks: what an empty section and an empty cell are filled with.
  priority: 1000,

  addAttributes: () => ({
    level: {
      default: null,
      rendered: false,
      parseHTML: (element: { readonly tagName: string }) =>
        element.tagName === 'H3' ? 1 : element.tagName === 'H4' ? 2 : null,
    },
    list: {
      default: null,
      rendered: false,
      parseHTML: (element: Attributed) => fromElement(element).list,
    },
    indent: {
      default: null,
      rendered: false,
      parseHTML: (element: Attributed) => fromElement(element).indent,
    },
  }),

  parseHTML: () => [{ tag: 'p' }, { tag: 'h3' }, { tag: 'h4' }],

  renderHTML: ({ node }) => {
    const { level, list, indent } = paragraphAttributes(name => node.attrs[name])
    // Two people may make the same block a heading and a list item at once: then it is a heading.
    return [
      level === null ? 'p' : headingTags[level],
      { 'data-level': level, 'data-list': level === null ? list : null, 'data-indent': indent },
      0,
    ]
  },
})

interface Attributed {
  getAttribute(name: string): string | null
}

function fromElement(element: Attributed): ParagraphAttributes {
  return paragraphAttributes(name => element.getAttribute(`data-${name}`))
}
