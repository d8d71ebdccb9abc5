import type { Mark, Node } from '@tiptap/pm/model'
import { simpleDiff } from 'lib0/diff'
import * as Y from 'yjs'
import { commentKey, commentMark, threadOfMark } from '../../../shared/document/nodes/commentKey.ts'
import type { Shown } from './shown.ts'

type Formats = Readonly<Record<string, unknown>>

/** Each is a SHA-256, and there is one for every mark. */
const keys = new Map<string, string>()

/**
 * Writes to the shared text what makes `before` into `after` where that is the least there can be: letters typed or
 * deleted within one run of the same look. False, with nothing written, for anything else: that is for y-tiptap's
 * `updateYFragment`, which would do this too, but compares, hashes and formats every run of the paragraph with every mark
 * in it, and so takes a tenth of a second at a key press among five hundred comments.
 */
export function writeTyped(fragment: Y.XmlFragment, before: Node, after: Node, shown: Shown): boolean {
  const path: (readonly [Y.XmlElement, Node])[] = []
  let parent = fragment
  let [from, to] = [before, after]
  while (!to.inlineContent) {
    const index = onlyChange(from, to)
    if (index === null) return false
    const [old, next] = [from.child(index), to.child(index)]
    const element = parent.get(index)
    const isSame = element instanceof Y.XmlElement && shown.get(element) === old && old.sameMarkup(next)
    if (!isSame) return false
    path.push([element, next])
    ;[parent, from, to] = [element, old, next]
  }
  const text = parent.get(0)
  if (!(text instanceof Y.XmlText) || parent.length !== 1 || !showsAll(shown.get(text), from, text))
    return false
  const index = onlyChange(from, to)
  if (index === null || !writeRun(text, from, to, index)) return false
  shown.set(text, to.children)
  for (const [element, node] of path) shown.set(element, node)
  shown.set(fragment, after)
  return true
}

/** Which child is another; null unless it is exactly one. */
function onlyChange(from: Node, to: Node): number | null {
  if (from.childCount !== to.childCount) return null
  let [first, end] = [0, to.childCount]
  while (first < end && isEqual(from.child(first), to.child(first))) first += 1
  while (end > first && isEqual(from.child(end - 1), to.child(end - 1))) end -= 1
  return end === first + 1 ? first : null
}

/** Letters are compared; what consists of nodes is another when it has been made anew. */
function isEqual(one: Node, other: Node): boolean {
  return one === other || (one.isText && one.eq(other))
}

function showsAll(known: ReturnType<Shown['get']>, node: Node, text: Y.XmlText): boolean {
  return (
    Array.isArray(known) &&
    known.length === node.childCount &&
    node.content.size === text.length &&
    known.every((run, at) => run === node.child(at))
  )
}

function writeRun(text: Y.XmlText, from: Node, to: Node, index: number): boolean {
  const [old, next] = [from.child(index), to.child(index)]
  const formats = formatsOf(next.marks)
  if (!old.isText || formats === null || !old.sameMarkup(next)) return false
  const { index: at, remove, insert } = simpleDiff(old.text ?? '', next.text ?? '')
  let place = at
  for (const run of to.children.slice(0, index)) place += run.nodeSize
  if (remove > 0) text.delete(place, remove)
  if (insert !== '') text.insert(place, insert, formats)
  return true
}

/** The marks as they are written in the shared text; null for one that this does not know how to write. */
function formatsOf(marks: readonly Mark[]): Formats | null {
  const formats: Record<string, unknown> = {}
  for (const { type, attrs } of marks) {
    if (type.name === commentMark) {
      const thread = threadOfMark(attrs)
      if (thread === null) return null
      formats[keyOf(thread)] = attrs
    } else if (type.excludes(type)) formats[type.name] = attrs
    else return null
  }
  return formats
}

function keyOf(thread: string): string {
  const key = keys.get(thread) ?? commentKey(thread)
  keys.set(thread, key)
  return key
}
