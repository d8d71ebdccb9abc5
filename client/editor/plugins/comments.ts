import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Range as Place, placeFinder } from '../../../shared/comment/findPlace.ts'
import { commentMark, threadOfMark } from '../../../shared/document/nodes/commentKey.ts'
import { DocText } from '../comments/docText.ts'
import { type DrawnThread, draftId, type FoundBy, type TextComments } from '../comments/TextComments.ts'

/** How long the text must rest before words without a mark are looked for again; until then they move along. */
const restMs = 500

const commentsKey = new PluginKey<Drawing>('comments')

/** Meta of a transaction that only draws anew. */
type Redraw = 'redraw'

interface Drawing {
  readonly drawn: ReadonlyMap<string, DrawnThread>
  readonly decorations: DecorationSet
}

/** What a decoration of ours carries. */
interface Spec {
  readonly thread: string
  /** By a mark in the text, and not by its words. */
  readonly isMarked: boolean
}

interface Range {
  readonly thread: string
  readonly from: number
  to: number
}

/**
 * The words that comments are about, for as long as somebody wants to see them. Those with a mark stand where the mark
 * is; those without, internal ones and those on their way, are found by their words and move along with the text. A key
 * press costs the paragraph it is in, however many threads there are.
 */
export function comments(section: string, text: TextComments): Plugin<Drawing> {
  const drawnNow = () => new Map(text.drawnIn(section).map(thread => [thread.id, thread]))

  return new Plugin<Drawing>({
    key: commentsKey,
    state: {
      init: (_, { doc }) => {
        const drawn = drawnNow()
        return { drawn, decorations: drawAll(doc, drawn, null) }
      },
      apply: (transaction, value) => {
        const redraw: Redraw | undefined = transaction.getMeta(commentsKey)
        const moved = transaction.docChanged
          ? value.decorations.map(transaction.mapping, transaction.doc)
          : value.decorations
        if (redraw) {
          const drawn = drawnNow()
          const before = { drawn: value.drawn, decorations: moved }
          return { drawn, decorations: drawAll(transaction.doc, drawn, before) }
        }
        if (!transaction.docChanged) return value
        return { drawn: value.drawn, decorations: drawChanged(transaction, value.drawn, moved) }
      },
    },
    props: { decorations: state => commentsKey.getState(state)?.decorations },
    view: view => {
      let timer: ReturnType<typeof setTimeout> | undefined
      let seen = text.drawnIn(section)
      const redraw = () => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(commentsKey, 'redraw' satisfies Redraw))
      }
      const stop = text.subscribe(() => {
        const now = text.drawnIn(section)
        if (now === seen) return
        seen = now
        redraw()
      })
      text.moved()
      return {
        update: (_, before) => {
          if (commentsKey.getState(before)?.decorations !== commentsKey.getState(view.state)?.decorations)
            text.moved()
          if (view.state.doc === before.doc || !seen.some(({ words }) => words !== null)) return
          clearTimeout(timer)
          timer = setTimeout(redraw, restMs)
        },
        destroy: () => {
          clearTimeout(timer)
          stop()
          text.moved()
        },
      }
    },
  })
}

/** Where the words of a thread are now, as they are drawn; null if they are not. */
export function drawnRange(state: EditorState, thread: string): { from: number; to: number } | null {
  const found = commentsKey
    .getState(state)
    ?.decorations.find(undefined, undefined, spec => spec.thread === thread)
  if (!found || found.length === 0) return null
  return {
    from: Math.min(...found.map(({ from }) => from)),
    to: Math.max(...found.map(({ to }) => to)),
  }
}

