import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'

type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>

/**
 * True when two documents have seen the same changes and say the same: the same state vector, the same deletions and
 * the same visible content. Marks of formatting must agree where both have them, but one may have fewer: Yjs clears
 * away what it takes for redundant marks when it applies an update, and what that is depends on what came together.
 */
export function holdsTheSame(one: Y.Doc, other: Y.Doc): boolean {
  return (
    Buffer.from(Y.encodeStateVector(one)).equals(Y.encodeStateVector(other)) &&
    deletesNoMore(one, other) &&
    deletesNoMore(other, one) &&
    marksAgree(one, other) &&
    visible(one) === visible(other)
  )
}

/** True when all that is deleted in `one` is deleted in `other`, but for marks of formatting. */
function deletesNoMore(one: Y.Doc, other: Y.Doc): boolean {
  for (const [client, ranges] of Y.createDeleteSetFromStructStore(one.store).clients) {
    const structs = other.store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      const last = clock + len
      for (let at = structs.length > 0 ? Y.findIndexSS(structs, clock) : 0; at < structs.length; at += 1) {
        const struct = structs[at]
        if (!struct || struct.id.clock >= last) break
        const isMark = struct instanceof Y.Item && struct.content instanceof Y.ContentFormat
        if (!struct.deleted && !isMark) return false
      }
    }
  }
  return true
}

/** True when every mark of `one` is the same in `other`, if that still knows what it was. */
function marksAgree(one: Y.Doc, other: Y.Doc): boolean {
  for (const [client, structs] of one.store.clients) {
    const others = other.store.clients.get(client) ?? []
    for (const struct of structs) {
      if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) continue
      const found = others[Y.findIndexSS(others, struct.id.clock)]
      const mark = found instanceof Y.Item && found.content instanceof Y.ContentFormat ? found.content : null
      if (mark && !isDeepStrictEqual([mark.key, mark.value], [struct.content.key, struct.content.value])) {
        return false
      }
    }
  }
  return true
}

function visible(doc: Y.Doc): string {
  const said: string[] = []
  for (const name of [...doc.share.keys()].sort()) {
    const before = said.push(token('root', name))
    const type = doc.share.get(name)
    if (type) sayType(type, said)
    // A root that somebody has only looked at is none.
    if (said.length === before + 1) said.length = before - 1
  }
  return said.join('')
}

/** Says what is in a type, and that it ends. */
function sayType(type: SharedType, said: string[]): void {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted || item.content instanceof Y.ContentFormat) continue
    sayContent(item.content, said)
  }
  for (const key of [...type._map.keys()].sort()) {
    const item = type._map.get(key)
    if (!item || item.deleted) continue
    said.push(token('key', key))
    sayContent(item.content, said)
  }
  said.push(token('end', ''))
}

/** Where one piece of text ends and the next begins says nothing, so nothing is said between them. */
function sayContent(content: Y.Item['content'], said: string[]): void {
  if (content instanceof Y.ContentString) said.push(content.str)
  else if (content instanceof Y.ContentType) {
    const { type } = content
    said.push(token('type', type instanceof Y.XmlElement ? type.nodeName : type.constructor.name))
    sayType(type, said)
  } else if (content instanceof Y.ContentBinary) {
    said.push(token('bytes', Buffer.from(content.content).toString('base64')))
  } else {
    for (const value of content.getContent()) said.push(token('value', JSON.stringify(value) ?? ''))
  }
}

function token(kind: string, what: string): string {
  return `\u0000${kind} ${what}\u0000`
}
