import type { Section } from '../../../shared/form/FormTemplate.ts'
import { formatFuzzyDate, isFuzzyDate } from '../../../shared/form/fuzzyDate.ts'
import { otherYears, yearOfField } from '../../../shared/version/compare/budgetStructure.ts'
import type { FieldValue, ItemContent } from '../../../shared/version/compare/comparison.ts'
import { isYear } from '../../../shared/version/compare/structuredContent.ts'
import { percentWords, rowFieldWords, rowWords } from '../../budget/cellWords.ts'
import { formatKronor, groupDigits } from '../../form/amount.ts'
import type { Text } from '../../text/text.ts'
import type { PartyNames } from './partyNames.ts'

/**
 * What a field of a section is called, by its name in `filledForm.ts`; empty where the heading says it. `parties` names
 * those whose amounts stand in a budget.
 */
export function fieldLabel(text: Text, section: Section, name: string, parties: PartyNames): string {
  const { form, versions } = text
  switch (section.kind) {
    case 'parties':
      return withoutColon(section.fields.find(field => field.name === name)?.label ?? '')
    case 'goals':
      return name === 'level' ? versions.level : ''
    case 'period':
      return withoutColon(
        { start: section.startLabel, end: section.endLabel, intakeEnd: section.intakeEndLabel ?? '' }[name] ??
          '',
      )
    case 'participants':
      return (
        { atATime: form.atATime, differentPersons: form.differentPersons, perYear: form.perYear }[name] ?? ''
      )
    case 'yesNo':
      return name === 'answer' ? versions.answer : withoutColon(section.commentLabel ?? '')
    case 'log':
      return name === 'on' ? form.when : form.what
    case 'amount':
      if (isYear(name)) return form.yearAmount(Number(name))
      return name === 'total' ? form.amount : form.amountNote
    case 'signatures': {
      const { ownerName, ownerClarification, email, organisationAndDate } = section.layout
      const labels: Record<string, string> = {
        date: organisationAndDate.replace('{organisation}', '').trim(),
        name: ownerName,
        clarification: ownerClarification,
        email,
      }
      return withoutColon(labels[name] ?? '')
    }
    case 'budget': {
      const year = yearOfField(name)
      if (year !== null) return form.yearAmount(year)
      const party = parties(name)
      return party === '' ? rowFieldWords(text, section.budget.labels, name) : text.budget.amountOf(party)
    }
    default:
      return ''
  }
}

/** A value as it stands on the form; empty where there is none. */
export function valueWords(text: Text, section: Section, name: string, value: FieldValue): string {
  if (value === null) return ''
  if (section.kind === 'amount' && typeof value === 'number') return formatKronor(value)
  if (section.kind === 'budget' && typeof value === 'number')
    return name === 'percent' ? percentWords(value) : formatKronor(value)
  if (section.kind === 'signatures' && name === 'party') return signingParty(text, value)
  if (typeof value === 'number') return groupDigits(value)
  if (section.kind === 'goals' && name === 'level') return levelWord(section, value)
  if (section.kind === 'yesNo' && name === 'answer') return value === 'yes' ? text.form.yes : text.form.no
  const isDate =
    (section.kind === 'period' && name === 'intakeEnd') || (section.kind === 'log' && name === 'on')
  return isDate && isFuzzyDate(value) ? formatFuzzyDate(value, text.form.dateLanguage) : value
}

/** What an item of a section is called: the party, the kind of goal, the day, the row. */
export function itemName(text: Text, section: Section, item: ItemContent): string {
  switch (section.kind) {
    case 'parties':
      return valueWords(text, section, 'organisation', item.organisation ?? null) || text.form.unnamedParty
    case 'goals':
      return valueWords(text, section, 'level', item.level ?? null) || text.versions.goal
    case 'log':
      return valueWords(text, section, 'on', item.on ?? null)
    case 'signatures':
      return signingParty(text, item.party ?? null)
    case 'budget':
      return item.block === otherYears
        ? text.budget.allOther
        : rowWords(text, typeof item.label === 'string' ? item.label : null, item.block)
    default:
      return ''
  }
}

/** The fields that an item's name says already. */
export function isInName(section: Section, name: string): boolean {
  const inName: Partial<Record<Section['kind'], readonly string[]>> = {
    goals: ['level'],
    signatures: ['party'],
    budget: ['block', 'label'],
  }
  return inName[section.kind]?.includes(name) === true
}

/** What an item says beside its name, field by field, where that is how it is read: `Tjänst i %: 100 %`. */
export function itemWords(
  text: Text,
  section: Section,
  item: ItemContent,
  parties: PartyNames,
): string | null {
  if (section.kind !== 'budget') return null
  return Object.entries(item)
    .flatMap(([name, value]) => {
      const said = isInName(section, name) ? '' : valueWords(text, section, name, value)
      return said === '' ? [] : [`${fieldLabel(text, section, name, parties)}: ${said}`]
    })
    .join(', ')
}

function signingParty({ form, versions }: Text, party: FieldValue): string {
  if (typeof party === 'number')
    return form.signatureOf(form.partnerNumber(party + 1).toLocaleLowerCase('sv'))
  return form.signatureOf(versions.owner)
}

function levelWord(section: Extract<Section, { kind: 'goals' }>, level: string): string {
  const known = section.levels.find(one => one.level === level)
  return known ? (known.name ?? withoutColon(known.label)) : level
}

function withoutColon(label: string): string {
  return label.replace(/\s*:\s*$/, '')
}
