import { Node } from '@tiptap/core'

/** The root of one section. The heading above it is the form's and is not in here. */
export const SectionDocument = Node.create({
  name: 'doc',
  topNode: true,
  content: 'block+',
})
