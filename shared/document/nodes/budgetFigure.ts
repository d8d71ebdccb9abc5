import { Node } from '@tiptap/core'
import { type BudgetSum, isBudgetSum } from '../../budget/budgetFigure.ts'

interface BudgetFigureOptions {
  /** What it says now: the amount, or that there is none. */
  readonly words: (sum: BudgetSum) => string
  /** Where its budget is; in another document it is only words. */
  readonly documentId: string
}

/**
 * A sum of the budget in running text. Only which sum is kept; the amount is that of the budget when it is read. One
 * sign in the text: without words of its own, so that nobody can write in it.
 */
export const BudgetFigure = Node.create<BudgetFigureOptions>({
  name: 'budgetFigure',
  group: 'inline',
  inline: true,
  atom: true,

  addOptions: () => ({ words: () => '', documentId: '' }),

  addAttributes: () => ({ sum: { default: null, rendered: false, parseHTML: sumOf } }),

  extendNodeSchema(extension) {
    if (extension.name !== this.name) return {}
    return { leafText: ({ attrs }: { attrs: Attributes }) => wordsOf(attrs, this.options) }
  },

  parseHTML: () => [{ tag: 'span[data-budget-figure]' }],

  renderHTML({ node }) {
    return [
      'span',
      { 'data-budget-figure': node.attrs.sum, 'data-document': this.options.documentId },
      wordsOf(node.attrs, this.options),
    ]
  },
})

type Attributes = Readonly<Record<string, unknown>>

function wordsOf({ sum }: Attributes, { words }: BudgetFigureOptions): string {
  return isBudgetSum(sum) ? words(sum) : ''
}

function sumOf(element: { getAttribute(name: string): string | null }): BudgetSum | null {
  const sum = element.getAttribute('data-budget-figure')
  return isBudgetSum(sum) ? sum : null
}
