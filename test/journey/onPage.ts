import type { Page } from 'playwright-core'
import type { Block, Inline, ParagraphContent } from '../../shared/document/blockContent.ts'
import type { FilledForm, SectionContent } from '../../shared/document/filledForm.ts'
import { headingTags } from '../../shared/document/nodes/paragraph.ts'

/** Section key to what it says, a line a block or a field: `h3 Mål`, `p bullet 1 Att …`, `field Heby kommun`. */
export type Shown = Readonly<Record<string, readonly string[]>>

/** What a page shows in every section, without the others' carets. */
export async function shownOn(page: Page): Promise<Shown> {
  return await page.evaluate(() => {
    const linesOf = (section: Element) => {
      const lines: string[] = []
      const parts = section.querySelectorAll(
        '.richText :is(p, h3, h4, figcaption):not(.missingAlt), textarea',
      )
      for (const part of parts) {
        if (part instanceof HTMLTextAreaElement) {
          if (part.value !== '') lines.push(`field ${part.value}`)
          continue
        }
        const copy = part.cloneNode(true) as HTMLElement
        for (const caret of copy.querySelectorAll('.otherCaret')) caret.remove()
        const { list = '', indent = '' } = copy.dataset
        const look = [copy.tagName.toLowerCase(), list, indent].filter(word => word !== '')
        lines.push(`${look.join(' ')} ${copy.textContent}`)
      }
      return lines
    }
    const sections = [...document.querySelectorAll('section[data-section]')]
    return Object.fromEntries(sections.map(section => [section.id, linesOf(section)]))
  })
}

/** What the server has of the sections of running text, the parties and the goals, in the same words. */
export function saidIn(form: FilledForm): Shown {
  const said: Record<string, string[]> = {}
  for (const [key, content] of Object.entries(form.sections)) {
    const lines = linesOf(content)
    if (lines) said[key] = lines
  }
  return said
}

function linesOf(content: SectionContent): string[] | null {
  switch (content.kind) {
    case 'rich':
      return content.blocks.flatMap(linesOfBlock)
    case 'text':
      return fields([content.value])
    case 'parties': {
      const parties = content.role === 'owner' ? [content] : content.items
      return fields(
        parties.flatMap(party => [
          party.organisation,
          party.contacts,
          party.email,
          party.resourcesSought,
          party.resourcesContributed,
        ]),
      )
    }
    case 'goals':
      return fields(content.items.map(goal => goal.text))
    default:
      return null
  }
}

function fields(values: readonly (string | null)[]): string[] {
  return values.flatMap(value => (value ? [`field ${value}`] : []))
}

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block)]
    case 'table':
      return block.rows.flatMap(cells => cells.flatMap(cell => cell.content.map(paragraph)))
    case 'figure':
      return [`figcaption ${block.caption.map(run => run.text).join('')}`]
  }
}

function paragraph({ level, list, indent, content }: ParagraphContent): string {
  const look = level ? [headingTags[level]] : ['p', ...(list ? [list] : [])]
  return `${[...look, ...(indent ? [indent] : [])].join(' ')} ${content.map(wordsOf).join('')}`
}

function wordsOf(inline: Inline): string {
  if (inline.type === 'budgetFigure') return ''
  return inline.type === 'text' ? inline.text : inline.content.map(run => run.text).join('')
}
