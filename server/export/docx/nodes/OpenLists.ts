import type { Block, ParagraphContent } from '../../../../shared/document/blockContent.ts'
import type { Lists } from '../Lists.ts'
import type { InList } from './paragraph.ts'

/** The lists that go on in a text as it is written: items that follow each other are one list. */
export class OpenLists {
  readonly #lists: Lists
  /** By step of indent. */
  readonly #open = new Map<number, InList>()

  constructor(lists: Lists) {
    this.#lists = lists
  }

  /** The list that the next block stands in; null when in none, which ends all lists. */
  next(block: Block): InList | null {
    if (!isItem(block)) {
      this.#open.clear()
      return null
    }
    const { list, indent = 0 } = block
    for (const step of [...this.#open.keys()]) if (step > indent) this.#open.delete(step)
    const known = this.#open.get(indent)
    if (known?.reference === list) return known
    const begun = { reference: list, level: indent, instance: this.#lists.begin() }
    this.#open.set(indent, begun)
    return begun
  }
}

function isItem(block: Block): block is ParagraphContent & Required<Pick<ParagraphContent, 'list'>> {
  return block.type === 'paragraph' && block.list !== undefined && (block.level ?? 0) === 0
}
