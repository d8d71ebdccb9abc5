import { Fragment } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { type HonestClient, textBlocks, textSchema } from './honestClient.ts'
import type { Random } from './random.ts'

export const richRoots = ['background', 'purpose'] as const
export const fieldRoots = ['goals', 'participants'] as const

/** Blocks of a section above which more are deleted than made, so that a long run stays quick. */
const manyBlocks = 30

/** Somebody at random who does at random all that can be done with an editor and a form. */
export class RandomEditor {
  /** Every character that anybody has typed; each of them once. */
  readonly typed = new Set<string>()
  readonly #random: Random
  #nextCharacter = 0x4e00
  #nextItem = 0

  constructor(random: Random) {
    this.#random = random
  }

  /** One edit by `client`, which may come to nothing. */
  edit(client: HonestClient): void {
    const kind = this.#random.next()
    if (kind < 0.06) client.undo()
    else if (kind < 0.09) client.redo()
    else if (kind < 0.2) this.#editFields(client)
    else this.#editText(client, this.#random.pick(richRoots))
  }

  /** One to three characters that nobody has typed before. */
  type(): string {
    const count = 1 + this.#random.below(3)
    const text = Array.from({ length: count }, () => this.#newCharacter()).join('')
    for (const character of text) this.typed.add(character)
    return text
  }

  #newCharacter(): string {
    const code = this.#nextCharacter
    // Chinese, then Korean: letters all of them, and none that is half of a pair.
    this.#nextCharacter = code === 0x9fff ? 0xac00 : code + 1
    if (code > 0xd7a3) throw new Error('There are no characters left')
    return String.fromCharCode(code)
  }

  #editText(client: HonestClient, root: string): void {
    client.edit(root, transaction => {
      const { doc } = transaction
      const blocks = textBlocks(doc)
      if (blocks.length === 0) {
        transaction.insert(0, textSchema.node('paragraph', null, textSchema.text(this.type())))
        return
      }
      const block = this.#random.pick(blocks)
      const from = block.at + this.#random.below(block.node.content.size + 1)
      const to = Math.min(block.at + block.node.content.size, from + this.#random.below(4))
      const isParagraph = block.node.type.name === 'paragraph'
      switch (this.#random.below(20)) {
        case 8:
        case 9:
          transaction.delete(from, to)
          break
        case 10:
          if (isParagraph) transaction.split(from)
          break
        case 11:
          this.#joinSomewhere(transaction)
          break
        case 12:
          if (isParagraph) this.#setAttributes(transaction, block.at - 1)
          break
        case 13:
          if (this.#random.next() < 0.7) transaction.addMark(from, to, this.#mark())
          else transaction.removeMark(block.at, block.at + block.node.content.size)
          break
        case 14:
          transaction.insert(0, this.#table())
          break
        case 15:
          if (isParagraph)
            transaction.insert(from, this.#random.next() < 0.5 ? this.#footnote() : this.#budgetFigure())
          break
        case 16:
          transaction.insert(0, this.#figure())
          break
        case 17:
          if (doc.childCount > 1) this.#moveSomething(transaction)
          break
        case 18:
          this.#deleteBlocks(transaction)
          break
        case 19:
          transaction.insert(doc.content.size, [this.#paragraph(), this.#paragraph()])
          break
        default:
          transaction.insertText(this.type(), from)
      }
    })
  }

  #setAttributes(transaction: Transaction, at: number): void {
    transaction.setNodeAttribute(at, this.#random.pick(['level', 'indent']), this.#random.pick([null, 1, 2]))
    transaction.setNodeAttribute(at, 'list', this.#random.pick([null, 'bullet', 'number']))
  }

  #footnote() {
    return textSchema.node('footnote', null, textSchema.text(this.type()))
  }

  #budgetFigure() {
    return textSchema.node('budgetFigure', { sum: this.#random.pick(['sought', 'own', '2026']) })
  }

  #mark() {
    return this.#random.pick([
      textSchema.mark('bold'),
      textSchema.mark('italic'),
      textSchema.mark('link', { href: 'https://heby.example/å' }),
    ])
  }

  #paragraph() {
    return textSchema.node('paragraph', null, textSchema.text(this.type()))
  }

  #table() {
    const cell = () => textSchema.node('tableCell', null, this.#paragraph())
    const row = () => textSchema.node('tableRow', null, [cell(), cell()])
    return textSchema.node('table', null, [row(), row()])
  }

  #figure() {
    const attributes = { image: 'a'.repeat(64), width: 10, height: 10, alt: 'En bild' }
    return textSchema.node('figure', attributes, textSchema.text(this.type()))
  }

  #joinSomewhere(transaction: Transaction): void {
    const { doc } = transaction
    const index = this.#random.below(doc.childCount)
    const [one, other] = [doc.maybeChild(index - 1), doc.maybeChild(index)]
    if (one?.type.name === 'paragraph' && other?.type.name === 'paragraph')
      transaction.join(positionOf(transaction, index))
  }

  #moveSomething(transaction: Transaction): void {
    const index = this.#random.below(transaction.doc.childCount)
    const node = transaction.doc.child(index)
    const at = positionOf(transaction, index)
    transaction.delete(at, at + node.nodeSize)
    const to = this.#random.below(transaction.doc.childCount + 1)
    transaction.insert(positionOf(transaction, to), Fragment.from(node))
  }

  #deleteBlocks(transaction: Transaction): void {
    const { doc } = transaction
    if (doc.childCount < 2) return
    const from = this.#random.below(doc.childCount)
    const most = doc.childCount > manyBlocks ? doc.childCount - from : 1
    const count = Math.max(1, Math.min(most, this.#random.below(manyBlocks)))
    transaction.delete(
      positionOf(transaction, from),
      positionOf(transaction, Math.min(from + count, doc.childCount)),
    )
  }

  #editFields(client: HonestClient): void {
    client.fields(doc => {
      const goals = doc.getMap<Y.Map<unknown>>('goals')
      const participants = doc.getMap('participants')
      const goal = this.#random.pick([...goals.values(), null])
      const prose = goal ? goal.get('text') : participants.get('text')
      switch (this.#random.below(8)) {
        case 0: {
          const made = new Y.Map<unknown>()
          goals.set(`g${this.#nextItem++}`, made)
          made.set('order', 'a0')
          made.set('level', this.#random.pick(['overall', 'effect']))
          made.set('text', new Y.Text(this.type()))
          break
        }
        case 1:
          participants.set('atATime', this.#random.pick([null, 5, 999]))
          participants.set(this.#random.pick(['2025', '2026']), this.#random.below(1000))
          break
        case 2:
          goal?.set('removed', this.#random.next() < 0.5)
          break
        case 3:
          goal?.set('order', `a${this.#random.below(9)}`)
          goal?.set('level', this.#random.pick(['overall', 'effect', null]))
          break
        case 4:
          if (prose instanceof Y.Text && prose.length > 0) prose.delete(this.#random.below(prose.length), 1)
          break
        default:
          if (prose instanceof Y.Text) prose.insert(this.#random.below(prose.length + 1), this.type())
      }
    })
  }
}

function positionOf(transaction: Transaction, index: number): number {
  let at = 0
  for (let i = 0; i < index; i++) at += transaction.doc.child(i).nodeSize
  return at
}
