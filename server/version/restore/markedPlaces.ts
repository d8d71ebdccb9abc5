import type { KeptPlace } from '../../../shared/comment/findPlace.ts'
import type { Block, Inline } from '../../../shared/document/blockContent.ts'
import type { FilledForm } from '../../../shared/document/filledForm.ts'
import { quoteMaxLength, surroundingsMaxLength } from '../../../shared/http/comments.ts'

/** The words that a thread's mark stands on, and those around them. */
export interface MarkedPlace extends KeptPlace {
  readonly section: string
}

/** Where each thread has its mark in a form, from its first to its last word. */
export function markedPlaces({ sections }: FilledForm): Map<string, MarkedPlace> {
  const places = new Map<string, MarkedPlace>()
  for (const [section, content] of Object.entries(sections)) {
    if (content.kind !== 'rich') continue
    const { text, ranges } = marksIn(content.blocks)
    for (const [thread, { from, to }] of ranges) {
      if (places.has(thread)) continue
      places.set(thread, {
        section,
        quote: text.slice(from, to).slice(0, quoteMaxLength),
        before: text.slice(Math.max(0, from - surroundingsMaxLength), from),
        after: text.slice(to, to + surroundingsMaxLength),
      })
    }
  }
  return places
}

/** The text of a section as `sectionText` gives it, and where the marks stand in it. */
function marksIn(blocks: readonly Block[]) {
  const ranges = new Map<string, { from: number; to: number }>()
  let text = ''
  const add = (content: readonly Inline[]) => {
    for (const inline of content) {
      if (inline.type === 'footnote') {
        add(inline.content)
        continue
      }
      if (inline.type === 'budgetFigure') continue
      const from = text.length
      text += inline.text
      for (const thread of inline.comments ?? []) {
        ranges.set(thread, { from: ranges.get(thread)?.from ?? from, to: text.length })
      }
    }
  }
  for (const [index, line] of blocks.flatMap(linesOf).entries()) {
    if (index > 0) text += '\n'
    add(line)
  }
  return { text, ranges }
}

function linesOf(block: Block): (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
      return [block.content]
    case 'table':
      return block.rows.flat().flatMap(cell => cell.content.map(({ content }) => content))
    case 'figure':
      return [block.caption]
  }
}
