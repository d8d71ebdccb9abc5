import { unwrittenBudget } from '../budget/seedBudget.ts'
import type { Section } from '../form/FormTemplate.ts'
import type { PartyContent, SectionContent } from './filledForm.ts'

/** A party of which nothing is said. */
export const emptyParty: PartyContent = {
  organisation: null,
  contacts: null,
  email: null,
  resourcesSought: '',
  resourcesContributed: '',
}

/** What a section says that nobody has written in; null where it stores nothing. */
export function emptySection(section: Section): SectionContent | null {
  switch (section.kind) {
    case 'text':
      return { kind: 'text', value: null }
    case 'rich':
      return { kind: 'rich', blocks: [{ type: 'paragraph', content: [] }] }
    case 'parties':
      return section.role === 'owner'
        ? { kind: 'parties', role: 'owner', ...emptyParty }
        : { kind: 'parties', role: 'partner', items: [] }
    case 'goals':
    case 'log':
      return { kind: section.kind, items: [] }
    case 'period':
      return { kind: 'period', start: null, end: null, intakeEnd: null }
    case 'participants':
      return { kind: 'participants', text: '', atATime: null, differentPersons: null, perYear: null }
    case 'yesNo':
      return { kind: 'yesNo', answer: null, comment: '' }
    case 'amount':
      return { kind: 'amount', total: null, note: '', perYear: {} }
    case 'signatures':
      return { kind: 'signatures', parties: [] }
    case 'budget':
      return unwrittenBudget(section.budget)
    case 'lockedText':
    case 'computedLine':
      return null
  }
}
