import { Fragment, type JSX, memo, type ReactNode } from 'react'
import type {
  Block,
  CellContent,
  FigureContent,
  Inline,
  ParagraphContent,
} from '../../shared/document/blockContent.ts'
import { paragraphAttributes } from '../../shared/document/nodes/attributes.ts'
import { isHref } from '../../shared/document/nodes/href.ts'
import { type ListTree, listTree } from '../../shared/document/nodes/listTree.ts'
import { headingTags } from '../../shared/document/nodes/paragraph.ts'
import { useText } from '../text/useText.ts'

interface StillTextProps {
  readonly blocks: readonly Block[]
  readonly imageUrl: (hash: string) => string
}

/**
 * The text of a section without an editor: it looks the same, so that nothing moves when the editor comes, but
 * its lists are real nested lists, for those who listen.
 */
export const StillText = memo(function StillText({ blocks, imageUrl }: StillTextProps) {
  return <Blocks tree={listTree(blocks, lookOf)} imageUrl={imageUrl} />
})

function lookOf(block: Block) {
  return block.type === 'paragraph' ? paragraphAttributes(name => block[name]) : null
}

function Blocks({ tree, imageUrl }: { readonly tree: ListTree<Block>; imageUrl(hash: string): string }) {
  return keyed(
    tree.map(node => {
      if (node.is === 'block') return <BlockOf block={node.block} imageUrl={imageUrl} />
      const List = node.list === 'number' ? 'ol' : 'ul'
      return (
        // biome-ignore lint/a11y/noRedundantRoles: a list without signs of its own is none in Safari
        <List role="list">
          {keyed(
            node.items.map(({ block, under }) => (
              <li>
                <BlockOf block={block} imageUrl={imageUrl} />
                <Blocks tree={under} imageUrl={imageUrl} />
              </li>
            )),
          )}
        </List>
      )
    }),
  )
}

function BlockOf({ block, imageUrl }: { readonly block: Block; imageUrl(hash: string): string }) {
  switch (block.type) {
    case 'paragraph':
      return <Paragraph block={block} />
    case 'table':
      return (
        <div data-table="">
          <table>
            <tbody>
              {keyed(block.rows.map(cells => <tr>{keyed(cells.map(cell => <Cell cell={cell} />))}</tr>))}
            </tbody>
          </table>
        </div>
      )
    case 'figure':
      return <Figure block={block} imageUrl={imageUrl} />
  }
}

function Paragraph({ block }: { readonly block: ParagraphContent }) {
  const { level, list, indent } = paragraphAttributes(name => block[name])
  const Tag = level === null ? 'p' : headingTags[level]
  return (
    <Tag data-list={level === null ? (list ?? undefined) : undefined} data-indent={indent ?? undefined}>
      {block.content.length > 0 ? keyed(block.content.map(run => <Run run={run} />)) : <br />}
    </Tag>
  )
}

function Cell({ cell }: { readonly cell: CellContent }) {
  const Tag = cell.header ? 'th' : 'td'
  return (
    <Tag colSpan={cell.colspan} rowSpan={cell.rowspan}>
      {keyed(cell.content.map(block => <Paragraph block={block} />))}
    </Tag>
  )
}

function Figure({ block, imageUrl }: { readonly block: FigureContent; imageUrl(hash: string): string }) {
  const words = useText().editor.figure
  const { image, width, height, alt, caption } = block
  return (
    <figure>
      <div className="picture">
        <img src={imageUrl(image)} alt={alt} width={width || undefined} height={height || undefined} />
        {alt === '' && <p className="missingAlt">{words.missingAlt}</p>}
      </div>
      <figcaption>{caption.length > 0 ? keyed(caption.map(run => <Run run={run} />)) : <br />}</figcaption>
    </figure>
  )
}

function Run({ run }: { readonly run: Inline }): ReactNode {
  if (run.type === 'footnote') {
    return (
      <span data-footnote="" role="note">
        <span data-note="">{keyed(run.content.map(inner => <Run run={inner} />))}</span>
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

/** In a text that only ever is drawn anew as a whole, a part is told by its place. */
function keyed(parts: readonly JSX.Element[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>)
}
