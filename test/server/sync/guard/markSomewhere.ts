import type * as Y from 'yjs'
import { MarkedText } from '../../../../shared/comment/MarkedText.ts'
import { commentKey } from '../../../../shared/document/nodes/commentKey.ts'
import { richRoots } from './RandomEditor.ts'
import type { Random } from './random.ts'

/** Threads of comments that are made at random. */
export class RandomThreads {
  readonly #byKey = new Map<string, string>()
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  /** The thread whose mark has this key. */
  readonly threadOf = (key: string): string | null => this.#byKey.get(key) ?? null

  /** Marks some words, as the program does on somebody's behalf. */
  comment(doc: Y.Doc): void {
    const thread = `${this.#byKey.size}`.padStart(20, 'a')
    this.#byKey.set(commentKey(thread), thread)
    const text = new MarkedText(doc.getXmlFragment(this.#random.pick(richRoots)))
    const from = this.#random.below(text.words.length + 1)
    text.mark({ from, to: from + 1 + this.#random.below(12) }, thread)
  }
}
