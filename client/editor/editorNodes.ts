import type { Extensions } from '@tiptap/core'
import { sectionNodes } from '../../shared/document/nodes/sectionNodes.ts'

/**
 * What a section may hold, in this wing's types: the compiler reads the imports of a referenced project under
 * other conditions than ours, and so takes Tiptap's types there for another module's. They are the same objects.
 */
export function editorNodes(imageUrl: (hash: string) => string): Extensions {
  return sectionNodes(imageUrl) as unknown as Extensions
}
