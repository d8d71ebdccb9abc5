import { unwrittenBudget } from '../../shared/budget/seedBudget.ts'
import type { FilledForm, PartyContent, SectionContent } from '../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'

/** How many partners, and how many goals of a level, there is room for on an empty form: as in the originals. */
const [partners, goals] = [3, 3]

/** A form that nobody has written in, with room to write: every row of its budget, some partners and some goals. */
export function emptyForm(template: FormTemplate): FilledForm {
  const sections = template.sections.flatMap(section => {
    const content = emptySection(section)
    return content === null ? [] : [[section.key, content] as const]
  })
  return { formId: template.id, sections: Object.fromEntries(sections) }
}

function emptySection(section: Section): SectionContent | null {
  switch (section.kind) {
    case 'text':
      return { kind: 'text', value: null }
    case 'rich':
      return { kind: 'rich', blocks: [{ type: 'paragraph', content: [] }] }
    case 'parties':
      return section.role === 'owner'
        ? { kind: 'parties', role: 'owner', ...nobody }
        : { kind: 'parties', role: 'partner', items: Array(partners).fill(nobody) }
    case 'goals':
      return {
        kind: 'goals',
        items: section.levels.flatMap(({ level }) => Array(goals).fill({ level, text: '' })),
      }
    case 'period':
      return { kind: 'period', start: null, end: null, intakeEnd: null }
    case 'participants':
      return { kind: 'participants', text: '', atATime: null, differentPersons: null, perYear: null }
    case 'yesNo':
      return { kind: 'yesNo', answer: null, comment: '' }
    case 'log':
      return { kind: 'log', items: [] }
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

const nobody: PartyContent = {
  organisation: null,
  contacts: null,
  email: null,
  resourcesSought: '',
  resourcesContributed: '',
}
