import type { FileChild } from 'docx'
import type { OwnerContent, PartnersContent, PartyContent } from '../../../../shared/document/filledForm.ts'
import type { PartiesSection } from '../../../../shared/form/FormTemplate.ts'
import { label, labelled } from '../prose.ts'

/** The owner's block, or one for each partner, with the labels of the form. */
export function partiesSection(
  section: PartiesSection,
  content: OwnerContent | PartnersContent,
): FileChild[] {
  if (content.role === 'owner') return party(section, content)
  return content.items.flatMap((item, place) => [
    ...(section.numbered ? [label(`${place + 1}.`)] : []),
    ...party(section, item),
  ])
}

function party({ fields }: PartiesSection, content: PartyContent): FileChild[] {
  return fields.flatMap(({ name, label }) => labelled(label, content[name] ?? ''))
}
