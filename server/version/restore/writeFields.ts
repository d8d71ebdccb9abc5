import * as Y from 'yjs'
import type { SectionContent } from '../../../shared/document/filledForm.ts'
import { type FieldShape, type FieldsShape, ownerKey } from '../../../shared/document/roots.ts'
import type { Comparer } from '../../../shared/version/compare/Comparer.ts'
import { writeBudget } from './writeBudget.ts'
import { writeItems } from './writeItems.ts'
import { writeText } from './writeText.ts'

type Values = Readonly<Record<string, unknown>>

/** What has come of the partners: their item keys in the order of the form. */
export type PartnerKeys = readonly string[]

/**
 * Makes a structured section say `content`: a value is set where it is another, prose is changed word by word. Gives the
 * keys of its items in their order. The partners are to be written before the signatures and the budget.
 */
export function writeFields(
  root: Y.Map<unknown>,
  shape: FieldsShape,
  content: SectionContent,
  partnerKeys: PartnerKeys,
  newItemKey: () => string,
  comparer: Comparer,
): readonly string[] {
  setFields(root, shape.fixed, { ...content }, comparer)
  switch (content.kind) {
    case 'amount':
      setYears(root, content.perYear)
      return []
    case 'signatures':
      for (const [index, key] of [ownerKey, ...partnerKeys].entries()) {
        const said = content.parties.find(({ party }) => (party === 'owner' ? 0 : party + 1) === index)
        for (const name of Object.keys(shape.perParty ?? {})) {
          setValue(root, `${key}.${name}`, said?.[name as keyof typeof said] ?? null)
        }
      }
      return []
    case 'budget':
      return writeBudget(root, shape.items ?? {}, content, [ownerKey, ...partnerKeys], newItemKey, comparer)
    case 'goals':
    case 'log':
      return writeItems(root, shape.items ?? {}, content.items, newItemKey, comparer)
    case 'parties':
      return content.role === 'partner'
        ? writeItems(root, shape.items ?? {}, content.items, newItemKey, comparer)
        : []
    default:
      return []
  }
}

/** Makes the fields of a section or an item say `content`. */
export function setFields(
  map: Y.Map<unknown>,
  fields: Readonly<Record<string, FieldShape>>,
  content: Values,
  comparer: Comparer,
): void {
  for (const [name, shape] of Object.entries(fields)) {
    if (shape.is === 'prose') setProse(map, name, String(content[name] ?? ''), comparer)
    else setValue(map, name, content[name] ?? null)
  }
}

function setProse(map: Y.Map<unknown>, name: string, text: string, comparer: Comparer): void {
  const prose = map.get(name)
  const runs = text === '' ? [] : [{ type: 'text', text } as const]
  if (prose instanceof Y.Text) writeText(prose, runs, comparer)
  else if (text !== '') map.set(name, new Y.Text(text))
}

/** Sets an atomic value where it is another. */
export function setValue(map: Y.Map<unknown>, name: string, value: unknown): void {
  // Nothing, null and an empty line all mean that there is no answer.
  const was = map.get(name) ?? null
  if ((was === '' ? null : was) !== value) map.set(name, value)
}

function setYears(root: Y.Map<unknown>, perYear: Readonly<Record<string, number>>): void {
  for (const [year, value] of root) {
    if (/^\d{4}$/.test(year) && typeof value === 'number' && !(year in perYear)) root.set(year, null)
  }
  for (const [year, amount] of Object.entries(perYear)) setValue(root, year, amount)
}
