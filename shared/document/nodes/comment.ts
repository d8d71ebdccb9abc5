import { Mark } from '@tiptap/core'

/**
 * The words that a thread of comments is about. Only the place: whether there is such a thread, the records say, and
 * what has none is not drawn. Several may stand on the same words. What is typed after it is not in it, and what is
 * pasted never brings one: only the server makes it, and the editor only writes it anew with the words that it moves.
 */
export const Comment = Mark.create({
  name: 'comment',
  excludes: '',
  inclusive: false,

  addAttributes: () => ({ thread: { default: null } }),

  parseHTML: () => [],

  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-thread': HTMLAttributes.thread }, 0],
})
