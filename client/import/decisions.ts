import type { Block, Inline } from '../../shared/document/blockContent.ts'
import type { FormTemplate } from '../../shared/form/FormTemplate.ts'
import { isTarget } from '../../shared/import/placing.ts'
import type { LeftOver, Placements, ReadForm, Target } from '../../shared/import/ReadForm.ts'

/** Left-over texts that stood together in the source: under the same heading, and left over for the same reason. */
export interface LeftOverGroup {
  readonly under: string | null
  readonly why: LeftOver['why']
  readonly leftOvers: readonly LeftOver[]
}

/** In the order of the source. */
export function groupsOf(leftOvers: readonly LeftOver[]): readonly LeftOverGroup[] {
  const groups: { under: string | null; why: LeftOver['why']; leftOvers: LeftOver[] }[] = []
  for (const leftOver of leftOvers) {
    const last = groups.at(-1)
    if (last && last.under === leftOver.under && last.why === leftOver.why) last.leftOvers.push(leftOver)
    else groups.push({ under: leftOver.under, why: leftOver.why, leftOvers: [leftOver] })
  }
  return groups
}

/** A subheading that is a text of its own, with the texts under it: their ids. Only itself where there are none. */
export function withTextUnder(leftOvers: readonly LeftOver[], leftOver: LeftOver): readonly string[] {
  const level = headingLevel(leftOver)
  if (level === 0) return [leftOver.id]
  const after = leftOvers.slice(leftOvers.indexOf(leftOver) + 1)
  const end = after.findIndex(other => headingLevel(other) > 0 && headingLevel(other) <= level)
  return [leftOver, ...(end === -1 ? after : after.slice(0, end))].map(({ id }) => id)
}

function headingLevel({ blocks: [block, ...others] }: LeftOver): number {
  return block?.type === 'paragraph' && others.length === 0 ? (block.level ?? 0) : 0
}

/** A target as the value of a choice in a list. */
export function targetKey({ section, level }: Target): string {
  return level === undefined ? section : `${section}/${level}`
}

/** The name of a place as the form has it; of goals, with what such a goal is called. */
export function targetName(
  form: FormTemplate,
  { section: key, level }: Target,
  goalsAs: (heading: string, level: string) => string,
): string {
  const section = form.sections.find(known => known.key === key)
  if (!section) return key
  const known = section.kind === 'goals' ? section.levels.find(one => one.level === level) : undefined
  return known ? goalsAs(section.heading, (known.name ?? known.label).replace(/:$/, '')) : section.heading
}

/**
 * What has been decided of one reading, for another reading of the same source: kept where the same text is left over
 * there too and may stand in the same place.
 */
export function carriedOver(
  before: ReadForm,
  placements: Placements,
  after: ReadForm,
  form: FormTemplate,
): Placements {
  const free = [...after.leftOvers]
  const kept: Record<string, Target | 'leaveOut'> = {}
  for (const leftOver of before.leftOvers) {
    const said = contentOf(leftOver)
    const at = free.findIndex(other => contentOf(other) === said)
    const [same] = at === -1 ? [] : free.splice(at, 1)
    const placement = placements[leftOver.id]
    if (!same || placement === undefined) continue
    if (placement === 'leaveOut' || isTarget(form, placement, same)) kept[same.id] = placement
  }
  return kept
}

function contentOf({ blocks }: LeftOver): string {
  return JSON.stringify(blocks)
}

/** The first words of a text, to tell it from others. */
export function beginningOf(blocks: readonly Block[], mostLetters = 80): string {
  const words = blocks.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim()
  if (words.length <= mostLetters) return words
  const cut = words.slice(0, mostLetters)
  const space = cut.lastIndexOf(' ')
  return `${space > mostLetters / 2 ? cut.slice(0, space) : cut} …`
}

/** About how much there is to read. */
export function lengthOf(block: Block): number {
  return wordsOf(block).length
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return said(block.content)
    case 'table':
      return block.rows
        .flatMap(cells => cells.flatMap(cell => cell.content.map(({ content }) => said(content))))
        .join(' ')
    case 'figure':
      return said(block.caption) || block.alt
  }
}

function said(runs: readonly Inline[]): string {
  return runs.map(run => (run.type === 'text' ? run.text : '')).join('')
}
