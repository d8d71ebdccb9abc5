import { expect } from 'vitest'
import * as Y from 'yjs'
import { DocText } from '../../../client/editor/comments/docText.ts'
import { CutMarks } from '../../../client/editor/paste/cutMarks.ts'
import { insertBlocks } from '../../../client/editor/paste/insertBlocks.ts'
import { markQuote } from '../../../server/comment/placing.ts'
import { keepPlace } from '../../../shared/comment/findPlace.ts'
import {
  findCutShort,
  findLost,
  type MarkPlace,
  markFound,
  placesOfMarks,
  wordsOf as wordsIn,
} from '../../../shared/comment/lostMarks.ts'
import { MarkedText } from '../../../shared/comment/MarkedText.ts'
import type { Block } from '../../../shared/document/blockContent.ts'
import { Peer, seed, sync, text } from './peer.ts'

/** The id of a thread that a test calls by a letter. */
function threadId(letter: string): string {
  return letter.repeat(20)
}

/** Two people who write in one text, and the server, which puts marks in it. */
export class Commented {
  readonly anna: Peer
  readonly bo: Peer
  readonly server = new Y.Doc()
  readonly #cutMarks: CutMarks
  /** Where each mark was when the server saw it last. */
  #seen = new Map<string, readonly MarkPlace[]>()

  constructor(blocks: readonly Block[]) {
    const start = seed(blocks)
    Y.applyUpdate(this.server, start)
    this.server.clientID = 3
    this.anna = new Peer(100, start)
    this.bo = new Peer(101, start)
    this.#cutMarks = new CutMarks(this.anna.doc, ['text', 'other'])
  }

  /** Somebody comments on words, and the server marks them at once. Nobody else knows of it yet. */
  comment(words: string, letter: string): this {
    const here = new MarkedText(this.server.getXmlFragment('text'))
    const from = here.words.indexOf(words)
    if (from === -1) throw new Error(`«${words}» is not in «${here.words}»`)
    const kept = keepPlace(here.words, { from, to: from + words.length })
    this.server.transact(() => markQuote(this.server, 'text', kept, threadId(letter)))
    this.#remember()
    return this
  }

  /** Everybody gets what everybody has written, and what their editors make of it, until there is nothing more. */
  meet(): this {
    for (let times = 0; times < 3; times += 1) sync(this.anna, this.bo, { doc: this.server })
    return this
  }

  /** It is quiet: the server looks for marks that are gone although their words are there. */
  settle(): this {
    this.meet()
    const marked = placesOfMarks(this.server, ['text', 'other'])
    const lost = new Map([...this.#seen].filter(([thread]) => !marked.has(thread)))
    const words = wordsIn(this.server, ['text', 'other'])
    this.server.transact(() => {
      markFound(this.server, findLost(words, lost))
      markFound(this.server, findCutShort(words, this.#seen, marked))
    })
    this.#remember()
    return this.meet()
  }

  /** Selects from the beginning of one stretch of words to the end of another. */
  select(peer: Peer, first: string, last = first): Peer {
    const { to } = new DocText(peer.state.doc).range(...rangeOf(peer, last)) ?? { to: 0 }
    return peer.select(peer.find(first), to)
  }

  /** Anna cuts what she has selected, and her page remembers it. */
  cut(): readonly Block[] {
    const slice = this.anna.state.selection.content()
    this.#cutMarks.taken(slice, 'cut')
    this.anna.dispatch(this.anna.state.tr.deleteSelection())
    return blocksOf(slice.content.textBetween(0, slice.content.size, '\n'))
  }

  copy(): readonly Block[] {
    const slice = this.anna.state.selection.content()
    this.#cutMarks.taken(slice, 'copy')
    return blocksOf(slice.content.textBetween(0, slice.content.size, '\n'))
  }

  paste(blocks: readonly Block[]): void {
    const lines = blocks.map(block => (block.type === 'paragraph' ? wordsOf(block) : ''))
    const { tr } = this.anna.state
    insertBlocks(tr, this.#cutMarks.putBack(blocks, lines.join('\n')))
    this.anna.dispatch(tr)
  }

  /**
   * The words that carry a thread's mark, the same for everybody, in the shared text and in the editors: `/` where a line
   * ends, `~` between words apart; empty when there are none.
   */
  marked(letter: string): string {
    const all = [this.anna.doc, this.bo.doc, this.server].map(doc => markedIn(doc, letter))
    expect(new Set(all).size, `${all}`).toBe(1)
    for (const peer of [this.anna, this.bo]) {
      expect(new Peer(999, Y.encodeStateAsUpdate(peer.doc)).state.doc.toJSON()).toEqual(
        peer.state.doc.toJSON(),
      )
    }
    return all[0] ?? ''
  }

  get words(): string {
    return new MarkedText(this.server.getXmlFragment('text')).words.replaceAll('\n', '/')
  }

  #remember(): void {
    for (const [thread, places] of placesOfMarks(this.server, ['text', 'other']))
      this.#seen.set(thread, places)
  }
}

function markedIn(doc: Y.Doc, letter: string): string {
  const here = new MarkedText(doc.getXmlFragment('text'))
  const ranges = here.marked().get(threadId(letter)) ?? []
  return ranges
    .map(({ from, to }) => here.words.slice(from, to))
    .join('~')
    .replaceAll('\n', '/')
}

function rangeOf({ state }: Peer, words: string): [number, number] {
  const from = new DocText(state.doc).text.indexOf(words)
  if (from === -1) throw new Error(`«${words}» is not in ${state.doc}`)
  return [from, from + words.length]
}

function blocksOf(words: string): readonly Block[] {
  return text(...words.split('\n'))
}

function wordsOf({ content }: Extract<Block, { type: 'paragraph' }>): string {
  return content.map(inline => (inline.type === 'text' ? inline.text : '')).join('')
}
