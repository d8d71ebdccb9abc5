import type * as Y from 'yjs'
import { canonicalJson } from '../../../shared/version/canonicalForm.ts'
import { align } from '../../../shared/version/compare/align.ts'
import type { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { Likable } from '../../../shared/version/compare/likeness.ts'
import { wordsOf } from '../../../shared/version/compare/words.ts'
import { longestRising } from './longestRising.ts'

export type Node = Y.XmlElement | Y.XmlText

/** A node of the shared text, and what it says. */
export interface Old<Content> {
  readonly node: Node
  readonly content: Content
}

/** How nodes of one sort are told apart, made and changed. */
export interface Sort<Content> {
  /** Only those of one kind can become one another. A `node` that is there already may be of another than it says. */
  kindOf(content: Content, node?: Node): string
  /** All that it says. */
  textOf(content: Content): string
  make(content: Content): Node
  /** Changes a node within, such that it says `content`. */
  change(node: Node, content: Content): void
}

/**
 * Makes the `olds` among a node's children say `news`, and leaves its other children alone. What says the same stays
 * what it is; what is like something new is changed within; what has been moved is copied, with the marks of comments
 * in it, since nothing can be moved in a shared text.
 */
export function writeNodes<Content>(
  parent: Y.XmlFragment,
  olds: readonly Old<Content>[],
  news: readonly Content[],
  sort: Sort<Content>,
  comparer: Comparer,
): void {
  const matches = align(
    olds.map(({ content, node }) => likableNode(content, sort.kindOf(content, node), sort, comparer)),
    news.map(content => likableNode(content, sort.kindOf(content), sort, comparer)),
    comparer,
  )
  const inPlace = new Set(longestRising(matches.map(({ from }) => from)))
  const sources = new Map(
    matches.flatMap(({ from, to }, index) => {
      const old = olds[from]
      return old ? [[to, { old, stays: inPlace.has(index) }] as const] : []
    }),
  )
  const written = news.map((content, to) => {
    const source = sources.get(to)
    if (!source) return { node: sort.make(content), stays: false, differs: false, content }
    const { old, stays } = source
    const node = stays ? old.node : (old.node.clone() as Node)
    return { node, stays, differs: canonicalJson(old.content) !== canonicalJson(content), content }
  })
  const staying = new Set(written.flatMap(({ node, stays }) => (stays ? [node] : [])))
  remove(parent, new Set(olds.flatMap(({ node }) => (staying.has(node) ? [] : [node]))))
  insert(parent, written)
  for (const { node, differs, content } of written) if (differs) sort.change(node, content)
}

function likableNode<Content>(
  content: Content,
  kind: string,
  sort: Sort<Content>,
  { vocabulary }: Comparer,
): Likable {
  const id = vocabulary.id(`\0node ${canonicalJson(content)}`)
  return new Likable(id, kind, vocabulary, () => wordsOf(sort.textOf(content), vocabulary).ids)
}

function remove(parent: Y.XmlFragment, gone: ReadonlySet<unknown>): void {
  const children = parent.toArray()
  for (let end = children.length; end > 0; ) {
    let start = end
    while (start > 0 && gone.has(children[start - 1])) start -= 1
    if (start < end) parent.delete(start, end - start)
    end = Math.min(start, end - 1)
  }
}

function insert(parent: Y.XmlFragment, written: readonly { node: Node; stays: boolean }[]): void {
  const children: unknown[] = parent.toArray()
  let at = 0
  for (const { node, stays } of written) {
    if (stays) at = children.indexOf(node, at)
    else {
      parent.insert(at, [node])
      children.splice(at, 0, node)
    }
    at += 1
  }
}
