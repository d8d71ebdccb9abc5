import * as Y from 'yjs'

/**
 * A field's place in its section's root, as presence says it: `value`, `2026`, `owner.name` stand in the root
 * itself, `k3f9/organisation` in the item `k3f9`.
 */
export type FieldPath = string

/** The path of a field of an item. */
export function itemPath(itemId: string, name: string): FieldPath {
  return `${itemId}/${name}`
}

interface Located {
  readonly map: Y.Map<unknown>
  readonly key: string
}

/** The map that holds a field and its key there; null if the field is in an item that is not (yet) here. */
export function locate(doc: Y.Doc, section: string, path: FieldPath): Located | null {
  const root = doc.getMap(section)
  const stroke = path.indexOf('/')
  if (stroke === -1) return { map: root, key: path }
  const item = root.get(path.slice(0, stroke))
  return item instanceof Y.Map ? { map: item, key: path.slice(stroke + 1) } : null
}