function drawAll(doc: Node, drawn: ReadonlyMap<string, DrawnThread>, before: Drawing | null): DecorationSet {
  if (drawn.size === 0) return DecorationSet.empty
  const marked = markedIn(doc, 0, doc.content.size, drawn)
  const hasMark = new Set(marked.map(({ thread }) => thread))
  let content: Searched | null = null
  const found: Range[] = []
  for (const [thread, { words }] of drawn) {
    if (words === null || hasMark.has(thread)) continue
    // A comment that is being begun is about what was selected then, and not about words that read the same.
    const isSameDraft = thread === draftId && sameWords(before?.drawn.get(draftId)?.words, words)
    const known = isSameDraft
      ? before?.decorations.find(undefined, undefined, spec => spec.thread === thread)[0]
      : null
    if (known && known.from < known.to) {
      found.push({ thread, from: known.from, to: known.to })
      continue
    }
    content ??= searched(doc)
    const place = content.find(words)
    const range = place && content.text.range(place.from, place.to)
    if (range) found.push({ thread, ...range })
  }
  return DecorationSet.create(doc, [
    ...marked.map(range => decoration(range, drawn, true)),
    ...found.map(range => decoration(range, drawn, false)),
  ])
}

function sameWords(one: FoundBy | null | undefined, other: FoundBy): boolean {
  return one?.quote === other.quote && one.before === other.before && one.after === other.after
}

interface Searched {
  readonly text: DocText
  readonly find: (words: FoundBy) => Place | null
}

function searched(doc: Node): Searched {
  const text = new DocText(doc)
  return { text, find: placeFinder(text.text) }
}

/** Looks at the marks of the paragraphs that have changed; the others have moved along. */
function drawChanged(
  transaction: Transaction,
  drawn: ReadonlyMap<string, DrawnThread>,
  moved: DecorationSet,
): DecorationSet {
  if (drawn.size === 0) return moved
  const { doc } = transaction
  const { from, to } = changedBlocks(transaction)
  const before = moved.find(from, to, spec => spec.isMarked)
  const now = markedIn(doc, from, to, drawn)
  if (sameRanges(before, now)) return moved
  return moved.remove(before).add(
    doc,
    now.map(range => decoration(range, drawn, true)),
  )
}

function changedBlocks({ mapping, doc }: Transaction): { from: number; to: number } {
  let from = doc.content.size
  let to = 0
  for (const [index, map] of mapping.maps.entries()) {
    const rest = mapping.slice(index + 1)
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      from = Math.min(from, rest.map(newFrom, -1))
      to = Math.max(to, rest.map(newTo, 1))
    })
  }
  if (from > to) return { from: 0, to: 0 }
  const start = doc.resolve(Math.min(from, doc.content.size))
  const end = doc.resolve(Math.min(to, doc.content.size))
  return {
    from: start.depth === 0 ? start.pos : start.before(1),
    to: end.depth === 0 ? end.pos : end.after(1),
  }
}

function markedIn(doc: Node, from: number, to: number, drawn: ReadonlyMap<string, DrawnThread>): Range[] {
  const ranges: Range[] = []
  const last = new Map<string, Range>()
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return
    for (const mark of node.marks) {
      const thread = mark.type.name === commentMark ? threadOfMark(mark.attrs) : null
      if (thread === null || !drawn.has(thread)) continue
      const before = last.get(thread)
      if (before?.to === position) before.to = position + node.nodeSize
      else {
        const range = { thread, from: position, to: position + node.nodeSize }
        last.set(thread, range)
        ranges.push(range)
      }
    }
  })
  return ranges
}

function sameRanges(before: readonly Decoration[], now: readonly Range[]): boolean {
  if (before.length !== now.length) return false
  const known = new Set(before.map(({ from, to, spec }) => `${(spec as Spec).thread} ${from} ${to}`))
  return now.every(({ thread, from, to }) => known.has(`${thread} ${from} ${to}`))
}

function decoration(
  { thread, from, to }: Range,
  drawn: ReadonlyMap<string, DrawnThread>,
  isMarked: boolean,
): Decoration {
  const spec: Spec = { thread, isMarked }
  return Decoration.inline(from, to, attributesOf(drawn.get(thread)), spec)
}

function attributesOf(thread: DrawnThread | undefined): Record<string, string> {
  if (!thread) return {}
  const { id, look, isInternal, description, cardId } = thread
  return {
    // An element of its own for each: several may lie on the same words.
    nodeName: 'span',
    class: 'commented',
    'data-comment': id,
    'data-look': look,
    ...(isInternal ? { 'data-internal': '' } : {}),
    ...(look === 'draft' ? {} : { role: 'mark', 'aria-description': description }),
    ...(cardId === null ? {} : { 'aria-details': cardId }),
  }
}
