import * as Y from 'yjs'

/**
 * A document as bytes that are the same for any two that hold the same, however they came to it: what has been
 * received of each client, what of it is deleted, and what stands in every root, element by element with its id.
 * (Yjs's own encoding differs with the order in which things came, and with what has been collected.)
 */
export function canonicalBytes(doc: Y.Doc): Uint8Array {
  const received = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(byClient)
  const deleted = [...Y.createDeleteSetFromStructStore(doc.store).clients]
    .sort(byClient)
    .map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])])
  const roots = [...doc.share]
    .filter(([, type]) => type._start !== null || type._map.size > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, type]) => [name, contentOf(type as unknown as Y.AbstractType<unknown>)])
  return new TextEncoder().encode(JSON.stringify({ received, deleted, roots }))
}

function contentOf(type: Y.AbstractType<unknown>): unknown {
  const sequence: unknown[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) sequence.push(...elementsOf(item))
  }
  const values = [...type._map]
    .filter(([, item]) => !item.deleted)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, item]) => [key, elementsOf(item)])
  return [sequence, values]
}

/** One entry for each element, since the same run may be cut in different places. */
function elementsOf({ id, content }: Y.Item): unknown[] {
  if (content instanceof Y.ContentType) {
    const { type } = content
    const name = type instanceof Y.XmlElement ? type.nodeName : type.constructor.name
    return [[id.client, id.clock, name, contentOf(type)]]
  }
  const elements: unknown[] =
    content instanceof Y.ContentString
      ? content.str.split('')
      : content instanceof Y.ContentFormat
        ? [{ [content.key]: content.value }]
        : content.getContent()
  return elements.map((element, offset) => [id.client, id.clock + offset, element])
}

function byClient([one]: [number, unknown], [other]: [number, unknown]): number {
  return one - other
}
