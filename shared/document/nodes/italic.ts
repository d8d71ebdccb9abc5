import { Mark } from '@tiptap/core'

export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }],
  renderHTML: () => ['em', 0],
})
