import { Node } from '@tiptap/core'
import { cellAttributes } from './cellAttributes.ts'

/** A cell that heads its column (or row). */
export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})
