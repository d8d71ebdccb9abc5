import type {
  GoalContent,
  LogItemContent,
  PartyContent,
  RichContent,
  SectionContent,
  SignatureContent,
} from '../../document/filledForm.ts'
import { budgetOfItems, itemsOfBudget } from './budgetStructure.ts'
import type { ItemContent } from './comparison.ts'

export type StructuredContent = Exclude<SectionContent, RichContent>

/** A structured section as fields by name, in reading order: one set of them, or one for each item. */
export type Structure =
  | { readonly is: 'fields'; readonly fields: ItemContent }
  | { readonly is: 'items'; readonly items: readonly ItemContent[] }

/** Fields that are prose, compared word by word; the others are values, compared whole. */
const proseFields: ReadonlySet<string> = new Set([
  'resourcesSought',
  'resourcesContributed',
  'text',
  'comment',
  'note',
])

export function isProse(name: string): boolean {
  return proseFields.has(name)
}

export function structureOf(content: StructuredContent): Structure {
  switch (content.kind) {
    case 'text':
      return { is: 'fields', fields: { value: content.value } }
    case 'parties':
      return content.role === 'owner'
        ? { is: 'fields', fields: partyFields(content) }
        : { is: 'items', items: content.items.map(partyFields) }
    case 'goals':
      return { is: 'items', items: content.items.map(({ level, text }) => ({ level, text })) }
    case 'period': {
      const { start, end, intakeEnd } = content
      return { is: 'fields', fields: { start, end, intakeEnd } }
    }
    case 'participants': {
      const { text, atATime, differentPersons, perYear } = content
      return { is: 'fields', fields: { text, atATime, differentPersons, perYear } }
    }
    case 'yesNo':
      return { is: 'fields', fields: { answer: content.answer, comment: content.comment } }
    case 'log':
      return { is: 'items', items: content.items.map(({ on, text }) => ({ on, text })) }
    case 'amount':
      return { is: 'fields', fields: { total: content.total, ...content.perYear, note: content.note } }
    case 'signatures':
      return { is: 'items', items: content.parties.map(signature => ({ ...signature })) }
    case 'budget':
      return { is: 'items', items: itemsOfBudget(content) }
  }
}

/** The way back; `like` says which kind of section it is. What is not of its type is absent. */
export function contentOf(structure: Structure, like: StructuredContent): StructuredContent {
  const fields = structure.is === 'fields' ? structure.fields : {}
  const items = structure.is === 'items' ? structure.items : []
  switch (like.kind) {
    case 'text':
      return { kind: 'text', value: line(fields.value) }
    case 'parties':
      return like.role === 'owner'
        ? { kind: 'parties', role: 'owner', ...partyOf(fields) }
        : { kind: 'parties', role: 'partner', items: items.map(partyOf) }
    case 'goals':
      return { kind: 'goals', items: items.flatMap(goalOf) }
    case 'period':
      return {
        kind: 'period',
        start: line(fields.start),
        end: line(fields.end),
        intakeEnd: line(fields.intakeEnd),
      }
    case 'participants':
      return {
        kind: 'participants',
        text: prose(fields.text),
        atATime: number(fields.atATime),
        differentPersons: number(fields.differentPersons),
        perYear: number(fields.perYear),
      }
    case 'yesNo': {
      const { answer, comment } = fields
      return {
        kind: 'yesNo',
        answer: answer === 'yes' || answer === 'no' ? answer : null,
        comment: prose(comment),
      }
    }
    case 'log':
      return {
        kind: 'log',
        items: items.map(({ on, text }): LogItemContent => ({ on: line(on), text: prose(text) })),
      }
    case 'amount':
      return {
        kind: 'amount',
        total: number(fields.total),
        note: prose(fields.note),
        perYear: Object.fromEntries(
          Object.entries(fields).flatMap(([name, value]) =>
            isYear(name) && typeof value === 'number' ? [[name, value]] : [],
          ),
        ),
      }
    case 'signatures':
      return { kind: 'signatures', parties: items.map(signatureOf) }
    case 'budget':
      return budgetOfItems(items)
  }
}

/** Whether a field of an amount is that of a year. */
export function isYear(name: string): boolean {
  return /^\d{4}$/.test(name)
}

function partyFields(party: PartyContent): ItemContent {
  const { organisation, contacts, email, resourcesSought, resourcesContributed } = party
  return { organisation, contacts, email, resourcesSought, resourcesContributed }
}

function partyOf(fields: ItemContent): PartyContent {
  return {
    organisation: line(fields.organisation),
    contacts: line(fields.contacts),
    email: line(fields.email),
    resourcesSought: prose(fields.resourcesSought),
    resourcesContributed: prose(fields.resourcesContributed),
  }
}

const levels: readonly GoalContent['level'][] = ['overall', 'effect', 'result', 'insats']

function goalOf({ level, text }: ItemContent): GoalContent[] {
  const known = levels.find(one => one === level)
  return known ? [{ level: known, text: prose(text) }] : []
}

function signatureOf({ party, date, name, clarification, email }: ItemContent): SignatureContent {
  return {
    party: typeof party === 'number' ? party : 'owner',
    date: line(date),
    name: line(name),
    clarification: line(clarification),
    email: line(email),
  }
}

type Value = ItemContent[string] | undefined

function line(value: Value): string | null {
  return typeof value === 'string' ? value : null
}

function prose(value: Value): string {
  return typeof value === 'string' ? value : ''
}

function number(value: Value): number | null {
  return typeof value === 'number' ? value : null
}
