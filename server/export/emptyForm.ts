import { emptyParty, emptySection } from '../../shared/document/emptySection.ts'
import type { FilledForm, SectionContent } from '../../shared/document/filledForm.ts'
import type { FormTemplate, Section } from '../../shared/form/FormTemplate.ts'

/** How many partners, and how many goals of a level, there is room for on an empty form: as in the originals. */
const [partners, goals] = [3, 3]

/** A form that nobody has written in, with room to write: every row of its budget, some partners and some goals. */
export function emptyForm(template: FormTemplate): FilledForm {
  const sections = template.sections.flatMap(section => {
    const content = withRoom(section)
    return content === null ? [] : [[section.key, content] as const]
  })
  return { formId: template.id, sections: Object.fromEntries(sections) }
}

function withRoom(section: Section): SectionContent | null {
  if (section.kind === 'parties' && section.role === 'partner') {
    return { kind: 'parties', role: 'partner', items: Array(partners).fill(emptyParty) }
  }
  if (section.kind === 'goals') {
    const items = section.levels.flatMap(({ level }) => Array(goals).fill({ level, text: '' }))
    return { kind: 'goals', items }
  }
  return emptySection(section)
}
