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
  const index = onlyChange(from, to)
  const place = index === null ? null : placeOf(parent, from, index, shown)
  if (place === null || index === null) return false
  const { text, first, count } = place
  const runs = to.children.slice(first, first + count)
  if (!writeRun(text, from.child(index), runs, index - first)) return false
  shown.set(text, runs)
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

/** A text, and which children of its paragraph it is shown as. */
interface TextPlace {
  readonly text: Y.XmlText
  readonly first: number
  readonly count: number
}

/** The text of `parent` that the child `index` of `from` is in; null unless all of `from` is what is shown of it. */
function placeOf(parent: Y.XmlFragment, from: Node, index: number, shown: Shown): TextPlace | null {
  let found: TextPlace | null = null
  let first = 0
  for (const child of parent.toArray()) {
    const known = shown.get(child)
    const runs: readonly Node[] = Array.isArray(known) ? known : known === undefined ? [] : [known as Node]
    if (runs.length === 0 && !(child instanceof Y.XmlText && child.length === 0)) return null
    if (!runs.every((run, at) => run === from.maybeChild(first + at))) return null
    if (child instanceof Y.XmlText) {
      if (runs.reduce((size, run) => size + run.nodeSize, 0) !== child.length) return null
      const isHere = index >= first && index < first + runs.length
      if (isHere) found = { text: child, first, count: runs.length }
    }
    first += runs.length
  }
  return first === from.childCount ? found : null
}

/** `runs`: what the text is to say, of which only the one at `index` is another than it says: `old`. */
function writeRun(text: Y.XmlText, old: Node, runs: readonly Node[], index: number): boolean {
  const next = runs[index]
  const formats = next ? formatsOf(next.marks) : null
  if (!next || !old.isText || formats === null || !old.sameMarkup(next)) return false
  const { index: at, remove, insert } = simpleDiff(old.text ?? '', next.text ?? '')
  let place = at
  for (const run of runs.slice(0, index)) place += run.nodeSize
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
