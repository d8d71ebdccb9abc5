import type { BudgetSum } from '../../../../../shared/budget/budgetFigure.ts'
import type { FootnoteContent, Inline, TextContent } from '../../../../../shared/document/blockContent.ts'
import { sumOfControl } from '../../../../export/docx/nodes/liveFigure.ts'
import type { WordInline, WordText } from '../../word/WordContent.ts'

/** What stands in a line, without its pictures: as a document says it, runs that look the same being one. */
export function inlineContent(content: readonly WordInline[]): readonly Inline[] {
  const inlines: Inline[] = []
  let figure: BudgetSum | null = null
  for (const part of content) {
    const shows = part.is === 'text' && part.control ? sumOfControl(part.control) : null
    if (part.is === 'text' && shows !== null) {
      // A figure may be written in several runs, and LibreOffice makes a control of each.
      if (figure !== shows) inlines.push({ type: 'budgetFigure', sum: shows })
      figure = shows
      continue
    }
    figure = null
    if (part.is === 'text') addText(inlines, textContent(part))
    else if (part.is === 'footnote') inlines.push(footnote(part.content))
    else if (part.is === 'box') addText(inlines, { type: 'text', text: part.isTicked ? '☒' : '☐' })
  }
  return inlines
}

/** The same of what can hold text alone; a footnote stands in brackets. */
export function textContents(content: readonly WordInline[]): readonly TextContent[] {
  const texts: TextContent[] = []
  for (const part of content) {
    if (part.is === 'text') addText(texts, textContent(part))
    else if (part.is === 'break') addText(texts, { type: 'text', text: ' ' })
    else if (part.is === 'box') addText(texts, { type: 'text', text: part.isTicked ? '☒' : '☐' })
    else if (part.is === 'footnote') {
      addText(texts, { type: 'text', text: ` (${part.content.map(({ text }) => text).join('')})` })
    }
  }
  return texts
}

function footnote(content: readonly WordText[]): FootnoteContent {
  return { type: 'footnote', content: textContents(content) }
}

function textContent({ text, isBold, isItalic, link }: WordText): TextContent {
  return {
    ...{ type: 'text', text },
    ...(isBold ? { bold: true } : {}),
    ...(isItalic ? { italic: true } : {}),
    ...(link === null ? {} : { link }),
  }
}

function addText(inlines: (Inline | TextContent)[], text: TextContent): void {
  if (text.text === '') return
  const last = inlines.at(-1)
  const isSame =
    last?.type === 'text' && last.bold === text.bold && last.italic === text.italic && last.link === text.link
  if (isSame) inlines[inlines.length - 1] = { ...last, text: last.text + text.text }
  else inlines.push(text)
}
