import { budgetBlocks } from '../budget/BudgetTemplate.ts'
import { otherRows, readAmountKey, readShareKey } from '../budget/budgetKeys.ts'
import type { FormTemplate, Section } from '../form/FormTemplate.ts'

/**
 * What may stand under one root of the shared document. One root per section (its key), so that a section can
 * be told from an update and no section can take another along. The guard checks updates against these shapes;
 * the server seeds every document from them; the client draws from them.
 */
export type RootShape = BlocksShape | FieldsShape

/** Rich text: a `Y.XmlFragment` of blocks (`nodes/`). */
export interface BlocksShape {
  readonly type: 'blocks'
}

/** Structured section: a `Y.Map`. A key is a fixed field, or an item, or a value per party or year. */
export interface FieldsShape {
  readonly type: 'fields'
  /** Keys that always exist. Prose is seeded by the server, so two people never create it twice. */
  readonly fixed: Readonly<Record<string, FieldShape>>
  /** Shape of the items: a `Y.Map` under an `ItemKey`, with the fields below beside `order` and `removed`. */
  readonly items?: Readonly<Record<string, FieldShape>>
  /** Atomic values under `‹party item key›.‹name›`, so that nobody has to create a map for a party. */
  readonly perParty?: Readonly<Record<string, ValueShape>>
  /** Atomic value under a calendar year, `1990` to `2099`. */
  readonly perYear?: ValueShape
  /** Atomic values under `‹party key›.‹item key›` and `‹year›:‹item key›` (`budget/budgetKeys.ts`). */
  readonly perPartyAndItem?: ValueShape
  readonly perYearAndItem?: ValueShape
}

export type FieldShape = ValueShape | ProseShape

/** A `Y.Text` without formats, written live. */
export interface ProseShape {
  readonly is: 'prose'
}

/** One atomic value. `null` always means "no answer" and is allowed for every value. */
export type ValueShape =
  | { readonly is: 'line'; readonly maxLength: number }
  | { readonly is: 'wholeNumber'; readonly max: number }
  | { readonly is: 'day' }
  | { readonly is: 'fuzzyDate' }
  | { readonly is: 'flag' }
  | { readonly is: 'oneOf'; readonly values: readonly string[] }
  | { readonly is: 'orderKey' }

/** Longest one-line value anywhere, in UTF-16 units. */
const lineMaxLength = 500

const prose: ProseShape = { is: 'prose' }
const line: ValueShape = { is: 'line', maxLength: lineMaxLength }
const day: ValueShape = { is: 'day' }
const headcount: ValueShape = { is: 'wholeNumber', max: 1_000_000 }
const amountKronor: ValueShape = { is: 'wholeNumber', max: 999_999_999_999 }

/** Fields that every item has: its place among its siblings, and whether it has been removed. */
export const itemFields: Readonly<Record<'order' | 'removed', ValueShape>> = {
  order: { is: 'orderKey' },
  removed: { is: 'flag' },
}

const partyFields: Readonly<Record<string, FieldShape>> = {
  organisation: line,
  contacts: line,
  email: line,
  resourcesSought: prose,
  resourcesContributed: prose,
}

/** What a budget row holds beside its amounts, which stand in the root itself. */
const budgetLineFields: Readonly<Record<string, FieldShape>> = {
  block: { is: 'oneOf', values: budgetBlocks },
  label: line,
  percent: { is: 'wholeNumber', max: 10_000 },
  from: day,
  to: day,
  specification: line,
}

/** The owner's block has no item key; its values per party stand under this name. */
export const ownerKey = 'owner'

/** No key is a word that every object has: what is kept of items by their keys in JSON could not be written. */
const itemKeyPattern = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,39}$/
const perPartyKeyPattern = /^([a-z0-9][a-z0-9-]{0,39})\.([a-zA-Z]{1,40})$/
const yearKeyPattern = /^(?:199\d|20\d\d)$/

/** The shape of a section's root; null for sections that store nothing (fixed and computed text). */
export function rootShape(section: Section): RootShape | null {
  switch (section.kind) {
    case 'rich':
      return { type: 'blocks' }
    case 'text':
      return { type: 'fields', fixed: { value: { is: 'line', maxLength: section.maxLength } } }
    case 'parties':
      return section.role === 'owner'
        ? { type: 'fields', fixed: partyFields }
        : { type: 'fields', fixed: {}, items: partyFields }
    case 'goals':
      return {
        type: 'fields',
        fixed: {},
        items: { level: { is: 'oneOf', values: section.levels.map(goal => goal.level) }, text: prose },
      }
    case 'period':
      return { type: 'fields', fixed: { start: day, end: day, intakeEnd: { is: 'fuzzyDate' } } }
    case 'participants':
      return {
        type: 'fields',
        fixed: { text: prose, atATime: headcount, differentPersons: headcount, perYear: headcount },
      }
    case 'yesNo':
      return { type: 'fields', fixed: { answer: { is: 'oneOf', values: ['yes', 'no'] }, comment: prose } }
    case 'log':
      return { type: 'fields', fixed: {}, items: { on: { is: 'fuzzyDate' }, text: prose } }
    case 'amount':
      return {
        type: 'fields',
        fixed: { total: amountKronor, note: prose },
        ...(section.perYear ? { perYear: amountKronor } : {}),
      }
    case 'signatures':
      return {
        type: 'fields',
        fixed: {},
        perParty: { date: day, name: line, clarification: line, email: line },
      }
    case 'budget':
      return {
        type: 'fields',
        fixed: {},
        items: budgetLineFields,
        perPartyAndItem: amountKronor,
        perYearAndItem: amountKronor,
      }
    case 'lockedText':
    case 'computedLine':
      return null
  }
}

/** Every root of a document on this form: section key to shape. A root that is not here does not exist. */
export function rootsOf(form: FormTemplate): ReadonlyMap<string, RootShape> {
  const roots = new Map<string, RootShape>()
  for (const section of form.sections) {
    const shape = rootShape(section)
    if (shape !== null) roots.set(section.key, shape)
  }
  return roots
}

/** What a first-level key of a structured root stands for; null where the shape has no such key. */
export function keyShape(
  root: FieldsShape,
  key: string,
): { item: Readonly<Record<string, FieldShape>> } | { field: FieldShape } | null {
  const fixed = Object.hasOwn(root.fixed, key) ? root.fixed[key] : undefined
  if (fixed) return { field: fixed }
  if (root.perYear && yearKeyPattern.test(key)) return { field: root.perYear }
  if (root.perParty) {
    const name = perPartyKeyPattern.exec(key)?.[2]
    const field = name !== undefined && Object.hasOwn(root.perParty, name) ? root.perParty[name] : undefined
    if (field) return { field }
  }
  if (root.perPartyAndItem && readAmountKey(key)) return { field: root.perPartyAndItem }
  if (root.perYearAndItem && readShareKey(key)) return { field: root.perYearAndItem }
  // A row under that key would have the years of all other rows for its own.
  if (root.perYearAndItem && key === otherRows) return null
  if (root.items && itemKeyPattern.test(key)) return { item: { ...root.items, ...itemFields } }
  return null
}
