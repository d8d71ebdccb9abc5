import type { Block, Inline } from '../document/blockContent.ts'

/**
 * The words of a section of rich text in one string, in which places are found: a line for each paragraph, cell's
 * paragraph and caption, in the order of the text. A footnote's words stand where its number is shown. A sum of the
 * budget is no words of the text: it is another whenever the budget is.
 */
export function sectionText(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).join('\n')
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [wordsOf(block.content)]
    case 'table':
      return block.rows.flatMap(row =>
        row.flatMap(cell => cell.content.map(({ content }) => wordsOf(content))),
      )
    case 'figure':
      return [wordsOf(block.caption)]
  }
}

function wordsOf(content: readonly Inline[]): string {
  return content
    .map(inline => {
      if (inline.type === 'budgetFigure') return ''
      return inline.type === 'text' ? inline.text : wordsOf(inline.content)
    })
    .join('')
}
