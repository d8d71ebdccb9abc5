import type { FileChild } from 'docx'
import type { OwnerContent, PartnersContent, PartyContent } from '../../../../shared/document/filledForm.ts'
import type { PartiesSection } from '../../../../shared/form/FormTemplate.ts'
import { labelled } from '../prose.ts'

/** The owner's block, or one for each partner, with the labels of the form. */
export function partiesSection(
  section: PartiesSection,
  content: OwnerContent | PartnersContent,
): FileChild[] {
  if (content.role === 'owner') return party(section, content, { number: '', isApart: false })
  return content.items.flatMap((item, place) =>
    party(section, item, { number: section.numbered ? `${place + 1}. ` : '', isApart: place > 0 }),
  )
}

/** Kept together. `number`: before its first label; `isApart`: with some room above. */
function party(
  { fields }: PartiesSection,
  content: PartyContent,
  { number, isApart }: { readonly number: string; readonly isApart: boolean },
): FileChild[] {
  return fields.map(({ name, label }, place) =>
    labelled(place === 0 ? `${number}${label}` : label, content[name] ?? '', {
      keepNext: place < fields.length - 1,
      ...(isApart && place === 0 ? { spacing: { before: roomAbove } } : {}),
    }),
  )
}

/** In twentieths of a point. */
const roomAbove = 300
