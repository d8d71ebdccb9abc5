import { Node } from '@tiptap/core'

/**
 * A footnote stands in the text where its number is shown, with its own text inside it, so that nothing has to
 * be kept in step: deleted, moved or pasted, the note goes along. Its number is never stored; it is counted by
 * the style sheet in the order of the page (`client/editor/footnotes.css`), over sections and annex alike.
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',

  parseHTML: () => [{ tag: 'span[data-footnote]', contentElement: '[data-note]' }],

  renderHTML: () => ['span', { 'data-footnote': '', role: 'note' }, ['span', { 'data-note': '' }, 0]],
})
