import type * as Y from 'yjs'
import type { RootShape } from '../../../shared/document/roots.ts'
import { type Container, innerContainer, rootContainer, typeContentOf } from './Container.ts'
import { Refused } from './Refused.ts'

/** The integrated types of a document as containers, and its roots by name. */
export class DocumentPlaces {
  readonly #roots = new Map<string, Y.AbstractType<unknown>>()
  /** A type never moves, so what is found once holds as long as the type does. */
  readonly #containers = new WeakMap<Y.AbstractType<unknown>, Container>()

  /** Gives every root of the form its type in `doc`. */
  constructor(doc: Y.Doc, roots: ReadonlyMap<string, RootShape>) {
    for (const [name, shape] of roots) {
      const root = shape.type === 'blocks' ? doc.getXmlFragment(name) : doc.getMap(name)
      // Yjs's types tell only the events apart, and no events are used here.
      const type = root as unknown as Y.AbstractType<unknown>
      this.#roots.set(name, type)
      this.#containers.set(type, rootContainer(name, shape))
    }
  }

  /** The root's type; throws `Refused` when the form has no such root. */
  root(name: string): Y.AbstractType<unknown> {
    const type = this.#roots.get(name)
    if (!type) throw new Refused('unknownRoot')
    return type
  }

  /** Throws `Refused` when it lies in a root that the form does not have, or is nothing that a document holds. */
  containerOf(type: Y.AbstractType<unknown>): Container {
    const known = this.#containers.get(type)
    if (known) return known
    const item = type._item
    const content = typeContentOf(type)
    if (item === null || content === null) throw new Refused('unknownRoot')
    const container = innerContainer(this.containerOf(parentOf(item)), item.parentSub, content)
    this.#containers.set(type, container)
    return container
  }

  /** The section that a type lies in; null when the form does not have it. */
  sectionOf(type: Y.AbstractType<unknown>): string | null {
    let top = type
    while (top._item !== null) top = parentOf(top._item)
    return this.#containers.get(top)?.root ?? null
  }
}

/** The type that an integrated item stands in. */
export function parentOf(item: Y.Item): Y.AbstractType<unknown> {
  // Yjs resolves the parent when it integrates an item; only items that wait for others have an id or nothing.
  return item.parent as Y.AbstractType<unknown>
}
