import { type Extensions, Node } from '@tiptap/core'
import type { BudgetSum } from '../../shared/budget/budgetFigure.ts'
import type { BudgetFigures } from './budgetFigures/BudgetFigures.ts'
import { BudgetFigureView } from './budgetFigures/BudgetFigureView.ts'
import { editorNodes } from './editorNodes.ts'
import { type FigureActions, FigureView } from './figures/FigureView.ts'

interface ViewsOf extends FigureActions {
  readonly documentId: string
  readonly figures: BudgetFigures
  /** What a sum of the budget says now. */
  figureWords(sum: BudgetSum): string
}

/** What a section may hold, drawn as it is while somebody writes in it. */
export function nodesWithViews(views: ViewsOf): Extensions {
  const { documentId, imageUrl, figures, words } = views
  return editorNodes(imageUrl).map(node => {
    if (!(node instanceof Node)) return node
    if (node.name === 'figure') {
      return node.extend({
        addNodeView: () => props => new FigureView(props.node, props.getPos, views),
      })
    }
    if (node.name !== 'budgetFigure') return node
    return node.extend({
      addOptions: () => ({ words: (sum: BudgetSum) => views.figureWords(sum), documentId }),
      addNodeView: () => props => new BudgetFigureView(props.node, figures, words),
    })
  })
}
