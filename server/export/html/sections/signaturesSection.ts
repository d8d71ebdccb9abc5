import type {
  FilledForm,
  SignatureContent,
  SignaturesContent,
} from '../../../../shared/document/filledForm.ts'
import type { SignaturesSection } from '../../../../shared/form/FormTemplate.ts'
import { formWords } from '../../words.ts'
import { type Html, html, joined } from '../html.ts'
import { facts } from '../prose.ts'

/** Who signs for each party. The form is signed elsewhere: this says what stands in its fields. */
export function signaturesSection(
  { layout, heading }: SignaturesSection,
  { parties }: SignaturesContent,
  form: FilledForm,
): Html {
  return joined(
    parties.map(signature => {
      const organisation = organisationOf(form, signature.party) ?? formWords.unnamedParty
      const isOwner = signature.party === 'owner'
      const dateLabel = layout.organisationAndDate.replace('{organisation}', () => organisation).trim()
      const namesParty = dateLabel !== layout.organisationAndDate
      const dated = [namesParty ? '' : organisation, signature.date ?? ''].filter(part => part !== '')
      return html`<h3>${heading}: ${organisation}</h3>\n${facts([
        [dateLabel, dated.join(', ')],
        [isOwner ? layout.ownerName : layout.partnerName, signature.name ?? ''],
        [isOwner ? layout.ownerClarification : layout.partnerClarification, signature.clarification ?? ''],
        [layout.email, signature.email ?? ''],
      ])}`
    }),
  )
}

function organisationOf({ sections }: FilledForm, party: SignatureContent['party']): string | null {
  for (const content of Object.values(sections)) {
    if (content.kind !== 'parties') continue
    if (party === 'owner' && content.role === 'owner') return content.organisation
    if (party !== 'owner' && content.role === 'partner') return content.items[party]?.organisation ?? null
  }
  return null
}
