import * as Y from 'yjs'
import { budgetContent } from '../budget/budgetContent.ts'
import type { FormTemplate, Section } from '../form/FormTemplate.ts'
import { readBlocks } from './blocks.ts'
import type { FilledForm, PartyContent, SectionContent, SignatureContent } from './filledForm.ts'
import { itemsIn } from './items.ts'
import { ownerKey } from './roots.ts'

/** Everything a document says, as plain data. Only reads; what is missing or of another type is absent. */
export function readDocument(doc: Y.Doc, form: FormTemplate): FilledForm {
  const partnerKeys = form.sections.flatMap(section =>
    section.kind === 'parties' && section.role === 'partner'
      ? itemsIn(doc.getMap(section.key)).map(item => item.key)
      : [],
  )
  const sections: Record<string, SectionContent> = {}
  for (const section of form.sections) {
    const content = readSection(doc, section, partnerKeys)
    if (content) sections[section.key] = content
  }
  return { formId: form.id, sections }
}

function readSection(doc: Y.Doc, section: Section, partnerKeys: readonly string[]): SectionContent | null {
  switch (section.kind) {
    case 'lockedText':
    case 'computedLine':
      return null
    case 'rich':
      return { kind: 'rich', blocks: readBlocks(doc.getXmlFragment(section.key)) }
    default:
      return readFields(doc.getMap(section.key), section, partnerKeys)
  }
}

type StructuredSection = Exclude<Section, { kind: 'lockedText' | 'computedLine' | 'rich' }>

function readFields(
  root: Y.Map<unknown>,
  section: StructuredSection,
  partnerKeys: readonly string[],
): SectionContent {
  switch (section.kind) {
    case 'text':
      return { kind: 'text', value: line(root, 'value') }
    case 'parties':
      return section.role === 'owner'
        ? { kind: 'parties', role: 'owner', ...party(root) }
        : { kind: 'parties', role: 'partner', items: itemsIn(root).map(item => party(item.map)) }
    case 'goals':
      return {
        kind: 'goals',
        items: itemsIn(root).flatMap(({ map }) => {
          const level = section.levels.find(known => known.level === map.get('level'))?.level
          return level ? [{ level, text: prose(map, 'text') }] : []
        }),
      }
    case 'period':
      return {
        kind: 'period',
        start: line(root, 'start'),
        end: line(root, 'end'),
        intakeEnd: line(root, 'intakeEnd'),
      }
    case 'participants':
      return {
        kind: 'participants',
        text: prose(root, 'text'),
        atATime: number(root, 'atATime'),
        differentPersons: number(root, 'differentPersons'),
        perYear: number(root, 'perYear'),
      }
    case 'yesNo': {
      const answer = root.get('answer')
      return {
        kind: 'yesNo',
        answer: answer === 'yes' || answer === 'no' ? answer : null,
        comment: prose(root, 'comment'),
      }
    }
    case 'log':
      return {
        kind: 'log',
        items: itemsIn(root).map(({ map }) => ({ on: line(map, 'on'), text: prose(map, 'text') })),
      }
    case 'amount':
      return {
        kind: 'amount',
        total: number(root, 'total'),
        note: prose(root, 'note'),
        perYear: perYear(root),
      }
    case 'signatures':
      return { kind: 'signatures', parties: signatures(root, partnerKeys) }
    case 'budget':
      return budgetContent(root, [ownerKey, ...partnerKeys])
  }
}

function party(map: Y.Map<unknown>): PartyContent {
  return {
    organisation: line(map, 'organisation'),
    contacts: line(map, 'contacts'),
    email: line(map, 'email'),
    resourcesSought: prose(map, 'resourcesSought'),
    resourcesContributed: prose(map, 'resourcesContributed'),
  }
}

function perYear(root: Y.Map<unknown>): Record<number, number> {
  const years: Record<number, number> = {}
  for (const [key, value] of root)
    if (/^\d{4}$/.test(key) && typeof value === 'number') years[Number(key)] = value
  return years
}

/** Only the parties that somebody has written something for. */
function signatures(root: Y.Map<unknown>, partnerKeys: readonly string[]): SignatureContent[] {
  return [ownerKey, ...partnerKeys].flatMap((key, index) => {
    const said: SignatureContent = {
      party: index === 0 ? 'owner' : index - 1,
      date: line(root, `${key}.date`),
      name: line(root, `${key}.name`),
      clarification: line(root, `${key}.clarification`),
      email: line(root, `${key}.email`),
    }
    return (said.date ?? said.name ?? said.clarification ?? said.email) ? [said] : []
  })
}

function line(map: Y.Map<unknown>, name: string): string | null {
  const value = map.get(name)
  return typeof value === 'string' && value !== '' ? value : null
}

function number(map: Y.Map<unknown>, name: string): number | null {
  const value = map.get(name)
  return typeof value === 'number' ? value : null
}

function prose(map: Y.Map<unknown>, name: string): string {
  const value = map.get(name)
  return value instanceof Y.Text ? value.toString() : ''
}
