import type { Node } from '@tiptap/pm/model'

interface Stretch {
  /** Where its first letter stands in the text, and in the document. */
  readonly offset: number
  readonly position: number
  readonly length: number
}

/** The text of a section as one string, the same as `sectionText` makes of its blocks, and where each letter of it stands in the document. */
export class DocText {
  readonly text: string
  readonly #stretches: readonly Stretch[]

  constructor(doc: Node) {
    const stretches: Stretch[] = []
    let text = ''
    let isFirst = true
    doc.descendants((node, position) => {
      if (node.isTextblock) {
        if (!isFirst) text += '\n'
        isFirst = false
      } else if (node.isText) {
        stretches.push({ offset: text.length, position, length: node.nodeSize })
        text += node.text ?? ''
      }
    })
    this.text = text
    this.#stretches = stretches
  }

  /** Where what lies between two places of the text stands in the document; null where there are no letters. */
  range(from: number, to: number): { readonly from: number; readonly to: number } | null {
    const first = this.#stretches.find(({ offset, length }) => from < offset + length)
    const last = this.#stretches.findLast(({ offset }) => offset < to)
    if (!first || !last) return null
    const start = first.position + Math.max(0, from - first.offset)
    const end = last.position + Math.min(last.length, to - last.offset)
    return start < end ? { from: start, to: end } : null
  }

  /** How much of the text stands before a position of the document. */
  offsetAt(position: number): number {
    const last = this.#stretches.findLast(stretch => stretch.position < position)
    if (last && position <= last.position + last.length) return last.offset + position - last.position
    const next = this.#stretches.find(stretch => stretch.position >= position)
    return next?.offset ?? this.text.length
  }
}
