import type { OwnerContent, PartnersContent, PartyContent } from '../../../../shared/document/filledForm.ts'
import type { PartiesSection } from '../../../../shared/form/FormTemplate.ts'
import { labelled } from '../prose.ts'
import { Arguments, joined, nothing, type Typst, typst } from '../typst.ts'

/** The owner's block, or one for each partner, with the labels of the form. */
export function partiesSection(section: PartiesSection, content: OwnerContent | PartnersContent): Typst {
  if (content.role === 'owner') return party(section, content)
  if (content.items.length === 0) return nothing
  const items = content.items.map(item => party(section, item))
  return section.numbered
    ? typst`enum(tight: false, ${new Arguments(items.map(item => typst`enum.item(${item})`))})`
    : joined(items.map(item => typst`party(${item})`))
}

function party({ fields }: PartiesSection, content: PartyContent): Typst {
  return joined(fields.map(({ name, label }) => labelled(label, content[name] ?? '')))
}
