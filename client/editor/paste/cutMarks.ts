import type { Mark, Slice } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { keepPlace, placeFinder, type Range } from '../../../shared/comment/findPlace.ts'
import { placesOfMarks } from '../../../shared/comment/lostMarks.ts'
import { sectionText } from '../../../shared/comment/sectionText.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { commentMark } from '../../../shared/document/nodes/commentKey.ts'
import { withFound } from '../comments/foundInBlocks.ts'
import { plainText } from './copying.ts'

interface Marked extends Range {
  readonly thread: string
}

/**
 * Lets comments move with words that are cut and pasted in the same ansökan. What is pasted carries none: the page
 * remembers what was on the words that were cut last, and knows them again. A comment that is still somewhere else, as
 * when its words have been pasted already, or only half of them were cut, is not set twice.
 */
export class CutMarks {
  readonly #doc: Y.Doc
  readonly #sections: readonly string[]
  #cut: { readonly copied: string; readonly words: string; readonly marks: readonly Marked[] } | null = null

  /** `sections`: keys of those of `doc` with rich text. */
  constructor(doc: Y.Doc, sections: readonly string[]) {
    this.#doc = doc
    this.#sections = sections
  }

  /** `slice` goes to the clipboard. */
  taken(slice: Slice, how: 'cut' | 'copy'): void {
    this.#cut = null
    if (how === 'copy') return
    const { words, marks } = wordsIn(slice)
    if (marks.length > 0) this.#cut = { copied: plainText(slice.content), words, marks }
  }

  /** `blocks` as they were cut. `text`: what the clipboard says in plain text. */
  putBack(blocks: readonly Block[], text: string): readonly Block[] {
    const cut = this.#cut
    if (cut === null || text.replaceAll('\r\n', '\n') !== cut.copied) return blocks
    const marked = placesOfMarks(this.#doc, this.#sections)
    const find = placeFinder(sectionText(blocks))
    const found = cut.marks.flatMap(({ thread, from, to }) => {
      const range = marked.has(thread) ? null : find(keepPlace(cut.words, { from, to }))
      return range ? [{ thread, ...range }] : []
    })
    return withFound(blocks, found)
  }
}

/** What a slice says, a line a block as `sectionText` has it, and the comments on it. */
function wordsIn({ content }: Slice): { words: string; marks: Marked[] } {
  let words = ''
  let isFirst = true
  const marks: Marked[] = []
  const add = (mark: Mark, from: number, to: number) => {
    const thread: unknown = mark.attrs.thread
    if (mark.type.name !== commentMark || typeof thread !== 'string') return
    const last = marks.findLast(one => one.thread === thread)
    if (last && words.slice(last.to, from).trim() === '') marks[marks.indexOf(last)] = { ...last, to }
    else marks.push({ thread, from, to })
  }
  content.descendants(node => {
    if (node.isTextblock) {
      if (!isFirst) words += '\n'
      isFirst = false
    } else if (node.isText) {
      const from = words.length
      words += node.text ?? ''
      for (const mark of node.marks) add(mark, from, words.length)
    }
  })
  return { words, marks }
}
