import type { Block, ParagraphContent } from '../../../../../shared/document/blockContent.ts'
import { plainLine } from '../../../../../shared/import/plainLines.ts'
import { sumOfControl } from '../../../../export/docx/nodes/liveFigure.ts'
import type { WordInline, WordParagraph, WordPart, WordTable } from '../../word/WordContent.ts'
import { linesOfContent, textOfInline } from '../inlines.ts'
import { figureOf, isPicture } from './figureContent.ts'
import { inlineContent } from './inlineContent.ts'
import { paragraphsIn } from './tableContent.ts'

/** A line of a section that is not running text: of labels, dates, numbers and short answers. */
export interface Line {
  /** Plain, without spaces around it; may be empty. */
  readonly text: string
  /** How much of it is bold from its first letter. */
  readonly boldLength: number
  /** It goes on in the paragraph of the line above. */
  readonly goesOn: boolean
  readonly list: 'bullet' | 'number' | null
  readonly indent: number
  /** Bold or boxed, as headings are. */
  readonly looksLikeHeading: boolean
  /** A sum of the budget is shown in it. */
  readonly showsSum: boolean
}

/** The lines of a section, and the figures among them, which no such section takes. */
export interface ReadLines {
  readonly lines: readonly Line[]
  readonly figures: readonly Block[]
}

/** A table becomes a line a row, label before answer. */
export function linesOf(parts: readonly WordPart[]): ReadLines {
  const figures: Block[] = []
  const lines = parts.flatMap((part): readonly Line[] => {
    const paragraphs = part.is === 'paragraph' ? [part] : paragraphsIn([part])
    figures.push(...paragraphs.flatMap(({ content }) => content.filter(isPicture).map(figureOf)))
    return part.is === 'paragraph' ? linesOfParagraph(part) : linesOfTable(part)
  })
  return { lines, figures }
}

function linesOfParagraph(paragraph: WordParagraph): readonly Line[] {
  const { list, indent, looksLikeHeading, heading } = paragraph
  return linesOfContent(paragraph.content).map((content, place) => ({
    text: plainLine(asParagraph(content)),
    boldLength: boldLengthOf(content),
    goesOn: place > 0,
    ...{ list: place > 0 ? null : list, indent },
    looksLikeHeading: looksLikeHeading || heading !== null,
    showsSum: content.some(
      part => part.is === 'text' && part.control !== null && sumOfControl(part.control) !== null,
    ),
  }))
}

const space = { is: 'text', text: ' ', isBold: false, isItalic: false, link: null, control: null } as const

/** Figures of the budget are their words here, and a picture parts the words around it. */
function asParagraph(content: readonly WordInline[]): ParagraphContent {
  const words = content.map(part =>
    part.is === 'text' ? { ...part, control: null } : isPicture(part) ? space : part,
  )
  return { type: 'paragraph', content: inlineContent(words) }
}

function boldLengthOf(content: readonly WordInline[]): number {
  let text = ''
  for (const part of content) {
    if (part.is === 'text' && (part.isBold || part.text.trim() === '')) text += textOfInline(part)
    else if (part.is !== 'picture') break
  }
  return text.trim().length
}

function linesOfTable({ rows }: WordTable): readonly Line[] {
  return rows.flatMap(({ cells }) => {
    const inCells = cells.map(({ parts }) =>
      paragraphsIn(parts)
        .flatMap(linesOfParagraph)
        .filter(({ text }) => text !== ''),
    )
    const [label, ...answers] = inCells.filter(lines => lines.length > 0)
    if (label === undefined) return []
    const [first] = label
    if (first === undefined || label.length > 1 || answers.length === 0) return [label, ...answers].flat()
    if (answers.some(lines => lines.length > 1)) return [label, ...answers].flat()
    const answer = answers.map(([line]) => line?.text ?? '').join(' ')
    const colon = answers.length > 1 || /[:.?]$/.test(first.text) ? '' : ':'
    return [
      {
        ...first,
        text: `${first.text}${colon} ${answer}`,
        boldLength: first.text.length,
        looksLikeHeading: false,
        showsSum: [label, ...answers].flat().some(({ showsSum }) => showsSum),
      },
    ]
  })
}

/** A line as running text, for what is left over. */
export function blockOf({ text, list }: Line): ParagraphContent {
  return {
    type: 'paragraph',
    ...(list === null ? {} : { list }),
    content: text === '' ? [] : [{ type: 'text', text }],
  }
}
