import type {
  GoalsContent,
  PartyContent,
  SectionContent,
  SignaturesContent,
} from '../../document/filledForm.ts'
import type { GoalsSection, PartiesSection, PartyFieldName, Section } from '../../form/FormTemplate.ts'
import type { ReadNote } from '../ReadForm.ts'
import { labelOf, movedLevel } from './goalLevels.ts'
import { movedAmount } from './movedAmount.ts'

/** What an answer is in a newer form, and what is to be said of it. */
export interface MovedContent {
  readonly content: SectionContent
  readonly notes: readonly ReadNote[]
}

/**
 * What the answer to the same question is in a newer form. What that does not ask is not in it (`staysBehind.ts`).
 * Throws when the two sections are not of the same kind.
 */
export function movedContent(from: Section, to: Section, content: SectionContent): MovedContent {
  switch (content.kind) {
    case 'parties':
      if (from.kind !== 'parties' || to.kind !== 'parties') break
      return {
        content:
          content.role === 'owner'
            ? { kind: 'parties', role: 'owner', ...asked(content, to) }
            : { ...content, items: content.items.map(party => asked(party, to)) },
        notes: askedAnew(from, to),
      }
    case 'goals':
      if (from.kind !== 'goals' || to.kind !== 'goals') break
      return movedGoals(content, from, to)
    case 'period':
      if (from.kind !== 'period' || to.kind !== 'period') break
      if (to.intakeEndLabel === null) return { content: { ...content, intakeEnd: null }, notes: [] }
      return {
        content,
        notes: from.intakeEndLabel === null ? [{ kind: 'askedAnew', said: to.intakeEndLabel }] : [],
      }
    case 'yesNo':
      if (to.kind !== 'yesNo') break
      return { content: to.commentLabel === null ? { ...content, comment: '' } : content, notes: [] }
    case 'amount':
      if (to.kind !== 'amount') break
      return movedAmount(content, to)
    case 'signatures':
      if (to.kind !== 'signatures') break
      return unsigned(content)
    case 'budget':
    case 'text':
    case 'rich':
    case 'participants':
    case 'log':
      if (to.kind !== content.kind) break
      return { content, notes: [] }
  }
  throw new Error(`${to.key}: ${content.kind} ≠ ${to.kind}`)
}

function asked(party: PartyContent, { fields }: PartiesSection): PartyContent {
  const has = (name: PartyFieldName) => fields.some(field => field.name === name)
  return {
    organisation: has('organisation') ? party.organisation : null,
    contacts: has('contacts') ? party.contacts : null,
    email: has('email') ? party.email : null,
    resourcesSought: has('resourcesSought') ? party.resourcesSought : '',
    resourcesContributed: has('resourcesContributed') ? party.resourcesContributed : '',
  }
}

function askedAnew(from: PartiesSection, to: PartiesSection): ReadNote[] {
  return to.fields
    .filter(({ name }) => !from.fields.some(field => field.name === name))
    .map(({ label }) => ({ kind: 'askedAnew', said: label }))
}

function movedGoals(content: GoalsContent, from: GoalsSection, to: GoalsSection): MovedContent {
  const guessed = new Set<string>()
  const items = content.items.flatMap(goal => {
    const moved = movedLevel(goal.level, from, to)
    if (moved?.isGuess) guessed.add(labelOf(from, goal.level))
    return moved ? [{ ...goal, level: moved.level }] : []
  })
  return {
    content: { kind: 'goals', items },
    notes: [...guessed].map(said => ({ kind: 'goalLevelGuessed', said })),
  }
}

/** Who is to sign stays; that somebody has signed another form, with another agreement, does not. */
function unsigned({ parties }: SignaturesContent): MovedContent {
  const days = parties.flatMap(({ date }) => date ?? [])
  return {
    content: { kind: 'signatures', parties: parties.map(party => ({ ...party, date: null })) },
    notes: days.length > 0 ? [{ kind: 'signaturesNotTaken', said: days.join(', ') }] : [],
  }
}
