import type { Block, ParagraphContent } from '../../document/blockContent.ts'
import type { GoalsContent, PartyContent, PeriodContent, SectionContent } from '../../document/filledForm.ts'
import type {
  FormTemplate,
  GoalsSection,
  PartiesSection,
  PartyFieldName,
  PeriodSection,
  RichSection,
  Section,
  YesNoSection,
} from '../../form/FormTemplate.ts'
import { formatFuzzyDate } from '../../form/fuzzyDate.ts'
import { isTarget } from '../placing.ts'
import type { LeftOver, Target } from '../ReadForm.ts'
import { movedLevel } from './goalLevels.ts'
import { isBlank } from './isBlank.ts'

/** Text of an older form that no question of a newer one takes by itself. */
export interface StaysBehind {
  readonly leftOver: Omit<LeftOver, 'id'>
  /** What the older form asked it under, exactly: headings and sublabels. */
  readonly asked: readonly string[]
}

/** The questions that the methods of 2016 to 2022 have become: which text answers which is for a person to say. */
export const splitMethods: Readonly<Record<string, readonly string[]>> = {
  methods: ['collaborationMethods', 'individualMethods'],
}

/** Where the answers to a question that is gone probably belong, as domain.md 1.2 has it. */
const probablePlaces: Readonly<Record<string, string>> = {
  anchoring: 'discussions',
  discussed: 'discussions',
}

/**
 * What of an answer the newer form does not ask, in the order in which it stands. Throws for a kind of section that is
 * gone in the newer form and of which nothing here says what becomes of it.
 */
export function staysBehind(section: Section, content: SectionContent, to: FormTemplate): StaysBehind[] {
  const same = to.sections.find(({ key }) => key === section.key)
  switch (content.kind) {
    case 'parties':
      if (section.kind !== 'parties' || same?.kind !== 'parties') break
      return content.role === 'owner'
        ? partyFields(section, same, content, section.heading)
        : content.items.flatMap((party, index) =>
            partyFields(section, same, party, `${section.heading} ${party.organisation ?? index + 1}`),
          )
    case 'goals':
      if (section.kind !== 'goals' || same?.kind !== 'goals') break
      return goals(section, same, content)
    case 'period':
      if (section.kind !== 'period' || same?.kind !== 'period') break
      return intake(section, same, content)
    case 'yesNo':
      if (section.kind !== 'yesNo' || same?.kind !== 'yesNo') break
      return same.commentLabel === null ? comment(section, content.comment, to) : []
    case 'rich':
      if (section.kind !== 'rich') break
      return same?.kind === 'rich' ? [] : richText(section, content.blocks, to)
    case 'text':
    case 'participants':
    case 'log':
    case 'amount':
    case 'signatures':
    case 'budget':
      if (same?.kind !== content.kind) break
      return []
  }
  throw new Error(`${section.key}: nothing says what becomes of it on form ${to.id}.`)
}

function partyFields(
  section: PartiesSection,
  same: PartiesSection,
  party: PartyContent,
  under: string,
): StaysBehind[] {
  const gone = partyFieldNames.filter(name => !same.fields.some(field => field.name === name) && party[name])
  if (gone.length === 0) return []
  const asked = gone.map(name => section.fields.find(field => field.name === name)?.label ?? '')
  const blocks = gone.flatMap((name, index) => lines(`${asked[index] ?? ''} ${party[name] ?? ''}`))
  return [notAsked({ under, blocks, proposed: null }, asked)]
}

const partyFieldNames: readonly PartyFieldName[] = [
  'organisation',
  'contacts',
  'email',
  'resourcesSought',
  'resourcesContributed',
]

function goals(section: GoalsSection, same: GoalsSection, { items }: GoalsContent): StaysBehind[] {
  return section.levels.flatMap(({ level, label }) =>
    movedLevel(level, section, same)
      ? []
      : items
          .filter(goal => goal.level === level && goal.text.trim() !== '')
          .map(({ text }) => notAsked({ under: label, blocks: lines(text), proposed: null }, [label])),
  )
}

function intake(section: PeriodSection, same: PeriodSection, { intakeEnd }: PeriodContent): StaysBehind[] {
  if (intakeEnd === null || same.intakeEndLabel !== null) return []
  const label = section.intakeEndLabel ?? ''
  const blocks = lines(`${label} ${formatFuzzyDate(intakeEnd, 'sv')}`)
  return [notAsked({ under: section.heading, blocks, proposed: null }, [label])]
}

function comment(section: YesNoSection, text: string, to: FormTemplate): StaysBehind[] {
  if (text.trim() === '') return []
  const left = { under: section.heading, blocks: lines(text) }
  return [notAsked(withPlace(left, section.key, to), [section.commentLabel ?? section.heading])]
}

/** Methods by the block, since each may answer the one or the other question; what is asked no more as one. */
function richText(section: RichSection, all: readonly Block[], to: FormTemplate): StaysBehind[] {
  const { key, heading } = section
  const blocks = all.filter(block => !isBlank(block))
  if (blocks.length === 0) return []
  if (isSplit(key, to)) {
    return blocks.map(block => ({
      leftOver: { why: 'mustBeSplit', under: heading, blocks: [block], proposed: null },
      asked: [],
    }))
  }
  return [notAsked(withPlace({ under: heading, blocks }, key, to), [heading])]
}

function isSplit(key: string, to: FormTemplate): boolean {
  return splitMethods[key]?.every(part => to.sections.some(section => section.key === part)) ?? false
}

type Left = Pick<LeftOver, 'under' | 'blocks' | 'proposed'>

function notAsked(left: Left, asked: readonly string[]): StaysBehind {
  return { leftOver: { why: 'notAsked', ...left }, asked }
}

/** With the place where it probably belongs, if all of it can stand there. */
function withPlace(left: Omit<Left, 'proposed'>, key: string, to: FormTemplate): Left {
  const place: Target = { section: probablePlaces[key] ?? '' }
  const whole: LeftOver = { id: '', why: 'notAsked', ...left, proposed: null }
  return { ...left, proposed: isTarget(to, place, whole) ? place : null }
}

function lines(text: string): ParagraphContent[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line.trim() }] }))
}
