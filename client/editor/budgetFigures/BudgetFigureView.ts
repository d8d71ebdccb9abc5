import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { isBudgetSum } from '../../../shared/budget/budgetFigure.ts'
import type { editor } from '../../text/sv/editor.ts'
import type { BudgetFigures } from './BudgetFigures.ts'
import { figureWords, sumName } from './figureWords.ts'

/** A sum of the budget while editing. It follows the budget by itself: the text is not touched by that. */
export class BudgetFigureView implements NodeView {
  readonly dom = document.createElement('span')
  readonly #amount = document.createElement('span')
  readonly #figures: BudgetFigures
  readonly #words: typeof editor
  readonly #stop: () => void
  #node: Node

  constructor(node: Node, figures: BudgetFigures, words: typeof editor) {
    this.#node = node
    this.#figures = figures
    this.#words = words
    this.dom.className = 'budgetFigure'
    const source = document.createElement('span')
    source.className = 'sr-only'
    source.textContent = words.budgetFigure.source
    this.dom.append(this.#amount, source)
    this.#draw()
    this.#stop = figures.subscribe(() => this.#draw())
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw()
    return true
  }

  /** What is drawn in it is no writing. */
  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#stop()
  }

  #draw(): void {
    const sum: unknown = this.#node.attrs.sum
    const isKnown = isBudgetSum(sum)
    const amount = isKnown ? this.#figures.amount(sum) : 'noAmounts'
    const said = isKnown ? figureWords(this.#words, sum, amount) : this.#words.budgetFigure.noAmounts
    if (this.#amount.textContent === said) return
    this.#amount.textContent = said
    this.dom.title = isKnown ? sumName(this.#words, sum) : ''
    this.dom.toggleAttribute('data-missing', typeof amount !== 'number')
  }
}
