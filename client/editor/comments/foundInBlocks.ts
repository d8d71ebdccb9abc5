import type { Block, Inline, ParagraphContent, TextContent } from '../../../shared/document/blockContent.ts'

/** What a thread is about, as a part of the text. */
interface Found {
  readonly thread: string
  readonly from: number
  readonly to: number
}

/** The same blocks with `found` among the threads of their words, by places in their text (`sectionText`). */
export function withFound(blocks: readonly Block[], found: readonly Found[]): readonly Block[] {
  if (found.length === 0) return blocks
  return new Adding(found).blocks(blocks)
}

/** The threads that have a mark in the text. */
export function threadsOf(blocks: readonly Block[]): ReadonlySet<string> {
  const threads = new Set<string>()
  const look = (runs: readonly Inline[]) => {
    for (const run of runs) {
      if (run.type === 'footnote') look(run.content)
      else if (run.type === 'text') for (const thread of run.comments ?? []) threads.add(thread)
    }
  }
  for (const block of blocks) {
    if (block.type === 'paragraph') look(block.content)
    else if (block.type === 'figure') look(block.caption)
    else for (const cell of block.rows.flat()) for (const { content } of cell.content) look(content)
  }
  return threads
}

class Adding {
  readonly #found: readonly Found[]
  /** Where the next letter stands; the end of a line is one. */
  #at = 0

  constructor(found: readonly Found[]) {
    this.#found = found
  }

  blocks(blocks: readonly Block[]): Block[] {
    return blocks.map(block => this.#block(block))
  }

  #block(block: Block): Block {
    if (block.type === 'paragraph') return this.#paragraph(block)
    if (block.type === 'figure') {
      return { ...block, caption: this.#line(block.caption, runs => this.#texts(runs)) }
    }
    const cell = (content: readonly ParagraphContent[]) =>
      content.map(paragraph => this.#paragraph(paragraph))
    return {
      ...block,
      rows: block.rows.map(cells => cells.map(known => ({ ...known, content: cell(known.content) }))),
    }
  }

  #paragraph(paragraph: ParagraphContent): ParagraphContent {
    return { ...paragraph, content: this.#line(paragraph.content, runs => this.#runs(runs)) }
  }

  #line<T>(runs: T, add: (runs: T) => T): T {
    const added = add(runs)
    this.#at += 1
    return added
  }

  #runs(runs: readonly Inline[]): Inline[] {
    return runs.flatMap((run): Inline[] => {
      if (run.type === 'budgetFigure') return [run]
      return run.type === 'text' ? this.#text(run) : [{ ...run, content: this.#texts(run.content) }]
    })
  }

  #texts(runs: readonly TextContent[]): TextContent[] {
    return runs.flatMap(run => this.#text(run))
  }

  /** In as many pieces as begin or end in it. */
  #text(run: TextContent): TextContent[] {
    const start = this.#at
    const end = start + run.text.length
    this.#at = end
    const here = this.#found.filter(({ from, to }) => from < end && to > start)
    if (here.length === 0) return [run]
    const edges = here.flatMap(({ from, to }) => [from, to]).filter(edge => edge > start && edge < end)
    const cuts = [...new Set([start, ...edges, end])].sort((one, other) => one - other)
    return cuts.slice(1).map((cut, index) => {
      const from = cuts[index] ?? start
      const threads = here.filter(one => one.from <= from && one.to >= cut).map(({ thread }) => thread)
      const comments = [...(run.comments ?? []), ...threads]
      return {
        ...run,
        text: run.text.slice(from - start, cut - start),
        ...(comments.length > 0 ? { comments } : {}),
      }
    })
  }
}
