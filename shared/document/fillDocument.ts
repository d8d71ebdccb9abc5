import { generateNKeysBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { seedBudget } from '../budget/seedBudget.ts'
import { writeBudgetContent } from '../budget/writeBudgetContent.ts'
import type { FormTemplate, Section } from '../form/FormTemplate.ts'
import { writeBlocks } from './blocks.ts'
import type { FilledForm, PartyContent, SectionContent } from './filledForm.ts'
import { type FieldShape, ownerKey, rootShape } from './roots.ts'
import type { FieldValue } from './value.ts'

/**
 * Writes the first contents of a document: every root of its form, with every fragment's first block and every
 * fixed prose in place (two people who both made them would lose one), and `contents` where given. Done once,
 * by the server, on an empty `doc`; throws when contents are not of the section's kind.
 */
export function fillDocument(
  doc: Y.Doc,
  form: FormTemplate,
  contents: Partial<FilledForm['sections']>,
  newItemKey: () => string,
): void {
  const partnerKeys = partnersOf(form, contents).map(newItemKey)
  doc.transact(() => {
    for (const section of form.sections)
      fillSection(doc, section, contents[section.key], partnerKeys, newItemKey)
  })
}

function fillSection(
  doc: Y.Doc,
  section: Section,
  content: SectionContent | undefined,
  partnerKeys: readonly string[],
  newItemKey: () => string,
): void {
  const shape = rootShape(section)
  if (!shape) return
  if (content && content.kind !== section.kind)
    throw new Error(`${section.key}: ${content.kind} ≠ ${section.kind}`)
  if (shape.type === 'blocks') {
    const blocks = content?.kind === 'rich' ? content.blocks : []
    const emptyBlock = { type: 'paragraph', content: [] } as const
    writeBlocks(doc.getXmlFragment(section.key), blocks.length > 0 ? blocks : [emptyBlock])
    return
  }
  const root = doc.getMap(section.key)
  if (section.kind === 'budget') {
    const parties = [ownerKey, ...partnerKeys]
    if (content?.kind === 'budget') writeBudgetContent(root, content, parties, newItemKey)
    else seedBudget(root, section.budget)
    return
  }
  setFields(root, shape.fixed, content ? { ...content } : {})
  if (!content) return
  switch (content.kind) {
    case 'parties':
      if (content.role === 'partner') addItems(root, shape.items, content.items, partnerKeys)
      break
    case 'goals':
    case 'log':
      addItems(root, shape.items, content.items, content.items.map(newItemKey))
      break
    case 'amount':
      for (const [year, amount] of Object.entries(content.perYear)) root.set(year, amount)
      break
    case 'signatures':
      for (const { party, ...values } of content.parties) {
        const key = party === 'owner' ? ownerKey : partnerKeys[party]
        for (const [name, value] of Object.entries(values))
          if (value !== null) root.set(`${key}.${name}`, value)
      }
      break
  }
}

function addItems(
  root: Y.Map<unknown>,
  fields: Readonly<Record<string, FieldShape>> | undefined,
  items: readonly object[],
  keys: readonly string[],
): void {
  const orders = generateNKeysBetween(null, null, items.length)
  for (const [index, content] of items.entries()) {
    const item = new Y.Map<unknown>()
    item.set('order', orders[index])
    setFields(item, fields ?? {}, { ...content })
    root.set(keys[index] ?? '', item)
  }
}

/** Prose is always made; an atomic value only when there is one. */
function setFields(
  map: Y.Map<unknown>,
  fields: Readonly<Record<string, FieldShape>>,
  content: Readonly<Record<string, unknown>>,
): void {
  for (const [name, shape] of Object.entries(fields)) {
    const value = content[name] as FieldValue | undefined
    if (shape.is === 'prose') map.set(name, new Y.Text(typeof value === 'string' ? value : ''))
    else if (value !== undefined && value !== null) map.set(name, value)
  }
}

function partnersOf(form: FormTemplate, contents: Partial<FilledForm['sections']>): readonly PartyContent[] {
  const key =
    form.sections.find(section => section.kind === 'parties' && section.role === 'partner')?.key ?? ''
  const partners = contents[key]
  return partners?.kind === 'parties' && partners.role === 'partner' ? partners.items : []
}
