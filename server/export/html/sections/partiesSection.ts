import type { OwnerContent, PartnersContent, PartyContent } from '../../../../shared/document/filledForm.ts'
import type { PartiesSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords } from '../../words.ts'
import { type Html, html, joined } from '../html.ts'
import { facts, prose } from '../prose.ts'

/** The owner's block, or one for each partner, with the fields that this form version asks for. */
export function partiesSection(section: PartiesSection, content: OwnerContent | PartnersContent): Html {
  if (content.role === 'owner') return party(section, content)
  return joined(
    content.items.map(
      (item, place) => html`<h3>${formWords.partner} ${place + 1}</h3>\n${party(section, item)}`,
    ),
  )
}

function party({ fields }: PartiesSection, content: PartyContent): Html {
  return facts(fields.map(({ name, label }) => [label, prose(content[name] ?? '')]))
}
