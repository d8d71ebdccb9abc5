import type { Block, ParagraphContent } from '../document/blockContent.ts'
import type { FilledForm, LogItemContent, SectionContent } from '../document/filledForm.ts'
import type { FormTemplate, Section } from '../form/FormTemplate.ts'
import { formById } from '../form/forms.ts'
import { readLogLine } from './logLine.ts'
import { isPlain, plainLine } from './plainLines.ts'
import type { LeftOver, Placements, ReadForm, Target } from './ReadForm.ts'

/**
 * Where text can be put by hand, in the order of the form: running text, goals of each level, and what is written beside
 * numbers, answers and events. With `leftOver` only what takes all of it: a table, a figure or a sum of the budget can
 * stand in running text alone.
 */
export function targetsOf(template: FormTemplate, leftOver?: LeftOver): readonly Target[] {
  const isAllPlain = leftOver?.blocks.every(isPlain) ?? true
  return template.sections.flatMap(section =>
    isAllPlain || section.kind === 'rich' ? targetsIn(section) : [],
  )
}

function targetsIn(section: Section): readonly Target[] {
  switch (section.kind) {
    case 'rich':
    case 'participants':
    case 'log':
    case 'amount':
      return [{ section: section.key }]
    case 'yesNo':
      return section.commentLabel === null ? [] : [{ section: section.key }]
    case 'goals':
      return section.levels.map(({ level }) => ({ section: section.key, level }))
    case 'text':
    case 'parties':
    case 'period':
    case 'lockedText':
    case 'computedLine':
    case 'signatures':
    case 'budget':
      return []
  }
}

/** True for a place that the form has, and, with `leftOver`, that takes all of that. */
export function isTarget(template: FormTemplate, target: Target, leftOver?: LeftOver): boolean {
  return targetsOf(template, leftOver).some(
    one => one.section === target.section && one.level === target.level,
  )
}

/** The left-over texts that nobody has decided of, or that are to go where they cannot. */
export function undecided(read: ReadForm, placements: Placements): readonly LeftOver[] {
  const template = formById(read.form.formId)
  return read.leftOvers.filter(leftOver => {
    const decided = decisionOf(leftOver, placements)
    if (decided === undefined || template === null) return true
    return decided !== 'leaveOut' && !isTarget(template, decided, leftOver)
  })
}

/**
 * The form with the left-over texts where they have been placed, last in each place and in the order of the source. Those
 * that are left out or undecided are not in it.
 */
export function placed(template: FormTemplate, read: ReadForm, placements: Placements): FilledForm {
  // All that goes to one section at once: there may be very many.
  const added = new Map<string, Added[]>()
  for (const leftOver of read.leftOvers) {
    const target = decisionOf(leftOver, placements)
    if (target === undefined || target === 'leaveOut' || !isTarget(template, target, leftOver)) continue
    const all = added.get(target.section) ?? []
    all.push({ level: target.level, blocks: leftOver.blocks })
    added.set(target.section, all)
  }
  const sections = Object.entries(read.form.sections).map(([key, content]): [string, SectionContent] => [
    key,
    withAdded(content, added.get(key) ?? []),
  ])
  return { ...read.form, sections: Object.fromEntries(sections) }
}

/** What is put into a section; of goals, as goals of a level. */
interface Added extends Pick<Target, 'level'> {
  readonly blocks: readonly Block[]
}

function decisionOf({ id }: LeftOver, placements: Placements): Target | 'leaveOut' | undefined {
  return Object.hasOwn(placements, id) ? placements[id] : undefined
}

function withAdded(content: SectionContent, added: readonly Added[]): SectionContent {
  if (added.length === 0) return content
  const lines = added.flatMap(linesOf)
  switch (content.kind) {
    case 'rich': {
      const blocks = added.flatMap(({ blocks }) => blocks)
      return { ...content, blocks: content.blocks.some(isWritten) ? [...content.blocks, ...blocks] : blocks }
    }
    case 'goals': {
      const goals = added.flatMap(one => {
        const { level } = one
        return level === undefined ? [] : linesOf(one).map(text => ({ level, text }))
      })
      return { ...content, items: [...content.items, ...goals] }
    }
    case 'participants':
      return { ...content, text: withLines(content.text, lines) }
    case 'yesNo':
      return { ...content, comment: withLines(content.comment, lines) }
    case 'amount':
      return { ...content, note: withLines(content.note, lines) }
    case 'log':
      return { ...content, items: withEvents(content.items, lines) }
    case 'text':
    case 'parties':
    case 'period':
    case 'signatures':
    case 'budget':
      return content
  }
}

function linesOf({ blocks }: Added): string[] {
  return blocks
    .filter(isPlain)
    .map(plainLine)
    .filter(line => line !== '')
}

/** Text of nothing but empty paragraphs gives place. */
function isWritten(block: Block): boolean {
  return block.type !== 'paragraph' || isSaid(block)
}

function isSaid({ content }: ParagraphContent): boolean {
  return content.some(part => part.type !== 'text' || part.text.trim() !== '')
}

function withLines(text: string, lines: readonly string[]): string {
  return [...(text === '' ? [] : [text]), ...lines].join('\n')
}

function withEvents(items: readonly LogItemContent[], lines: readonly string[]): readonly LogItemContent[] {
  let year = items.findLast(({ on }) => on !== null)?.on?.slice(0, 4) ?? ''
  const added = lines.map(line => {
    const { item } = readLogLine(line, year)
    year = item.on?.slice(0, 4) ?? year
    return item
  })
  return [...items, ...added]
}
