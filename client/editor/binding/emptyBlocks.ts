import * as Y from 'yjs'

/** Elements that text is written in. */
const textHolders = new Set(['paragraph', 'footnote', 'figure'])

/**
 * Gives a text to every element that a transaction of mine has made or left without one. Two people who begin to
 * write in the same empty block then write in the same text; else each would make one, and the next edit by both
 * at once would double what they wrote.
 */
export function giveTextToEmptyBlocks(transaction: Y.Transaction): void {
  const changed = [...transaction.changed.keys()]
  for (const type of changed) if (type instanceof Y.XmlFragment) giveText(type, transaction)
}

function giveText(type: Y.XmlFragment, transaction: Y.Transaction): void {
  if (type instanceof Y.XmlElement && textHolders.has(type.nodeName) && type.length === 0) {
    type.insert(0, [new Y.XmlText()])
  }
  for (const child of type.toArray()) {
    if (child instanceof Y.XmlElement && isNew(child, transaction)) giveText(child, transaction)
  }
}

function isNew({ _item }: Y.XmlElement, { beforeState }: Y.Transaction): boolean {
  return _item !== null && _item.id.clock >= (beforeState.get(_item.id.client) ?? 0)
}
