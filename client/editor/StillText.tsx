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

interface StillTextProps {
  readonly blocks: readonly Block[]
  readonly imageUrl: (hash: string) => string
  /** Shown where the section is truly empty. */
  readonly placeholder?: string
}

/**
 * The text of a section without an editor: it looks the same, so that nothing moves when the editor comes, but
 * its lists are real nested lists, for those who listen.
 */
export const StillText = memo(function StillText({ blocks, imageUrl, placeholder }: StillTextProps) {
  const { missingAlt } = useText().editor.figure
  if (placeholder !== undefined && blocks.every(isBlank)) {
    return (
      <p data-placeholder={placeholder}>
        <br />
      </p>
    )
  }
  return drawTree(listTree(blocks, lookOf), { imageUrl, missingAlt })
})

interface Drawing {
  readonly imageUrl: (hash: string) => string
  readonly missingAlt: string
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
      return drawParagraph(block)
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

function drawParagraph(block: ParagraphContent): ReactNode {
  const { level, list, indent } = paragraphAttributes(name => block[name])
  return createElement(
    level === null ? 'p' : headingTags[level],
    { 'data-list': level === null ? list : null, 'data-indent': indent },
    drawRuns(block.content),
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

function drawFigure(block: FigureContent, { imageUrl, missingAlt }: Drawing): ReactNode {
  const { image, width, height, alt, caption } = block
  return (
    <figure>
      <div className="picture">
        <img src={imageUrl(image)} alt={alt} width={width || undefined} height={height || undefined} />
        {alt === '' && <p className="missingAlt">{missingAlt}</p>}
      </div>
      <figcaption>{drawRuns(caption)}</figcaption>
    </figure>
  )
}

function drawRuns(runs: readonly Inline[]): ReactNode {
  return runs.length > 0 ? together(runs.map(drawRun)) : <br />
}

function drawRun(run: Inline): ReactNode {
  if (run.type === 'footnote') {
    return (
      <span data-footnote="" role="note">
        <span data-note="">{together(run.content.map(drawRun))}</span>
      </span>
    )
  }
  let drawn: ReactNode = run.text
  if (run.italic) drawn = <em>{drawn}</em>
  if (run.bold) drawn = <strong>{drawn}</strong>
  if (!isHref(run.link)) return drawn
  return (
    <a href={run.link} target="_blank" rel="noopener noreferrer">
      {drawn}
    </a>
  )
}
