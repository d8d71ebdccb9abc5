import { createElement, type ReactNode, useContext } from 'react'
import type {
  Block,
  CellContent,
  FigureContent,
  ParagraphContent,
} from '../../../shared/document/blockContent.ts'
import { paragraphAttributes } from '../../../shared/document/nodes/attributes.ts'
import { headingTags } from '../../../shared/document/nodes/paragraph.ts'
import type { ParagraphLook, Picture } from '../../../shared/version/compare/comparison.ts'
import { useText } from '../../text/useText.ts'
import styles from './comparison.module.css'
import { type Side, useDrawing, type Whole } from './Drawing.ts'
import { NumbersContext } from './listNumbers.ts'
import { Edited } from './Mark.tsx'
import { EditedRuns } from './Runs.tsx'
import { together } from './together.ts'

interface StillBlockProps<Content> {
  readonly block: Content
  readonly is: Whole
  /** Which of the two it is drawn for, where they count otherwise. */
  readonly side?: Side
}

/** A block that is the same in both, or as a whole new or gone. */
export function StillBlock({ block, is, side }: StillBlockProps<Block>) {
  switch (block.type) {
    case 'paragraph':
      return <StillParagraph block={block} is={is} {...(side ? { side } : {})} />
    case 'table':
      return (
        <div data-table="">
          <table>
            <tbody>
              {together(block.rows, row => (
                <tr>
                  {together(row, cell => (
                    <StillCell cell={cell} is={is} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'figure':
      return <StillFigure block={block} is={is} />
  }
}

function StillParagraph({ block, is, side = 'both' }: StillBlockProps<ParagraphContent>) {
  const { level = 0, list = null, indent = 0, content } = block
  return (
    <Paragraph look={{ level, list, indent }} of={block} side={side}>
      {content.length > 0 ? <EditedRuns runs={content} is={is} /> : <EmptyLine is={is} />}
    </Paragraph>
  )
}

interface ParagraphProps {
  readonly look: ParagraphLook
  /** What it is in the comparison, by which its number is known. */
  readonly of: object
  readonly side: Side
  readonly children: ReactNode
}

/** A paragraph as it looks in the text. */
export function Paragraph({ look, of, side, children }: ParagraphProps) {
  const { level, list, indent } = paragraphAttributes(name => look[name])
  const numbers = useContext(NumbersContext).get(of)
  return createElement(
    level === null ? 'p' : headingTags[level],
    {
      'data-list': level === null ? list : null,
      'data-indent': indent,
      'data-number': numbers?.[side === 'before' ? 'before' : 'after'],
    },
    children,
  )
}

/** An empty line that is new or gone can be seen. */
function EmptyLine({ is }: { readonly is: Whole }) {
  const { versions: words } = useText()
  if (is === null) return <br />
  return (
    <Edited is={is}>
      <span aria-hidden="true">¶</span>
      <span className="sr-only">{words.emptyParagraph}</span>
    </Edited>
  )
}

/** A cell; `sign` stands first in it. */
export function StillCell({
  cell,
  is,
  sign,
}: {
  readonly cell: CellContent
  readonly is: Whole
  readonly sign?: ReactNode
}) {
  const Cell = cell.header ? 'th' : 'td'
  const isEmpty = cell.content.every(({ content }) => content.length === 0)
  return (
    <Cell
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
      className={is === null ? undefined : styles[`${is}Cell`]}
    >
      {sign}
      {isEmpty ? <br /> : together(cell.content, block => <StillParagraph block={block} is={is} />)}
    </Cell>
  )
}

function StillFigure({ block, is }: StillBlockProps<FigureContent>) {
  return (
    <figure>
      <PictureOf picture={block} alt={block.alt} />
      <figcaption>
        <EditedRuns runs={block.caption} is={block.caption.length > 0 ? is : null} />
      </figcaption>
    </figure>
  )
}

export function PictureOf({ picture, alt }: { readonly picture: Picture; readonly alt: string }) {
  const { imageUrl } = useDrawing()
  const { image, width, height } = picture
  return (
    <div className="picture">
      <img src={imageUrl(image)} alt={alt} width={width || undefined} height={height || undefined} />
    </div>
  )
}
