import { createElement, Fragment, memo, type ReactNode } from 'react'
import type {
  Block,
  CellContent,
  FigureContent,
  Inline,
  ParagraphContent,
} from '../../shared/document/blockContent.ts'
import { paragraphAttributes } from '../../shared/document/nodes/attributes.ts'
import { isHref } from '../../shared/document/nodes/href.ts'
import { type ListItem, type ListTree, listTree } from '../../shared/document/nodes/listTree.ts'
import { headingTags } from '../../shared/document/nodes/paragraph.ts'
import { useText } from '../text/useText.ts'
import { BudgetFigure } from './budgetFigures/BudgetFigure.tsx'
import type { DrawnThread } from './comments/TextComments.ts'

interface StillTextProps {
  readonly blocks: readonly Block[]
  readonly imageUrl: (hash: string) => string
  /** The threads of comments to be seen, by id. */
  readonly drawn: ReadonlyMap<string, DrawnThread>
  /** Shown where the section is truly empty. */
  readonly placeholder?: string
}

/**
 * The text of a section without an editor: it looks the same, so that nothing moves when the editor comes, but
 * its lists are real nested lists, for those who listen.
 */
export const StillText = memo(function StillText({ blocks, imageUrl, drawn, placeholder }: StillTextProps) {
  const { missingAlt } = useText().editor.figure
  if (placeholder !== undefined && blocks.every(isBlank)) {
    return (
      <p data-placeholder={placeholder}>
        <br />
      </p>
    )
  }
  return drawTree(listTree(blocks, lookOf), { imageUrl, missingAlt, drawn })
})

interface Drawing {
  readonly imageUrl: (hash: string) => string
  readonly missingAlt: string
  readonly drawn: StillTextProps['drawn']
}

function isBlank(block: Block, index: number): boolean {
  return (
    index === 0 && block.type === 'paragraph' && !block.level && !block.list && block.content.length === 0
  )
}

function lookOf(block: Block) {
  return block.type === 'paragraph' ? paragraphAttributes(name => block[name]) : null
}

/** Side by side. They are told by their places: still text is only ever drawn anew as a whole. */
function together(parts: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts)
}

function drawTree(tree: ListTree<Block>, drawing: Drawing): ReactNode {
  return together(
    tree.map(node => {
      if (node.is === 'block') return drawBlock(node.block, drawing)
      const items = together(node.items.map(item => drawItem(item, drawing)))
      // Without signs of its own a list is none in Safari, unless it says so.
      return createElement(node.list === 'number' ? 'ol' : 'ul', { role: 'list' }, items)
    }),
  )
}

function drawItem({ block, under }: ListItem<Block>, drawing: Drawing): ReactNode {
  return (
    <li>
      {drawBlock(block, drawing)}
      {drawTree(under, drawing)}
    </li>
  )
}

function drawBlock(block: Block, drawing: Drawing): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return drawParagraph(block, drawing)
    case 'table':
      return (
        <div data-table="">
          <table>
            <tbody>{together(block.rows.map(cells => drawRow(cells, drawing)))}</tbody>
          </table>
        </div>
      )
    case 'figure':
      return drawFigure(block, drawing)
  }
}

function drawParagraph(block: ParagraphContent, drawing: Drawing): ReactNode {
  const { level, list, indent } = paragraphAttributes(name => block[name])
  return createElement(
    level === null ? 'p' : headingTags[level],
    { 'data-list': level === null ? list : null, 'data-indent': indent },
    drawRuns(block.content, drawing),
  )
}

function drawRow(cells: readonly CellContent[], drawing: Drawing): ReactNode {
  return <tr>{together(cells.map(cell => drawCell(cell, drawing)))}</tr>
}

function drawCell({ header, colspan, rowspan, content }: CellContent, drawing: Drawing): ReactNode {
  const Tag = header ? 'th' : 'td'
  return (
    <Tag colSpan={colspan} rowSpan={rowspan}>
      {drawTree(listTree(content, lookOf), drawing)}
    </Tag>
  )
}

function drawFigure(block: FigureContent, drawing: Drawing): ReactNode {
  const { imageUrl, missingAlt } = drawing
  const { image, width, height, alt, caption } = block
  return (
    <figure>
      <div className="picture">
        <img src={imageUrl(image)} alt={alt} width={width || undefined} height={height || undefined} />
        {alt === '' && <p className="missingAlt">{missingAlt}</p>}
      </div>
      <figcaption>{drawRuns(caption, drawing)}</figcaption>
    </figure>
  )
}

function drawRuns(runs: readonly Inline[], drawing: Drawing): ReactNode {
  return runs.length > 0 ? together(runs.map(run => drawRun(run, drawing))) : <br />
}

function drawRun(run: Inline, drawing: Drawing): ReactNode {
  if (run.type === 'footnote') {
    return (
      <span data-footnote="" role="note">
        <span data-note="">{together(run.content.map(part => drawRun(part, drawing)))}</span>
      </span>
    )
  }
  if (run.type === 'budgetFigure') return <BudgetFigure sum={run.sum} />
  let drawn: ReactNode = run.text
  if (run.italic) drawn = <em>{drawn}</em>
  if (run.bold) drawn = <strong>{drawn}</strong>
  if (isHref(run.link)) {
    drawn = (
      <a href={run.link} target="_blank" rel="noopener noreferrer">
        {drawn}
      </a>
    )
  }
  return (run.comments ?? []).reduce<ReactNode>(
    (words, id) => drawComment(words, drawing.drawn.get(id)),
    drawn,
  )
}

function drawComment(words: ReactNode, thread: DrawnThread | undefined): ReactNode {
  if (!thread) return words
  const { id, look, isInternal, description, cardId } = thread
  return (
    <span
      className="commented"
      data-comment={id}
      data-look={look}
      data-internal={isInternal ? '' : undefined}
      {...(look === 'draft' ? {} : { role: 'mark', 'aria-description': description })}
      aria-details={cardId ?? undefined}
    >
      {words}
    </span>
  )
}
