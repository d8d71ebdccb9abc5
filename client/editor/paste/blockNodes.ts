import type { Node, Schema } from '@tiptap/pm/model'
import type { Block, Inline } from '../../../shared/document/blockContent.ts'
import { cellSpan, figureAttributes, paragraphAttributes } from '../../../shared/document/nodes/attributes.ts'
import { commentMark } from '../../../shared/document/nodes/commentKey.ts'

/** A block as a node of the editor's document. */
export function blockNode(block: Block, schema: Schema): Node {
  switch (block.type) {
    case 'paragraph':
      return schema.node(
        'paragraph',
        { ...paragraphAttributes(name => block[name]) },
        inlineNodes(block.content, schema),
      )
    case 'figure':
      return schema.node(
        'figure',
        { ...figureAttributes(name => block[name]) },
        inlineNodes(block.caption, schema),
      )
    case 'table':
      return schema.node(
        'table',
        null,
        block.rows.map(cells =>
          schema.node(
            'tableRow',
            null,
            cells.map(({ header, colspan, rowspan, content }) =>
              schema.node(
                header ? 'tableHeader' : 'tableCell',
                { colspan: cellSpan(colspan), rowspan: cellSpan(rowspan) },
                content.length > 0
                  ? content.map(paragraph => blockNode(paragraph, schema))
                  : [schema.node('paragraph')],
              ),
            ),
          ),
        ),
      )
  }
}

export function inlineNodes(runs: readonly Inline[], schema: Schema): Node[] {
  return runs
    .filter(run => run.type !== 'text' || run.text !== '')
    .map(run => {
      if (run.type === 'budgetFigure') return schema.node('budgetFigure', { sum: run.sum })
      if (run.type === 'footnote') return schema.node('footnote', null, inlineNodes(run.content, schema))
      return schema.text(run.text, [
        ...(run.link ? [schema.mark('link', { href: run.link })] : []),
        ...(run.bold ? [schema.mark('bold')] : []),
        ...(run.italic ? [schema.mark('italic')] : []),
        ...(run.comments ?? []).toSorted().map(thread => schema.mark(commentMark, { thread })),
      ])
    })
}
