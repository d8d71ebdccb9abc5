import type * as Y from 'yjs'
import type { WantedMark } from '../../../../server/sync/ProgramWriter.ts'
import { MarkedText, type Stretch } from '../../../../shared/comment/MarkedText.ts'
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

  /** A comment on some words, as the program is asked to mark them on somebody's behalf. */
  comment(): WantedMark<{ readonly stretches: readonly Stretch[] }> {
    const thread = `${this.#byKey.size}`.padStart(20, 'a')
    this.#byKey.set(commentKey(thread), thread)
    const find = (doc: Y.Doc) => {
      const text = new MarkedText(doc.getXmlFragment(this.#random.pick(richRoots)))
      const from = this.#random.below(text.words.length + 1)
      const range = text.markable({ from, to: from + 1 + this.#random.below(12) })
      return { stretches: text.stretches(range) }
    }
    return { thread, find, marked: () => {} }
  }
}
