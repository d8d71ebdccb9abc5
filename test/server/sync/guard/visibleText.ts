import * as Y from 'yjs'

/** All characters that a document shows, in no order that means anything between roots. */
export function visibleText(doc: Y.Doc): string {
  let text = ''
  for (const type of doc.share.values()) text += textOf(type as unknown as Y.AbstractType<unknown>)
  return text
}

export function textOf(type: Y.AbstractType<unknown>): string {
  let text = ''
  const add = (item: Y.Item) => {
    if (item.deleted) return
    if (item.content instanceof Y.ContentString) text += item.content.str
    else if (item.content instanceof Y.ContentType) text += textOf(item.content.type)
  }
  for (let item = type._start; item !== null; item = item.right) add(item)
  for (const item of type._map.values()) add(item)
  return text
}
