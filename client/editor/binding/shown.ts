import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'

/**
 * What the editor shows of each shared type: a node for an element, the text nodes of a text. An element that is
 * not in it is not shown. The shape is what y-tiptap's `updateYFragment` calls its mapping.
 */
export class Shown {
  readonly #of = new WeakMap<object, Node | readonly Node[]>()

  get(type: object): Node | readonly Node[] | undefined {
    return this.#of.get(type)
  }

  set(type: object, node: Node | readonly Node[]): this {
    this.#of.set(type, node)
    return this
  }

  delete(type: object): boolean {
    return this.#of.delete(type)
  }

  nodeOf(element: Y.XmlElement): Node | null {
    const node = this.#of.get(element)
    return node === undefined || Array.isArray(node) ? null : (node as Node)
  }
}
