import * as Y from 'yjs'
import type { RawClient, Visitor } from '../../harness/rawClient.ts'

/** Most updates that a typist sends ahead of their acknowledgements. */
const mostOutstanding = 20

interface Typed {
  readonly word: string
  readonly update: Uint8Array
}

/**
 * Somebody who types as fast as the server takes it, over as many lines as it needs. Like our own client she keeps
 * what is not acknowledged, and sends it again first thing on the next line.
 */
export class Typist {
  /** Words that the server has said are saved. */
  readonly saved: string[] = []
  readonly #visitor: Visitor
  readonly #id: string
  readonly #name: string
  readonly #onSaved: () => void
  #outbox: Typed[] = []
  #line: RawClient | null = null
  #typed = 0

  constructor(visitor: Visitor, id: string, name: string, onSaved: () => void) {
    this.#visitor = visitor
    this.#id = id
    this.#name = name
    this.#onSaved = onSaved
  }

  /** Words that wait for their acknowledgement. */
  get unsaved(): string[] {
    return this.#outbox.map(({ word }) => word)
  }

  /** Updates of hers that the server has refused on the line she has now. */
  get refused(): number {
    return this.#line?.all('refused').length ?? 0
  }

  /** All words that she has on her screen and did not type herself: they came from the server. */
  get seen(): string[] {
    return this.#line ? wordsIn(this.#line.doc).filter(word => !word.startsWith(this.#name)) : []
  }

  /** Comes (again), with what is not yet acknowledged. */
  async join(): Promise<void> {
    const line = await this.#visitor.join(this.#id)
    this.#line = line
    for (const { update } of this.#outbox) line.sendUpdate(update)
  }

  /** Types until the line is cut, or until `isEnough`; everything that was acknowledged is then in `saved`. */
  async type(isEnough: () => boolean = () => false): Promise<void> {
    const line = this.#line
    if (!line) throw new Error('She has not come yet.')
    let counted = 0
    const count = () => {
      this.saved.push(...this.#outbox.splice(0, line.acknowledged - counted).map(({ word }) => word))
      counted = line.acknowledged
      this.#onSaved()
    }
    try {
      while (!isEnough()) {
        while (line.sent - line.acknowledged < mostOutstanding) this.#typeWord(line)
        const before = line.acknowledged
        await line.until(() => line.acknowledged > before)
        count()
      }
      await line.saved()
    } catch {
      // The line was cut, which is what these tests are about.
    }
    count()
  }

  async leave(): Promise<void> {
    await this.#line?.close()
  }

  /** How the server ended the line. */
  async ended(): Promise<string | null> {
    return (await this.#line?.closed)?.reason ?? null
  }

  #typeWord(line: RawClient): void {
    this.#typed += 1
    const word = `${this.#name}${this.#typed}`
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    line.doc.on('update', keep)
    line.doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(word)])
      line.doc.getXmlFragment('background').push([paragraph])
    })
    line.doc.off('update', keep)
    for (const update of updates) this.#outbox.push({ word, update })
  }
}

/** The words of all typists in a document, in its order. */
function wordsIn(doc: Y.Doc): string[] {
  return doc
    .getXmlFragment('background')
    .toArray()
    .map(block => block.toString().replaceAll(/<[^>]*>/g, ''))
    .filter(word => word !== '')
}

/** The words that the server holds of a document. */
export async function wordsOnServer(visitor: Visitor, id: string): Promise<string[]> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await visitor.state(id))
  return wordsIn(doc)
}
